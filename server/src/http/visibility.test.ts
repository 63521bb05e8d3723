import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Guest, openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { anchorOn, comment, DAY, freeze, toConsultation, toDrafting, toProcessing } from '../testing-story.ts';

let server: TestServer;
let d: TestDossier;
let version: string;
let round: string;
const ids: Record<string, string> = {};

const statusOf = async (guest: Guest, path: string, init?: RequestInit) => (await guest.ask(path, init)).status;
const everybody = () => [d.secretary, d.chair, d.author, d.trainer, d.centre, d.participant, d.steering, d.partner];

beforeAll(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
});
afterAll(() => server.close());

describe('while the committee writes', () => {
  beforeAll(() => toDrafting(server, d));

  test('nobody outside the committee knows of the dossier', async () => {
    for (const guest of [d.trainer, d.centre, d.participant, d.outsider]) {
      expect(await statusOf(guest, `/api/dossiers/${d.id}`)).toBe(404);
      expect(await statusOf(guest, `/api/dossiers/${d.id}/log`)).toBe(404);
      expect(await statusOf(guest, `/api/dossiers/${d.id}/events`)).toBe(404);
      expect(await statusOf(guest, `/api/drafts/${d.draft}/document`)).toBe(404);
      expect((await guest.api.overview()).dossiers).toEqual([]);
    }
  });

  test('authors write, the chair and the secretary too; each finds the draft in the dossier', async () => {
    for (const guest of [d.author, d.chair, d.secretary]) {
      expect((await guest.api.dossier(d.id)).documents[0]).toMatchObject({ draft: d.draft, mayWrite: true });
      expect(await statusOf(guest, `/api/drafts/${d.draft}/document`)).toBe(200);
    }
  });
});

describe('while everybody may react', () => {
  beforeAll(async () => {
    await server.close();
    server = await openTestServer();
    d = await openTestDossier(server);
    ({ version, round } = await toConsultation(server, d));
    const { document } = await d.trainer.api.version(version);
    const anchor = anchorOn(document, version, 'De opleiding duurt minimaal 8 uur');
    for (const [name, guest] of [
      ['trainer', d.trainer],
      ['centre', d.centre],
      ['participant', d.participant],
    ] as const) {
      ids[name] = server.services.newId();
      await guest.api.command(d.id, comment(ids[name], anchor, { body: `Reactie van ${name}` }));
    }
  });

  test('an organisation sees its own reactions; the committee sees all', async () => {
    const bodies = async (guest: Guest) => (await guest.api.version(version)).comments.map(({ body }) => body);
    expect(await bodies(d.trainer)).toEqual(['Reactie van trainer']);
    expect(await bodies(d.participant)).toEqual(['Reactie van participant']);
    expect(await bodies(d.steering)).toEqual([]);
    expect(await bodies(d.author)).toHaveLength(3);
    expect(await bodies(d.secretary)).toHaveLength(3);
  });

  test('counts per section, in the dossier and on the overview follow the same rule', async () => {
    const figures = async (guest: Guest) => {
      const { perSection } = await guest.api.version(version);
      const { counts } = await guest.api.dossier(d.id);
      const [summary] = (await guest.api.overview()).dossiers;
      return [Object.values(perSection), counts.comments, summary?.comments];
    };
    expect(await figures(d.trainer)).toEqual([[1], 1, 1]);
    expect(await figures(d.steering)).toEqual([[], 0, 0]);
    expect(await figures(d.chair)).toEqual([[3], 3, 3]);
  });

  test('the log tells nobody of reactions that they may not read', async () => {
    const sent = async (guest: Guest) =>
      (await guest.api.log(d.id)).filter(({ type }) => type === 'comment-submitted').length;
    expect(await sent(d.trainer)).toBe(1);
    expect(await sent(d.steering)).toBe(0);
    expect(await sent(d.secretary)).toBe(3);
  });

  test('the reading page shows the same counts, and nothing of others', async () => {
    const html = async (guest: Guest) => (await guest.ask(`/lezen/${version}`)).text();
    expect(await html(d.trainer)).not.toContain('Reactie van');
    expect(await html(d.chair)).toMatch(/<span class="n"[^>]*>3<\/span>/);
    expect(await html(d.steering)).not.toMatch(/<span class="n"/);
  });

  test('who only reacts gets no draft, no workbench, and no comparison with the draft', async () => {
    for (const guest of [d.trainer, d.participant, d.steering, d.partner]) {
      expect((await guest.api.dossier(d.id)).documents[0]).toMatchObject({ draft: null, mayWrite: false });
      expect(await statusOf(guest, `/api/drafts/${d.draft}/document`)).toBe(403);
      expect(await statusOf(guest, `/api/versions/${version}/workbench`)).toBe(403);
      expect(await statusOf(guest, `/api/comparisons?before=${version}&after=draft`)).toBe(403);
    }
  });

  test('who has no part in the dossier does not hear that it exists', async () => {
    const problem = async (path: string, init?: RequestInit) => {
      const response = await d.outsider.ask(path, init);
      const { code } = (await response.json()) as { code: string };
      return [response.status, code];
    };
    expect(await problem(`/api/dossiers/${d.id}`)).toEqual(await problem('/api/dossiers/does-not-exist'));
    expect(await problem(`/api/versions/${version}`)).toEqual(await problem('/api/versions/does-not-exist'));
    expect(await problem(`/api/versions/${version}/bytes`)).toEqual(await problem('/api/versions/nope/bytes'));
    expect(await problem(`/api/drafts/${d.draft}/document`)).toEqual(await problem('/api/drafts/nope/document'));
    expect((await d.outsider.ask(`/lezen/${version}`)).status).toBe(404);
    const drafts = `/api/private/comment-drafts?version=${version}`;
    expect(await problem(drafts)).toEqual(await problem('/api/private/comment-drafts?version=nope'));
  });

  test('natural persons are a party and a number to others, organisations their name', async () => {
    const names = async (guest: Guest) => (await guest.api.dossier(d.id)).members.map(({ person }) => person.name);
    const seenByTrainer = await names(d.trainer);
    expect(seenByTrainer).toContain('Karim Bouzid');
    expect(seenByTrainer).toContain('Examencentrum Delta Toetsing');
    expect(seenByTrainer).toContain('Deelnemer 1');
    expect(seenByTrainer).toContain('Willem Terpstra');
    expect(JSON.stringify(await d.trainer.api.dossier(d.id))).not.toContain('Joop');
    expect(JSON.stringify(await d.trainer.api.dossier(d.id))).not.toContain(d.participant.id);
    expect(await names(d.secretary)).toContain('Joop Prins');
  });

  test('a private draft of a reaction is its writer’s alone', async () => {
    const { document } = await d.trainer.api.version(version);
    const draft = {
      id: server.services.newId(),
      anchor: anchorOn(document, version, 'De opleiding duurt minimaal 8 uur'),
      kind: 'question',
      body: 'Nog niet af',
      proposal: null,
    } as const;
    await d.trainer.api.saveCommentDraft(version, draft);
    expect(await d.trainer.api.commentDrafts(version)).toMatchObject([{ body: 'Nog niet af' }]);
    for (const guest of everybody().filter((one) => one !== d.trainer)) {
      expect(await guest.api.commentDrafts(version)).toEqual([]);
    }
    await d.trainer.api.deleteCommentDraft(version, draft.id);
    expect(await d.trainer.api.commentDrafts(version)).toEqual([]);
  });

  test('a command about somebody else’s reaction, or one of another dossier, is refused', async () => {
    const code = async (guest: Guest, dossier: string, command: Parameters<Guest['api']['command']>[1]) =>
      guest.api.command(dossier, command).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    expect(await code(d.trainer, d.id, { type: 'withdraw-comment', comment: ids['centre']! })).toBe('unknown-comment');
    const reply = { type: 'reply', comment: ids['participant']!, reply: 'r', body: 'Ja' } as const;
    expect(await code(d.centre, d.id, reply)).toBe('unknown-comment');
    expect(await code(d.trainer, d.id, { type: 'close-round', round })).toBe('not-allowed');
    expect(await code(d.outsider, d.id, { type: 'close-round', round })).toBe('unknown-dossier');
    const elsewhere = await openTestDossier(server);
    const theirs = elsewhere.secretary;
    expect(await code(theirs, elsewhere.id, { type: 'withdraw-comment', comment: ids['centre']! })).not.toBe('done');
    expect(await code(theirs, d.id, { type: 'withdraw-dossier', reason: 'x' })).toBe('unknown-dossier');
  });

  test('the secretary sees what is registered, others do not search people', async () => {
    const { people } = await d.secretary.api.people('bouzid');
    expect(new Set(people.map(({ name }) => name))).toEqual(new Set(['Karim Bouzid']));
    await expect(d.chair.api.people('')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(
      d.chair.api.addPerson({ name: 'X', party: 'wbc', organisation: null, organisationName: null }),
    ).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(d.chair.api.nameQualification('gasmeten', 'Anders')).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await d.secretary.api.nameQualification('hoogwerker-mobiel-giek', 'Hoogwerker')).toMatchObject({
      name: 'Hoogwerker',
      provisional: false,
    });
  });
});

describe('while reactions are processed', () => {
  let second: string;
  beforeAll(async () => {
    await toProcessing(server, d, round);
    await d.author.api.command(d.id, {
      type: 'propose-disposition',
      disposition: server.services.newId(),
      comment: ids['trainer']!,
      decision: { kind: 'not-accepted', motivation: 'Acht uur blijft.', places: [], into: null },
      supersedes: null,
    });
    second = server.services.newId();
  });

  test('a proposed decision is the committee’s until it is confirmed', async () => {
    const seen = async (guest: Guest) =>
      (await guest.api.version(version)).comments.find(({ id }) => id === ids['trainer'])?.standing ?? null;
    expect(await seen(d.trainer)).toBeNull();
    expect(await seen(d.author)).toMatchObject({ kind: 'not-accepted', motivation: 'Acht uur blijft.' });
    const { standing } = (await d.chair.api.version(version)).comments.find(({ id }) => id === ids['trainer'])!;
    await d.chair.api.command(d.id, { type: 'confirm-disposition', disposition: standing!.id });
    expect(await seen(d.trainer)).toMatchObject({ kind: 'not-accepted' });
  });

  test('the second concept is not known before it is laid before people', async () => {
    server.at(DAY.inspection);
    for (const name of ['centre', 'participant']) {
      const disposition = server.services.newId();
      await d.author.api.command(d.id, {
        type: 'propose-disposition',
        disposition,
        comment: ids[name]!,
        decision: { kind: 'answered', motivation: 'Antwoord.', places: [], into: null },
        supersedes: null,
      });
      await d.chair.api.command(d.id, { type: 'confirm-disposition', disposition });
    }
    await d.chair.api.command(d.id, freeze(d, second));
    for (const guest of [d.trainer, d.participant, d.outsider]) {
      expect(await statusOf(guest, `/api/versions/${second}`)).toBe(404);
      expect(await statusOf(guest, `/api/comparisons?before=${version}&after=${second}`)).toBe(404);
      expect(await statusOf(guest, `/was-wordt/${version}/${second}`)).toBe(404);
    }
    expect(await statusOf(d.steering, `/api/versions/${second}`)).toBe(200);
    const page = await d.chair.ask(`/was-wordt/${version}/${second}`);
    expect(page.status).toBe(200);
    const csv = await d.chair.ask(`/was-wordt/${version}/${second}.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FoundView } from '@draagvlak/contract/client';
import { type Guest, openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { anchorOn, comment, DAY, freeze, toConsultation, toProcessing } from '../testing-story.ts';

let server: TestServer;
let d: TestDossier;
let version: string;
let round: string;
const ids: Record<string, string> = {};

const found = async (guest: Guest, q: string, dossier?: string) => (await guest.api.search(q, dossier ?? null)).found;
const kinds = async (guest: Guest, q: string) => (await found(guest, q)).map(({ kind }) => kind);
const marked = ({ text, marks }: FoundView) => marks.map(({ from, to }) => text.slice(from, to));
const blobOf = (id: string) => {
  const body = server.services.dossiers.store
    .load(d.id)
    .then((loaded) => loaded?.dossier.comments.find((one) => one.id === id)?.body);
  return body.then((words) => (words !== undefined && 'blob' in words ? words.blob : ''));
};

/** A concept that is open for reactions, with one of each party. */
async function open(): Promise<void> {
  server = await openTestServer();
  d = await openTestDossier(server);
  ({ version, round } = await toConsultation(server, d));
  const { document } = await d.trainer.api.version(version);
  const anchor = anchorOn(document, version, 'De opleiding duurt minimaal 8 uur');
  for (const [name, guest] of [
    ['trainer', d.trainer],
    ['centre', d.centre],
  ] as const) {
    ids[name] = server.services.newId();
    const body = `Onze knutselaars van ${name} halen dat nooit.`;
    await guest.api.command(d.id, comment(ids[name], anchor, { body, proposal: 'Minimaal tien lesdagdelen' }));
  }
}

describe('what is found', () => {
  beforeAll(open);
  afterAll(() => server.close());

  test('text of the concept in any form of the word, at its place', async () => {
    const [first] = (await found(d.trainer, 'minimale opleidingen')).filter(({ kind }) => kind === 'text');
    expect(first).toMatchObject({
      kind: 'text',
      dossier: d.id,
      title: 'Gasmeten',
      document: 'opleiderdocument',
      version: '0.1',
    });
    expect(marked(first!)).toEqual(expect.arrayContaining(['opleiding', 'minimaal']));
    const [path, place] = first!.href.split('#');
    expect(await (await d.trainer.ask(path!)).text()).toContain(`id="${place}"`);
  });

  test('a reaction with its number and section, and its text proposal apart', async () => {
    const [mine] = await found(d.trainer, 'knutselaar');
    expect(mine).toMatchObject({ kind: 'comment', comment: 'R01', version: '0.1', href: expect.stringContaining('#') });
    expect(mine?.section).toMatch(/^\d/);
    expect(marked(mine!)).toEqual(['knutselaars']);
    expect(await kinds(d.trainer, 'lesdagdeel tien')).toEqual(['proposal']);
  });

  test('the qualification and the dossier by their names', async () => {
    expect((await kinds(d.secretary, 'gasmeten')).slice(0, 2).toSorted()).toEqual(['dossier', 'qualification']);
    expect(await found(d.outsider, 'gasmeten')).toMatchObject([{ kind: 'qualification', dossier: null }]);
  });

  test('in one dossier nothing of another is found, and no words find nothing', async () => {
    const elsewhere = await openTestDossier(server);
    expect((await found(elsewhere.secretary, 'gasmeten', elsewhere.id)).map(({ kind }) => kind)).toEqual(['dossier']);
    expect(await found(d.secretary, '   ')).toEqual([]);
    await expect(d.secretary.api.search('eis', elsewhere.id)).rejects.toMatchObject({ code: 'unknown-dossier' });
  });

  test('a new reaction is found at once, and no longer when its writer takes it back', async () => {
    const { document } = await d.participant.api.version(version);
    const anchor = anchorOn(document, version, 'De opleiding duurt minimaal 8 uur');
    const id = server.services.newId();
    await d.participant.api.command(d.id, comment(id, anchor, { body: 'Zeepkist erbij' }));
    expect(await kinds(d.secretary, 'zeepkisten')).toEqual(['comment']);
    await d.participant.api.command(d.id, { type: 'withdraw-comment', comment: id });
    expect(await kinds(d.secretary, 'zeepkist')).toEqual([]);
    expect(await kinds(d.participant, 'zeepkist')).toEqual([]);
  });
});

describe('who finds what', () => {
  beforeAll(open);
  afterAll(() => server.close());

  test('an organisation finds its own reactions, the committee finds all, others none', async () => {
    const numbers = async (guest: Guest) => new Set((await found(guest, 'knutselaars')).map((one) => one.comment));
    expect(await numbers(d.trainer)).toEqual(new Set(['R01']));
    expect(await numbers(d.centre)).toEqual(new Set(['R02']));
    expect(await numbers(d.author)).toEqual(new Set(['R01', 'R02']));
    expect(await numbers(d.secretary)).toEqual(new Set(['R01', 'R02']));
    for (const guest of [d.participant, d.steering, d.partner, d.outsider]) expect((await numbers(guest)).size).toBe(0);
  });

  test('who has no part in a dossier finds nothing of it, nor hears that it exists', async () => {
    expect(await found(d.outsider, 'minimaal')).toEqual([]);
    await expect(d.outsider.api.search('minimaal', d.id)).rejects.toMatchObject({ code: 'unknown-dossier' });
    expect((await d.outsider.ask('/api/search?q=minimaal', { headers: { cookie: '' } })).status).toBeLessThan(500);
    expect((await server.app.request('http://localhost/api/search?q=eis')).status).toBe(401);
  });

  test('a motivation is the committee’s until it is confirmed, then also the submitter’s', async () => {
    await toProcessing(server, d, round);
    const disposition = server.services.newId();
    await d.author.api.command(d.id, {
      type: 'propose-disposition',
      disposition,
      comment: ids['trainer']!,
      decision: { kind: 'not-accepted', motivation: 'De kwartiermaker blijft.', places: [], into: null },
      supersedes: null,
    });
    expect(await kinds(d.chair, 'kwartiermakers')).toEqual(['motivation']);
    expect(await kinds(d.trainer, 'kwartiermaker')).toEqual([]);
    await d.chair.api.command(d.id, { type: 'confirm-disposition', disposition });
    expect(await kinds(d.trainer, 'kwartiermaker')).toEqual(['motivation']);
    expect(await kinds(d.centre, 'kwartiermaker')).toEqual([]);
  });

  test('a concept that was not laid before somebody yet is not found; of two concepts the last one is', async () => {
    server.at(DAY.inspection);
    const disposition = server.services.newId();
    await d.author.api.command(d.id, {
      type: 'propose-disposition',
      disposition,
      comment: ids['centre']!,
      decision: { kind: 'answered', motivation: 'Antwoord.', places: [], into: null },
      supersedes: null,
    });
    await d.chair.api.command(d.id, { type: 'confirm-disposition', disposition });
    await d.chair.api.command(d.id, freeze(d, server.services.newId()));
    const versions = async (guest: Guest) =>
      new Set((await found(guest, 'minimaal uur')).filter(({ kind }) => kind === 'text').map((one) => one.version));
    expect(await versions(d.trainer)).toEqual(new Set(['0.1']));
    expect(await versions(d.author)).not.toContain('0.1');
  });
});

describe('what is gone is gone', () => {
  beforeEach(open);

  test('redacted words are not found, what stands in their place is', async () => {
    expect(await kinds(d.secretary, 'knutselaars trainer')).toEqual(['comment']);
    await d.secretary.api.command(d.id, {
      type: 'redact-words',
      blob: await blobOf(ids['trainer']!),
      replacement: 'Onze [naam verwijderd] halen dat nooit.',
      reason: 'naam van een derde',
    });
    for (const guest of [d.secretary, d.trainer]) {
      expect(await kinds(guest, 'knutselaars trainer')).toEqual([]);
      expect(await kinds(guest, 'naam verwijderd')).toEqual(['comment']);
    }
    await server.close();
  });

  test('erased words are not found, also not after the next start', async () => {
    expect((await found(d.secretary, 'knutselaars')).length).toBe(2);
    await d.secretary.api.command(d.id, {
      type: 'erase-words',
      blob: await blobOf(ids['trainer']!),
      reason: 'op verzoek van de indiener',
    });
    expect((await found(d.secretary, 'knutselaars')).map((one) => one.comment)).toEqual(['R02']);
    expect(await found(d.trainer, 'knutselaars')).toEqual([]);
    await server.stop();
    const again = await openTestServer({ DATA_DIR: server.dataDir });
    const { search, dossiers } = again.services;
    const loaded = await dossiers.store.load(d.id);
    const actor = { person: d.secretary.id, administrator: false };
    const { found: left } = await search.find(actor, 'knutselaars', loaded!.dossier);
    expect(left.map((one) => one.comment)).toEqual(['R02']);
    await again.close();
  });
});

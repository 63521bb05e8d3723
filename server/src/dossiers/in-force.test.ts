import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DocumentJson, textBlocks } from '@draagvlak/document';
import { replaceText } from '@draagvlak/document/yjs';
import type { Fact } from '@draagvlak/procedure';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { anchorOn, DAY, freeze, toConsultation } from '../testing-story.ts';

let server: TestServer;
let old: TestDossier;
let d: TestDossier;
let adopted: string;
beforeEach(async () => {
  server = await openTestServer();
  old = await openTestDossier(server);
  adopted = (await toConsultation(server, old)).version;
  d = await openTestDossier(server);
});
afterEach(() => server.close());

/** Puts facts down as if the rest of the procedure had been gone through; only what is asked here matters. */
async function inForce(dossier: TestDossier, effective: string): Promise<void> {
  const { store } = server.services.dossiers;
  const facts: Fact[] = [
    { type: 'version-published', versions: [adopted], where: 'ssvv.nl' },
    { type: 'adopted', effective, transition: null },
    { type: 'phase-entered', phase: 'in-force', reason: null },
  ];
  await store.append(dossier.id, await store.load(dossier.id), facts, dossier.secretary.id, DAY.processing);
}

async function drafting(dossier: TestDossier): Promise<void> {
  for (const phase of ['drafting', 'consultation', 'processing', 'inspection', 'finalisation', 'approval'] as const) {
    const about = { phase, from: '2026-01-06', until: '2026-12-30', reason: '' };
    await dossier.secretary.api.command(dossier.id, { type: 'set-planning', ...about });
  }
  const step = { phase: 'drafting', reason: '', closes: null, round: null } as const;
  await dossier.secretary.api.command(dossier.id, { type: 'enter-phase', ...step });
}

const ids = (document: DocumentJson) => [...textBlocks(document)].map(({ block }) => block.attrs.id);
const documentOf = async (guest = d.author) => (await guest.api.dossier(d.id)).documents[0];

test('a draft begins with the text in force, ids and all, and is compared with it', async () => {
  await inForce(old, '2026-02-01');
  expect((await documentOf())?.inForce).toMatchObject({
    version: adopted,
    number: '0.1',
    base: false,
    // published and in force, so everybody may read it
    mayCompare: true,
  });
  await drafting(d);
  await d.author.api.startDraft(d.id, d.document, { from: 'version', version: adopted });
  const { document } = await old.chair.api.version(adopted);
  expect(ids(await d.author.api.draft(d.draft))).toEqual(ids(document));
  expect((await documentOf())?.inForce).toMatchObject({ version: adopted, base: true, mayCompare: true });
  expect((await d.author.api.log(d.id)).at(-1)).toMatchObject({ type: 'draft-started', values: { from: 'version' } });

  const author = { person: d.author.id, at: DAY.processing, comment: null };
  const hours = anchorOn(document, adopted, 'De opleiding duurt minimaal 8 uur');
  const gone = anchorOn(document, adopted, 'bewaart een kopie');
  await server.services.rooms.edit(d.draft, author, (tr) =>
    replaceText(
      tr,
      hours.start?.block ?? '',
      hours.start?.offset ?? 0,
      hours.end?.offset ?? 0,
      'De opleiding duurt minimaal 16 uur',
    ),
  );
  await server.services.rooms.edit(d.draft, author, (tr) =>
    replaceText(tr, gone.start?.block ?? '', gone.start?.offset ?? 0, gone.end?.offset ?? 0, ''),
  );
  const draft = await d.author.api.comparison(adopted, 'draft', d.document);
  expect(draft).toMatchObject({ dossier: d.id, document: d.document, findings: [], comments: [] });
  expect(draft.comparison.changes).toHaveLength(2);
  // Who removed words is known, since the draft remembers what it began with.
  expect(draft.attributions).toMatchObject([{ people: [d.author.id] }, { people: [d.author.id] }]);
  // The committee says why it revises, and its reason goes along with the concept.
  const [hoursChanged] = draft.comparison.changes;
  const ground = { document: d.document, after: null, change: hoursChanged?.key ?? '', comment: null } as const;
  const reason = 'Acht uur bleek te kort.';
  await d.author.api.command(d.id, { type: 'attach-ground', ...ground, before: adopted, reason });
  const concept = server.services.newId();
  await d.chair.api.command(d.id, freeze(d, concept));
  const frozen = await d.chair.api.comparison(adopted, concept);
  expect(frozen.comparison.changes).toHaveLength(2);
  expect(frozen.links).toMatchObject([{ change: hoursChanged?.key, comment: null, how: 'attached', reason }]);
  expect((await d.chair.ask(`/was-wordt/${adopted}/${concept}`)).status).toBe(200);

  // Who has no part in this dossier does not get at it by way of the other, nor the other way round.
  await expect(old.chair.api.comparison(adopted, concept)).rejects.toMatchObject({ code: 'unknown-version' });
  await expect(old.chair.api.comparison(adopted, 'draft', d.document)).rejects.toMatchObject({
    code: 'unknown-dossier',
  });
  const open = await d.author.api.version(adopted);
  expect(open.comments).toEqual([]);
  await expect(d.author.api.dossier(old.id)).rejects.toMatchObject({ code: 'unknown-dossier' });
});

test('a text that is not in force, or not the newest of its kind, is no beginning', async () => {
  await drafting(d);
  expect((await documentOf())?.inForce).toBeNull();
  const start = (version: string) => d.author.api.startDraft(d.id, d.document, { from: 'version', version });
  await expect(start(adopted)).rejects.toMatchObject({ code: 'unknown-version' });
  await inForce(old, '2026-02-01');
  await expect(start('iets')).rejects.toMatchObject({ code: 'unknown-version' });
  await d.author.api.startDraft(d.id, d.document, { from: 'template' });
  // It may be read and so compared with, but nobody says that this draft came from it.
  expect((await documentOf())?.inForce).toMatchObject({ version: adopted, base: false, mayCompare: true });
  expect(await d.author.api.comparison(adopted, 'draft', d.document)).toMatchObject({ comments: [], findings: [] });
});

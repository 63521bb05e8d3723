import { type BlockJson, type DocumentJson, plainText, textBlocks } from '@draagvlak/document';
import { insertBlocksAfter, replaceText } from '@draagvlak/document/yjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { DAY, freeze, toConsultation, toProcessing } from '../testing-story.ts';
import { GENERATOR } from './version-facts.ts';

let server: TestServer;
let d: TestDossier;
beforeEach(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
});
afterEach(() => server.close());

const rows = (document: DocumentJson, slot: string): string[][] => {
  const at = document.content!.findIndex((node) => node.type === 'block' && node.attrs.slot === slot);
  const table = document.content![at + 1]!;
  if (table.type !== 'table') throw new Error('no table');
  return (table.content ?? []).map((row) =>
    (row.content ?? []).map((cell) => plainText((cell.content![0] as BlockJson).content)),
  );
};
const facts = (document: DocumentJson) =>
  Object.fromEntries(rows(document, 'documentgegevens').filter(([, value]) => value !== ''));

/** Begins from the template, writes a word in every section, and freezes 0.1 for the consultation. */
async function fromTemplate(): Promise<{ version: string; round: string }> {
  for (const phase of ['drafting', 'consultation', 'processing', 'inspection', 'finalisation', 'approval'] as const) {
    const planning = { phase, from: '2026-01-06', until: '2026-06-30', reason: '' };
    await d.secretary.api.command(d.id, { type: 'set-planning', ...planning });
  }
  server.at(DAY.drafting);
  const enter = { type: 'enter-phase', reason: '', closes: null, round: null } as const;
  await d.secretary.api.command(d.id, { ...enter, phase: 'drafting' });
  await d.author.api.startDraft(d.id, d.document, { from: 'template' });
  const author = { person: d.author.id, at: server.services.now(), comment: null };
  await server.services.rooms.edit(d.draft, author, (tr) => {
    for (const { block } of [...textBlocks(tr.doc.toJSON() as DocumentJson)].toReversed()) {
      const { id, role, slot } = block.attrs;
      if (role !== 'heading' || id === null || slot === 'documentgegevens' || slot === 'wijzigingen') continue;
      const words = { type: 'text', text: 'Tekst van de auteurs.' } as const;
      insertBlocksAfter(tr, id, [
        {
          type: 'block',
          attrs: { ...block.attrs, id: null, role: 'paragraph', level: 0, kind: null, slot: null },
          content: [words],
        },
      ]);
    }
  });
  const [version, round] = [server.services.newId(), server.services.newId()];
  server.at(DAY.consultation);
  await d.secretary.api.command(d.id, { type: 'answer-rules-question', changesRules: false, list: '' });
  await d.secretary.api.command(d.id, { type: 'record-committee-decision', on: '2026-01-12', minutes: '' });
  await d.chair.api.command(d.id, freeze(d, version));
  await d.secretary.api.command(d.id, { ...enter, phase: 'consultation', closes: '2026-02-06', round });
  return { version, round };
}

test('a text that began from the template says itself which version it is, and what each version was', async () => {
  const { version, round } = await fromTemplate();
  const first = (await d.trainer.api.version(version)).document;
  expect(facts(first)).toEqual({
    Gegeven: 'Waarde',
    Kwalificatie: 'Gasmeten',
    Documentsoort: 'Opleiderdocument',
    Versie: '0.1',
    Status: 'eerste concept, voor inspraak',
    Datum: '12 januari 2026',
  });
  expect(rows(first, 'wijzigingen')[1]).toEqual(['0.1', '12 januari 2026', 'eerste concept, voor inspraak']);

  await toProcessing(server, d, round);
  const second = server.services.newId();
  server.at('2026-03-20T09:00:00.000Z');
  await d.chair.api.command(d.id, freeze(d, second));
  const comparison = await d.chair.api.comparison(version, second);
  expect(facts(comparison.afterDocument)).toMatchObject({ Versie: '0.2', Datum: '20 maart 2026' });
  expect(rows(comparison.afterDocument, 'wijzigingen').slice(1)).toEqual([
    ['0.1', '12 januari 2026', 'eerste concept, voor inspraak'],
    ['0.2', '20 maart 2026', 'concept, ter inzage'],
  ]);
  // Every change of these is the product's, with that as its ground: nothing is left to be explained.
  expect(comparison.comparison.changes.length).toBeGreaterThan(2);
  expect(new Set(comparison.attributions.flatMap(({ people }) => people))).toEqual(new Set([GENERATOR]));
  expect(comparison.people[GENERATOR]?.name).toBe('Automatisch, uit het dossier');
  expect(comparison.links.every(({ how, by }) => how === 'attached' && by === GENERATOR)).toBe(true);
  expect(comparison.findings).toEqual([]);
});

test('an erratum says itself that it is one; the version it mends stays, and the next concept tells of both', async () => {
  const { version, round } = await fromTemplate();
  const base = (await d.chair.api.version(version)).document;
  const wrong = [...textBlocks(base)].find(({ block }) => plainText(block.content) === 'Tekst van de auteurs.');
  const erratum = server.services.newId();
  server.at('2026-01-14T09:00:00.000Z');
  const mend = {
    type: 'make-erratum',
    of: version,
    version: erratum,
    corrections: [{ block: wrong?.block.attrs.id ?? '', from: 0, to: 5, was: 'Tekst', becomes: 'Woorden' }],
    note: 'Verkeerd woord.',
  } as const;
  await d.chair.api.command(d.id, mend);
  await d.chair.api.command(d.id, mend);
  const mended = (await d.trainer.api.version(erratum)).document;
  expect(facts(mended)).toMatchObject({ Versie: '0.1.1', Datum: '14 januari 2026' });
  expect(rows(mended, 'wijzigingen').slice(1)).toEqual([
    ['0.1', '12 januari 2026', 'eerste concept, voor inspraak'],
    ['0.1.1', '14 januari 2026', 'Verkeerd woord.'],
  ]);
  expect((await d.trainer.api.version(version)).document).toEqual(base);
  const between = await d.chair.api.comparison(version, erratum);
  expect(between.attributions.filter(({ unknown }) => unknown)).toEqual([]);
  expect(new Set(between.attributions.flatMap(({ people }) => people))).toEqual(new Set([GENERATOR, d.chair.id]));

  await toProcessing(server, d, round);
  const second = server.services.newId();
  server.at('2026-03-20T09:00:00.000Z');
  await d.chair.api.command(d.id, freeze(d, second));
  const comparison = await d.chair.api.comparison(erratum, second);
  expect(facts(comparison.afterDocument)).toMatchObject({ Versie: '0.2', Datum: '20 maart 2026' });
  expect(rows(comparison.afterDocument, 'wijzigingen').map(([number]) => number)).toEqual([
    'Versie',
    '0.1',
    '0.1.1',
    '0.2',
  ]);
  // The row of the erratum is the same row in both: only the product's own facts changed.
  expect(comparison.comparison.changes).toHaveLength(4);
  expect(comparison.findings).toEqual([]);
});

test('what an author wrote in these rows stays, and what is theirs is not called automatic', async () => {
  const { version, round } = await fromTemplate();
  await toProcessing(server, d, round);
  const { document } = await server.services.rooms.read(d.draft);
  const blocks = [...textBlocks(document)].map(({ block }) => block);
  const date = blocks[blocks.findIndex(({ content }) => plainText(content) === 'Datum') + 1]!;
  const author = { person: d.author.id, at: server.services.now(), comment: null };
  await server.services.rooms.edit(d.draft, author, (tr) => replaceText(tr, date.attrs.id!, 0, 2, '13'));
  const second = server.services.newId();
  server.at('2026-03-20T09:00:00.000Z');
  await d.chair.api.command(d.id, freeze(d, second));
  const comparison = await d.chair.api.comparison(version, second);
  expect(facts(comparison.afterDocument)).toMatchObject({ Versie: '0.2', Datum: '13 januari 2026' });
  const findings = comparison.findings.filter(({ kind }) => kind === 'change-without-ground');
  expect(findings).toHaveLength(1);
});

test('an imported text keeps its own table, whatever it says', async () => {
  const { version } = await toConsultation(server, d);
  const { document } = await d.trainer.api.version(version);
  expect(facts(document)).toMatchObject({
    Versie: '0.1',
    Status: '1e concept, voor inspraak',
    Datum: '12 januari 2026',
  });
  const spans = await server.services.rooms.spans(d.draft);
  expect(spans.some((span) => span.kind === 'inserted' && span.person === GENERATOR)).toBe(false);
});

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceText } from '@draagvlak/document/yjs';
import { textBlocks } from '@draagvlak/document';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { anchorOn, comment, DAY, freeze, toConsultation, toProcessing } from '../testing-story.ts';

let server: TestServer;
let d: TestDossier;
beforeEach(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
});
afterEach(() => server.close());

const COPY = 'bewaart een kopie';

test('a frozen concept is the bytes its hash names, for everybody who may read it', async () => {
  const { version } = await toConsultation(server, d);
  const reading = await d.trainer.api.version(version);
  const bytes = new Uint8Array(await (await d.trainer.ask(`/api/versions/${version}/bytes`)).arrayBuffer());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(reading.version.hash);
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(reading.document);
  expect(reading.mayComment).toBe(true);
});

test('a text proposal is applied with one act, under the name of who applied it and for the comment', async () => {
  const { version, round } = await toConsultation(server, d);
  const { document } = await d.trainer.api.version(version);
  const quote = 'De opleiding duurt minimaal 8 uur';
  const id = server.services.newId();
  await d.trainer.api.command(
    d.id,
    comment(id, anchorOn(document, version, quote), { proposal: 'De opleiding duurt minimaal 12 uur' }),
  );
  await toProcessing(server, d, round);

  // The author first works on a paragraph before it: the passage moves in the document, not in the block.
  const { places } = await d.author.api.applyProposal(d.draft, id);
  const draft = await d.author.api.draft(d.draft);
  const changed = [...textBlocks(draft)].find(({ block }) => block.attrs.id === places[0]?.node);
  expect(JSON.stringify(changed?.block)).toContain('De opleiding duurt minimaal 12 uur');

  const disposition = server.services.newId();
  await d.author.api.command(d.id, {
    type: 'propose-disposition',
    disposition,
    comment: id,
    decision: { kind: 'accepted', motivation: 'Twaalf uur volstaat.', places, into: null },
    supersedes: null,
  });
  await d.chair.api.command(d.id, { type: 'confirm-disposition', disposition });
  const second = server.services.newId();
  server.at('2026-03-20T09:00:00.000Z');
  await d.chair.api.command(d.id, freeze(d, second));

  const comparison = await d.chair.api.comparison(version, second);
  expect(comparison.comparison.changes).toHaveLength(1);
  const [change] = comparison.comparison.changes;
  expect(comparison.attributions[0]).toMatchObject({ key: change?.key, people: [d.author.id], comments: [id] });
  expect(comparison.links.map(({ how, comment: of }) => [how, of])).toContainEqual(['recorded', id]);
  expect(comparison.findings).toEqual([]);
  expect(comparison.comments[0]?.placement.rung).toBe('changed');
  expect(comparison.people[d.author.id]?.name).toBe('Anouk Visser');

  const loaded = await server.services.dossiers.store.load(d.id);
  expect(Object.keys(loaded?.dossier.placements ?? {})).toEqual([second]);
});

test('what changed without a reaction, and what was promised without a change, both show', async () => {
  const { version, round } = await toConsultation(server, d);
  const { document } = await d.trainer.api.version(version);
  const id = server.services.newId();
  await d.trainer.api.command(d.id, comment(id, anchorOn(document, version, 'De opleiding duurt minimaal 8 uur')));
  await toProcessing(server, d, round);
  const other = anchorOn(document, version, 'Dit document bevat de eisen');
  await server.services.rooms.edit(d.draft, { person: d.author.id, at: DAY.processing, comment: null }, (tr) =>
    replaceText(tr, other.start?.block ?? '', 0, 3, 'Het'),
  );
  await d.author.api.command(d.id, {
    type: 'propose-disposition',
    disposition: server.services.newId(),
    comment: id,
    decision: {
      kind: 'accepted',
      motivation: 'Aangepast.',
      places: [
        { section: null, node: anchorOn(document, version, 'De opleiding duurt minimaal 8 uur').start?.block ?? '' },
      ],
      into: null,
    },
    supersedes: null,
  });
  const { findings, progress, comments } = await d.author.api.workbench(version);
  expect(findings.map(({ kind }) => kind).toSorted()).toEqual(['accepted-without-change', 'change-without-ground']);
  expect(progress).toEqual({ total: 1, open: 0, proposed: 1, confirmed: 0 });
  expect(comments[0]).toMatchObject({ number: 'R01', mayConfirm: null, placement: { rung: 'exact' } });
  const gate = (await d.chair.api.dossier(d.id)).steps[0]?.gates.find((one) => one.gate === 'audit-settled');
  expect(gate).toMatchObject({ met: false, done: 0, total: 1 });
});

test('a proposal on a passage that is gone, or changed beyond recognition, is left to a person', async () => {
  const { version, round } = await toConsultation(server, d);
  const { document } = await d.trainer.api.version(version);
  const anchor = anchorOn(document, version, 'De opleiding duurt minimaal 8 uur');
  const [id, plain] = [server.services.newId(), server.services.newId()];
  await d.trainer.api.command(d.id, comment(id, anchor, { proposal: 'De opleiding duurt 12 uur' }));
  await d.trainer.api.command(d.id, comment(plain, anchor));
  await toProcessing(server, d, round);
  await expect(d.author.api.applyProposal(d.draft, plain)).rejects.toMatchObject({ code: 'no-proposal' });
  const author = { person: d.author.id, at: DAY.processing, comment: null };
  const { start, end } = anchor;
  await server.services.rooms.edit(d.draft, author, (tr) =>
    replaceText(tr, start?.block ?? '', start?.offset ?? 0, end?.offset ?? 0, 'Reken op anderhalve lesdag'),
  );
  await expect(d.author.api.applyProposal(d.draft, id)).rejects.toMatchObject({
    code: expect.stringMatching(/^place-(gone|uncertain)$/),
  });
  await expect(d.trainer.api.applyProposal(d.draft, id)).rejects.toMatchObject({ code: 'not-allowed' });
});

test('a comment on words that are not in the version is refused', async () => {
  const { version } = await toConsultation(server, d);
  const { document } = await d.trainer.api.version(version);
  const anchor = anchorOn(document, version, 'De opleiding duurt minimaal 8 uur');
  const sent = (changed: object) =>
    d.trainer.api.command(d.id, comment(server.services.newId(), { ...anchor, ...changed }));
  await expect(sent({ quote: COPY })).rejects.toMatchObject({ code: 'anchor-not-in-version' });
  await expect(sent({ start: { block: 'nergens', offset: 0 } })).rejects.toMatchObject({
    code: 'anchor-not-in-version',
  });
  await expect(sent({ end: { ...anchor.end, offset: 99_999 } })).rejects.toMatchObject({
    code: 'anchor-not-in-version',
  });
});

test('files are kept by what they are and downloaded as attachments, only within their dossier', async () => {
  const pdf = new Blob([new TextEncoder().encode('%PDF-1.7\n...')]);
  const { blob, type } = await d.secretary.api.uploadFile(d.id, pdf);
  expect(type).toBe('application/pdf');
  const response = await d.author.ask(`/api/dossiers/${d.id}/files/${blob}`);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=".*\.pdf"$/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).toContain('%PDF-1.7');
  const reference = { id: server.services.newId(), title: 'Examen', kind: 'file', blob, href: null, type } as const;
  await d.secretary.api.command(d.id, { type: 'add-reference', reference });
  await expect(
    d.secretary.api.command(d.id, {
      type: 'add-reference',
      reference: { ...reference, id: server.services.newId(), blob: 'f'.repeat(64) },
    }),
  ).rejects.toMatchObject({ code: 'invalid-request', problem: { field: 'reference.blob' } });
  await expect(d.secretary.api.uploadFile(d.id, new Blob([new Uint8Array([0x7f, 0x45])]))).rejects.toMatchObject({
    code: 'unknown-file-type',
  });
  await expect(d.author.api.uploadFile(d.id, pdf)).rejects.toMatchObject({ code: 'not-allowed' });
  const form = new FormData();
  form.set('bestand', pdf, 'regels.exe');
  const asForm = await d.secretary.ask(`/api/dossiers/${d.id}/files`, { method: 'POST', body: form });
  expect(await asForm.json()).toMatchObject({ type: 'application/pdf' });
  const elsewhere = await openTestDossier(server);
  expect((await elsewhere.secretary.ask(`/api/dossiers/${elsewhere.id}/files/${blob}`)).status).toBe(404);
  expect((await d.outsider.ask(`/api/dossiers/${d.id}/files/${blob}`)).status).toBe(404);
});

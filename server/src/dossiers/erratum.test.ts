import { afterEach, beforeEach, expect, test } from 'vitest';
import { inlineText, textBlocks, type DocumentJson } from '@draagvlak/document';
import { replaceText } from '@draagvlak/document/yjs';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { anchorOn, comment, DAY, freeze, toConsultation, toProcessing } from '../testing-story.ts';

let server: TestServer;
let d: TestDossier;
beforeEach(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
});
afterEach(() => server.close());

const MISTAKE = 'De opleiding duurt minimaal 8 uur';

function correction(document: DocumentJson, was: string, becomes: string) {
  const { start, end } = anchorOn(document, '', was);
  return { block: start?.block ?? '', from: start?.offset ?? 0, to: end?.offset ?? 0, was, becomes };
}

async function mend(of: string, was: string, becomes: string, guest = d.chair) {
  const { document } = await d.chair.api.version(of);
  const version = server.services.newId();
  await guest.api.command(d.id, {
    type: 'make-erratum',
    of,
    version,
    corrections: [correction(document, was, becomes)],
    note: 'Typefout.',
  });
  return version;
}

const words = (document: DocumentJson, block: string) =>
  inlineText([...textBlocks(document)].find(({ block: { attrs } }) => attrs.id === block)!.block);

test('an erratum in a consultation is the frozen text with only its corrections, and the draft has them too', async () => {
  const { version } = await toConsultation(server, d);
  const { document: base, version: frozen } = await d.trainer.api.version(version);
  const reaction = server.services.newId();
  await d.trainer.api.command(d.id, comment(reaction, anchorOn(base, version, MISTAKE)));
  const erratum = await mend(version, 'minimaal 8 uur', 'minimaal 16 uur');

  const reading = await d.trainer.api.version(erratum);
  const { block } = correction(base, MISTAKE, '');
  expect(reading.version).toMatchObject({
    number: '0.1.1',
    erratumOf: version,
    note: 'Typefout.',
    corrections: [{ block, was: 'minimaal 8 uur', becomes: 'minimaal 16 uur', inDraft: true }],
  });
  expect(words(reading.document, block)).toContain('De opleiding duurt minimaal 16 uur');
  const changed = (one: DocumentJson) => [...textBlocks(one)].filter(({ block: { attrs } }) => attrs.id !== block);
  expect(changed(reading.document).map(({ block: one }) => one)).toEqual(changed(base).map(({ block: one }) => one));
  // The version itself is what it was, byte for byte.
  expect((await d.trainer.api.version(version)).version.hash).toBe(frozen.hash);
  expect(words(await d.chair.api.draft(d.draft), block)).toContain('minimaal 16 uur');

  // The comment stays where it was made, and stands at its place in the mended text; that can be commented as well.
  expect(reading.comments).toMatchObject([{ id: reaction, version, anchor: { version: erratum, quote: MISTAKE } }]);
  expect(reading.mayComment).toBe(true);
  const page = await (await d.trainer.ask(`/lezen/${erratum}`)).text();
  expect(page).toContain('Dit is een verbetering van versie 0.1.');
  expect(page).toContain('1 reactie is gemaakt op versie 0.1.');
  expect(page).toContain(`href="/lezen/${version}"`);
  expect(await (await d.trainer.ask(`/lezen/${version}`)).text()).toContain('versie 0.1.1');

  // Who mended it is known; nobody else is named for it.
  const { comparison, attributions } = await d.chair.api.comparison(version, erratum);
  expect(comparison.changes).toHaveLength(1);
  expect(attributions).toMatchObject([{ people: [d.chair.id], unknown: false, comments: [] }]);
});

test('what people said before and after the erratum is answered together, and the correction needs no ground', async () => {
  const { version, round } = await toConsultation(server, d);
  const { document } = await d.trainer.api.version(version);
  const [first, second] = [server.services.newId(), server.services.newId()];
  await d.trainer.api.command(d.id, comment(first, anchorOn(document, version, MISTAKE)));
  const erratum = await mend(version, 'bewaart een kopie', 'bewaart een afschrift');
  const after = await d.centre.api.version(erratum);
  await d.centre.api.command(d.id, comment(second, anchorOn(after.document, erratum, 'bewaart een afschrift')));
  await toProcessing(server, d, round);
  for (const one of [version, erratum]) {
    const workbench = await d.author.api.workbench(one);
    expect(workbench.comments.map(({ id }) => id)).toEqual([first, second]);
    expect(workbench.progress.total).toBe(2);
  }
  const { comments, findings } = await d.author.api.workbench(erratum);
  expect(comments.map(({ placement }) => placement.rung)).toEqual(['exact', 'exact']);
  expect(findings.map(({ kind }) => kind)).toEqual(['comment-unanswered', 'comment-unanswered']);
});

test('a draft that has moved on keeps its own words, and the erratum says so', async () => {
  const { version, round } = await toConsultation(server, d);
  await toProcessing(server, d, round);
  const { document } = await d.chair.api.version(version);
  const { block, from, to } = correction(document, MISTAKE, '');
  await server.services.rooms.edit(d.draft, { person: d.author.id, at: DAY.processing, comment: null }, (tr) =>
    replaceText(tr, block, from, to, 'Reken op anderhalve lesdag'),
  );
  const erratum = await mend(version, 'minimaal 8 uur', 'minimaal 16 uur');
  const reading = await d.chair.api.version(erratum);
  expect(words(reading.document, block)).toContain('De opleiding duurt minimaal 16 uur');
  expect(reading.version.corrections).toMatchObject([{ inDraft: false }]);
  expect(words(await d.chair.api.draft(d.draft), block)).toContain('Reken op anderhalve lesdag');
});

test('asked twice it is made once; words that do not stand there, and who is not the chair, are refused', async () => {
  const { version } = await toConsultation(server, d);
  const { document } = await d.chair.api.version(version);
  const ask = (about: object = {}, guest = d.chair) =>
    guest.api.command(d.id, {
      type: 'make-erratum',
      of: version,
      version: 'erratum-1',
      corrections: [correction(document, 'minimaal 8 uur', 'minimaal 16 uur')],
      note: 'Typefout.',
      ...about,
    });
  await expect(
    ask({ corrections: [{ block: 'nergens', from: 0, to: 1, was: 'a', becomes: 'b' }] }),
  ).rejects.toMatchObject({
    code: 'anchor-not-in-version',
  });
  await expect(ask({}, d.author)).rejects.toMatchObject({ code: 'not-allowed' });
  await ask();
  await ask();
  const { documents } = await d.chair.api.dossier(d.id);
  expect(documents[0]?.versions.map(({ number }) => number)).toEqual(['0.1', '0.1.1']);
  const draft = await d.chair.api.draft(d.draft);
  expect(JSON.stringify(draft).match(/minimaal 16 uur/g)).toHaveLength(1);
  await expect(d.chair.api.command(d.id, freeze(d, 'erratum-2'))).rejects.toMatchObject({ code: 'wrong-phase' });
});

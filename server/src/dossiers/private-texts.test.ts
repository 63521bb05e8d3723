import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { toConsultation, toDrafting } from '../testing-story.ts';

let server: TestServer;
let d: TestDossier;
beforeEach(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
});
afterEach(() => server.close());

const piece = (text: string, at: string, block: string | null = null) => ({
  id: server.services.newId(),
  text,
  block,
  at,
});

test('what is typed in a part that is gone comes in pieces and is kept as one text, per person and draft', async () => {
  await toDrafting(server, d);
  const { privateTexts } = server.services;
  await privateTexts.keepPiece(d.author.id, d.draft, piece('Een zin', '2026-01-06T09:00:00.000Z', 'b1'));
  await privateTexts.keepPiece(d.author.id, d.draft, piece(' die door', '2026-01-06T09:00:02.000Z'));
  await privateTexts.keepPiece(d.author.id, d.draft, piece('gaat.', '2026-01-06T09:00:03.000Z'));
  await privateTexts.keepPiece(d.author.id, d.draft, piece('Ergens anders.', '2026-01-06T09:00:04.000Z', 'b2'));
  await privateTexts.keepPiece(d.author.id, d.draft, piece('Veel later.', '2026-01-06T10:00:00.000Z', 'b2'));
  const texts = await d.author.api.keptTexts(d.draft);
  expect(texts.map(({ text, block }) => [text, block])).toEqual([
    ['Een zin die doorgaat.', 'b1'],
    ['Ergens anders.', 'b2'],
    ['Veel later.', 'b2'],
  ]);
  expect(await d.chair.api.keptTexts(d.draft)).toEqual([]);
  await d.chair.api.deleteKeptText(d.draft, texts[0]!.id);
  expect(await d.author.api.keptTexts(d.draft)).toHaveLength(3);
  await d.author.api.deleteKeptText(d.draft, texts[0]!.id);
  expect((await d.author.api.keptTexts(d.draft)).map(({ text }) => text)).toEqual(['Ergens anders.', 'Veel later.']);
});

test('who meets a draft that closed meanwhile puts the text aside, also then; others cannot', async () => {
  await toConsultation(server, d);
  const id = server.services.newId();
  await d.author.api.saveKeptText(d.draft, { id, text: 'Nog niet opgeslagen.' });
  await d.author.api.saveKeptText(d.draft, { id, text: 'Nog niet opgeslagen.' });
  expect(await d.author.api.keptTexts(d.draft)).toEqual([
    { id, text: 'Nog niet opgeslagen.', block: null, at: server.services.now() },
  ]);
  await expect(d.trainer.api.saveKeptText(d.draft, { id, text: 'x' })).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(d.outsider.api.keptTexts(d.draft)).rejects.toMatchObject({ code: 'not-found' });
  await expect(d.author.api.keptTexts('unknown')).rejects.toMatchObject({ code: 'not-found' });
});

test('the open page hears that a text was kept, and only its author does', async () => {
  await toDrafting(server, d);
  const listen = async (guest: typeof d.author) => {
    const response = await guest.ask(`/api/dossiers/${d.id}/events`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = (await reader.read()).value ?? '';
    const reading = (async () => {
      for (let part = await reader.read(); !part.done; part = await reader.read()) heard += part.value;
    })();
    return { heard: () => heard, stop: async () => (await reader.cancel(), await reading) };
  };
  const [author, chair] = [await listen(d.author), await listen(d.chair)];
  await server.services.privateTexts.keepPiece(d.author.id, d.draft, piece('Weg.', server.services.now()));
  await expect.poll(author.heard).toContain(`event: kept-text\ndata: {"draft":"${d.draft}"}`);
  expect(chair.heard()).not.toContain('kept-text');
  await Promise.all([author.stop(), chair.stop()]);
});

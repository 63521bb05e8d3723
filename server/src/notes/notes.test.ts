import { NOTE_LENGTH, type NoticesView } from '@draagvlak/contract/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { freeze, toDrafting } from '../testing-story.ts';
import { createNotes, MOST_NOTES, MOST_REPLIES } from './notes.ts';

let server: TestServer;
let d: TestDossier;
beforeEach(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
  await toDrafting(server, d);
});
afterEach(() => server.close());

const anchor = { block: 'b1', start: 'AAEC', end: 'AAED', quote: 'ten hoogste 12 deelnemers' };
const words = (text: string, mentions: readonly string[] = []) => ({ id: server.services.newId(), text, mentions });

test('an author leaves a note, a colleague answers and ticks it off, and opens it again', async () => {
  const note = await d.author.api.addNote(d.draft, { ...words('Klopt twaalf?'), anchor });
  expect(note).toMatchObject({ text: 'Klopt twaalf?', by: { name: d.author.name }, replies: [], done: null });
  await d.secretary.api.replyToNote(d.draft, note.id, words('Ja, zo staat het in de wet.'));
  await d.secretary.api.markNote(d.draft, note.id, true);
  const [seen] = (await d.author.api.notes(d.draft)).notes;
  expect(seen).toMatchObject({
    replies: [{ text: 'Ja, zo staat het in de wet.', by: { name: d.secretary.name } }],
    done: { by: { name: d.secretary.name } },
  });
  expect(await d.author.api.markNote(d.draft, note.id, false)).toMatchObject({ done: null });
});

test('who is mentioned sees it as unread until they look; so does who began the note when it is answered', async () => {
  const { authors } = await d.author.api.notes(d.draft);
  expect(authors.map(({ person }) => person)).toContain(d.secretary.id);
  expect(authors.map(({ person }) => person)).not.toContain(d.author.id);
  const note = await d.author.api.addNote(d.draft, { ...words('@Secretaris, weet u dit?', [d.secretary.id]), anchor });
  const unread = async (guest: typeof d.author) => (await guest.api.notes(d.draft)).notes[0]?.unread;
  expect([await unread(d.secretary), await unread(d.author)]).toEqual([true, false]);
  const answer = await d.secretary.ask('/api/notices');
  const { notices } = (await answer.json()) as NoticesView;
  const told = notices.filter(({ kind }) => kind === 'mentioned');
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toContain('weet u dit');
  await d.secretary.api.seeNote(d.draft, note.id);
  expect(await unread(d.secretary)).toBe(false);
  await d.secretary.api.replyToNote(d.draft, note.id, words('Nee.'));
  expect(await unread(d.author)).toBe(true);
  // Somebody who cannot read the note is not mentioned in it, whatever is sent.
  // The clock of the test may stand still, so the note is found by its id and not by its place in the list.
  const stray = await d.author.api.addNote(d.draft, { ...words('@Opleider', [d.trainer.id]), anchor });
  const kept = await server.services.dossiers.notes.of(d.draft, null);
  expect(kept).toHaveLength(2);
  expect(kept.find(({ id }) => id === stray.id)).toMatchObject({ unseen: [] });
});

test('notes are for authors: others cannot read them, and only who wrote one can throw it away', async () => {
  const note = await d.author.api.addNote(d.draft, { ...words('Onder ons.'), anchor });
  await expect(d.trainer.api.notes(d.draft)).rejects.toMatchObject({ code: 'not-found' });
  await expect(d.outsider.api.notes(d.draft)).rejects.toMatchObject({ code: 'not-found' });
  await expect(d.trainer.api.addNote(d.draft, { ...words('x'), anchor })).rejects.toMatchObject({ code: 'not-found' });
  await expect(d.secretary.api.deleteNote(d.draft, note.id)).rejects.toMatchObject({ code: 'not-your-own' });
  const reply = words('Ook van mij.');
  await d.secretary.api.replyToNote(d.draft, note.id, reply);
  await expect(d.author.api.deleteNoteReply(d.draft, note.id, reply.id)).rejects.toMatchObject({
    code: 'not-your-own',
  });
  await d.secretary.api.deleteNoteReply(d.draft, note.id, reply.id);
  expect((await d.author.api.notes(d.draft)).notes[0]?.replies).toEqual([]);
  await d.author.api.deleteNote(d.draft, note.id);
  expect((await d.author.api.notes(d.draft)).notes).toEqual([]);
  await expect(d.author.api.markNote(d.draft, note.id, true)).rejects.toMatchObject({ code: 'not-found' });
});

test('freezing the draft throws its notes away, and leaves no fact of them', async () => {
  await d.author.api.addNote(d.draft, { ...words('Nog nakijken.'), anchor });
  await d.secretary.api.command(d.id, { type: 'answer-rules-question', changesRules: false, list: '' });
  await d.secretary.api.command(d.id, { type: 'record-committee-decision', on: '2026-01-06', minutes: '' });
  server.at('2026-01-07T09:00:00.000Z');
  await d.chair.api.command(d.id, freeze(d, server.services.newId()));
  expect(await server.services.storage.register.list('draft-note')).toEqual([]);
  const journal = await server.services.storage.journal.read(d.id);
  expect(journal.map(({ text }) => text).join('\n')).not.toContain('note-');
  expect((await d.author.api.notes(d.draft)).notes).toEqual([]);
});

test('a server that stopped between freezing and clearing shows nothing of the notes that ended', async () => {
  const { notes } = server.services.dossiers;
  await notes.add('w', { ...words('Van voor het vastleggen.'), by: 'a', at: '2026-01-06T09:00:00.000Z', anchor });
  await notes.add('w', { ...words('Van erna.'), by: 'a', at: '2026-01-08T09:00:00.000Z', anchor });
  const left = await notes.of('w', '2026-01-07T09:00:00.000Z');
  expect(left.map(({ text }) => text)).toEqual(['Van erna.']);
});

test('what is sent twice is one note; size and number have a limit; answers at once are both kept', async () => {
  const note = { ...words('Een keer.'), anchor };
  await Promise.all([d.author.api.addNote(d.draft, note), d.author.api.addNote(d.draft, note)]);
  expect((await d.author.api.notes(d.draft)).notes).toHaveLength(1);
  await expect(d.secretary.api.addNote(d.draft, note)).rejects.toMatchObject({ code: 'already-exists' });
  await Promise.all([
    d.author.api.replyToNote(d.draft, note.id, words('Een.')),
    d.secretary.api.replyToNote(d.draft, note.id, words('Twee.')),
  ]);
  expect((await d.author.api.notes(d.draft)).notes[0]?.replies).toHaveLength(2);
  for (const text of ['', ' ', 'x'.repeat(NOTE_LENGTH + 1)]) {
    await expect(d.author.api.addNote(d.draft, { ...words(text), anchor })).rejects.toMatchObject({
      code: 'invalid-request',
    });
  }
  const notes = createNotes(server.services.storage.register);
  const said = (id: string) => ({ id, text: 'x', by: 'a', at: '2026-01-06T09:00:00.000Z', mentions: [] });
  for (let index = 0; index < MOST_NOTES; index += 1) await notes.add('vol', { ...said(`n${index}`), anchor });
  expect(await notes.add('vol', { ...said('nog'), anchor })).toBe('full');
  for (let index = 0; index < MOST_REPLIES; index += 1) await notes.reply('vol', 'n0', said(`r${index}`));
  expect(await notes.reply('vol', 'n0', said('nog'))).toBe('full');
});

import { decodeSpans } from '@draagvlak/attribution';
import { memoryDisk, openMemory } from '@draagvlak/storage/memory';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { DraftLog } from './draft-log.ts';
import { firstEntry } from './first-entry.ts';
import type { Author } from './ports.ts';
import { recording } from './recording.ts';
import { VOCABULARY } from './testing.ts';

const AT = '2026-11-22T12:00:00.000Z';
const author = (person: string): Author => ({ person, at: AT, comment: null, origin: 'typed' });

/** A client of the draft: its own document, with undo as the editor has it. */
function client(id: number, state: Uint8Array) {
  const doc = new Y.Doc();
  doc.clientID = id;
  Y.applyUpdate(doc, state, 'server');
  const text = (doc.getXmlFragment(VOCABULARY.root).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  return { doc, text, undo: new Y.UndoManager(text, { captureTimeout: 0 }) };
}

/** What the client's act sends. */
function sent({ doc }: { readonly doc: Y.Doc }, act: () => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array) => void updates.push(update);
  doc.on('update', listen);
  act();
  doc.off('update', listen);
  return Y.mergeUpdates(updates);
}

function firstState(): Uint8Array {
  const doc = new Y.Doc();
  const block = new Y.XmlElement('block');
  block.setAttribute('id', 'a');
  block.insert(0, [new Y.XmlText('De opleiding duurt ')]);
  doc.getXmlFragment(VOCABULARY.root).insert(0, [block]);
  return Y.encodeStateAsUpdate(doc);
}

test('[SYN32] who takes a deletion back after a restart is not the author of the words that come back', async () => {
  const disk = memoryDisk();
  const parts = { drafts: openMemory({ disk }).drafts, attribution: recording, vocabulary: VOCABULARY };
  await parts.drafts.create('d');
  await parts.drafts.append('d', [firstEntry(firstState(), 'secretary', AT, recording)]);
  const before = await DraftLog.load('d', parts);
  const anna = client(11, Y.encodeStateAsUpdate(before.doc));
  const typed = sent(anna, () => anna.text.insert(19, 'minimaal zestien uur'));
  await before.append(before.receive(typed, author('anna')));
  const bram = client(12, Y.encodeStateAsUpdate(before.doc));
  const erased = sent(bram, () => bram.text.delete(19, 20));
  await before.append(before.receive(erased, author('bram')));
  before.destroy();

  const after = await DraftLog.load('d', parts);
  const back = sent(bram, () => bram.undo.undo());
  const [entry] = after.receive(back, author('bram'));
  expect(bram.text.toString()).toBe('De opleiding duurt minimaal zestien uur');
  const spans = decodeSpans(entry.spans, entry);
  const inserted = spans.filter((span) => span.kind === 'inserted');
  expect(inserted).toMatchObject([{ person: 'anna', sender: 'bram', count: 20 }]);
  // What was recorded stays what it was: reading the log records nothing again.
  expect((await parts.drafts.spans('d')).length).toBe(3);
  after.destroy();
});

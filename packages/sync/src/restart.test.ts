import { decodeSpans, SpanIndex } from '@draagvlak/attribution';
import type { Drafts } from '@draagvlak/storage';
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

test('[SYN27] after compaction and a restart every character still has its author and comment, also through Enter', async () => {
  const disk = memoryDisk();
  const parts = { drafts: openMemory({ disk }).drafts, attribution: recording, vocabulary: VOCABULARY };
  await parts.drafts.create('d');
  await parts.drafts.append('d', [firstEntry(firstState(), 'secretary', AT, recording)]);
  const before = await DraftLog.load('d', parts);
  const anna = client(11, Y.encodeStateAsUpdate(before.doc));
  const typed = sent(anna, () => anna.text.insert(19, 'minimaal zestien uur'));
  await before.append(before.receive(typed, { ...author('anna'), comment: 'reactie-7' }));
  const bram = client(12, Y.encodeStateAsUpdate(before.doc));
  const erased = sent(bram, () => bram.text.delete(19, 9));
  await before.append(before.receive(erased, { ...author('bram'), comment: 'reactie-12' }));
  await before.compact();
  before.destroy();
  expect((await parts.drafts.load('d')).entries).toEqual([]);

  const reopened = { ...parts, drafts: openMemory({ disk }).drafts };
  const after = await DraftLog.load('d', reopened);
  expect(await grounds(after, reopened.drafts)).toEqual([
    ['De opleiding duurt ', 'imported', null],
    ['zestien uur', 'anna', 'reactie-7'],
  ]);
  const stored = (await reopened.drafts.spans('d')).flatMap((row) => decodeSpans(row.spans, row));
  expect(stored.filter((span) => span.kind === 'deleted')).toMatchObject([
    { person: 'bram', comment: 'reactie-12', client: 11, count: 9 },
  ]);

  // somebody else cuts the paragraph in two: the half that goes to a new block was written by Anna still
  const cas = client(13, Y.encodeStateAsUpdate(after.doc));
  const split = sent(cas, () =>
    cas.doc.transact(() => {
      const block = new Y.XmlElement('block');
      block.setAttribute('id', 'b');
      block.insert(0, [new Y.XmlText('zestien uur')]);
      cas.text.delete(19, 11);
      cas.doc.getXmlFragment(VOCABULARY.root).insert(1, [block]);
    }),
  );
  await after.append(after.receive(split, author('cas')));
  await after.compact();
  after.destroy();
  const last = await DraftLog.load('d', reopened);
  expect(await grounds(last, reopened.drafts)).toEqual([
    ['De opleiding duurt ', 'imported', null],
    ['zestien uur', 'anna', 'reactie-7'],
  ]);
  last.destroy();
});

/** The text of the draft in stretches, each with who made it and for which comment. */
async function grounds({ doc }: DraftLog, drafts: Drafts): Promise<(readonly [string, string, string | null])[]> {
  const rows = await drafts.spans('d');
  const index = new SpanIndex(rows.flatMap((row) => decodeSpans(row.spans, row)));
  const found: (readonly [string, string, string | null])[] = [];
  for (const block of doc.getXmlFragment(VOCABULARY.root).toArray()) {
    for (let item = ((block as Y.XmlElement).get(0) as Y.XmlText)._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      const { client, clock } = item.id;
      let at = 0;
      for (const { count, ground } of index.grounds({ client, clock, count: item.length })) {
        const words = item.content.str.slice(at, at + count);
        found.push([
          words,
          ground?.origin === 'imported' ? 'imported' : (ground?.person ?? '?'),
          ground?.comment ?? null,
        ]);
        at += count;
      }
    }
  }
  return found;
}

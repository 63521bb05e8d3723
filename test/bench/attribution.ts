import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { encodeSpans, Recorder } from '@draagvlak/attribution';
import * as Y from 'yjs';

/**
 * What it costs to record who typed what: bytes stored and time spent per edit, on a recorded editing session in the
 * format of github.com/josephg/editing-traces, gzipped or not. The file is the reader's own:
 * `TRACE=FILE pnpm bench attribution`.
 */

interface Trace {
  readonly txns: readonly { readonly patches: readonly (readonly [at: number, deleted: number, inserted: string])[] }[];
}

const MOST = 30_000;
const BLOCK = 'b1';

function read(file: string): Trace {
  const bytes = readFileSync(file);
  return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as Trace;
}

/** A draft of one empty paragraph. */
function draft(clientId: number): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = clientId;
  const block = new Y.XmlElement('block');
  block.setAttribute('id', BLOCK);
  block.insert(0, [new Y.XmlText()]);
  doc.getXmlFragment('prosemirror').insert(0, [block]);
  return doc;
}

export function benchAttribution(file: string | undefined): void {
  if (file === undefined || !existsSync(file)) {
    console.log('Skipped: no editing trace given (TRACE=FILE).');
    return;
  }
  const writer = draft(7);
  const start = Y.encodeStateAsUpdate(writer);
  const [server, plain] = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })];
  for (const doc of [server, plain]) Y.applyUpdate(doc, start);
  const recorder = new Recorder(server);
  const text = (writer.getXmlFragment('prosemirror').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  const updates: Uint8Array[] = [];
  writer.on('update', (update: Uint8Array) => updates.push(update));

  const by = '0b54a3f0-63f5-4b3e-9a1c-2f27e2d6a001';
  const begun = Date.parse('2026-01-12T09:00:00.000Z');
  const sum = { edits: 0, beside: 0, alone: 0, updates: 0, recording: 0, yjs: 0 };
  for (const { patches } of read(file).txns.slice(0, MOST)) {
    writer.transact(() => {
      for (const [at, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(at, deleted);
        // a line break is Enter, which makes a paragraph: here it counts as a character
        if (inserted !== '') text.insert(at, inserted.replaceAll('\n', ' '));
      }
    });
    const update = updates.pop();
    if (update === undefined) continue;
    sum.edits += 1;
    // a keystroke every half second, as people type
    const row = { by, at: new Date(begun + 500 * sum.edits).toISOString() };
    const before = performance.now();
    const spans = recorder.apply(update, { person: by, at: row.at, comment: null, origin: 'typed' });
    const recorded = performance.now();
    Y.applyUpdate(plain, update);
    sum.recording += recorded - before;
    sum.yjs += performance.now() - recorded;
    sum.beside += encodeSpans(spans, row).length;
    sum.alone += encodeSpans(spans).length;
    sum.updates += update.length;
  }
  const per = (value: number) => (value / sum.edits).toFixed(1);
  console.log(
    `${sum.edits} edits: ${per(sum.beside)} bytes each beside the stored row (${per(sum.alone)} without it), the updates themselves ${per(sum.updates)}; ${per(1000 * sum.recording)} µs to apply and record one (${per(1000 * sum.yjs)} of them Yjs)`,
  );
}

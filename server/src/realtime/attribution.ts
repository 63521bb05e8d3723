import { decodeSpans, encodeSpans, Recorder } from '@draagvlak/attribution';
import { type Attribution, SERVER } from '@draagvlak/sync';
import * as Y from 'yjs';

/** What the rooms need of attribution, by the recorder that the rest of the server reads with. */
export const attributionOf: Attribution = {
  recorder: (doc, stored) => {
    const recorder = new Recorder(
      doc,
      stored.flatMap((row) => decodeSpans(row.spans, row)),
    );
    return { record: (author, row, act) => encodeSpans(recorder.record(author, act), row) };
  },
  *clients(row) {
    for (const span of decodeSpans(row.spans, row)) if (span.kind === 'inserted') yield span.client;
  },
};

/** The entry with a draft's first state: nobody typed it, and nobody may write under its client id. */
export function firstEntry(update: Uint8Array, by: string, at: string) {
  const doc = new Y.Doc();
  const row = { by: SERVER, at };
  const spans = new Recorder(doc).apply(update, { person: by, at, comment: null, origin: 'imported' });
  doc.destroy();
  return { update, spans: encodeSpans(spans, row), ...row };
}

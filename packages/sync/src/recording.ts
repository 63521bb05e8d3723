import { decodeSpans, encodeSpans, Recorder } from '@draagvlak/attribution';
import { SERVER } from './draft-log.ts';
import type { Attribution, StoredSpans } from './ports.ts';

/** Who an update was made for: of a row of the server's the person on whose behalf it acted. */
function authorOf(row: Omit<StoredSpans, 'seq'>): string {
  if (row.by !== SERVER) return row.by;
  for (const span of decodeSpans(row.spans, row)) {
    if (span.kind === 'deleted') return span.person;
    return span.kind === 'relocated' ? span.by.person : (span.sender ?? span.person);
  }
  return row.by;
}

/** Attribution by the recorder of `attribution`, in its own encoding. */
export const recording: Attribution = {
  recorder: (doc, stored) => {
    const recorder = new Recorder(
      doc,
      stored.flatMap((row) => decodeSpans(row.spans, row)),
    );
    return {
      record: (author, row, act, update) => encodeSpans(recorder.record(author, act, update ?? null), row),
      whereabouts: ({ client, clock }) => recorder.whereabouts(client, clock),
      grounds: (range) => recorder.grounds(range),
      replay: (update, row) => recorder.replay(update, authorOf(row)),
    };
  },
  *clients(row) {
    for (const span of decodeSpans(row.spans, row)) if (span.kind === 'inserted') yield span.client;
  },
};

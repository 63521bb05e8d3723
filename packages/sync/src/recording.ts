import { decodeSpans, encodeSpans, Recorder } from '@draagvlak/attribution';
import type { Attribution } from './ports.ts';

/** Attribution by the recorder of `attribution`, in its own encoding. */
export const recording: Attribution = {
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

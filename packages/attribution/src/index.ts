export * from './attribution.ts';
export { attribute, type AttributeInput } from './attribute.ts';
export { clockMap } from './clock-map.ts';
export { clocksOf, correctedClocks, type ReplacedUnits, unknownClocks } from './corrected-clocks.ts';
export { decodeSpans, encodeSpans, type Row } from './encoding.ts';
export { Recorder, type Author } from './record.ts';
export { SpanIndex, type Fate } from './span-index.ts';

import { createDecoder, hasContent, readUint8Array, readUint8, readVarString, readVarUint } from 'lib0/decoding';
import {
  createEncoder,
  toUint8Array,
  writeUint8,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  type Encoder,
} from 'lib0/encoding';
import type { Decoder } from 'lib0/decoding';
import type { ClockRange, Ground, Span } from './attribution.ts';

/** What the row that stores the bytes says already, so that the bytes need not: the sender and the moment. */
export interface Row {
  readonly by: string;
  /** ISO instant, UTC. */
  readonly at: string;
}

const FORMAT = 1;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Bits of a ground's first byte. */
const PERSON_OF_ROW = 1;
const MOMENT_OF_ROW = 2;
const COMMENT = 4;
const IMPORTED = 8;

/** Span kinds; `SENT` is an insertion with a sender of its own. */
const KINDS = ['inserted', 'deleted', 'relocated', 'sent'] as const;
const KIND_BITS = 2;

/**
 * Spans as bytes: a table of names, of grounds and of client ids, then a few bytes per span. Pass the row the bytes
 * are stored with, to encoder and decoder alike, and a keystroke costs about ten bytes.
 */
export function encodeSpans(spans: readonly Span[], row: Row | null = null): Uint8Array {
  const names = new Table<string>((name) => name);
  const clients = new Table<number>(String);
  const grounds = new Table<Ground>(({ person, at, comment, origin }) => JSON.stringify([person, at, comment, origin]));
  const body = createEncoder();
  const range = ({ client, clock, count }: ClockRange) => {
    writeVarUint(body, clients.index(client));
    writeVarUint(body, clock);
    writeVarUint(body, count);
  };
  for (const span of spans) {
    const kind = span.kind === 'inserted' && span.sender !== undefined ? 'sent' : span.kind;
    const ground = grounds.index(span.kind === 'relocated' ? span.by : span);
    writeVarUint(body, (ground << KIND_BITS) | KINDS.indexOf(kind));
    if (span.kind === 'relocated') {
      range(span.from);
      writeVarUint(body, clients.index(span.to.client));
      writeVarUint(body, span.to.clock);
    } else {
      if (span.kind === 'inserted' && span.sender !== undefined) writeVarUint(body, names.index(span.sender));
      range(span);
    }
  }
  const table = createEncoder();
  writeVarUint(table, grounds.items.length);
  for (const ground of grounds.items) writeGround(table, ground, names, row);
  const out = createEncoder();
  writeUint8(out, FORMAT);
  // Grounds first: they may add names.
  writeVarUint(out, names.items.length);
  for (const name of names.items) writeName(out, name);
  writeVarUint(out, clients.items.length);
  for (const client of clients.items) writeVarUint(out, client);
  writeUint8Array(out, toUint8Array(table));
  writeUint8Array(out, toUint8Array(body));
  return toUint8Array(out);
}

/**
 * The spans that {@link encodeSpans} wrote with the same row. Empty bytes are no spans.
 *
 * @throws RangeError for bytes of another format, or that need a row and got none.
 */
export function decodeSpans(bytes: Uint8Array, row: Row | null = null): Span[] {
  if (bytes.length === 0) return [];
  const decoder = createDecoder(bytes);
  if (readUint8(decoder) !== FORMAT) throw new RangeError('unknown format of attribution');
  const names = Array.from({ length: readVarUint(decoder) }, () => readName(decoder));
  const clients = Array.from({ length: readVarUint(decoder) }, () => readVarUint(decoder));
  const grounds = Array.from({ length: readVarUint(decoder) }, () => readGround(decoder, names, row));
  const spans: Span[] = [];
  while (hasContent(decoder)) {
    const head = readVarUint(decoder);
    const kind = KINDS[head & (2 ** KIND_BITS - 1)]!;
    const ground = known(grounds[head >> KIND_BITS]);
    if (kind === 'relocated') {
      const from = readRange(decoder, clients);
      const to = { client: known(clients[readVarUint(decoder)]), clock: readVarUint(decoder), count: from.count };
      spans.push({ kind, from, to, by: ground });
    } else if (kind === 'sent') {
      const sender = known(names[readVarUint(decoder)]);
      spans.push({ kind: 'inserted', ...readRange(decoder, clients), ...ground, sender });
    } else {
      spans.push({ kind, ...readRange(decoder, clients), ...ground });
    }
  }
  return spans;
}

function writeGround(encoder: Encoder, ground: Ground, names: Table<string>, row: Row | null): void {
  const ofRow = row !== null && row.by === ground.person;
  const nowOfRow = row !== null && row.at === ground.at;
  writeUint8(
    encoder,
    (ofRow ? PERSON_OF_ROW : 0) |
      (nowOfRow ? MOMENT_OF_ROW : 0) |
      (ground.comment === null ? 0 : COMMENT) |
      (ground.origin === 'imported' ? IMPORTED : 0),
  );
  if (!ofRow) writeVarUint(encoder, names.index(ground.person));
  if (!nowOfRow) writeMoment(encoder, ground.at);
  if (ground.comment !== null) writeVarUint(encoder, names.index(ground.comment));
}

function readGround(decoder: Decoder, names: readonly string[], row: Row | null): Ground {
  const bits = readUint8(decoder);
  return {
    person: bits & PERSON_OF_ROW ? known(row?.by) : known(names[readVarUint(decoder)]),
    at: bits & MOMENT_OF_ROW ? known(row?.at) : readMoment(decoder),
    comment: bits & COMMENT ? known(names[readVarUint(decoder)]) : null,
    origin: bits & IMPORTED ? 'imported' : 'typed',
  };
}

/** Milliseconds since 1970 plus one, or zero and the text, for an instant that is written in another way. */
function writeMoment(encoder: Encoder, at: string): void {
  const time = Date.parse(at);
  if (time >= 0 && new Date(time).toISOString() === at) {
    writeVarUint(encoder, time + 1);
  } else {
    writeVarUint(encoder, 0);
    writeVarString(encoder, at);
  }
}
function readMoment(decoder: Decoder): string {
  const time = readVarUint(decoder);
  return time === 0 ? readVarString(decoder) : new Date(time - 1).toISOString();
}

/** A UUID as its sixteen bytes, any other name as text. */
function writeName(encoder: Encoder, name: string): void {
  const isUuid = UUID.test(name);
  writeUint8(encoder, isUuid ? 1 : 0);
  if (!isUuid) return writeVarString(encoder, name);
  const hex = name.replaceAll('-', '');
  writeUint8Array(
    encoder,
    Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16)),
  );
}
function readName(decoder: Decoder): string {
  if (readUint8(decoder) === 0) return readVarString(decoder);
  const hex = Array.from(readUint8Array(decoder, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function readRange(decoder: Decoder, clients: readonly number[]): ClockRange {
  return { client: known(clients[readVarUint(decoder)]), clock: readVarUint(decoder), count: readVarUint(decoder) };
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new RangeError('attribution names something it does not hold');
  return value;
}

/** Distinct values in order of first use. */
class Table<Item> {
  readonly items: Item[] = [];
  readonly #places = new Map<string, number>();
  readonly #key: (item: Item) => string;

  constructor(key: (item: Item) => string) {
    this.#key = key;
  }

  index(item: Item): number {
    const key = this.#key(item);
    const place = this.#places.get(key);
    if (place !== undefined) return place;
    this.#places.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}

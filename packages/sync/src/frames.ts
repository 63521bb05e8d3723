import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MESSAGE, SYNC } from './protocol.ts';

/** One message of a client, taken apart as far as the protocol goes; what is inside is still untrusted. */
export type Frame =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly states: Uint8Array }
  | { readonly kind: 'query-awareness' }
  | { readonly kind: 'saved' }
  | {
      readonly kind: 'working-on';
      readonly comment: string | null;
      readonly clock: number;
      /** Client id it is about; `null`: whichever the sender writes under. */
      readonly client: number | null;
    };

/** Tells whether a message would write, without reading what it writes. */
export function wouldWrite(data: Uint8Array): boolean {
  return data[0] === MESSAGE.sync && (data[1] === SYNC.step2 || data[1] === SYNC.update);
}

/** `null` when the bytes are no message of the protocol, or more than one. */
export function readFrame(data: Uint8Array): Frame | null {
  const decoder = decoding.createDecoder(data);
  try {
    const frame = readOne(decoder);
    return decoding.hasContent(decoder) ? null : frame;
  } catch {
    // lib0's only way to say that the bytes end too early or say nothing sensible
    return null;
  }
}

function readOne(decoder: decoding.Decoder): Frame | null {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
      return readSync(decoder);
    case MESSAGE.awareness:
      return { kind: 'awareness', states: bytes(decoder) };
    case MESSAGE.queryAwareness:
      return { kind: 'query-awareness' };
    case MESSAGE.saved:
      return { kind: 'saved' };
    case MESSAGE.workingOn: {
      const comment = decoding.readVarString(decoder);
      if (!/^[\w-]{0,64}$/.test(comment)) return null;
      const clock = decoding.readVarUint(decoder);
      const client = decoding.hasContent(decoder) ? decoding.readVarUint(decoder) : null;
      return { kind: 'working-on', comment: comment === '' ? null : comment, clock, client };
    }
    default:
      return null;
  }
}

function readSync(decoder: decoding.Decoder): Frame | null {
  switch (decoding.readVarUint(decoder)) {
    case SYNC.step1:
      return { kind: 'step1', stateVector: bytes(decoder) };
    case SYNC.step2:
      return { kind: 'step2', update: bytes(decoder) };
    case SYNC.update:
      return { kind: 'update', update: bytes(decoder) };
    default:
      return null;
  }
}

/** Unlike lib0's own, throws when fewer bytes follow than announced. */
function bytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new RangeError('the bytes end too early');
  return decoding.readUint8Array(decoder, length);
}

export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(SYNC.step1, stateVector);
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(SYNC.step2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(SYNC.update, update);

function syncFrame(kind: number, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder);
}

/** What is stored: the durable state vector, and how many of the receiver's own writing messages are in it. */
export function savedFrame(stateVector: Uint8Array, messages: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.saved);
  encoding.writeVarUint8Array(encoder, stateVector);
  encoding.writeVarUint(encoder, messages);
  return encoding.toUint8Array(encoder);
}

/** One client's presence as the wire carries it; state `null` says that it is gone. */
export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  readonly state: string;
}

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, entries.length);
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, state);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}

/** `null` for what is no awareness update. */
export function readPresence(states: Uint8Array): readonly PresenceEntry[] | null {
  try {
    const decoder = decoding.createDecoder(states);
    const count = decoding.readVarUint(decoder);
    const entries: PresenceEntry[] = [];
    for (let at = 0; at < count; at += 1) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      entries.push({ client, clock, state: decoding.readVarString(decoder) });
    }
    return decoding.hasContent(decoder) ? null : entries;
  } catch {
    // see readFrame
    return null;
  }
}

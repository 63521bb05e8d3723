import { MESSAGE } from '@draagvlak/contract/socket';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** What the server has stored, as it says after each commit. */
export interface Stored {
  /** Next clock per client id: everything below it is durable. */
  readonly clocks: ReadonlyMap<number, number>;
  /** How many of this connection's sync-step-2 and update messages are durable; a deletion moves no clock. */
  readonly messages: number;
}

/** Asks the server to tell from now on what it has stored; sent after every connect. */
export function askStored(): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.saved);
  return encoding.toUint8Array(encoder);
}

/**
 * Says that what the sender types from `clock` on is made for this comment, or for none; with `client`, what was typed
 * under that client id by an earlier page of the same person.
 */
export function announceWork(comment: string | null, clock: number, client: number | null = null): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.workingOn);
  encoding.writeVarString(encoder, comment ?? '');
  encoding.writeVarUint(encoder, clock);
  if (client !== null) encoding.writeVarUint(encoder, client);
  return encoding.toUint8Array(encoder);
}

/** Reads the body of the server's answer, after its message number. */
export function readStored(decoder: decoding.Decoder): Stored {
  const vector = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  const clocks = new Map<number, number>();
  for (let left = decoding.readVarUint(vector); left > 0; left -= 1) {
    const client = decoding.readVarUint(vector);
    clocks.set(client, decoding.readVarUint(vector));
  }
  return { clocks, messages: decoding.readVarUint(decoder) };
}

const SYNC_STEP_2 = 1;
const UPDATE = 2;

/** A socket that knows how many messages with document content went through it. */
export interface CountingSocket extends WebSocket {
  readonly contentMessages: number;
}

/** y-websocket sends from three places; the socket is the one spot that sees every frame. */
export function countingSocket(Base: typeof WebSocket): typeof WebSocket {
  return class extends Base implements CountingSocket {
    contentMessages = 0;

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      const isContent =
        data instanceof Uint8Array && data[0] === MESSAGE.sync && (data[1] === SYNC_STEP_2 || data[1] === UPDATE);
      if (isContent) this.contentMessages += 1;
      super.send(data as ArrayBuffer);
    }
  };
}

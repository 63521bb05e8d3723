// @vitest-environment happy-dom
import { CLOSE, MESSAGE } from '@draagvlak/contract/socket';
import { FRAGMENT } from '@draagvlak/document';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { DraftSession } from './draft-session.ts';

/** A server in this process: it stores when told to, and says so only then. */
class Server {
  readonly stored = new Y.Doc();
  readonly sockets: Line[] = [];
  readonly work: { comment: string; clock: number }[] = [];
  readonly order: number[] = [];
  up = true;

  get line(): Line {
    const line = this.sockets.at(-1);
    if (line === undefined) throw new Error('nobody connected');
    return line;
  }

  /** Commits what came in and answers as the protocol says. */
  commit(): void {
    for (const line of this.sockets) {
      for (const update of line.waiting.splice(0)) {
        Y.applyUpdate(this.stored, update);
        line.messages += 1;
      }
      if (!line.asked) continue;
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, MESSAGE.saved);
      encoding.writeVarUint8Array(encoder, Y.encodeStateVector(this.stored));
      encoding.writeVarUint(encoder, line.messages);
      line.deliver(encoding.toUint8Array(encoder));
    }
  }
}
let server: Server;

/** One WebSocket to that server. */
class Line {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  binaryType = '';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly waiting: Uint8Array[] = [];
  messages = 0;
  asked = false;

  constructor() {
    server.sockets.push(this);
    queueMicrotask(() => {
      if (!server.up) return this.drop(1006);
      this.readyState = 1;
      this.onopen?.();
    });
  }

  send(data: Uint8Array): void {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    server.order.push(type === MESSAGE.sync ? (data[1] ?? 0) : type);
    if (type === MESSAGE.saved) this.asked = true;
    if (type === MESSAGE.workingOn) {
      server.work.push({ comment: decoding.readVarString(decoder), clock: decoding.readVarUint(decoder) });
    }
    if (type !== MESSAGE.sync) return;
    const kind = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (kind > 0) return void this.waiting.push(body);
    for (const reply of [
      (encoder: encoding.Encoder) => syncProtocol.writeSyncStep2(encoder, server.stored, body),
      (encoder: encoding.Encoder) => syncProtocol.writeSyncStep1(encoder, server.stored),
    ]) {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, MESSAGE.sync);
      reply(encoder);
      this.deliver(encoding.toUint8Array(encoder));
    }
  }

  deliver(bytes: Uint8Array): void {
    this.onmessage?.({ data: bytes.slice().buffer });
  }

  drop(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code, reason: '' });
  }

  close(): void {
    this.readyState = 3;
  }
}

const sessions: DraftSession[] = [];
function connect(): DraftSession {
  const session = new DraftSession({
    url: 'ws://localhost/sync',
    draft: 'werk',
    writer: { person: 'anna', name: 'Anna Vermeer', colour: 1 },
    Socket: Line as unknown as typeof WebSocket,
  });
  sessions.push(session);
  return session;
}
const text = (session: DraftSession) => session.ydoc.getText('proef');
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  server.stored.getXmlFragment(FRAGMENT).insert(0, [new Y.XmlElement('block')]);
});
afterEach(() => {
  for (const session of sessions.splice(0)) session.destroy();
  vi.useRealTimers();
});

describe('what the screen says about saving', () => {
  it('loads first, and says saved only after the server confirmed', async () => {
    const session = connect();
    expect(session.state).toBe('loading');
    await settle();
    expect(session.state).toBe('saved');
    text(session).insert(0, 'nieuw');
    expect(session.state).toBe('busy');
    server.commit();
    expect(session.state).toBe('saved');
    expect(session.savedAt).not.toBeNull();
  });

  it('a confirmation of earlier messages does not cover a later deletion, which moves no clock', async () => {
    const session = connect();
    await settle();
    text(session).insert(0, 'weg');
    server.commit();
    text(session).delete(0, 3);
    const line = server.line;
    const held = line.waiting.splice(0);
    server.commit();
    expect(session.state).toBe('busy');
    line.waiting.push(...held);
    server.commit();
    expect(session.state).toBe('saved');
  });

  it('what is typed without a connection is not saved until it was sent and stored', async () => {
    const session = connect();
    await settle();
    server.commit();
    server.up = false;
    server.line.drop(1006);
    expect(session.state).toBe('offline');
    text(session).insert(0, 'onderweg');
    expect(session.unsaved).toBe(true);
    server.up = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(session.state).toBe('busy');
    server.commit();
    expect(session.state).toBe('saved');
    expect(server.stored.getText('proef').toJSON()).toBe('onderweg');
  });

  it('keeps aside the moment of the last confirmation, so that the rest can be offered for copying', async () => {
    const session = connect();
    const kept: string[] = [];
    session.onSaved = () => kept.push(text(session).toJSON());
    await settle();
    text(session).insert(0, 'een');
    server.commit();
    text(session).insert(3, ' twee');
    expect(kept.at(-1)).toBe('een');
  });
});

describe('how a session ends', () => {
  it('stops for good when the right is gone, and knows that something is not stored', async () => {
    const session = connect();
    await settle();
    text(session).insert(0, 'te laat');
    server.line.drop(CLOSE.noRight);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(session.state).toBe('ended');
    expect(session.ended).toBe(CLOSE.noRight);
    expect(session.unsaved).toBe(true);
    expect(server.sockets).toHaveLength(1);
  });

  it('waits and comes back when the draft is being frozen', async () => {
    const session = connect();
    await settle();
    server.line.drop(CLOSE.sealed);
    expect(session.waiting).toBe(CLOSE.sealed);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(session.state).toBe('saved');
    expect(session.waiting).toBeNull();
  });
});

describe('working on a comment', () => {
  it('is announced before the first edit with the clock from which it holds', async () => {
    const session = connect();
    await settle();
    text(session).insert(0, 'los');
    session.workOn('r07');
    text(session).insert(0, 'voor r07');
    expect(server.work).toEqual([{ comment: 'r07', clock: 3 }]);
    expect(server.order.lastIndexOf(MESSAGE.workingOn)).toBeLessThan(server.order.length - 1);
  });

  it('what was typed offline keeps its ground: announced again on reconnecting, before the text', async () => {
    const session = connect();
    await settle();
    server.commit();
    server.up = false;
    server.line.drop(1006);
    session.workOn('r07');
    text(session).insert(0, 'zeven');
    session.workOn('r08');
    text(session).insert(0, 'acht');
    session.workOn(null);
    server.up = true;
    server.order.length = 0;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.work).toEqual([
      { comment: 'r07', clock: 0 },
      { comment: 'r08', clock: 5 },
      { comment: '', clock: 9 },
    ]);
    expect(server.order.lastIndexOf(MESSAGE.workingOn)).toBeLessThan(server.order.indexOf(1));
  });

  it('is not announced again once what it was for is stored', async () => {
    const session = connect();
    await settle();
    session.workOn('r07');
    text(session).insert(0, 'zeven');
    session.workOn('r08');
    text(session).insert(0, 'acht');
    server.commit();
    server.work.length = 0;
    server.line.drop(1006);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.work).toEqual([{ comment: 'r08', clock: 5 }]);
  });

  it('what an earlier page left goes with the grounds it had, and is announced again until it is stored', async () => {
    const earlier = new Y.Doc();
    const session = connect();
    await settle();
    server.commit();
    Y.applyUpdate(earlier, Y.encodeStateAsUpdate(session.ydoc));
    earlier.getText('proef').insert(0, 'van gisteren');
    const left = Y.encodeStateAsUpdate(earlier, Y.encodeStateVector(session.ydoc));
    const work = [{ client: earlier.clientID, clock: 4, comment: 'r07' }];
    session.takeIn(left, [earlier.clientID], work);
    expect(server.work.map(({ comment }) => comment)).toEqual(['r07', '']);
    expect(server.order.indexOf(MESSAGE.workingOn)).toBeLessThan(server.order.lastIndexOf(2));
    expect(session.state).toBe('busy');
    expect(session.unconfirmed).toContainEqual({ client: earlier.clientID, from: 0 });
    // The line is lost before the server has stored it.
    server.line.waiting.length = 0;
    server.work.length = 0;
    server.line.drop(1006);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.work.map(({ comment }) => comment)).toEqual(['r07', '']);
    server.commit();
    expect(session.state).toBe('saved');
    expect(server.stored.getText('proef').toJSON()).toBe('van gisteren');
    expect(session.work).toEqual([]);
  });
});

import { CLOSE, type CloseCode } from '@draagvlak/contract/socket';
import { type Clock, type Member, type Peer, type Registry, type Room, type Session } from '@draagvlak/sync';
import { upgradeWebSocket } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import type { WebSocket } from 'ws';
import type { DraftAccess, DraftGate } from './rooms.ts';

interface Connection {
  readonly draft: string;
  /** What the request carried; the gate is asked with it again. */
  readonly token: string | null;
  access: DraftAccess;
  readonly room: Room;
  readonly session: Session;
  readonly socket: WebSocket;
  /** When it came, in milliseconds of the clock. */
  readonly since: number;
  /** Answered the last ping. */
  alive: boolean;
}

export interface ConnectionsParts {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly gate: DraftGate;
  readonly session: (c: Context) => string | null;
  readonly allowOrigin: (c: Context) => boolean;
  readonly schemaHash: string;
  /** Nobody of this person is in the draft any more; how long the last connection was there. */
  readonly onLeft?: (left: { readonly draft: string; readonly person: string; readonly milliseconds: number }) => void;
  readonly onTrouble: (trouble: { readonly draft: string; readonly error: unknown }) => void;
}

/** Milliseconds between pings; a connection that has not answered the last one is dropped. */
const PING = 25_000;
const COLOURS = { 1: '#0a5566', 2: '#8a3307', 3: '#573788', 4: '#28632f' } as const;

/** The sockets: who is let in, what is heard of them, and what happens when their rights change. */
export class Connections {
  readonly handler: MiddlewareHandler;
  readonly #parts: ConnectionsParts;
  readonly #open = new Set<Connection>();
  /** Counts the rechecks, so that a right that changes during a handshake is seen. */
  #rechecks = 0;
  #stopped = false;
  #cancelPing: (() => void) | null = null;

  constructor(parts: ConnectionsParts) {
    this.#parts = parts;
    this.handler = (c, next) => this.#handle(c, next);
  }

  async recheck(about: { readonly dossier?: string; readonly session?: string } = {}): Promise<void> {
    this.#rechecks += 1;
    const concerned = [...this.#open].filter(
      ({ access }) =>
        (about.dossier === undefined || access.dossier === about.dossier) &&
        (about.session === undefined || access.session === about.session),
    );
    await Promise.all(concerned.map((connection) => this.#ask(connection)));
  }

  async #ask(connection: Connection): Promise<void> {
    const access = await this.#parts.gate.access(connection.token, connection.draft);
    if (!this.#open.has(connection)) return;
    if (typeof access === 'number') {
      // Who was in the draft knows that it is there: what is hidden from them now is a right that ended.
      const code = access === CLOSE.unknown ? CLOSE.noRight : access;
      return connection.session.end(code, reasonOf(code));
    }
    const same = JSON.stringify(access) === JSON.stringify(connection.access);
    connection.access = access;
    if (!same) connection.room.change(connection.session, memberOf(access));
  }

  /** Lets nobody in any more and stops looking after connections; the rooms close them. */
  stop(): void {
    this.#stopped = true;
    this.#cancelPing?.();
    this.#cancelPing = null;
  }

  async #handle(c: Context, next: () => Promise<void>): Promise<Response | void> {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
      return c.text('', 426, { Upgrade: 'websocket', Connection: 'Upgrade' });
    }
    if (!this.#parts.allowOrigin(c)) return c.text('', 403);
    const draft = c.req.param('draft') ?? '';
    const token = this.#parts.session(c);
    const decidedAt = this.#rechecks;
    const access = await this.#decide(c, token, draft);
    let connection: Connection | null = null;
    // A browser cannot see the status of a refused handshake, so a refusal is a close code.
    const upgrade = upgradeWebSocket(() => ({
      onOpen: (_event, { raw }) => {
        const socket = raw as unknown as WebSocket;
        if (this.#stopped) socket.close(CLOSE.restart, 'restart');
        else if (typeof access === 'number') socket.close(access, reasonOf(access));
        else if (decidedAt !== this.#rechecks) socket.close(CLOSE.sealed, 'rights changed');
        else connection = this.#enter(socket, draft, token, access);
      },
      onMessage: ({ data }) => {
        if (connection === null) return;
        if (typeof data === 'string') connection.session.end(CLOSE.refused, 'text');
        else connection.session.receive(new Uint8Array(data as ArrayBuffer));
      },
      onClose: () => {
        if (connection) this.#leave(connection);
      },
      // What `ws` refuses (a frame against the protocol, or too large) it closes by itself; `onClose` follows.
      onError: () => {},
    }));
    return upgrade(c, next);
  }

  async #decide(c: Context, token: string | null, draft: string): Promise<DraftAccess | CloseCode> {
    const access = await this.#parts.gate.access(token, draft);
    if (typeof access === 'number') return access;
    const schema = c.req.query('schema');
    const epoch = c.req.query('epoch');
    if (schema !== undefined && schema !== this.#parts.schemaHash) return CLOSE.outdated;
    if (epoch !== undefined && epoch !== (access.epoch ?? '1')) return CLOSE.outdated;
    return access;
  }

  #enter(socket: WebSocket, draft: string, token: string | null, access: DraftAccess): Connection {
    const room = this.#parts.registry.get(draft);
    const session = room.join(peerOf(socket), memberOf(access));
    const connection: Connection = {
      draft,
      token,
      access,
      room,
      session,
      socket,
      since: this.#parts.clock.milliseconds(),
      alive: true,
    };
    this.#open.add(connection);
    socket.on('pong', () => (connection.alive = true));
    this.#cancelPing ??= this.#parts.clock.after(PING, () => this.#ping());
    return connection;
  }

  #leave(connection: Connection): void {
    if (!this.#open.delete(connection)) return;
    connection.room.leave(connection.session);
    this.#parts.registry.released(connection.room);
    if (this.#stopped) return;
    const { draft, access, since } = connection;
    for (const other of this.#open) if (other.draft === draft && other.access.person === access.person) return;
    this.#parts.onLeft?.({ draft, person: access.person, milliseconds: this.#parts.clock.milliseconds() - since });
  }

  /** Finds the dead, since a cable that was pulled closes no socket; and those whose session ran out meanwhile. */
  #ping(): void {
    this.#cancelPing = null;
    for (const connection of this.#open) {
      if (!connection.alive) {
        connection.socket.terminate();
        continue;
      }
      connection.alive = false;
      connection.socket.ping();
      this.#ask(connection).catch((error: unknown) => this.#parts.onTrouble({ draft: connection.draft, error }));
    }
    if (this.#open.size > 0) this.#cancelPing = this.#parts.clock.after(PING, () => this.#ping());
  }
}

const memberOf = ({ person, name, colour, mayWrite, comments }: DraftAccess): Member => ({
  person,
  mayWrite,
  ...(comments ? { comments } : {}),
  // `color` is what stock cursors read
  user: { person, name, colour, color: COLOURS[colour], role: mayWrite ? 'author' : 'reader' },
});

const reasonOf = (code: CloseCode): string =>
  Object.entries(CLOSE).find(([, value]) => value === code)?.[0] ?? 'closed';

const peerOf = (socket: WebSocket): Peer => ({
  send: (frame) => {
    // The callback takes the error of a connection that has just gone; its close event follows.
    if (socket.readyState === socket.OPEN) socket.send(frame, { binary: true, compress: false }, () => {});
  },
  close: (code, reason) => socket.close(code, reason),
  waiting: () => socket.bufferedAmount,
});

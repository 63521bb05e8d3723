import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DocumentJson, PLAIN_BLOCK } from '@draagvlak/document';
import { createRooms, type DraftAccess, type Rooms, type RoomsParts } from '@draagvlak/server/realtime';
import type { Storage } from '@draagvlak/storage';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocketServer } from 'ws';

/** A server with drafts and nothing else: whoever says who they are in `?as=` is believed. */
export interface DraftServer {
  /** `ws://…/sync`, as y-websocket wants it. */
  readonly url: string;
  readonly port: number;
  readonly rooms: Rooms;
  /** Rights and sessions, to be changed by a test; call `rooms.recheck()` afterwards. */
  readonly rights: Map<string, 'write' | 'read' | 'none'>;
  close(): Promise<void>;
}

export const DRAFT = 'd0000000-0000-4000-8000-000000000001';
export const SCHEMA_HASH = 'schema-of-today';
export const AT = '2026-11-22T10:00:00.000Z';

export const paragraphs = (...texts: string[]): DocumentJson => ({
  type: 'doc',
  content: texts.map((text, at) => ({
    type: 'block',
    attrs: {
      ...PLAIN_BLOCK,
      id: `b${at}`,
    },
    content: [{ type: 'text', text }],
  })),
});

export async function startDraftServer(
  storage: Storage,
  options: Partial<RoomsParts> & { readonly port?: number } = {},
): Promise<DraftServer> {
  const rights = new Map<string, 'write' | 'read' | 'none'>();
  const access = async (session: string | null, draft: string): Promise<DraftAccess | 4401 | 4403 | 4404> => {
    if (session === null) return 4401;
    if (draft !== DRAFT) return 4404;
    const right = rights.get(session) ?? (session.startsWith('lezer') ? 'read' : 'write');
    if (right === 'none') return 4403;
    return {
      person: session,
      name: `Naam van ${session}`,
      colour: 1,
      dossier: 'dossier',
      session,
      mayWrite: right === 'write',
    };
  };
  let id = 0;
  const rooms = createRooms({
    storage,
    gate: { access },
    session: (c) => c.req.query('as') ?? null,
    allowOrigin: (c) => (c.req.header('origin') ?? 'http://goed.example') === 'http://goed.example',
    schemaHash: SCHEMA_HASH,
    newId: () => `new-${process.pid}-${(id += 1)}`,
    ...options,
  });
  const app = new Hono().get('/sync/:draft', rooms.handler);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 2 << 20, perMessageDeflate: false });
  const server = await new Promise<ReturnType<typeof createServer>>((resolve) => {
    const started = serve(
      { fetch: app.fetch, port: options.port ?? 0, hostname: '127.0.0.1', websocket: { server: sockets } },
      () => resolve(started as ReturnType<typeof createServer>),
    );
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    port,
    rooms,
    rights,
    close: async () => {
      await rooms.close();
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

import { WebSocket } from 'ws';
import { DRAFT } from './draft-server.ts';

/** A socket that says whatever a test wants. */
export interface RawSocket {
  readonly socket: WebSocket;
  readonly received: Uint8Array[];
  /** Close code, or the HTTP status of a refused handshake. */
  readonly ended: Promise<number>;
  say(...bytes: number[] | [Uint8Array]): void;
}

export async function rawSocket(
  url: string,
  query: string,
  options: { readonly draft?: string; readonly origin?: string; readonly cookie?: string } = {},
): Promise<RawSocket> {
  const address = `${url}/${options.draft ?? DRAFT}?${query}`;
  const socket = new WebSocket(address, {
    ...(options.origin === undefined ? {} : { origin: options.origin }),
    ...(options.cookie === undefined ? {} : { headers: { cookie: options.cookie } }),
  });
  const received: Uint8Array[] = [];
  socket.on('message', (data: Buffer) => received.push(new Uint8Array(data)));
  const ended = new Promise<number>((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('close', (code) => resolve(code));
  });
  // A connection that the server cuts off is an error to `ws`; the close that follows tells the code.
  socket.on('error', () => {});
  await Promise.race([new Promise((resolve) => socket.on('open', resolve)), ended]);
  return {
    socket,
    received,
    ended,
    say: (...bytes) => socket.send(bytes[0] instanceof Uint8Array ? bytes[0] : Uint8Array.from(bytes as number[])),
  };
}

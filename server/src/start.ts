import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { serve } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { openServices, type Replacements } from './wiring.ts';
import type { Services } from './services.ts';

export interface RunningServer {
  /** Origin to open in a browser. */
  readonly url: string;
  readonly services: Services;
  /** One-time address that makes the first account; `null` when there is one, or in a demo. */
  readonly setUpUrl: string | null;
  /** Stops taking requests, closes sockets so that clients come back later, and closes the store. */
  close(): Promise<void>;
}

/** Largest frame a draft socket takes; the text of a whole document is far below it. */
const MAX_FRAME = 2 * 1024 * 1024;

/** Opens the data directory and serves it. Rejects with a reason when the port or the directory cannot be used. */
export async function startServer(config: Config, replacements: Replacements = {}): Promise<RunningServer> {
  const services = await openServices(config, replacements);
  try {
    const app = createApp(services);
    const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME, perMessageDeflate: false });
    sockets.on('wsClientError', (error) => services.log.info('refused socket', { error }));
    const server = await new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
      const started = serve(
        { fetch: app.fetch, port: config.port, hostname: config.host, websocket: { server: sockets } },
        () => resolve(started as ReturnType<typeof createServer>),
      );
      started.once('error', reject);
    });
    const { port } = server.address() as AddressInfo;
    const url = config.publicUrl ?? `http://${shownHost(config.host)}:${port}`;
    const code = await setUpCode(services);
    let closing: Promise<void> | null = null;
    return {
      url,
      services,
      setUpUrl: code === null ? null : `${url}/inrichten?code=${code}`,
      close: () =>
        (closing ??= (async () => {
          const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
          await services.rooms.close();
          for (const socket of sockets.clients) socket.close(1012);
          server.closeIdleConnections();
          // Event streams never end by themselves.
          const impatient = setTimeout(() => server.closeAllConnections(), 1000);
          await stopped;
          clearTimeout(impatient);
          await services.close();
        })()),
    };
  } catch (error) {
    await services.close();
    throw error;
  }
}

const shownHost = (host: string): string => (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host);

/** A fresh code for the set-up link while a real installation has nobody; the earlier one stops working. */
async function setUpCode({ identity }: Services): Promise<string | null> {
  if (identity.kind === 'demo' || (await identity.people.directory()).people.size > 0) return null;
  return identity.links.setUp();
}

import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '@draagvlak/server/config';
import { makeDemo } from '@draagvlak/server/demo';
import { startServer } from '@draagvlak/server/start';

const DAY = 86_400_000;

/** The product with its demo, in this process, on a clock that a story can move. */
export interface House {
  readonly url: string;
  readonly dataDir: string;
  /** What the server takes for now, in milliseconds since 1970. */
  now(): number;
  /** Lets that many days pass at once. Sessions that ran out meanwhile are gone, as in life. */
  pass(days: number): void;
  close(): Promise<void>;
}

/** Opens a fresh demo on a free port: a copy of the one that was made for all journeys, else one of its own. */
export async function openHouse(): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), 'draagvlak-'));
  const config = parseConfig({ ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  if (!existsSync(join(config.clientDir, 'index.html'))) throw new Error('build the client first: pnpm build');
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const made = process.env['DEMO_DATA'];
  if (made === undefined) await makeDemo(config, new Date(), () => undefined);
  else await cp(made, dataDir, { recursive: true });
  const server = await startServer(config, { clock: now });
  return {
    url: server.url,
    dataDir,
    now,
    pass: (days) => {
      ahead += days * DAY;
    },
    async close() {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

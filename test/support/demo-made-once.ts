import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '@draagvlak/server/config';
import { makeDemo } from '@draagvlak/server/demo';

/** Makes the demo once for all journeys of a run: each opens a copy of its own. `DEMO_DATA` names the folder. */
export default async function demoMadeOnce(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'draagvlak-demo-'));
  const config = parseConfig({ ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  await makeDemo(config, new Date(), () => undefined);
  process.env['DEMO_DATA'] = dataDir;
  return () => rm(dataDir, { recursive: true, force: true });
}

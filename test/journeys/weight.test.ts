import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseConfig } from '@draagvlak/server/config';
import { describe, expect, it } from 'vitest';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const { clientDir } = parseConfig({ ...process.env });
const manifest = JSON.parse(readFileSync(join(clientDir, '.vite/manifest.json'), 'utf8')) as Readonly<
  Record<string, Chunk>
>;

/** Bytes of script, as they travel, that a page fetches before it works: its entries and all they import at once. */
function weightOf(...entries: readonly string[]): number {
  const files = new Set<string>();
  const add = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const other of chunk.imports ?? []) add(other);
  };
  for (const entry of entries) add(entry);
  return [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(clientDir, file)), { level: 9 }).length, 0);
}

/** What is fetched when one comes to a page must stay light on a train; what opens later may come later. */
describe('the weight of a page, in script as it travels', () => {
  it('reading: 30 kB', () => {
    expect(weightOf('src/reading/main.ts')).toBeLessThan(30_000);
  });

  it('writing, until one can type: 168 kB, of which the libraries of the shared editor are 103', () => {
    expect(weightOf('index.html', 'src/writing/writing-room.ts')).toBeLessThan(168_200);
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** One piece of a difference of two texts: -1 gone, 0 kept, 1 new. */
export type PeerPiece = readonly [-1 | 0 | 1, string];
export type PeerDiff = (before: string, after: string) => readonly PeerPiece[];

const HOME = join(import.meta.dirname, 'peers');

/**
 * Other comparers of plain text, with their own defaults, by name and version. They are no part of the product: they are
 * installed from their own lockfile in `bench/peers` the first time the bench is asked for them.
 */
export async function loadPeers(): Promise<ReadonlyMap<string, PeerDiff>> {
  if (!existsSync(join(HOME, 'node_modules'))) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: HOME, stdio: 'inherit' });
  }
  const installed = createRequire(join(HOME, 'package.json'));
  const { dependencies } = installed('./package.json') as { dependencies: Readonly<Record<string, string>> };
  const named = (name: string) => `${name} ${dependencies[name]}`;
  const load = async (name: string) => (await import(installed.resolve(name))) as Record<string, unknown>;
  const fast = (await load('fast-diff'))['default'] as PeerDiff;
  const { diff, diffCleanupSemantic } = (await load('diff-match-patch-es')) as unknown as {
    readonly diff: (before: string, after: string) => PeerPiece[];
    readonly diffCleanupSemantic: (pieces: PeerPiece[]) => void;
  };
  return new Map<string, PeerDiff>([
    [named('fast-diff'), (before, after) => fast(before, after)],
    [
      `${named('diff-match-patch-es')}, semantic cleanup`,
      (before, after) => {
        const pieces = diff(before, after);
        diffCleanupSemantic(pieces);
        return pieces;
      },
    ],
  ]);
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    if (name === 'node_modules' || name === 'dist' || name.startsWith('.')) return [];
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return /\.(ts|mjs)$/.test(name) ? [path] : [];
  });
}

/** Rows of the table whose header starts with `| first |`. */
function table(first: string): string[][] {
  const lines = page.split('\n');
  const header = lines.findIndex((line) => new RegExp(`^\\| ${first} +\\|`).test(line));
  const rows: string[][] = [];
  for (const line of lines.slice(header + 2)) {
    if (!line.startsWith('|')) break;
    rows.push(
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  }
  return rows;
}

const codes = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
const packages = new Map(
  table('package').map(([name, , may]): [string, string[]] => [codes(name ?? '')[0] ?? '', codes(may ?? '')]),
);
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');

describe('the architecture page tells what the code does', () => {
  it('lists exactly the packages there are', () => {
    expect([...packages.keys()].sort()).toEqual(readdirSync(join(root, 'packages')).sort());
  });

  it.each([...packages])('%s imports only what its row allows', (name, may) => {
    const wrong: string[] = [];
    for (const file of sourceFiles(join(root, 'packages', name, 'src'))) {
      const isTest = file.endsWith('.test.ts');
      for (const source of importsOf(file)) {
        const other = /^@draagvlak\/([^/]+)/.exec(source)?.[1];
        const foreign = other !== undefined && other !== name && !may.includes(other);
        const doesIo = !isTest && source.startsWith('node:') && name !== 'storage-sqlite';
        const leaves =
          source.startsWith('.') && relative(join(root, 'packages', name), join(file, '..', source)).startsWith('..');
        if ((foreign && !isTest) || doesIo || leaves) wrong.push(`${relative(root, file)} imports ${source}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('lets rules and client run without the schema library', () => {
    const wrong: string[] = [];
    for (const folder of ['client/src', ...[...packages.keys()].map((name) => `packages/${name}/src`)]) {
      for (const file of sourceFiles(join(root, folder))) {
        if (
          /\.schema\.ts$|\.test\.ts$|contract\/src\/server/.test(file) ||
          relative(root, file).startsWith('packages/contract/src/routes')
        )
          continue;
        if (importsOf(file).some((source) => source === 'zod' || source === '@hono/zod-openapi'))
          wrong.push(relative(root, file));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('uses the names of the glossary', () => {
    const text = ['packages', 'server/src', 'client/src']
      .flatMap((folder) => sourceFiles(join(root, folder)))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const missing = table('Dutch').filter(([, code]) => !new RegExp(`\\b${codes(code ?? '')[0]}`, 'i').test(text));
    expect(missing).toEqual([]);
  });

  it('earns every dependency a line', () => {
    const listed = table('dependency').flatMap(([names]) => (names ?? '').split(',').map((name) => name.trim()));
    const known = (name: string) =>
      listed.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name));
    const manifests = [
      'package.json',
      'server/package.json',
      'client/package.json',
      'test/package.json',
      ...[...packages.keys()].map((name) => `packages/${name}/package.json`),
    ];
    const unlisted = new Set<string>();
    for (const manifest of manifests) {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(
        readFileSync(join(root, manifest), 'utf8'),
      ) as Record<string, Record<string, string>>;
      for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
        if (!name.startsWith('@draagvlak/') && !name.startsWith('@types/') && !known(name)) unlisted.add(name);
      }
    }
    expect([...unlisted]).toEqual([]);
  });
});

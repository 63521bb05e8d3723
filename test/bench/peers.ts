import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { diffArrays } from 'diff';
import { schema } from '@draagvlak/document';
import type { DocumentJson } from '@draagvlak/document';
import type { Pair } from './generator/model.ts';
import { addressed, byBlock, joined, type Line, lines, marked, type Marked, type Piece } from './lines.ts';

/** A method as the bench asks it: what it shows as changed, or `null` where that cannot be traced back to both versions. */
export type Method = (pair: Pair) => Marked | null;

type Node = ReturnType<typeof schema.nodeFromJSON>;

const HOME = join(import.meta.dirname, 'peers');

/**
 * Other comparers, with their own defaults, by name and version. They are no part of the product: they are installed
 * from their own lockfile in `bench/peers` the first time the bench is asked for them.
 */
export async function loadPeers(): Promise<ReadonlyMap<string, Method>> {
  const { dependencies } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  if (Object.keys(dependencies).some((name) => !existsSync(join(HOME, 'node_modules', name)))) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: HOME, stdio: 'inherit' });
  }
  const installed = createRequire(join(HOME, 'package.json'));
  const named = (name: string) => `${name} ${dependencies[name]}`;
  const load = async (name: string) => (await import(installed.resolve(name))) as Record<string, unknown>;
  const fast = (await load('fast-diff'))['default'] as (before: string, after: string) => Piece[];
  const { diff, diffCleanupSemantic } = (await load('diff-match-patch-es')) as unknown as {
    readonly diff: (before: string, after: string) => Piece[];
    readonly diffCleanupSemantic: (pieces: Piece[]) => void;
  };
  const htmldiff = (await load('node-htmldiff'))['default'] as (before: string, after: string) => string;
  const { ChangeSet, simplifyChanges } = (await load('prosemirror-changeset')) as unknown as ChangeSets;
  const { StepMap } = (await load('prosemirror-transform')) as unknown as { readonly StepMap: StepMaps };
  const changeSet = (pair: Pair, rangesOf: (before: Node, after: Node) => readonly number[]) => {
    const [before, after] = [schema.nodeFromJSON(pair.before), schema.nodeFromJSON(pair.after)];
    const found = ChangeSet.create(before).addSteps(after, stepMaps(rangesOf(before, after), StepMap), null);
    return tracked(pair, before, after, simplifyChanges(found.changes, after));
  };
  return new Map<string, Method>([
    [named('fast-diff'), onText((before, after) => fast(before, after))],
    [
      `${named('diff-match-patch-es')}, semantic`,
      onText((before, after) => {
        const pieces = diff(before, after);
        diffCleanupSemantic(pieces);
        return pieces;
      }),
    ],
    [named('node-htmldiff'), onHtml(htmldiff)],
    [
      `${named('prosemirror-changeset')}, whole`,
      (pair) => changeSet(pair, (one, two) => [0, one.content.size, two.content.size]),
    ],
    [`${named('prosemirror-changeset')}, aligned`, (pair) => changeSet(pair, aligned)],
  ]);
}

/** A comparer of plain text, on the whole text at once. */
const onText =
  (diff: (before: string, after: string) => Iterable<Piece>): Method =>
  (pair) => {
    const [before, after] = [lines(pair.before), lines(pair.after)];
    return marked(before, after, diff(joined(before), joined(after)));
  };

const TAG = /<(\/?)(\w+)[^>]*>|([^<]+)/gu;

/** A comparer of HTML, on paragraphs: `<del>` and `<ins>` in its answer are what it shows. */
const onHtml =
  (diff: (before: string, after: string) => string): Method =>
  (pair) => {
    const [before, after] = [lines(pair.before), lines(pair.after)];
    const html = (all: readonly Line[]) => all.map(({ text }) => `<p>${text}</p>`).join('\n');
    const pieces: Piece[] = [];
    let inserted = 0;
    let deleted = 0;
    for (const [, closing, tag, text] of diff(html(before), html(after)).matchAll(TAG)) {
      if (text !== undefined) pieces.push([deleted > 0 ? -1 : inserted > 0 ? 1 : 0, text]);
      else if (tag === 'ins') inserted += closing ? -1 : 1;
      else if (tag === 'del') deleted += closing ? -1 : 1;
    }
    const side = (without: number) => pieces.map(([kind, text]) => (kind === without ? '' : text)).join('');
    return side(1) === joined(before) && side(-1) === joined(after) ? marked(before, after, pieces) : null;
  };

interface Spans {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}
interface ChangeSets {
  readonly ChangeSet: {
    create(document: Node): {
      addSteps(after: Node, maps: readonly unknown[], data: null): { readonly changes: readonly Spans[] };
    };
  };
  readonly simplifyChanges: (changes: readonly Spans[], document: Node) => readonly Spans[];
}
type StepMaps = new (ranges: readonly number[]) => unknown;

/** One map per range, each told in the positions that the ranges before it left. */
function stepMaps(ranges: readonly number[], StepMap: StepMaps): unknown[] {
  const maps: unknown[] = [];
  let shift = 0;
  for (let at = 0; at < ranges.length; at += 3) {
    const [start, old, now] = ranges.slice(at, at + 3) as [number, number, number];
    maps.push(new StepMap([start + shift, old, now]));
    shift += now - old;
  }
  return maps;
}

/** Start, old size and new size of each stretch of top-level nodes that is not the same, as its users align before they ask. */
function aligned(before: Node, after: Node): number[] {
  const texts = (document: Node) => document.children.map((node) => `${node.type.name} ${node.textContent}`);
  const ranges: number[] = [];
  let at = 0;
  let i = 0;
  let j = 0;
  let old = 0;
  let now = 0;
  const close = () => {
    if (old > 0 || now > 0) ranges.push(at, old, now);
    at += old;
    old = 0;
    now = 0;
  };
  for (const part of diffArrays(texts(before), texts(after))) {
    const count = part.value.length;
    const size = (document: Node, from: number) =>
      document.children.slice(from, from + count).reduce((sum, node) => sum + node.nodeSize, 0);
    if (part.removed) old += size(before, i);
    else if (part.added) now += size(after, j);
    else {
      close();
      at += size(before, i);
    }
    if (!part.added) i += count;
    if (!part.removed) j += count;
  }
  close();
  return ranges;
}

/** Changed stretches of ProseMirror positions, as ranges of blocks. */
function tracked(pair: Pair, before: Node, after: Node, changes: readonly Spans[]): Marked {
  const side = (document: DocumentJson, node: Node, spans: readonly (readonly [number, number])[]) => {
    const addresses = [...addressed(document)];
    const found: { block: string; from: number; to: number }[] = [];
    let nth = 0;
    node.descendants((block, start) => {
      if (!block.isTextblock || block.type.name !== 'block') return block.type.name !== 'footnote';
      const { address } = addresses[nth++] as { address: string };
      for (const [from, to] of spans) {
        const [first, last] = [offsetOf(block, from - start - 1), offsetOf(block, to - start - 1)];
        if (first < last) found.push({ block: address, from: first, to: last });
      }
      return false;
    });
    return byBlock(found);
  };
  return {
    before: side(
      pair.before,
      before,
      changes.map(({ fromA, toA }) => [fromA, toA]),
    ),
    after: side(
      pair.after,
      after,
      changes.map(({ fromB, toB }) => [fromB, toB]),
    ),
  };
}

/** Characters of a block before a position in it; a leaf counts as one, whatever it holds. */
function offsetOf(block: Node, position: number): number {
  let offset = 0;
  let at = 0;
  for (const child of block.children) {
    if (at >= position) break;
    offset += child.isText ? Math.min(child.nodeSize, position - at) : 1;
    at += child.nodeSize;
  }
  return offset;
}

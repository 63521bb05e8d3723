import { compare } from '@draagvlak/compare';
import { type Anchor, carryAll, makeAnchor, type Placement, RUNGS } from '@draagvlak/review';
import { generate } from './generator/generate.ts';
import type { Identity, Pair, PlacedWord } from './generator/model.ts';
import { random } from './generator/random.ts';

/**
 * Where comments on one version are shown in the next, on generated pairs whose truth is known word by word.
 *
 * Right: the place holds at least half of the quoted characters that still stand, and of the kept characters in it at
 * least half are quoted ones; where none stands any more, the place says so. Wrong and unlabelled: another place that is
 * called certain (exact, moved or changed). Orphaned: called deleted while at least half of the quoted characters stand.
 * The rest is labelled: uncertain, replaced, or deleted where less than half stands.
 */

const ANCHORS = 10_000;
const WORDS = 66_000;
const SEEDS = [51, 52, 53];
const MODES: readonly Identity[] = ['ids', 'renewed', 'none'];

type Verdict = 'right' | 'wrong' | 'orphaned' | 'labelled';

/** The second version as the truth has it: its blocks in reading order and where each word stands. */
interface Second {
  readonly blocks: readonly string[];
  readonly order: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<number, PlacedWord>;
}

function secondOf({ truth }: Pair): Second {
  const blocks = [...truth.after.keys()];
  return {
    blocks,
    order: new Map(blocks.map((block, index) => [block, index])),
    words: new Map([...truth.after.values()].flatMap((words) => words.map((word) => [word.uid, word] as const))),
  };
}

const sizeOf = (words: Iterable<PlacedWord>): number => [...words].reduce((sum, { from, to }) => sum + to - from, 0);

/** Passages of one to twelve words, one in eight of them going on in the next block. */
function anchorsOn(pair: Pair, seed: number): { readonly anchor: Anchor; readonly quoted: readonly PlacedWord[] }[] {
  const next = random(seed);
  const blocks = [...pair.truth.before].filter(([, words]) => words.length > 0);
  const found: { anchor: Anchor; quoted: readonly PlacedWord[] }[] = [];
  while (found.length < ANCHORS) {
    const at = Math.floor(next() * blocks.length);
    const [block, words] = blocks[at]!;
    const first = Math.floor(next() * words.length);
    const count = 1 + Math.floor(next() * 12);
    const following = blocks[at + 1];
    const own = words.slice(first, first + count);
    const goesOn = own.length < count && following !== undefined && next() < 0.5;
    const more = goesOn ? following[1].slice(0, count - own.length) : [];
    const start = { block, offset: own[0]!.from };
    const end = more.length > 0 ? { block: following![0], offset: more.at(-1)!.to } : { block, offset: own.at(-1)!.to };
    const anchor = makeAnchor(pair.before, { scope: 'passage', start, end }, 'before');
    if (anchor !== null) found.push({ anchor, quoted: [...own, ...more] });
  }
  return found;
}

function judge(placement: Placement, quoted: readonly PlacedWord[], pair: Pair, second: Second): Verdict {
  const total = sizeOf(quoted.flatMap(({ uid }) => second.words.get(uid) ?? []));
  const certain = placement.rung === 'exact' || placement.rung === 'moved' || placement.rung === 'changed';
  if (total === 0) return certain ? 'wrong' : 'right';
  if (placement.rung === 'deleted') return total >= sizeOf(quoted) / 2 ? 'orphaned' : 'labelled';
  const inside = wordsInside(placement, pair, second);
  const uids = new Set(quoted.map(({ uid }) => uid));
  const hit = sizeOf(inside.filter(({ uid }) => uids.has(uid)));
  const kept = sizeOf(inside.filter((word) => word.kept));
  if (hit >= total / 2 && hit >= kept / 2) return 'right';
  return certain ? 'wrong' : 'labelled';
}

/** Words of the second version in the place; of a whole block all of them. */
function wordsInside({ start, end, node }: Placement, pair: Pair, { blocks, order }: Second): PlacedWord[] {
  if (start === null || end === null) return node === null ? [] : [...(pair.truth.after.get(node) ?? [])];
  return blocks
    .slice(order.get(start.block), (order.get(end.block) ?? -1) + 1)
    .flatMap((block) =>
      (pair.truth.after.get(block) ?? []).filter(
        (word) => (block !== start.block || word.to > start.offset) && (block !== end.block || word.from < end.offset),
      ),
    );
}

/** Carries the anchors of every pair and prints the shares and the times; with `detailed` the rungs as well. */
export function benchAnchors(detailed = false): void {
  for (const mode of MODES) {
    const verdicts: Record<Verdict, number> = { right: 0, wrong: 0, orphaned: 0, labelled: 0 };
    const rungs: Record<string, number> = {};
    const times: { readonly compare: number; readonly carry: number }[] = [];
    for (const seed of SEEDS) {
      const pair = generate(seed, WORDS, mode);
      const made = anchorsOn(pair, seed);
      const started = performance.now();
      const comparison = compare(pair.before, pair.after);
      const compared = performance.now();
      const placements = carryAll(
        made.map(({ anchor }) => anchor),
        pair.before,
        pair.after,
        comparison,
      );
      times.push({ compare: compared - started, carry: performance.now() - compared });
      const second = secondOf(pair);
      for (const [index, placement] of placements.entries()) {
        verdicts[judge(placement, made[index]!.quoted, pair, second)] += 1;
        rungs[placement.rung] = (rungs[placement.rung] ?? 0) + 1;
      }
    }
    const all = ANCHORS * SEEDS.length;
    const share = (verdict: Verdict) => ((100 * verdicts[verdict]) / all).toFixed(2);
    const middle = (pick: (time: (typeof times)[number]) => number) =>
      times
        .map(pick)
        .toSorted((one, other) => one - other)
        [times.length >> 1]!.toFixed(0);
    console.log(
      `${`${ANCHORS} anchors, ${WORDS} words, ${mode}`.padEnd(36)} right ${share('right')} %, wrong and unlabelled ${share('wrong')} %, orphaned ${share('orphaned')} %, labelled ${share('labelled')} %; compare ${middle(({ compare: time }) => time)} ms, carry ${middle(({ carry }) => carry)} ms`,
    );
    if (detailed) console.log(`  ${RUNGS.map((rung) => `${rung} ${rungs[rung] ?? 0}`).join(', ')}`);
  }
}

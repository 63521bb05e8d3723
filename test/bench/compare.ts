import { compare } from '@draagvlak/compare';
import { generate } from './generator/generate.ts';
import type { Identity, Pair } from './generator/model.ts';
import { byLinesThenWords, byWords } from './jsdiff.ts';
import { lines, type Line, type Marked } from './lines.ts';
import { loadPeers } from './peers.ts';
import { median, type Score, scoreOwn, scorePeer } from './scores.ts';

/** How good and how fast the comparison is, on generated pairs whose truth is known word by word, beside others. */

const PAIRS: readonly { readonly seed: number; readonly words: number }[] = [
  { seed: 11, words: 3000 },
  { seed: 12, words: 3000 },
  { seed: 21, words: 8000 },
  { seed: 22, words: 8000 },
  { seed: 31, words: 20_000 },
  { seed: 32, words: 20_000 },
  { seed: 41, words: 70_000 },
];
const MODES: readonly Identity[] = ['ids', 'renewed', 'worn', 'none'];
/** Pairs that a slow peer is asked for: those of 3,000 and 8,000 words. */
const SMALL = 4;

const COLUMNS = [
  'over-marking',
  'worst',
  'missed',
  'cells',
  'moves',
  'false',
  'rows, columns',
  'sections',
  'marks',
  'notes',
];

function report(title: string, scores: readonly (Score | null)[]): void {
  const known = scores.filter((score) => score !== null);
  const of = (pick: (score: Score) => number | undefined) => {
    const values = known.map(pick).filter((value) => value !== undefined);
    return values.length === 0 ? '–' : shown(median(values));
  };
  const least = (pick: (score: Score) => number | undefined) => {
    const values = known.map(pick).filter((value) => value !== undefined);
    return values.length === 0 ? '–' : shown(Math.min(...values));
  };
  const cells = [
    of((score) => score.overMarking),
    known.length === 0 ? '–' : shown(Math.max(...known.map((score) => score.overMarking))),
    of((score) => score.missed),
    least((score) => score.cells),
    least((score) => score.document?.moves),
    of((score) => score.document?.falseMoves),
    least((score) => score.document?.tableMoves),
    least((score) => score.document?.sections),
    least((score) => score.document?.marks),
    least((score) => score.document?.notes),
  ];
  const lossless = scores.every((score) => score?.lossless) ? 'yes' : `NO: ${known.length} of ${scores.length}`;
  const times = known.map((score) => score.milliseconds);
  console.log(
    [
      title.padEnd(40),
      ...cells.map((cell, at) => cell.padStart((COLUMNS[at] as string).length)),
      lossless.padStart(10),
      of((score) => score.milliseconds).padStart(7),
      times.length === 0 ? '–' : shown(Math.max(...times)).padStart(7),
    ].join('  '),
  );
}
const shown = (value: number) => value.toFixed(value < 10 ? 2 : 1);

const onLines =
  (method: (before: readonly Line[], after: readonly Line[]) => Marked | null) =>
  ({ before, after }: Pair) =>
    method(lines(before), lines(after));

/** Runs all pairs and prints medians; of cells, moves, sections, marks and notes the worst pair. */
export async function benchCompare(detailed = false, others = false): Promise<void> {
  // both as a server runs them: compiled, and long past their first documents; none of these is measured below
  const unmeasured = MODES.flatMap((mode) => [1, 2, 3].map((seed) => generate(seed, 8000, mode)));
  for (let run = 0; run < 20; run += 1) {
    for (const warm of unmeasured) {
      compare(warm.before, warm.after);
      byLinesThenWords(lines(warm.before), lines(warm.after));
    }
  }
  console.log([''.padEnd(40), ...COLUMNS, '  lossless', '     ms', 'slowest'].join('  '));
  for (const mode of MODES) {
    const own: Score[] = [];
    const peer: Score[] = [];
    for (const { seed, words } of PAIRS) {
      const pair = generate(seed, words, mode);
      // one after the other, so that both meet the same load of the machine
      own.push(scoreOwn(pair));
      peer.push(scorePeer(pair, onLines(byLinesThenWords)) as Score);
      if (!detailed) continue;
      report(`  ${mode} ${words} words, seed ${seed}`, own.slice(-1));
      report(`    jsdiff, lines then words`, peer.slice(-1));
    }
    report(`draagvlak, ${mode}`, own);
    report('  jsdiff, lines then words', peer);
  }
  const pairs = PAIRS.map(({ seed, words }) => generate(seed, words, 'ids'));
  const few = pairs.slice(0, SMALL);
  report(
    'jsdiff, words (to 8,000 words)',
    few.map((pair) => scorePeer(pair, onLines(byWords))),
  );
  if (!others) return;
  for (const [name, method] of await loadPeers()) {
    report(
      `${name} (to 8,000)`,
      few.map((pair) => scorePeer(pair, method)),
    );
  }
}

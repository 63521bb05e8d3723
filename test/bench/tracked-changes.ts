import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compare, type TextRange } from '@draagvlak/compare';
import { byLinesThenWords } from './jsdiff.ts';
import { byBlock, lines } from './lines.ts';
import { median } from './scores.ts';
import { readRevised, type Revised } from './word-revisions.ts';

/**
 * How much the comparison marks beyond what people changed, on Word files in which editors tracked their changes. The
 * folder of .docx is the reader's own: `TRACKED_CHANGES=DIRECTORY pnpm bench tracked-changes`.
 *
 * Two counts. By words: only words that the editors left whole can be over-marked, only words replaced whole missed.
 * By characters: the letters that an editor left of a half-changed word count too, and whoever shows whole words pays.
 */

/** Fewer characters than this say nothing about a method. */
const FEWEST = 500;

interface Marks {
  readonly before: ReadonlyMap<string, readonly TextRange[]>;
  readonly after: ReadonlyMap<string, readonly TextRange[]>;
}
interface Found {
  readonly over: number;
  /** The same with every character counted. */
  readonly overByCharacter: number;
  readonly missed: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*/gu;

function score(revised: Revised, marks: Marks): Found {
  let over = 0;
  let overByCharacter = 0;
  let missed = 0;
  for (const of of ['before', 'after'] as const) {
    const texts = new Map(lines(revised[of]).map((line) => [line.block, line.text]));
    for (const [block, kept] of revised.kept[of]) {
      const marked = new Uint8Array(kept.length);
      for (const { from, to } of marks[of].get(block) ?? []) marked.fill(1, from, to);
      for (let at = 0; at < kept.length; at += 1) overByCharacter += (kept[at] as number) * (marked[at] as number);
      for (const word of (texts.get(block) ?? '').matchAll(WORD)) {
        const [from, to] = [word.index, word.index + word[0].length];
        let stood = 0;
        let shown = 0;
        for (let at = from; at < to; at += 1) {
          stood += kept[at] as number;
          shown += marked[at] as number;
        }
        if (stood === to - from) over += shown;
        else if (stood === 0) missed += to - from - shown;
      }
    }
  }
  const share = (count: number) => (100 * count) / revised.changed;
  return { over: share(over), overByCharacter: share(overByCharacter), missed: share(missed) };
}

const own = ({ before, after }: Revised): Marks => {
  const { changes } = compare(before, after);
  return {
    before: byBlock(changes.flatMap((change) => change.before?.ranges ?? [])),
    after: byBlock(changes.flatMap((change) => change.after?.ranges ?? [])),
  };
};
const jsdiff = ({ before, after }: Revised): Marks => byLinesThenWords(lines(before), lines(after));

/** Scores all files of the folder and prints the medians. */
export function benchTrackedChanges(directory: string | undefined, detailed: boolean): void {
  if (directory === undefined || !existsSync(directory)) {
    console.log('Skipped: no folder of .docx with tracked changes given (TRACKED_CHANGES=DIRECTORY).');
    return;
  }
  const rows: { readonly own: Found; readonly peer: Found }[] = [];
  for (const name of readdirSync(directory).toSorted()) {
    if (!name.endsWith('.docx')) continue;
    const revised = readRevised(join(directory, name));
    if (!revised || revised.changed < FEWEST) continue;
    const row = { own: score(revised, own(revised)), peer: score(revised, jsdiff(revised)) };
    rows.push(row);
    if (detailed) {
      console.log(
        `  ${name.padEnd(40)} ${String(revised.changed).padStart(7)} characters changed, over-marking ${row.own.over.toFixed(1)} % (jsdiff ${row.peer.over.toFixed(1)}), missed ${row.own.missed.toFixed(2)} % (jsdiff ${row.peer.missed.toFixed(2)})`,
      );
    }
  }
  if (rows.length === 0) {
    console.log(`Skipped: no file in the folder has ${FEWEST} tracked characters.`);
    return;
  }
  for (const of of ['own', 'peer'] as const) {
    const over = rows.map((row) => row[of].over);
    console.log(
      `${of === 'own' ? 'draagvlak' : 'jsdiff, lines then words'}: ${rows.length} files, over-marking ${median(over).toFixed(1)} % (worst ${Math.max(...over).toFixed(1)}), by characters ${median(rows.map((row) => row[of].overByCharacter)).toFixed(1)} %, missed ${median(rows.map((row) => row[of].missed)).toFixed(2)} %`,
    );
  }
}

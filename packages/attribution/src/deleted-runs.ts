import type { ElementClocks, Lost } from './capture.ts';
import type { ClockRange } from './attribution.ts';
import { sliceClocks } from './clocks.ts';
import { RangeMap } from './range-map.ts';

/** Characters kept per person; the oldest go first. About forty pages. */
const CHARACTERS = 100_000;
/** Elements kept in all. */
const ELEMENTS = 2_000;

/**
 * What people deleted lately, text included, since Yjs keeps none: undo, redo and cut and paste bring it back in a later
 * update. A clipboard and an undo stack belong to one person, so nobody inherits from what somebody else deleted.
 */
export class DeletedRuns {
  readonly #people = new Map<string, { runs: Lost[]; characters: number }>();
  readonly #elements = new Map<string, ElementClocks>();
  /** Where the text of a deleted clock is kept, whoever deleted it. */
  readonly #places = new RangeMap<{ readonly run: Lost; readonly shift: number }>(() => false);

  remember(person: string, lost: readonly Lost[], elements: readonly ElementClocks[]): void {
    const own = this.#people.get(person) ?? { runs: [], characters: 0 };
    this.#people.set(person, own);
    for (const run of lost.flatMap(stretchesOf)) {
      const last = own.runs.at(-1);
      const joined = last && joinedRun(last, run);
      if (joined) {
        own.runs[own.runs.length - 1] = joined;
        this.#place(joined);
      } else {
        own.runs.push(run);
        this.#place(run);
      }
      own.characters += run.text.length;
    }
    while (own.characters > CHARACTERS && own.runs.length > 1) {
      const oldest = own.runs.shift()!;
      own.characters -= oldest.text.length;
      this.#forget(oldest);
    }
    for (const element of elements) {
      this.#elements.delete(element.id);
      this.#elements.set(element.id, element);
    }
    for (const id of this.#elements.keys()) {
      if (this.#elements.size <= ELEMENTS) break;
      this.#elements.delete(id);
    }
  }

  of(person: string): readonly Lost[] {
    return this.#people.get(person)?.runs ?? [];
  }

  /** Takes out what came back, so that a second paste is a copy. */
  consume(came: readonly { readonly run: Lost; readonly from: number; readonly count: number }[]): void {
    for (const { run, from, count } of came) run.gone.fill(0, from, from + count);
  }

  element(id: string): ElementClocks | undefined {
    return this.#elements.get(id);
  }

  forgetElement(id: string): void {
    this.#elements.delete(id);
  }

  /** The text of deleted clocks; `null` when part of it is not kept any more. */
  textAt(clocks: readonly ClockRange[]): string | null {
    let text = '';
    for (const { client, clock, count } of clocks) {
      for (const slice of this.#places.slices(client, clock, count)) {
        if (!slice.value) return null;
        const from = slice.clock + slice.value.shift;
        text += slice.value.run.text.slice(from, from + slice.count);
      }
    }
    return text;
  }

  #place(run: Lost): void {
    let at = 0;
    for (const { client, clock, count } of run.clocks) {
      this.#places.set(client, clock, count, { run, shift: at - clock });
      at += count;
    }
  }
  #forget(run: Lost): void {
    for (const { client, clock, count } of run.clocks) this.#places.delete(client, clock, count);
  }
}

function stretchesOf(lost: Lost): Lost[] {
  const stretches: Lost[] = [];
  for (let from = 0; from < lost.text.length; from++) {
    if (!lost.gone[from]) continue;
    let to = from;
    while (to < lost.text.length && lost.gone[to]) to++;
    stretches.push({
      ...lost,
      text: lost.text.slice(from, to),
      clocks: sliceClocks(lost.clocks, from, to),
      gone: new Uint8Array(to - from).fill(1),
    });
    from = to;
  }
  return stretches;
}

/** Backspace or Delete pressed again: one stretch of text, not many letters. */
function joinedRun(last: Lost, run: Lost): Lost | null {
  if (last.holder !== run.holder || last.gone.includes(0)) return null;
  const lastStart = last.clocks[0];
  const lastEnd = last.clocks.at(-1);
  const start = run.clocks[0];
  const end = run.clocks.at(-1);
  if (!lastStart || !lastEnd || !start || !end) return null;
  const before = end.client === lastStart.client && end.clock + end.count === lastStart.clock;
  const behind = lastEnd.client === start.client && lastEnd.clock + lastEnd.count === start.clock;
  if (!before && !behind) return null;
  const [one, other] = before ? [run, last] : [last, run];
  return {
    ...last,
    text: one.text + other.text,
    clocks: [...one.clocks, ...other.clocks],
    gone: new Uint8Array(one.text.length + other.text.length).fill(1),
    structural: last.structural || run.structural,
  };
}

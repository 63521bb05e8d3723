import type { Gained, Lost } from './capture.ts';

/** `count` new characters that are `count` old ones again. */
export interface Match {
  readonly gained: number;
  readonly from: number;
  readonly lost: number;
  readonly lostFrom: number;
  readonly count: number;
}

/** New characters that repeat kept ones right beside them: the edit could have been told that many letters further on. */
export interface Slide {
  readonly gained: number;
  readonly from: number;
  readonly count: number;
  /** Kept characters with the same letters. */
  readonly side: 'left' | 'right';
}

export interface Inheritance {
  readonly matches: readonly Match[];
  readonly slides: readonly Slide[];
}

/** Shortest run of equal characters that counts as the same text when it stands in a neighbouring place … */
const NEAR = 8;
/** … and anywhere else. Shorter ones ("de docent", "e") come back by chance. */
const FAR = 16;
/** Candidates looked at per starting point; bounds the cost on boilerplate. */
const CANDIDATES = 24;

/**
 * Which new characters are old ones that were deleted in the same update or shortly before, so that they keep their
 * author. In this order: a whole text in an element of the same id (move); a whole stretch that a split or a merge
 * carried to the neighbouring element, however short; long runs of equal characters. Each deleted character is used
 * once at most.
 */
export function inherit(gained: readonly Gained[], lost: readonly Lost[]): Inheritance {
  const work = new Matching(gained, lost);
  gained.forEach((_, at) => work.whole(at));
  work.runs();
  return work.result();
}

interface Stretch {
  readonly lost: number;
  readonly from: number;
  readonly text: string;
}

class Matching {
  readonly #gained: readonly Gained[];
  readonly #lost: readonly Lost[];
  readonly #used: Uint8Array[];
  readonly #taken: Uint8Array[];
  readonly #stretches: Map<string, Stretch[]>;
  readonly #byLength: Map<number, Stretch[]>;
  readonly #matches: Match[] = [];
  readonly #slides: Slide[] = [];

  constructor(gained: readonly Gained[], lost: readonly Lost[]) {
    this.#gained = gained;
    this.#lost = lost;
    this.#used = lost.map(({ text }) => new Uint8Array(text.length));
    this.#taken = gained.map(({ text }) => new Uint8Array(text.length));
    const stretches = lost.flatMap((source, at) => goneStretches(source, at));
    this.#stretches = groupBy(stretches, ({ text }) => text);
    this.#byLength = groupBy(stretches, ({ text }) => text.length);
  }

  result(): Inheritance {
    return { matches: this.#matches, slides: this.#slides };
  }

  #take(gained: number, from: number, lost: number, lostFrom: number, count: number): void {
    this.#taken[gained]!.fill(1, from, from + count);
    this.#used[lost]!.fill(1, lostFrom, lostFrom + count);
    this.#matches.push({ gained, from, lost, lostFrom, count });
  }
  #free({ lost, from, text }: Stretch): boolean {
    return !this.#used[lost]!.subarray(from, from + text.length).includes(1);
  }
  /** Short texts need more than equal letters: the same block, or a neighbour changed shape. */
  #related(target: Gained, source: Lost): boolean {
    if (target.id !== null && target.id === source.id && source.structural) return true;
    return (target.structural || source.structural) && target.near.has(source.holder);
  }

  /** The stretch as a whole is one that was deleted as a whole. */
  whole(at: number): void {
    const target = this.#gained[at]!;
    const equal = (this.#stretches.get(target.text) ?? []).filter((stretch) => this.#free(stretch));
    const best =
      equal.find(({ lost }) => target.id !== null && this.#lost[lost]!.id === target.id) ??
      equal.find(({ lost }) => target.near.has(this.#lost[lost]!.holder)) ??
      equal[0];
    if (best && (target.text.length >= NEAR || this.#related(target, this.#lost[best.lost]!))) {
      this.#take(at, 0, best.lost, best.from, target.text.length);
      return;
    }
    this.#turned(at, target);
  }

  /**
   * A merge whose letters at the seam are alike: "abc" put before "ade" arrives as "bca" put behind its "a".
   */
  #turned(at: number, target: Gained): void {
    const { text, left, right } = target;
    for (const stretch of this.#byLength.get(text.length) ?? []) {
      if (!this.#free(stretch) || !this.#related(target, this.#lost[stretch.lost]!)) continue;
      for (let shift = 1; shift < text.length; shift++) {
        const head = stretch.text.slice(0, shift);
        if (text.endsWith(head) && left.text.endsWith(head) && text.startsWith(stretch.text.slice(shift))) {
          this.#take(at, 0, stretch.lost, stretch.from + shift, text.length - shift);
          return;
        }
        const tail = stretch.text.slice(-shift);
        if (text.startsWith(tail) && right.text.startsWith(tail) && text.endsWith(stretch.text.slice(0, -shift))) {
          this.#take(at, shift, stretch.lost, stretch.from, text.length - shift);
          return;
        }
      }
    }
  }

  /** Long runs of equal characters, longest first at every point, then what only slid by a few letters. */
  runs(): void {
    const open = this.#gained.flatMap((target, at) =>
      target.text.length >= NEAR && this.#taken[at]!.includes(0) ? [at] : [],
    );
    if (open.length > 0 && this.#lost.length > 0) {
      const grams = this.#grams();
      for (const at of open) this.#match(at, grams);
    }
    this.#gained.forEach((target, at) => this.#slide(at, target));
  }

  #grams(): Map<string, [lost: number, from: number][]> {
    const grams = new Map<string, [number, number][]>();
    this.#lost.forEach(({ text }, lost) => {
      for (let from = 0; from + NEAR <= text.length; from++) {
        const gram = text.slice(from, from + NEAR);
        const places = grams.get(gram);
        if (!places) grams.set(gram, [[lost, from]]);
        else if (places.length < CANDIDATES) places.push([lost, from]);
      }
    });
    return grams;
  }

  #match(at: number, grams: Map<string, [number, number][]>): void {
    const target = this.#gained[at]!;
    const taken = this.#taken[at]!;
    for (let from = 0; from + NEAR <= target.text.length; from++) {
      if (taken[from]) continue;
      let best: { lost: number; lostFrom: number; from: number; count: number; near: boolean } | null = null;
      for (const [lost, lostFrom] of grams.get(target.text.slice(from, from + NEAR)) ?? []) {
        const found = this.#extend(at, from, lost, lostFrom);
        const near = target.near.has(this.#lost[lost]!.holder) || this.#sameId(target, this.#lost[lost]!);
        if (found.count < (near ? NEAR : FAR) || !this.#mostlyGone(lost, found.lostFrom, found.count)) continue;
        if (!best || found.count > best.count || (found.count === best.count && near && !best.near)) {
          best = { lost, near, ...found };
        }
      }
      if (!best) continue;
      this.#take(at, best.from, best.lost, best.lostFrom, best.count);
      from = best.from + best.count - 1;
    }
  }

  #sameId(target: Gained, source: Lost): boolean {
    return target.id !== null && target.id === source.id;
  }

  #extend(at: number, from: number, lost: number, lostFrom: number) {
    const { text } = this.#gained[at]!;
    const source = this.#lost[lost]!.text;
    const taken = this.#taken[at]!;
    const used = this.#used[lost]!;
    const fits = (one: number, other: number) =>
      one >= 0 &&
      other >= 0 &&
      one < text.length &&
      other < source.length &&
      !taken[one] &&
      !used[other] &&
      text.charCodeAt(one) === source.charCodeAt(other);
    let before = 0;
    while (fits(from - before - 1, lostFrom - before - 1)) before++;
    let after = 0;
    while (fits(from + after, lostFrom + after)) after++;
    return { from: from - before, lostFrom: lostFrom - before, count: before + after };
  }

  /** At least half of the old characters left their place: text that stayed and was copied is the copier's. */
  #mostlyGone(lost: number, from: number, count: number): boolean {
    let gone = 0;
    for (const flag of this.#lost[lost]!.gone.subarray(from, from + count)) gone += flag;
    return gone * 2 >= count;
  }

  #slide(at: number, target: Gained): void {
    const taken = this.#taken[at]!;
    if (!taken.includes(1)) return;
    const { text, left, right } = target;
    const end = taken.lastIndexOf(1) + 1;
    const tail = text.slice(end);
    if (tail !== '' && left.text.endsWith(tail)) {
      this.#slides.push({ gained: at, from: end, count: tail.length, side: 'left' });
    }
    const start = taken.indexOf(1);
    const head = text.slice(0, start);
    if (head !== '' && right.text.startsWith(head)) {
      this.#slides.push({ gained: at, from: 0, count: head.length, side: 'right' });
    }
  }
}

/** Runs of deleted characters of one old text. */
function goneStretches({ text, gone }: Lost, lost: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < text.length; from++) {
    if (!gone[from]) continue;
    let to = from;
    while (to < text.length && gone[to]) to++;
    stretches.push({ lost, from, text: text.slice(from, to) });
    from = to;
  }
  return stretches;
}

function groupBy<Item, Key>(items: readonly Item[], key: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

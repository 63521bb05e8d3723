import { type Alignable, atLeast, ID_STRONG, ID_WEAK, sameMostly, SHORTEST_MOVE, weakAgreement } from './agreement.ts';
import { halves } from './halves.ts';
import { headingVotes } from './heading-votes.ts';
import { heaviestRise } from './sequence.ts';
import { likeness } from './tokens.ts';

export interface Alignment {
  /** For each node of the first side its partner's index, or -1. */
  readonly after: Int32Array;
  readonly before: Int32Array;
  /** For each node of the first side whether identity, not content, made the pair. */
  readonly identity: Uint8Array;
  readonly limited: boolean;
}

/** From here on texts are taken for versions of each other: beside each other, and anywhere in the document. */
const NEAR = 0.35;
const ANYWHERE = 0.5;
/** Pairs of nodes one gap may have before the search inside it is given up. */
const GAP = 40_000;
const CANDIDATES = 5;

const isText = (type: string) => type === 'block' || type === 'heading';
const compatible = (one: Alignable, two: Alignable) => one.type === two.type || (isText(one.type) && isText(two.type));

/** Two short titles may share half their words by chance; that they are one section is for their bodies to say. */
const onlyTitles = (one: Alignable, two: Alignable) =>
  one.type === 'heading' && Math.max(one.text.length, two.text.length) < SHORTEST_MOVE;

/**
 * Pairs the nodes of two versions one to one: identity first, but only where the text agrees; then unique equal texts,
 * equal neighbours, likeness between fixed points (dynamic programming), votes of a section's body for its heading, and
 * likeness anywhere by rare words. Ids are hints, never proof.
 */
export function align(before: readonly Alignable[], after: readonly Alignable[]): Alignment {
  return new Aligning(before, after).run();
}

class Aligning {
  readonly #before: readonly Alignable[];
  readonly #after: readonly Alignable[];
  readonly #toAfter: Int32Array;
  readonly #toBefore: Int32Array;
  readonly #identity: Uint8Array;
  #limited = false;

  constructor(before: readonly Alignable[], after: readonly Alignable[]) {
    this.#before = before;
    this.#after = after;
    this.#toAfter = new Int32Array(before.length).fill(-1);
    this.#toBefore = new Int32Array(after.length).fill(-1);
    this.#identity = new Uint8Array(before.length);
  }

  run(): Alignment {
    const ids = this.#candidatesById();
    this.#byIdentity(ids, (one, two) => (one.text === two.text ? 1 : 0), 1);
    this.#sameMostly(ids);
    this.#byIdentity(ids, (one, two) => likeness(one.words, two.words), ID_STRONG);
    this.#uniqueTexts();
    this.#byIdentity(ids, weakAgreement, ID_WEAK);
    this.#neighbours();
    this.#gaps();
    this.#headings();
    this.#anywhere();
    this.#byIdentity(ids, () => 1, 1);
    this.#neighbours();
    if (!this.#identified(ids)) this.#inPlace();
    return { after: this.#toAfter, before: this.#toBefore, identity: this.#identity, limited: this.#limited };
  }

  #pair(i: number, j: number, identity: boolean): void {
    this.#toAfter[i] = j;
    this.#toBefore[j] = i;
    this.#identity[i] = identity ? 1 : 0;
  }

  #free(i: number, j: number): boolean {
    return this.#toAfter[i] === -1 && this.#toBefore[j] === -1;
  }

  /** For each node of the first side the nodes of the second with the same id: more than one after a copy. */
  #candidatesById(): ReadonlyMap<number, readonly number[]> {
    const places = new Map<string, number[]>();
    this.#after.forEach((node, j) => {
      if (node.id === null) return;
      const known = places.get(node.id);
      if (known) known.push(j);
      else places.set(node.id, [j]);
    });
    const candidates = new Map<number, readonly number[]>();
    this.#before.forEach((node, i) => {
      const found = node.id === null ? undefined : places.get(node.id);
      if (!found) return;
      const fitting = found.filter((j) => compatible(node, this.#after[j] as Alignable));
      if (fitting.length > 0) candidates.set(i, fitting);
    });
    return candidates;
  }

  #byIdentity(
    ids: ReadonlyMap<number, readonly number[]>,
    agreement: (one: Alignable, two: Alignable) => number,
    least: number,
  ): void {
    for (const [i, candidates] of ids) {
      if (this.#toAfter[i] !== -1) continue;
      let best = -1;
      let bestScore = least;
      for (const j of candidates) {
        if (!this.#free(i, j)) continue;
        const score = agreement(this.#before[i] as Alignable, this.#after[j] as Alignable);
        if (score > bestScore || (score === bestScore && best === -1)) {
          best = j;
          bestScore = score;
        }
      }
      if (best !== -1) this.#pair(i, best, true);
    }
  }

  /** One candidate that says nearly the same needs no count of its words: this saves cutting up long tables. */
  #sameMostly(ids: ReadonlyMap<number, readonly number[]>): void {
    for (const [i, candidates] of ids) {
      const j = candidates[0] as number;
      if (candidates.length > 1 || !this.#free(i, j)) continue;
      if (sameMostly(this.#before[i] as Alignable, this.#after[j] as Alignable)) this.#pair(i, j, true);
    }
  }

  /** Texts that stand once on each side: under the same heading, anywhere, or in another role. */
  #uniqueTexts(): void {
    const places = new Map<string, { readonly left: number[]; readonly right: number[] }>();
    this.#after.forEach(({ text }, j) => {
      if (this.#toBefore[j] !== -1) return;
      const known = places.get(text);
      if (known) known.right.push(j);
      else places.set(text, { left: [], right: [j] });
    });
    if (places.size === 0) return;
    this.#before.forEach(({ text }, i) => {
      if (this.#toAfter[i] === -1) places.get(text)?.left.push(i);
    });
    for (const [text, { left, right }] of places) {
      if (left.length === 0 || text.trim() === '') continue;
      if (left.length > 1 || right.length > 1) {
        this.#once(left, right, ({ type, context }) => `${type}\n${context}`);
        this.#once(left, right, ({ type }) => type);
      }
      // a list item that became a heading, word for word
      this.#once(left, right, ({ type }) => (isText(type) ? 'block' : type));
    }
  }

  /** Pairs, of nodes with the same text, those that share a key with one node on the other side only. */
  #once(left: readonly number[], right: readonly number[], keyOf: (node: Alignable) => string): void {
    const [i, j] = [left[0] as number, right[0] as number];
    if (left.length === 1 && right.length === 1) {
      const same = keyOf(this.#before[i] as Alignable) === keyOf(this.#after[j] as Alignable);
      if (same && this.#free(i, j)) this.#pair(i, j, false);
      return;
    }
    const once = (nodes: readonly Alignable[], indexes: readonly number[], partner: Int32Array) => {
      const found = new Map<string, number>();
      for (const index of indexes) {
        if (partner[index] !== -1) continue;
        const key = keyOf(nodes[index] as Alignable);
        found.set(key, found.has(key) ? -1 : index);
      }
      return found;
    };
    const others = once(this.#after, right, this.#toBefore);
    for (const [key, at] of once(this.#before, left, this.#toAfter)) {
      const other = others.get(key);
      if (at >= 0 && other !== undefined && other >= 0) this.#pair(at, other, false);
    }
  }

  /** Grows pairs to equal nodes beside them: this is how repeated passages find the right twin. */
  #neighbours(): void {
    const grow = (i: number, j: number, step: 1 | -1) => {
      for (let a = i + step, b = j + step; ; a += step, b += step) {
        const one = this.#before[a];
        const two = this.#after[b];
        if (!one || !two || !this.#free(a, b) || one.text !== two.text || one.type !== two.type) return;
        this.#pair(a, b, false);
      }
    };
    for (let i = 0; i < this.#before.length; i += 1) {
      const j = this.#toAfter[i] as number;
      if (j !== -1) grow(i, j, 1);
    }
    for (let i = this.#before.length - 1; i >= 0; i -= 1) {
      const j = this.#toAfter[i] as number;
      if (j !== -1) grow(i, j, -1);
    }
    if (this.#before.length > 0 && this.#after.length > 0) {
      grow(-1, -1, 1);
      grow(this.#before.length, this.#after.length, -1);
    }
  }

  /** Pairs that stand in the same order on both sides, with what lies unpaired between each two of them. */
  *#stretches(): Generator<{ readonly left: number[]; readonly right: number[] }> {
    const pairs: [number, number][] = [];
    for (let j = 0; j < this.#after.length; j += 1) {
      const i = this.#toBefore[j] as number;
      if (i !== -1) pairs.push([i, j]);
    }
    const fixed = heaviestRise(
      pairs.map(([i]) => i),
      pairs.map(([i]) => 1 + (this.#before[i] as Alignable).text.length),
    );
    const posts: [number, number][] = pairs.filter((_, index) => fixed[index]);
    posts.push([this.#before.length, this.#after.length]);
    let fromI = 0;
    let fromJ = 0;
    for (const [i, j] of posts) {
      const left: number[] = [];
      const right: number[] = [];
      for (let at = fromI; at < i; at += 1) if (this.#toAfter[at] === -1) left.push(at);
      for (let at = fromJ; at < j; at += 1) if (this.#toBefore[at] === -1) right.push(at);
      if (left.length > 0 && right.length > 0) yield { left, right };
      fromI = i + 1;
      fromJ = j + 1;
    }
  }

  #gaps(): void {
    for (const { left, right } of this.#stretches()) {
      if (left.length * right.length > GAP) this.#limited = true;
      else this.#bestInOrder(left, right);
    }
  }

  #bestInOrder(left: readonly number[], right: readonly number[]): void {
    const width = right.length + 1;
    const total = new Float64Array((left.length + 1) * width);
    const gain = new Float64Array((left.length + 1) * width);
    for (let i = left.length - 1; i >= 0; i -= 1) {
      const one = this.#before[left[i] as number] as Alignable;
      for (let j = right.length - 1; j >= 0; j -= 1) {
        const two = this.#after[right[j] as number] as Alignable;
        const at = i * width + j;
        const alike = one.type === two.type ? atLeast(one.words, two.words, NEAR) : 0;
        gain[at] = alike * (one.words.length + two.words.length);
        total[at] = Math.max(
          total[at + 1] as number,
          total[at + width] as number,
          alike > 0 ? (total[at + width + 1] as number) + (gain[at] as number) : 0,
        );
      }
    }
    for (let i = 0, j = 0; i < left.length && j < right.length;) {
      const at = i * width + j;
      if ((gain[at] as number) > 0 && total[at] === (total[at + width + 1] as number) + (gain[at] as number)) {
        this.#pair(left[i] as number, right[j] as number, false);
        i += 1;
        j += 1;
      } else if (total[at] === total[at + 1]) j += 1;
      else i += 1;
    }
  }

  /** A heading left over belongs to the heading whose body went into its section: so a section keeps through a new title. */
  #headings(): void {
    for (const { i, j } of headingVotes(this.#before, this.#after, this.#toBefore)) {
      if (this.#free(i, j)) this.#pair(i, j, false);
    }
  }

  /** Edited and moved: candidates are found by their rarest words, so that the cost stays near linear. */
  #anywhere(): void {
    const holders = new Map<number, number[]>();
    this.#after.forEach((node, j) => {
      if (this.#toBefore[j] !== -1) return;
      for (const word of new Set(node.words)) {
        const list = holders.get(word);
        if (list) list.push(j);
        else holders.set(word, [j]);
      }
    });
    if (holders.size === 0) return;
    const offers: { i: number; j: number; score: number }[] = [];
    this.#before.forEach((node, i) => {
      if (this.#toAfter[i] !== -1) return;
      const counts = new Map<number, number>();
      for (const word of new Set(node.words)) {
        const list = holders.get(word);
        if (!list || list.length > 20) continue;
        for (const j of list) counts.set(j, (counts.get(j) ?? 0) + 1 / list.length);
      }
      const likely = [...counts].toSorted((one, two) => two[1] - one[1] || one[0] - two[0]).slice(0, CANDIDATES);
      for (const [j] of likely) {
        const other = this.#after[j] as Alignable;
        const score =
          node.type === other.type && !onlyTitles(node, other) ? atLeast(node.words, other.words, ANYWHERE) : 0;
        if (score > 0) offers.push({ i, j, score });
      }
    });
    offers.sort((one, two) => two.score - one.score || one.i - two.i || one.j - two.j);
    for (const { i, j } of offers) if (this.#free(i, j)) this.#pair(i, j, false);
  }

  /** Whether most nodes carry their identity over; imported versions do not. */
  #identified(ids: ReadonlyMap<number, readonly number[]>): boolean {
    return ids.size * 3 >= Math.min(this.#before.length, this.#after.length);
  }

  /** Without identity, one node left over on each side of the same place in the same section is the same one rewritten. */
  #inPlace(): void {
    const rest = (found: ReadonlyMap<number, readonly number[]>) => new Set([...found.values()].flat());
    const merged = rest(halves(this.#before, this.#toAfter, this.#after));
    const split = rest(halves(this.#after, this.#toBefore, this.#before));
    for (const { left, right } of this.#stretches()) {
      const homes = new Map<string, { left: number[]; right: number[] }>();
      const home = (heading: number, type: string) => {
        const key = `${heading} ${type}`;
        const known = homes.get(key) ?? { left: [], right: [] };
        homes.set(key, known);
        return known;
      };
      for (const i of left.filter((at) => !merged.has(at))) {
        const { heading, type } = this.#before[i] as Alignable;
        home(heading, type).left.push(i);
      }
      for (const j of right.filter((at) => !split.has(at))) {
        const { heading, type } = this.#after[j] as Alignable;
        // a section of the second version counts as its partner
        const partner = heading === -1 ? -1 : (this.#toBefore[heading] as number);
        if (heading === -1 || partner !== -1) home(partner, type).right.push(j);
      }
      for (const each of homes.values()) {
        if (each.left.length !== 1 || each.right.length !== 1) continue;
        // a title without a body that votes for it is another section
        if ((this.#before[each.left[0] as number] as Alignable).type === 'heading') continue;
        this.#pair(each.left[0] as number, each.right[0] as number, false);
      }
    }
  }
}

import { likeness, type Query, type SoughtWord } from './query.ts';
import { type Term, terms } from './terms.ts';

/** A text that answers every word of a query. */
export interface Match {
  readonly key: string;
  readonly score: number;
}

interface Entry {
  readonly words: ReadonlySet<string>;
  /** Number of words. */
  readonly length: number;
  readonly weight: number;
}

interface Word extends Pick<Term, 'word' | 'stem'> {
  /** How often it stands in each text. */
  readonly in: Map<string, number>;
}

/** Where which words stand. What is removed leaves no trace of its words. */
export class SearchIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #words = new Map<string, Word>();

  get size(): number {
    return this.#entries.size;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Adds a text, in the place of what stood under its key; `weight` lifts titles above running text. */
  add(key: string, text: string, weight = 1): void {
    this.remove(key);
    const found = terms(text);
    for (const { word, stem } of found) {
      let known = this.#words.get(word);
      if (known === undefined) this.#words.set(word, (known = { word, stem, in: new Map() }));
      known.in.set(key, (known.in.get(key) ?? 0) + 1);
    }
    this.#entries.set(key, { words: new Set(found.map(({ word }) => word)), length: found.length, weight });
  }

  remove(key: string): void {
    for (const word of this.#entries.get(key)?.words ?? []) {
      const known = this.#words.get(word);
      known?.in.delete(key);
      if (known?.in.size === 0) this.#words.delete(word);
    }
    this.#entries.delete(key);
  }

  /**
   * The texts in which every word of the query stands in some form, best first; equally good ones as they were added.
   * A rare form, a close form, a word said often and a short text count for more.
   */
  find(query: Query): Match[] {
    let scores: Map<string, number> | null = null;
    for (const sought of query) scores = this.#narrow(scores, sought);
    return [...(scores ?? [])]
      .map(([key, score]) => {
        const { length, weight } = this.#entries.get(key) as Entry;
        return { key, score: (score * weight) / (1 + Math.log1p(length / 25)) };
      })
      .toSorted((one, other) => other.score - one.score);
  }

  #narrow(before: ReadonlyMap<string, number> | null, sought: SoughtWord): Map<string, number> {
    const best = new Map<string, number>();
    for (const known of this.#words.values()) {
      const like = likeness(sought, known);
      if (like === 0) continue;
      for (const [key, count] of known.in) {
        if (before !== null && !before.has(key)) continue;
        const score = like * (1 + 0.3 * Math.log(count));
        if (score > (best.get(key) ?? 0)) best.set(key, score);
      }
    }
    if (before === null) return best;
    for (const [key, score] of best) best.set(key, score + (before.get(key) ?? 0));
    return best;
  }
}

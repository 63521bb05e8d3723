import { type BlockJson, type InlineJson, inlineText, LEAF, type MarkJson } from '@draagvlak/document';
import type { Bag, Lexicon, Tokens } from './tokens.ts';

/** Where a node stands: indexes from the document downwards (top, row, cell, child). */
export type Path = readonly number[];

/** A stretch of a block's text with the same marks on all of it. */
export interface MarkedRun {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly MarkJson[];
  /** Equal keys are equal marks. */
  readonly key: string;
}

/** How texts of one version are read: the numbering of tokens, and what its inline leaves are called and say. */
export interface Reading {
  readonly lexicon: Pick<Lexicon, 'tokens' | 'words'>;
  /** Equal names count as the same leaf. */
  readonly nameOf: (leaf: InlineJson) => string;
  /** A reference's number; nothing for a footnote. */
  readonly say: (leaf: InlineJson) => string;
}

const NO_MARKS: readonly MarkJson[] = [];

/** One text block on one side of a comparison, with what is worked out about it once and only when asked for. */
export class Passage {
  readonly json: BlockJson;
  readonly path: Path;
  /** The id, or for a block without one its place, with a sign that no id contains. */
  readonly address: string;
  readonly text: string;
  readonly #reading: Reading;
  #tokens: Tokens | null = null;
  #words: Bag | null = null;
  #runs: readonly MarkedRun[] | null = null;

  constructor(json: BlockJson, path: Path, reading: Reading) {
    this.json = json;
    this.path = path;
    this.address = json.attrs.id ?? `@${path.join('.')}`;
    this.text = inlineText(json);
    this.#reading = reading;
  }

  get tokens(): Tokens {
    this.#tokens ??= this.#reading.lexicon.tokens(this.text, this.#leafNames());
    return this.#tokens;
  }

  get words(): Bag {
    this.#words ??= this.#reading.lexicon.words(this.tokens);
    return this.#words;
  }

  /** Names of the leaves in order; the replacement character typed as text counts as a leaf too. */
  #leafNames(): string[] {
    if (!this.text.includes(LEAF)) return [];
    const names: string[] = [];
    for (const node of this.json.content ?? []) {
      if (node.type !== 'text') names.push(this.#reading.nameOf(node));
      else for (const character of node.text) if (character === LEAF) names.push('typed');
    }
    return names;
  }

  get runs(): readonly MarkedRun[] {
    if (this.#runs) return this.#runs;
    const runs: MarkedRun[] = [];
    let at = 0;
    for (const node of this.json.content ?? []) {
      const width = node.type === 'text' ? node.text.length : 1;
      const marks = node.marks ?? NO_MARKS;
      const key = marks.length === 0 ? '' : JSON.stringify(marks);
      const last = runs.at(-1);
      if (last && last.key === key) runs[runs.length - 1] = { ...last, to: at + width };
      else if (width > 0) runs.push({ from: at, to: at + width, marks, key });
      at += width;
    }
    this.#runs = runs;
    return runs;
  }

  /** Inline leaves by offset. */
  leaves(): Map<number, Exclude<InlineJson, { type: 'text' }>> {
    const found = new Map<number, Exclude<InlineJson, { type: 'text' }>>();
    let at = 0;
    for (const node of this.json.content ?? []) {
      if (node.type !== 'text') found.set(at, node);
      at += node.type === 'text' ? node.text.length : 1;
    }
    return found;
  }

  /** The text between two offsets as it is read aloud. */
  spoken(from = 0, to = this.text.length): string {
    const text = this.text.slice(from, to);
    if (!text.includes(LEAF)) return text;
    const leaves = this.leaves();
    let said = '';
    for (let at = from; at < to; at += 1) {
      const leaf = leaves.get(at);
      said += leaf ? this.#reading.say(leaf) : (this.text[at] as string);
    }
    return said;
  }

  /** The inline content between two offsets. */
  slice(from: number, to: number): InlineJson[] {
    const cut: InlineJson[] = [];
    let at = 0;
    for (const node of this.json.content ?? []) {
      const width = node.type === 'text' ? node.text.length : 1;
      const start = Math.max(from, at);
      const end = Math.min(to, at + width);
      if (start < end) {
        cut.push(node.type === 'text' ? { ...node, text: node.text.slice(start - at, end - at) } : node);
      }
      at += width;
    }
    return cut;
  }
}

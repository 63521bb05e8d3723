import { type BlockJson, type InlineJson, inlineText, LEAF, type MarkJson } from '@draagvlak/document';
import type { Lexicon, Tokens } from './tokens.ts';

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

const NO_MARKS: readonly MarkJson[] = [];

/** One text block on one side of a comparison, with what is worked out about it once and only when asked for. */
export class Passage {
  readonly json: BlockJson;
  readonly path: Path;
  /** The id, or for a block without one its place, with a sign that no id contains. */
  readonly address: string;
  readonly text: string;
  readonly #lexicon: Lexicon;
  readonly #nameOf: (leaf: InlineJson) => string;
  #tokens: Tokens | null = null;
  #words: Int32Array | null = null;
  #runs: readonly MarkedRun[] | null = null;

  constructor(json: BlockJson, path: Path, lexicon: Lexicon, nameOf: (leaf: InlineJson) => string) {
    this.json = json;
    this.path = path;
    this.address = json.attrs.id ?? `@${path.join('.')}`;
    this.text = inlineText(json);
    this.#lexicon = lexicon;
    this.#nameOf = nameOf;
  }

  get tokens(): Tokens {
    this.#tokens ??= this.#lexicon.tokens(this.text, this.#leafNames());
    return this.#tokens;
  }

  get words(): Int32Array {
    this.#words ??= this.#lexicon.words(this.tokens);
    return this.#words;
  }

  /** Names of the leaves in order; the replacement character typed as text counts as a leaf too. */
  #leafNames(): string[] {
    if (!this.text.includes(LEAF)) return [];
    const names: string[] = [];
    for (const node of this.json.content ?? []) {
      if (node.type !== 'text') names.push(this.#nameOf(node));
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

import { type Comparison, type KeptRun, type MappedRange, mapRange } from '@draagvlak/compare';
import type { DocumentJson } from '@draagvlak/document';
import type { AnchorScope, Point } from './comment.ts';
import { type BlockPlace, type Places, placesOf } from './places.ts';

/** Two versions and what lies between them, indexed once for any number of anchors. */
export class Carrying {
  readonly before: Places;
  readonly after: Places;
  readonly #comparison: Comparison;
  readonly #sections: ReadonlyMap<string, string | null>;
  readonly #nodes: ReadonlyMap<string, string>;
  readonly #moved: ReadonlySet<string>;
  readonly #changed: ReadonlySet<string>;
  #words: { readonly text: string; readonly starts: readonly number[] } | null = null;

  static readonly #known = new WeakMap<Comparison, Carrying>();

  static of(before: DocumentJson, after: DocumentJson, comparison: Comparison): Carrying {
    const known = Carrying.#known.get(comparison);
    if (known && known.before === placesOf(before) && known.after === placesOf(after)) return known;
    const carrying = new Carrying(before, after, comparison);
    Carrying.#known.set(comparison, carrying);
    return carrying;
  }

  private constructor(before: DocumentJson, after: DocumentJson, comparison: Comparison) {
    this.before = placesOf(before);
    this.after = placesOf(after);
    this.#comparison = comparison;
    const sections = new Map<string, string | null>();
    for (const pair of comparison.sections) {
      if (pair.before === null) continue;
      // A section that was split has two partners: the one that kept the heading, else the first.
      if (!sections.get(pair.before) || pair.after === pair.before) sections.set(pair.before, pair.after);
    }
    this.#sections = sections;
    this.#nodes = new Map(comparison.nodes.map((pair) => [`${pair.unit} ${pair.before}`, pair.after]));
    const moved = new Set<string>();
    const changed = new Set<string>();
    for (const change of comparison.changes) {
      for (const id of change.before?.nodes ?? []) {
        if (change.kind === 'moved') this.#within(id).forEach((inner) => moved.add(inner));
        if (change.attributes.length > 0) changed.add(id);
      }
    }
    this.#moved = moved;
    this.#changed = changed;
  }

  /** A node of the first version and every block in it. */
  #within(id: string): readonly string[] {
    for (const scope of ['row', 'cell', 'column', 'block'] as const) {
      const node = this.before.node(scope, id);
      if (node) return [id, ...node.blocks];
    }
    return [id];
  }

  map({ block, from, to }: { readonly block: BlockPlace; readonly from: number; readonly to: number }): MappedRange {
    return mapRange(this.#comparison, { block: block.id, from, to });
  }

  /** Heading id in the second version; `null` when the section is gone or unknown. */
  section(id: string | null): string | null {
    return id === null ? null : (this.#sections.get(id) ?? null);
  }

  /** What a block, row, column or cell became; `null` when it is gone. */
  node(scope: AnchorScope, id: string): string | null {
    if (scope !== 'block') return this.#nodes.get(`${scope} ${id}`) ?? null;
    const units = ['image', 'source', 'table'] as const;
    for (const unit of units) {
      const kept = this.#nodes.get(`${unit} ${id}`);
      if (kept !== undefined) return kept;
    }
    const block = this.before.block(id);
    const after = block ? this.map({ block, from: 0, to: 0 }).pair?.after : undefined;
    if (!after || after.length === 0) return null;
    return after.includes(id) ? id : after[0]!;
  }

  /** Part of a change that moved it, alone or with its row, table or section. */
  hasMoved(id: string): boolean {
    return this.#moved.has(id);
  }
  /** An attribute of the node changed: a requirement's number, a cell's span. */
  hasChanged(id: string): boolean {
    return this.#changed.has(id);
  }

  /** Kept characters that stand in another block than the one theirs became, or in one that moved. */
  isElsewhere({ before, after }: KeptRun): boolean {
    if (this.#moved.has(before.block)) return true;
    const block = this.before.block(before.block);
    const pair = block ? this.map({ block, from: 0, to: 0 }).pair : null;
    return pair !== null && !pair.after.includes(after.block);
  }

  /** Nothing of the first block was kept before this run, so the passage may reach to the start of the second. */
  isWholeStart(run: KeptRun, part: { readonly from: number; readonly block: BlockPlace }): boolean {
    return part.from === 0 && !this.isElsewhere(run);
  }
  isWholeEnd(run: KeptRun, part: { readonly to: number; readonly block: BlockPlace }): boolean {
    return part.to === part.block.text.length && !this.isElsewhere(run);
  }

  /**
   * The nearest heading that is still there: of the section, of the blocks before it in that section, or of a section
   * around or before it; `null` when none is.
   */
  nearestHeading(section: string | null, block: string | null): string | null {
    const { sections } = this.before.outline;
    let at = sections.findIndex(({ id }) => id === (section ?? (block && this.before.sectionOf(block))));
    if (at < 0) return null;
    for (let id: string | null = sections[at]!.id; id !== null; id = this.before.outline.section(id)?.parent ?? null) {
      const kept = this.section(id);
      if (kept !== null) return kept;
    }
    for (at--; at >= 0; at--) {
      const kept = this.section(sections[at]!.id);
      if (kept !== null) return kept;
    }
    return null;
  }

  /** Where these words stand in the second version, when they stand there exactly once, as words of their own. */
  onlyPlaceOf(quote: string): Point | null {
    this.#words ??= joined(this.after.blocks);
    const { text, starts } = this.#words;
    const at = text.indexOf(quote);
    if (at < 0 || text.indexOf(quote, at + 1) >= 0) return null;
    let low = 0;
    for (let high = starts.length - 1; low < high;) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { block: this.after.blocks[low]!.id, offset: at - starts[low]! };
  }
}

function joined(blocks: readonly BlockPlace[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  const texts: string[] = [];
  let length = 0;
  for (const { text } of blocks) {
    starts.push(length);
    texts.push(text);
    length += text.length + 1;
  }
  return { text: texts.join('\n'), starts };
}

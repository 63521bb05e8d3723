import { type DocumentJson, type InlineJson, type Outline, outline, referenceNumber } from '@draagvlak/document';
import type { BlockPair, Change, NodePair, Side as ChangeSide, TextRange } from './comparison.ts';
import { type FlowNode, footnoteIds } from './flow.ts';
import { changeKey } from './change-key.ts';
import type { Path, Reading } from './passage.ts';
import type { Origins, Source } from './script.ts';
import type { Kept } from './text-edit.ts';
import { Lexicon } from './tokens.ts';

/** A change before its key is made and its place in the list is known. */
export interface Draft extends Omit<Change, 'key' | 'within'> {
  /** Reading position in the second version: compared from left to right, shorter first. */
  readonly at: readonly number[];
  readonly within: Draft | null;
}

type Json = FlowNode['json'] | { readonly type: 'row' | 'cell' };

/** Everything found so far in one comparison. */
export class Workbook {
  readonly before: DocumentJson;
  readonly after: DocumentJson;
  readonly beforeOutline: Outline;
  readonly afterOutline: Outline;
  readonly lexicon = new Lexicon();
  /** How each version is read. */
  readonly reading: { readonly before: Reading; readonly after: Reading };
  readonly blocks: BlockPair[] = [];
  readonly nodes: NodePair[] = [];
  readonly kept: Kept[] = [];
  limited = false;
  readonly #drafts: Draft[] = [];
  readonly #partnersOfAfter = new Map<string, { path: Path; json: Json }>();
  readonly #partnersOfBefore = new Map<string, { path: Path; json: Json }>();

  constructor(before: DocumentJson, after: DocumentJson) {
    this.before = before;
    this.after = after;
    this.beforeOutline = outline(before);
    this.afterOutline = outline(after);
    const old = footnoteIds(before);
    const now = footnoteIds(after);
    const nameOf = (leaf: InlineJson) => {
      if (leaf.type === 'reference') return `reference ${leaf.attrs.target}`;
      if (leaf.type !== 'footnote') return leaf.type;
      const { id } = leaf.attrs;
      // a footnote without a twin by identity may be the same one imported anew
      return id !== null && old.has(id) && now.has(id) ? `footnote ${id}` : 'footnote';
    };
    const reading = (view: Outline): Reading => ({
      lexicon: this.lexicon,
      nameOf,
      say: (leaf) => {
        if (leaf.type === 'reference') return referenceNumber(view, leaf.attrs.target) ?? '';
        return leaf.type === 'break' ? ' ' : '';
      },
    });
    this.reading = { before: reading(this.beforeOutline), after: reading(this.afterOutline) };
  }

  add(draft: Draft): Draft {
    this.#drafts.push(draft);
    return draft;
  }

  /** Notes that two nodes are the same one, for the script and for whoever follows a node. */
  pair(before: { path: Path; json: Json }, after: { path: Path; json: Json }): void {
    this.#partnersOfAfter.set(after.path.join('.'), before);
    this.#partnersOfBefore.set(before.path.join('.'), after);
  }

  /** The changes in reading order, each with its key. */
  changes(): Change[] {
    const ordered = this.#drafts.toSorted((one, two) => compareRows(one.at, two.at));
    const keys = new Map<Draft, string>();
    const used = new Map<string, number>();
    for (const draft of ordered) {
      const key = changeKey(draft);
      const times = (used.get(key) ?? 0) + 1;
      used.set(key, times);
      keys.set(draft, times === 1 ? key : `${key}-${times}`);
    }
    return ordered.map((draft) => {
      const { at: _, within, ...change } = draft;
      return { ...change, key: keys.get(draft) as string, within: within ? (keys.get(within) as string) : null };
    });
  }

  origins(of: 'before' | 'after'): Origins {
    const partners = of === 'after' ? this.#partnersOfAfter : this.#partnersOfBefore;
    const sources = new Map<string, Source[]>();
    for (const run of this.kept) {
      const [from, to] = of === 'after' ? [run.before, run.after] : [run.after, run.before];
      const source: Source =
        of === 'after'
          ? { block: from, from: run.from, at: run.at, count: run.count }
          : { block: from, from: run.at, at: run.from, count: run.count };
      const key = to.path.join('.');
      const known = sources.get(key);
      if (known) known.push(source);
      else sources.set(key, [source]);
    }
    for (const list of sources.values()) list.sort((one, two) => one.at - two.at);
    return {
      node: (path) => partners.get(path.join('.')) as ReturnType<Origins['node']>,
      text: (path) => sources.get(path.join('.')) ?? [],
    };
  }

  /** One side of a change, in words. */
  sideOf(
    of: 'before' | 'after',
    section: string | null,
    about: { nodes: readonly string[]; ranges?: readonly TextRange[]; text: string },
  ): ChangeSide {
    const found =
      section === null ? undefined : (of === 'before' ? this.beforeOutline : this.afterOutline).section(section);
    const label = found ? (found.number === null ? found.title : `${found.number} ${found.title}`) : '';
    return { section, label, nodes: about.nodes, ranges: about.ranges ?? [], text: about.text };
  }
}

function compareRows(one: readonly number[], two: readonly number[]): number {
  for (let depth = 0; depth < one.length && depth < two.length; depth += 1) {
    const difference = (one[depth] as number) - (two[depth] as number);
    if (difference !== 0) return difference;
  }
  return one.length - two.length;
}

import { type DocumentJson, type InlineJson, type Outline, outline, referenceNumber } from '@draagvlak/document';
import type { BlockPair, Change, KeptRun, NodePair, Side as ChangeSide, TextRange } from './comparison.ts';
import { footnoteIds } from './flow.ts';
import { changeKey } from './change-key.ts';
import type { Reading } from './passage.ts';
import { noPartners, type Placed, setPartner } from './partners.ts';
import type { Origins, Source } from './script.ts';
import { type Sameness, sameness } from './same.ts';
import type { Kept } from './text-edit.ts';
import { Lexicon } from './tokens.ts';

/** A change before its key is made and its place in the list is known. */
export interface Draft extends Omit<Change, 'key' | 'within'> {
  /** Reading position in the second version: compared from left to right, shorter first. */
  readonly at: readonly number[];
  readonly within: Draft | null;
}

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
  /** Kept text of what was edited; what is alike as a whole is in {@link whole}. */
  readonly kept: Kept[] = [];
  readonly whole: KeptRun[] = [];
  limited = false;
  readonly #drafts: Draft[] = [];
  readonly partners = { before: noPartners(), after: noPartners() };

  constructor(before: DocumentJson, after: DocumentJson) {
    this.before = before;
    this.after = after;
    this.beforeOutline = outline(before);
    this.afterOutline = outline(after);
    // worked out when the first footnote is met: most documents have few
    let notes: { readonly old: ReadonlySet<string>; readonly now: ReadonlySet<string> } | null = null;
    const nameOf = (leaf: InlineJson) => {
      if (leaf.type === 'reference') return `reference ${leaf.attrs.target}`;
      if (leaf.type !== 'footnote') return leaf.type;
      const { id } = leaf.attrs;
      if (id === null) return 'footnote';
      notes ??= { old: footnoteIds(before), now: footnoteIds(after) };
      // a footnote without a twin by identity may be the same one imported anew
      return notes.old.has(id) && notes.now.has(id) ? `footnote ${id}` : 'footnote';
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

  /** Notes that two nodes are the same one, and answers how far they say the same, which the caller may know. */
  pair(before: Placed, after: Placed, known?: Sameness): Sameness {
    const its = known ?? sameness(before.json, after.json);
    setPartner(this.partners.after, after.path, { path: before.path, json: before.json, sameness: its });
    setPartner(this.partners.before, before.path, { path: after.path, json: after.json, sameness: its });
    return its;
  }

  /** Notes that two blocks have the same text from end to end. */
  keepWhole(before: string, after: string, count: number): void {
    this.blocks.push({ before: [before], after: [after] });
    if (count > 0) this.whole.push({ before: { block: before, from: 0 }, after: { block: after, from: 0 }, count });
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
    const partners = this.partners[of];
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
      partners,
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

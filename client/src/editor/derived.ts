import {
  type DocumentJson,
  type Outline,
  outline,
  outlineAfter,
  type PlainChange,
  sharedJson,
} from '@draagvlak/document';
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { changed, topNodes } from './changed.ts';

/** What follows from the document and is never in it: plain data, sections and numbers. Worked out when asked for. */
export interface Derived {
  readonly document: DocumentJson;
  /** The same object as long as the structure is. */
  readonly outline: Outline;
  /** Changes only when a section, a number or the order of things does. */
  readonly structure: number;
  /** The same object as long as no heading, requirement, definition, table or footnote comes, goes or changes. */
  readonly marked: object;
}

const onlyText = (node: Node) => {
  let only = true;
  node.forEach((child) => {
    only &&= child.isText;
  });
  return only;
};

/** True when only words of plain blocks differ, so that no number and no title can have changed. */
export function sameStructure(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount) return false;
  const differs = changed(before, after);
  if (differs === null) return true;
  const now = topNodes(after, differs.start, differs.afterEnd);
  return topNodes(before, differs.start, differs.beforeEnd).every((a, index) => {
    const b = now[index];
    if (b === undefined || a === b) return b !== undefined;
    if (b.type.name !== 'block' || b.attrs['role'] === 'heading' || !a.sameMarkup(b)) return false;
    return onlyText(a) && onlyText(b);
  });
}

const COUNTS: ReadonlySet<unknown> = new Set(['heading', 'requirement', 'definition']);

/** How paragraphs and items gave way to others where nothing else came or went, as at nearly every Enter; else `null`. */
function plainChange(before: Node, after: Node): PlainChange | null {
  const differs = changed(before, after);
  if (differs === null) return null;
  const { start, beforeEnd, afterEnd } = differs;
  const blocks = [...topNodes(before, start, beforeEnd), ...topNodes(after, start, afterEnd)];
  if (!blocks.every((node) => node.type.name === 'block' && !COUNTS.has(node.attrs['role']) && onlyText(node)))
    return null;
  const indent = blocks[0]?.attrs['indent'] as unknown;
  const alike = blocks.every(({ attrs }) => attrs['role'] !== 'item' && attrs['indent'] === indent);
  return { start, beforeEnd, afterEnd, listsStay: alike && beforeEnd > start && afterEnd > start };
}

/** One structure, in which words may come and go; its outline is that of the document it was first seen in. */
class Structure {
  readonly number: number;
  readonly marked: object;
  readonly #seen: Node;
  #outline: Outline | null = null;
  /** Words of what counts are other ones than this outline knows. */
  #reworded = false;
  #earlier: { readonly outline: Outline; readonly change: PlainChange } | null = null;

  /** @param change how the document differs from that of the structure before, where that is little enough */
  constructor(seen: Node, before: Structure | null = null, change: PlainChange | null = null) {
    this.number = before === null ? 0 : before.number + 1;
    this.#seen = seen;
    this.marked = change === null || before === null ? {} : before.marked;
    if (before === null || change === null || before.#reworded) return;
    const known = before.#earlier === null ? before.#outline : before.outline;
    if (known !== null) this.#earlier = { outline: known, change };
  }

  /** Other words in the same structure; those of requirements and definitions stand in the next outline again. */
  reads(before: Node, after: Node): void {
    const differs = changed(before, after);
    if (
      differs !== null &&
      topNodes(after, differs.start, differs.afterEnd).some(({ attrs }) => COUNTS.has(attrs['role']))
    )
      this.#reworded = true;
  }

  get outline(): Outline {
    if (this.#outline === null) {
      const document = () => sharedJson(this.#seen);
      const earlier = this.#earlier;
      this.#outline = earlier === null ? outline(document()) : outlineAfter(earlier.outline, earlier.change, document);
      this.#earlier = null;
    }
    return this.#outline;
  }
}

class Known implements Derived {
  readonly from: Structure;
  readonly #doc: Node;
  #document: DocumentJson | null = null;

  constructor(from: Structure, doc: Node) {
    this.from = from;
    this.#doc = doc;
  }

  get document(): DocumentJson {
    return (this.#document ??= sharedJson(this.#doc));
  }

  get outline(): Outline {
    return this.from.outline;
  }

  get structure(): number {
    return this.from.number;
  }

  get marked(): object {
    return this.from.marked;
  }
}

const derivedKey = new PluginKey<Known>('derived');

/** Keeps the outline of the document beside the editor's state, for numbers, guidance and the outline pane. */
export function derivedPlugin(): Plugin {
  return new Plugin<Known>({
    key: derivedKey,
    state: {
      init: (_config, { doc }) => new Known(new Structure(doc), doc),
      apply: (tr, value, before, { doc }) => {
        if (!tr.docChanged || before.doc === doc) return value;
        if (sameStructure(before.doc, doc)) {
          value.from.reads(before.doc, doc);
          return new Known(value.from, doc);
        }
        return new Known(new Structure(doc, value.from, plainChange(before.doc, doc)), doc);
      },
    },
  });
}

export function derived(state: EditorState): Derived {
  const value = derivedKey.getState(state);
  if (value === undefined) throw new Error('the editor has no derived outline');
  return value;
}

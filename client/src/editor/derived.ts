import { type DocumentJson, type Outline, outline, sharedJson } from '@draagvlak/document';
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

/** One structure, in which words may come and go; its outline is that of the document it was first seen in. */
class Structure {
  readonly number: number;
  readonly #seen: Node;
  #outline: Outline | null = null;

  constructor(number: number, seen: Node) {
    this.number = number;
    this.#seen = seen;
  }

  get outline(): Outline {
    return (this.#outline ??= outline(sharedJson(this.#seen)));
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
}

const derivedKey = new PluginKey<Known>('derived');

/** Keeps the outline of the document beside the editor's state, for numbers, guidance and the outline pane. */
export function derivedPlugin(): Plugin {
  return new Plugin<Known>({
    key: derivedKey,
    state: {
      init: (_config, { doc }) => new Known(new Structure(0, doc), doc),
      apply: (tr, value, before, { doc }) => {
        if (!tr.docChanged || before.doc === doc) return value;
        if (sameStructure(before.doc, doc)) return new Known(value.from, doc);
        return new Known(new Structure(value.structure + 1, doc), doc);
      },
    },
  });
}

export function derived(state: EditorState): Derived {
  const value = derivedKey.getState(state);
  if (value === undefined) throw new Error('the editor has no derived outline');
  return value;
}

import { type DocumentJson, type Outline, outline } from '@draagvlak/document';
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';

/** What follows from the document and is never in it: plain data, sections and numbers. */
export interface Derived {
  readonly document: DocumentJson;
  readonly outline: Outline;
  /** Changes only when a section, a number or the order of things does. */
  readonly structure: number;
}

const jsonOf = new WeakMap<Node, unknown>();

/** `toJSON` with the unchanged top-level nodes taken from the last time, so that a keystroke costs one block. */
function documentOf(doc: Node): DocumentJson {
  const content: unknown[] = [];
  doc.forEach((node) => {
    let json = jsonOf.get(node);
    if (json === undefined) {
      json = node.toJSON();
      jsonOf.set(node, json);
    }
    content.push(json);
  });
  return { type: 'doc', content } as DocumentJson;
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
  for (let index = 0; index < after.childCount; index += 1) {
    const a = before.child(index);
    const b = after.child(index);
    if (a === b) continue;
    if (b.type.name !== 'block' || b.attrs['role'] === 'heading' || !a.sameMarkup(b)) return false;
    if (!onlyText(a) || !onlyText(b)) return false;
  }
  return true;
}

export const derivedKey = new PluginKey<Derived>('derived');

/** Keeps the outline of the document beside the editor's state, for numbers, guidance and the outline pane. */
export function derivedPlugin(): Plugin<Derived> {
  return new Plugin<Derived>({
    key: derivedKey,
    state: {
      init: (_config, state) => {
        const document = documentOf(state.doc);
        return { document, outline: outline(document), structure: 0 };
      },
      apply: (tr, value, before, after) => {
        if (!tr.docChanged) return value;
        const document = documentOf(after.doc);
        if (sameStructure(before.doc, after.doc)) return { ...value, document };
        return { document, outline: outline(document), structure: value.structure + 1 };
      },
    },
  });
}

export function derived(state: EditorState): Derived {
  const value = derivedKey.getState(state);
  if (value === undefined) throw new Error('the editor has no derived outline');
  return value;
}

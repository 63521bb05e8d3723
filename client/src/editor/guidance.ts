import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { derived } from './derived.ts';
import type { EditorWords } from './words.ts';

/** What the template says about a slot; empty slots show it in the text. */
export type GuidanceOf = (slot: string) => string | null;

const key = new PluginKey<DecorationSet>('guidance');

/** Looks again at what the template says, which may come after the text. */
export function showGuidance(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false));
}

function box(text: string, words: EditorWords): HTMLElement {
  const element = document.createElement('div');
  element.className = 'guidance';
  element.contentEditable = 'false';
  const lead = element.appendChild(document.createElement('b'));
  lead.textContent = `${words.guidance} `;
  element.append(`${text} ${words.guidanceNeverPrinted}`);
  return element;
}

/** A section is empty while nothing but headings stands between its heading and the next section of its level. */
function emptySlots(doc: Node, guidanceOf: GuidanceOf): { pos: number; slot: string; text: string }[] {
  const found: { pos: number; slot: string; text: string; level: number }[] = [];
  let open: typeof found = [];
  doc.forEach((node, offset) => {
    if (node.attrs['role'] === 'heading') {
      const level = node.attrs['level'] as number;
      for (const one of open) if (one.level >= level) found.push(one);
      open = open.filter((one) => one.level < level);
      const slot = node.attrs['slot'] as string | null;
      const text = slot === null ? null : guidanceOf(slot);
      if (slot !== null && text !== null) open.push({ pos: offset + node.nodeSize, slot, text, level });
    } else if (node.type.name !== 'block' || node.textContent.trim() !== '') {
      open = [];
    }
  });
  return [...found, ...open];
}

const build = (doc: Node, guidanceOf: GuidanceOf, words: EditorWords) =>
  DecorationSet.create(
    doc,
    emptySlots(doc, guidanceOf).map(({ pos, slot, text }) =>
      Decoration.widget(pos, () => box(text, words), { side: -1, key: `guidance ${slot}`, ignoreSelection: true }),
    ),
  );

/** Whether a block at the top lost its last words: its section may be empty now. */
function emptied(before: Node, after: Node): boolean {
  for (let index = 0; index < after.childCount; index += 1) {
    const node = after.child(index);
    if (node !== before.maybeChild(index) && node.textContent.trim() === '') return true;
  }
  return false;
}

/** Shows the template's explanation under the heading of every section that is still empty; it never prints. */
export function guidancePlugin(guidanceOf: GuidanceOf, words: EditorWords): Plugin<DecorationSet> {
  let structure = -1;
  /** Whether any words of the template stand in the text now: only then can typing change which. */
  let shows = true;
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => build(state.doc, guidanceOf, words),
      apply: (tr, value, before, after) => {
        if (!tr.docChanged && tr.getMeta(key) === undefined) return value;
        const now = derived(after).structure;
        if (tr.getMeta(key) === undefined && now === structure && !shows && !emptied(before.doc, after.doc))
          return value;
        structure = now;
        const set = build(after.doc, guidanceOf, words);
        shows = set !== DecorationSet.empty;
        return set;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

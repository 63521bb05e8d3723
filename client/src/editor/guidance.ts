import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { changed, topNodes } from './changed.ts';
import { derived } from './derived.ts';
import { guidanceKey as key } from './later.ts';
import type { EditorWords } from './words.ts';

/** What the template says about a slot; empty slots show it in the text. */
export type GuidanceOf = (slot: string) => string | null;

/** How often somebody asked to look again. */

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
    } else if (open.length > 0 && (node.type.name !== 'block' || node.textContent.trim() !== '')) {
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

const isBare = (node: Node) => node.type.name === 'block' && node.textContent.trim() === '';

/** Whether the last words somewhere may be gone, so that their section may be empty now. */
function emptied(before: Node, after: Node): boolean {
  const differs = changed(before, after);
  if (differs === null) return false;
  const now = topNodes(after, differs.start, differs.afterEnd);
  // What has words fills the section of all that stands with it, as far as the next heading.
  return now.some(({ attrs }) => attrs['role'] === 'heading') ? now.some(isBare) : now.every(isBare);
}

/** What is shown, and of what. */
interface Shown {
  readonly doc: Node;
  readonly marked: object;
  readonly asked: number;
  readonly set: DecorationSet;
}

/** Shows the template's explanation under the heading of every section that is still empty; it never prints. */
export function guidancePlugin(guidanceOf: GuidanceOf, words: EditorWords): Plugin<number> {
  let shown: Shown | null = null;
  const guidance = (state: EditorState): DecorationSet => {
    const { doc } = state;
    const asked = key.getState(state) ?? 0;
    if (shown?.doc === doc && shown.asked === asked) return shown.set;
    const { marked } = derived(state);
    // With no words of the template in the text, typing can only bring them where it takes the last of somebody's away.
    const none =
      shown !== null && shown.asked === asked && shown.marked === marked && shown.set === DecorationSet.empty;
    const set = none && shown !== null && !emptied(shown.doc, doc) ? shown.set : build(doc, guidanceOf, words);
    shown = { doc, marked, asked, set };
    return set;
  };
  return new Plugin<number>({
    key,
    state: { init: () => 0, apply: (tr, asked) => (tr.getMeta(key) === undefined ? asked : asked + 1) },
    props: { decorations: guidance },
  });
}

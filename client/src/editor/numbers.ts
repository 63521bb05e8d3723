import type { Outline } from '@draagvlak/document';
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin } from 'prosemirror-state';
import { Mapping, StepMap } from 'prosemirror-transform';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { BlockNumbers } from './block-numbers.ts';
import { changed } from './changed.ts';
import { derived } from './derived.ts';
import type { TextWords } from './words.ts';

/** The line above a requirement: its number and what is measured, with a way to change that. */
function requirementHead(block: Node, number: string | undefined, words: TextWords): HTMLElement {
  const head = document.createElement('p');
  head.className = 'req-no';
  head.contentEditable = 'false';
  const label = head.appendChild(document.createElement('span'));
  label.textContent = words.requirement(number ?? '', block.attrs['kind'] === 'recommendation');
  const measure = head.appendChild(document.createElement('button'));
  measure.type = 'button';
  measure.tabIndex = -1;
  measure.className = 'measure';
  measure.dataset['measureOf'] = block.attrs['id'] ?? '';
  measure.textContent = words.measure(block.attrs) ?? words.addMeasure;
  return head;
}

/** The words of a block before its child with this index; a reference begins a sentence or not. */
function wordsBefore(block: Node, index: number): string {
  let words = '';
  for (let at = 0; at < index; at += 1) words += block.child(at).text ?? (block.child(at).isLeaf ? ' ' : '');
  return words;
}

/** One number in the text, as it is now. */
type Mark = (pos: number, node: Node, outline: Outline, words: TextWords, before: string) => Decoration;

const requirement: Mark = (pos, node, outline, words) => {
  const id = node.attrs['id'] as string | null;
  const number = id === null ? undefined : outline.requirementNumber(id);
  return Decoration.widget(pos, () => requirementHead(node, number, words), {
    side: -1,
    ignoreSelection: true,
    stopEvent: (event) => event.type === 'mousedown' || event.type === 'click',
    key: ['requirement', id, number, words.measure(node.attrs), node.attrs['kind']].join(' '),
    says: number,
  });
};

const footnote: Mark = (pos, node, outline) => {
  const id = node.attrs['id'] as string | null;
  const says = String((id && outline.footnoteNumber(id)) ?? '');
  return Decoration.node(pos, pos + node.nodeSize, { 'data-no': says }, { says });
};

const reference: Mark = (pos, node, outline, words, before) => {
  const target = outline.target(node.attrs['target'] as string);
  const label = target === undefined ? words.lostReference : words.reference(target, before);
  const lost = target === undefined ? { class: 'lost-reference' } : {};
  const attributes = { 'data-no': label, 'aria-label': label, ...lost };
  return Decoration.node(pos, pos + node.nodeSize, attributes, { says: `${target === undefined} ${label}` });
};

const markOf = (node: Node): Mark | null => {
  if (node.type.name === 'block') return node.attrs['role'] === 'requirement' ? requirement : null;
  if (node.type.name === 'footnote') return footnote;
  return node.type.name === 'reference' ? reference : null;
};

function marksBetween(doc: Node, outline: Outline, words: TextWords, from: number, to: number): Decoration[] {
  const marks: Decoration[] = [];
  doc.nodesBetween(from, to, (node, pos, parent, index) => {
    const before = () => (node.type.name !== 'reference' || parent === null ? '' : wordsBefore(parent, index));
    const mark = markOf(node);
    if (mark !== null) marks.push(mark(pos, node, outline, words, before()));
    return !node.isText;
  });
  return marks;
}

/** What is shown, and of what. */
interface Shown {
  readonly doc: Node;
  readonly structure: number;
  readonly set: DecorationSet;
}

/** Numbers follow what stands in blocks that are the same; in the others they are made anew. */
function carried(shown: Shown, after: Node, outline: Outline, words: TextWords): DecorationSet {
  const differs = changed(shown.doc, after);
  if (differs === null) return shown.set;
  const anew = () => DecorationSet.create(after, marksBetween(after, outline, words, 0, after.content.size));
  let { from, beforeTo, afterTo } = differs;
  if (beforeTo === from || afterTo === from) {
    // What stands at this place would be taken for a part of what came or went; so a neighbour counts as changed too.
    const next = after.maybeChild(differs.afterEnd);
    const previous = differs.start === 0 ? null : after.child(differs.start - 1);
    if (next !== null) [beforeTo, afterTo] = [beforeTo + next.nodeSize, afterTo + next.nodeSize];
    else if (previous !== null) from -= previous.nodeSize;
  }
  const [was, is] = [beforeTo - from - 2, afterTo - from - 2];
  if (was < 0 || is < 0) return anew();
  // The edges stay outside: what stands on them belongs to the neighbours.
  const moved = shown.set.map(new Mapping([new StepMap([from + 1, was, is])]), after);
  const stale = moved.find(from, afterTo).filter((one) => one.from >= from && one.from < afterTo);
  return moved.remove(stale).add(after, marksBetween(after, outline, words, from, afterTo));
}

/** The same numbers after a new structure, those made anew that say something else now. */
function renumbered(set: DecorationSet, doc: Node, outline: Outline, words: TextWords): DecorationSet {
  const old: Decoration[] = [];
  const now: Decoration[] = [];
  for (const one of set.find()) {
    const place = doc.resolve(one.from);
    const node = place.nodeAfter;
    const mark = node === null ? null : markOf(node);
    if (node === null || mark === null) continue;
    const before = node.type.name === 'reference' ? wordsBefore(place.parent, place.index()) : '';
    const again = mark(one.from, node, outline, words, before);
    if (again.spec['says'] === one.spec['says']) continue;
    old.push(one);
    now.push(again);
  }
  return old.length === 0 ? set : set.remove(old).add(doc, now);
}

/** Shows numbers of sections, requirements, items and footnotes beside the text; they are never part of it. */
export function numbersPlugin(words: TextWords): Plugin {
  const blocks = new BlockNumbers();
  let shown: Shown | null = null;
  const marks = (state: EditorState): DecorationSet => {
    if (shown?.doc === state.doc) return shown.set;
    const { doc } = state;
    const { structure, outline } = derived(state);
    let set: DecorationSet;
    if (shown === null) set = DecorationSet.create(doc, marksBetween(doc, outline, words, 0, doc.content.size));
    else {
      set = carried(shown, doc, outline, words);
      if (structure !== shown.structure) set = renumbered(set, doc, outline, words);
    }
    shown = { doc, structure, set };
    return set;
  };
  return new Plugin({
    props: { nodeViews: { block: blocks.blockView }, decorations: marks },
    view: (view) => {
      blocks.update(view, null);
      return { update: (now, before) => blocks.update(now, before) };
    },
  });
}

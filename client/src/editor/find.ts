import type { Node } from 'prosemirror-model';
import { type EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { findInNode, replacementFor, type Sought, textOf } from './find-text.ts';
import { finding } from './find-place.ts';
import type { Late } from './late.ts';

/** One place where the words stand. */
export interface Found {
  /** Stays the same while the words do, whoever types around them. */
  readonly key: number;
  readonly from: number;
  readonly to: number;
  /** The text block or footnote that holds it, and where in its content. */
  readonly holder: Node;
  readonly offset: number;
  readonly text: string;
}

export interface FindState {
  readonly sought: Sought;
  readonly found: readonly Found[];
  /** More places than are shown. */
  readonly more: boolean;
  /** Key of the one that is shown now. */
  readonly current: number | null;
  readonly set: DecorationSet;
  readonly nextKey: number;
}

/** Most places that are shown; who finds more than this is looking for a letter. */
const MOST = 2000;

const CHANGE = 'find change';

type Change = { readonly sought: Sought; readonly near: number } | { readonly current: number | null };

/** Where an offset in the text of old stands in the text of now; `null` when it was in the part that changed. */
function carried(before: string, after: string, from: number, to: number): number | null {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  if (to <= start) return from;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return from >= before.length - end ? from + after.length - before.length : null;
}

/** Who held what was found, by id: what a colleague's edit made anew is known again by it. */
function byHolder(found: readonly Found[]): Map<unknown, Found[]> {
  const holders = new Map<unknown, Found[]>();
  for (const one of found) {
    for (const name of [one.holder, one.holder.attrs['id'] as string | null]) {
      if (name === null) continue;
      const known = holders.get(name);
      if (known === undefined) holders.set(name, [one]);
      else known.push(one);
    }
  }
  return holders;
}

function look(doc: Node, sought: Sought, old: readonly Found[], key: number) {
  const found: Found[] = [];
  const holders = byHolder(old);
  let nextKey = key;
  let more = false;
  doc.descendants((node, pos) => {
    if (more) return false;
    if (!node.isTextblock && node.type.name !== 'footnote') return true;
    const places = findInNode(node, sought);
    const known = places.length === 0 ? [] : (holders.get(node) ?? holders.get(node.attrs['id']) ?? []);
    const text = places.length === 0 ? '' : textOf(node);
    const held = known[0]?.holder;
    const before = held === undefined || held === node ? text : textOf(held);
    const keys = new Map(
      known.map((one) => [
        before === text ? one.offset : carried(before, text, one.offset, one.offset + one.text.length),
        one.key,
      ]),
    );
    for (const { from, to } of places) {
      if (found.length >= MOST) {
        more = true;
        break;
      }
      const same = keys.get(from);
      found.push({
        key: same ?? nextKey,
        from: pos + 1 + from,
        to: pos + 1 + to,
        holder: node,
        offset: from,
        text: text.slice(from, to),
      });
      if (same === undefined) nextKey += 1;
    }
    return true;
  });
  // a footnote is met within its block, before what stands behind it
  return { found: found.toSorted((one, two) => one.from - two.from), more, nextKey };
}

function shown(state: Omit<FindState, 'set'>, doc: Node): FindState {
  const set = DecorationSet.create(
    doc,
    state.found.map(({ from, to, key, holder, offset }) => {
      const marked = { class: key === state.current ? 'found is-current' : 'found' };
      if (holder.type.name !== 'footnote') return Decoration.inline(from, to, marked);
      // Of a footnote only the number stands in the text.
      const start = from - offset - 1;
      return Decoration.node(start, start + holder.nodeSize, marked);
    }),
  );
  return { ...state, set };
}

const nearest = (found: readonly Found[], pos: number): Found | undefined =>
  found.find(({ to }) => to > pos) ?? found[0];

/** Looks for words in a draft and keeps what was found right while this author and others write. */
export function findBehaviour(sought: Sought): Late<FindState> {
  return {
    init: (state) => {
      const looked = look(state.doc, sought, [], 0);
      const current = nearest(looked.found, state.selection.from)?.key ?? null;
      return shown({ sought, ...looked, current }, state.doc);
    },
    apply: (tr: Transaction, value: FindState, after: EditorState) => {
      const change = tr.getMeta(CHANGE) as Change | undefined;
      if (change !== undefined && 'sought' in change) {
        const looked = look(after.doc, change.sought, [], value.nextKey);
        const current = nearest(looked.found, change.near)?.key ?? null;
        return shown({ sought: change.sought, ...looked, current }, after.doc);
      }
      if (change !== undefined) return shown({ ...value, current: change.current }, after.doc);
      if (!tr.docChanged) return value;
      const looked = look(after.doc, value.sought, value.found, value.nextKey);
      const at = value.found.findIndex(({ key }) => key === value.current);
      const kept = looked.found.some(({ key }) => key === value.current);
      const instead = looked.found[Math.min(Math.max(0, at), looked.found.length - 1)]?.key ?? null;
      return shown({ sought: value.sought, ...looked, current: kept ? value.current : instead }, after.doc);
    },
    decorations: (value) => value.set,
  };
}

const tell = (view: EditorView, change: Change) =>
  view.dispatch(view.state.tr.setMeta(CHANGE, change).setMeta('addToHistory', false));

/** Looks for other words, from where the last were found. */
export function seek(view: EditorView, sought: Sought): void {
  const state = finding.value(view.state);
  const near = state?.found.find(({ key }) => key === state.current)?.from ?? view.state.selection.from;
  if (state === null) finding.put(view, findBehaviour(sought));
  else tell(view, { sought, near });
}

/** Makes this one the current one and brings it into sight; the keyboard stays where it is. */
export function show(view: EditorView, key: number): void {
  const state = finding.value(view.state);
  const one = state?.found.find((each) => each.key === key);
  if (one === undefined) return;
  tell(view, { current: key });
  const { node } = view.domAtPos(one.from);
  const element = node instanceof Element ? node : node.parentElement;
  const mark = view.dom.querySelector('.found.is-current') ?? element;
  mark?.scrollIntoView?.({ block: 'center' });
}

/** The next or previous one, round the ends. */
export function step(view: EditorView, by: 1 | -1): void {
  const state = finding.value(view.state);
  if (state === null || state.found.length === 0) return;
  const at = state.found.findIndex(({ key }) => key === state.current);
  const next = state.found[(at + by + state.found.length) % state.found.length];
  if (next !== undefined) show(view, next.key);
}

/** Takes the marks away and leaves the selection on what was found last. */
export function stopFinding(view: EditorView): void {
  const state = finding.value(view.state);
  const one = state?.found.find(({ key }) => key === state.current);
  finding.put(view, null);
  if (one !== undefined) {
    const { doc, tr } = view.state;
    const $from = doc.resolve(one.from);
    const inNote = $from.parent.type.name === 'footnote';
    const selection = inNote ? NodeSelection.create(doc, $from.before()) : TextSelection.create(doc, one.from, one.to);
    view.dispatch(tr.setSelection(selection).scrollIntoView());
  }
}

/** What each of these becomes. */
export const replacements = (state: FindState, keys: ReadonlySet<number>, replacement: string) =>
  state.found
    .filter(({ key }) => keys.has(key))
    .map(({ from, to, text }) => ({ from, to, text: replacementFor(text, state.sought, replacement) }));

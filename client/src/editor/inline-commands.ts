import { isSafeHref, schema } from '@draagvlak/document';
import { toggleMark } from 'prosemirror-commands';
import type { MarkType } from 'prosemirror-model';
import { type Command, type EditorState, NodeSelection } from 'prosemirror-state';
import { blockAt, type Placed } from './place.ts';

export const toggleStrong = toggleMark(schema.marks.strong);
export const toggleEmphasis = toggleMark(schema.marks.emphasis);
export const toggleSubscript = toggleMark(schema.marks.subscript);
export const toggleSuperscript = toggleMark(schema.marks.superscript);

/** Whether the selection, or what is typed next, carries a mark. */
export function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

/** A link with the range it covers. */
export interface LinkAt {
  readonly from: number;
  readonly to: number;
  readonly href: string;
}

/** The link around the caret or in the selection. */
export function linkAt(state: EditorState): LinkAt | null {
  const { $from, $to } = state.selection;
  const parent = $from.parent;
  if (!parent.inlineContent || !$from.sameParent($to)) return null;
  let found: LinkAt | null = null;
  const start = $from.start();
  parent.forEach((child, offset) => {
    const mark = schema.marks.link.isInSet(child.marks);
    const from = start + offset;
    const to = from + child.nodeSize;
    if (mark === undefined) return;
    const href = mark.attrs['href'] as string;
    if (found !== null && found.to === from && found.href === href) found = { ...found, to };
    else if ($from.pos <= to && $to.pos >= from && (found === null || found.to < $from.pos)) found = { from, to, href };
  });
  const link = found as LinkAt | null;
  return link !== null && link.from <= $to.pos && link.to >= $from.pos ? link : null;
}

/** What a person types as an address: "vca.nl" is one too. `null` when it can be no safe link. */
export function addressFrom(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  if (isSafeHref(text)) return text;
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i.test(text)) return `mailto:${text}`;
  const address = `https://${text}`;
  return /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(text) && isSafeHref(address) ? address : null;
}

/** Puts a link on the selection, changes the link around the caret, or inserts the address as its own text. */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    if (!isSafeHref(href)) return false;
    const around = linkAt(state);
    const { from, to, empty, $from } = state.selection;
    if (!$from.parent.inlineContent) return false;
    const mark = schema.marks.link.create({ href });
    const { tr } = state;
    if (around !== null) tr.removeMark(around.from, around.to, schema.marks.link).addMark(around.from, around.to, mark);
    else if (empty) tr.insert(from, schema.text(href.replace(/^(https?:\/\/|mailto:)/, ''), [mark]));
    else tr.removeMark(from, to, schema.marks.link).addMark(from, to, mark);
    dispatch?.(tr.removeStoredMark(schema.marks.link));
    return true;
  };
}

/** Takes the link around the caret or in the selection away; the words stay. */
export const removeLink: Command = (state, dispatch) => {
  const around = linkAt(state);
  const { from, to, empty } = state.selection;
  if (around === null && (empty || !state.doc.rangeHasMark(from, to, schema.marks.link))) return false;
  dispatch?.(state.tr.removeMark(around?.from ?? from, around?.to ?? to, schema.marks.link));
  return true;
};

/** A footnote at the caret, selected so that its words can be written; selected words become its content. */
export const insertFootnote: Command = (state, dispatch) => {
  const { $from, $to, from, to } = state.selection;
  if ($from.parent.type.name !== 'block' || !$from.sameParent($to) || footnoteAt(state) !== null) return false;
  if (dispatch === undefined) return true;
  const words = state.doc.textBetween(from, to);
  const footnote = schema.nodes.footnote.create(null, words === '' ? null : schema.text(words));
  const { tr } = state;
  tr.replaceWith(from, to, footnote);
  tr.setSelection(NodeSelection.create(tr.doc, from));
  dispatch(tr.scrollIntoView());
  return true;
};

/** The selected footnote. */
export const footnoteAt = ({ selection }: EditorState): Placed | null =>
  selection instanceof NodeSelection && selection.node.type.name === 'footnote'
    ? { node: selection.node, pos: selection.from }
    : null;

/** Removes the selected footnote. */
export const removeFootnote: Command = (state, dispatch) => {
  const footnote = footnoteAt(state);
  if (footnote === null) return false;
  dispatch?.(state.tr.delete(footnote.pos, footnote.pos + footnote.node.nodeSize));
  return true;
};

/** True where an inline footnote or link can stand. */
export const inText = (state: EditorState): boolean => blockAt(state.doc, state.selection.from) !== null;

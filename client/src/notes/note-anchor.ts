import { NOTE_QUOTE, type NoteAnchor } from '@draagvlak/contract/client';
import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { blockAt, findById } from '../editor/place.ts';

/** Where a note's passage stands now; `changed` when its words are not those the note was made on. */
export interface NotePlace {
  readonly from: number;
  readonly to: number;
  readonly changed: boolean;
}

interface Sync {
  readonly type: Y.XmlFragment;
  readonly doc: Y.Doc;
  readonly binding: { readonly mapping: Map<unknown, unknown> } | null;
}

const syncOf = (state: EditorState) => ySyncPluginKey.getState(state) as Sync | undefined;

/** Words that occur once and are longer than this are the same words, wherever they went. */
const TELLING = 16;

/** So many letters in a row from the passage must be left for it to be there still. */
const LEFT = 4;

const wordsBetween = (doc: Node, from: number, to: number): string => doc.textBetween(from, to, '\n');

const encode = (position: unknown): string =>
  btoa(String.fromCharCode(...Y.encodeRelativePosition(position as Y.RelativePosition)));

function decode(text: string): Y.RelativePosition | null {
  try {
    return Y.decodeRelativePosition(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
  } catch {
    // Made by something else than this editor; the block and the words remain.
    return null;
  }
}

/** The passage that is selected, or without a selection the block around the caret; `null` where there are no words. */
export function anchorOf(state: EditorState): NoteAnchor | null {
  const sync = syncOf(state);
  const block = blockAt(state.doc, state.selection.from);
  const id = block?.node.attrs['id'] as string | null | undefined;
  if (sync?.binding == null || block === null || id == null) return null;
  const { from, to } = state.selection.empty
    ? { from: block.pos + 1, to: block.pos + block.node.nodeSize - 1 }
    : state.selection;
  const quote = wordsBetween(state.doc, from, to).slice(0, NOTE_QUOTE);
  if (quote.trim() === '') return null;
  const { mapping } = sync.binding;
  const start = absolutePositionToRelativePosition(from, sync.type, mapping as never) as Y.RelativePosition;
  const end = absolutePositionToRelativePosition(to, sync.type, mapping as never) as Y.RelativePosition;
  // The end holds on to the last letter, so that what is typed behind the passage stays outside it.
  const last = Y.createAbsolutePositionFromRelativePosition(end, sync.doc);
  const held = last === null ? end : Y.createRelativePositionFromTypeIndex(last.type, last.index, -1);
  return { block: id, start: encode(start), end: encode(held), quote };
}

/**
 * Where the passage stands: what is left between its two ends, else the same words in the same block, else the same
 * words wherever they stand once. `null`: the text is gone; a note is never shown at words that merely came in its place.
 */
export function placeNote(state: EditorState, anchor: NoteAnchor): NotePlace | null {
  const { doc } = state;
  const between = betweenEnds(state, anchor);
  const words = between === null ? '' : wordsBetween(doc, between.from, between.to).slice(0, NOTE_QUOTE);
  if (between !== null && words === anchor.quote) return { ...between, changed: false };
  const same = sameWords(doc, anchor);
  if (same !== null) return { ...same, changed: false };
  if (between === null || !isPartOf(words, anchor.quote)) return null;
  return { ...between, changed: true };
}

/** Whether some of the passage is left in these words: what was typed inside it stands there when all of it is gone. */
function isPartOf(words: string, quote: string): boolean {
  const run = Math.min(LEFT, quote.length);
  for (let start = 0; start + run <= quote.length; start += 1) {
    const piece = quote.slice(start, start + run);
    if (piece.trim() !== '' && words.includes(piece)) return true;
  }
  return false;
}

function betweenEnds(state: EditorState, anchor: NoteAnchor): { readonly from: number; readonly to: number } | null {
  const sync = syncOf(state);
  if (sync?.binding == null) return null;
  const { mapping } = sync.binding;
  const [from, to] = [anchor.start, anchor.end].map((end) => {
    const position = decode(end);
    if (position === null) return null;
    return relativePositionToAbsolutePosition(sync.doc, sync.type, position, mapping as never) as number | null;
  });
  if (from == null || to == null || from >= to || to > state.doc.content.size) return null;
  return { from, to };
}

function sameWords(doc: Node, { block, quote }: NoteAnchor): { readonly from: number; readonly to: number } | null {
  const { text, at } = flat(doc);
  const range = (start: number) => ({
    from: at[start] as number,
    to: (at[start + quote.length - 1] as number) + 1,
  });
  const found: number[] = [];
  for (let start = text.indexOf(quote); start >= 0 && found.length < 50; start = text.indexOf(quote, start + 1)) {
    found.push(start);
  }
  const home = findById(doc, block);
  const inside = (start: number) =>
    home !== null && (at[start] as number) > home.pos && (at[start] as number) < home.pos + home.node.nodeSize;
  const near = found.filter(inside);
  if (near.length === 1) return range(near[0] as number);
  const [only] = found;
  return near.length === 0 && found.length === 1 && only !== undefined && quote.length >= TELLING ? range(only) : null;
}

/** The text as `textBetween` gives it, with the position of each letter. */
function flat(doc: Node): { readonly text: string; readonly at: readonly number[] } {
  let text = '';
  const at: number[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock && node.isBlock && at.length > 0) {
      text += '\n';
      at.push(pos);
    }
    if (!node.isText) return true;
    for (let unit = 0; unit < node.nodeSize; unit += 1) at.push(pos + unit);
    text += node.text ?? '';
    return false;
  });
  return { text, at };
}

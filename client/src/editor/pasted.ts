import { type BlockJson, schema, type TopJson } from '@draagvlak/document';
import { parseHtml } from '@draagvlak/document/html';
import { base64Of, picturesIn, withPictures } from '@draagvlak/document/importing';
import { type Lost, readPasted } from '@draagvlak/document/pasted';
import { Fragment, type Node as DocumentNode, Slice } from 'prosemirror-model';
import { NodeSelection, TextSelection, type Transaction } from 'prosemirror-state';
import { CellSelection } from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { yUndoPluginKey } from 'y-prosemirror';
import { newId } from './new-id.ts';
import { isInTable } from './tables.ts';

export interface PasteOutcome {
  /** What was left out. */
  readonly lost: readonly Lost[];
  /** Pictures that stood within the text; they come in when somebody has said what is to be seen on them. */
  readonly pictures: readonly File[];
}

/** Puts copied HTML in the place of the selection, as one step to undo. */
export function paste(view: EditorView, html: string, event: Event): PasteOutcome {
  // Not the browser's parser: it would report every style in the clipboard as an offence against our own policy.
  const read = readPasted(parseHtml(html), newId);
  const whole = { type: 'doc', content: read.content } as const;
  const pictures = picturesIn(whole).map(({ src }, index) => fileOf(src, index));
  const { content = [] } = withPictures(whole, () => null);
  return { lost: content.length === 0 ? read.lost : put(view, content, read.lost, event), pictures };
}

function fileOf(src: string, index: number): File {
  const bytes = Uint8Array.from(atob(base64Of(src)), (sign) => sign.charCodeAt(0));
  return new File([bytes], `plaatje-${index + 1}`);
}

function put(view: EditorView, content: readonly TopJson[], lost: readonly Lost[], event: Event): readonly Lost[] {
  const undo = yUndoPluginKey.getState(view.state) as { undoManager?: { stopCapturing(): void } } | undefined;
  undo?.undoManager?.stopCapturing();
  const nodes = Fragment.fromJSON(schema, content);
  // Cells over cells: a table goes into a table cell by cell.
  const slice = new Slice(nodes, 0, 0);
  const tables = isInTable(view.state) && (nodes.childCount === 1 || view.state.selection instanceof CellSelection);
  if (tables && view.someProp('handlePaste', (handle) => handle(view, event as ClipboardEvent, slice))) return lost;
  const { tr, flattened } = insertion(view.state.tr, content);
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  undo?.undoManager?.stopCapturing();
  return flattened === 0 ? lost : [...lost, { kind: 'nested-table', count: flattened }];
}

const isPlain = (node: DocumentNode): boolean =>
  node.type === schema.nodes.block && node.attrs['role'] === 'paragraph' && node.attrs['indent'] === 0;

/**
 * The edit that puts these nodes at the selection. Words of one paragraph go into the text around them; of several the
 * first joins what stands before and the last what stands after, as far as they are plain paragraphs. A paragraph that
 * was empty gives way.
 */
function insertion(tr: Transaction, content: readonly TopJson[]): { tr: Transaction; flattened: number } {
  if (!tr.selection.empty && !(tr.selection instanceof NodeSelection)) tr.deleteSelection();
  let { $from } = tr.selection;
  if ($from.parent.type === schema.nodes.footnote) {
    const words = content.flatMap(blocksIn).map((block) => schema.nodeFromJSON(block).textContent);
    return { tr: tr.insertText(words.join(' ')), flattened: 0 };
  }
  const inCell = $from.depth > 1 && $from.node($from.depth - 1).type === schema.nodes.cell;
  // A cell holds no table, so the words of its cells come in one below the other.
  const fitting = inCell ? content.flatMap((node) => (node.type === 'table' ? blocksIn(node) : [node])) : content;
  const flattened = inCell ? content.filter(({ type }) => type === 'table').length : 0;
  const nodes = fitting.map((node) => schema.nodeFromJSON(node));
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return { tr, flattened };
  if (!$from.parent.isTextblock || tr.selection instanceof NodeSelection)
    return { tr: tr.replaceSelection(new Slice(Fragment.fromArray(nodes), 0, 0)), flattened };
  const { depth } = $from;
  if (nodes.length === 1 && isPlain(first) && $from.parent.content.size > 0) {
    return { tr: tr.replaceSelection(new Slice(Fragment.from(first), 1, 1)), flattened };
  }
  if ($from.parent.content.size === 0) {
    const kept = isPlain($from.parent) || !isPlain(first) ? null : $from.parent;
    // Words pasted into an empty heading or item make it that heading or item.
    const own = kept === null ? nodes : [kept.type.create(kept.attrs, first.content), ...nodes.slice(1)];
    tr.replaceWith($from.before(depth), $from.after(depth), own);
    return { tr: caretAfter(tr, tr.mapping.map($from.after(depth), 1)), flattened };
  }
  const joins = $from.parent.attrs['role'] !== 'heading';
  const joinFirst = joins && content[0]?.type === 'block' && $from.parentOffset > 0 && isPlain(first);
  const joinLast =
    joins &&
    content.at(-1)?.type === 'block' &&
    $from.parentOffset < $from.parent.content.size &&
    isPlain(last) &&
    (nodes.length > 1 || !joinFirst);
  const between = nodes.slice(joinFirst ? 1 : 0, joinLast ? -1 : nodes.length);
  let at: number;
  if ($from.parentOffset === 0) at = $from.before(depth);
  else {
    if ($from.parentOffset < $from.parent.content.size) tr.split($from.pos);
    $from = tr.doc.resolve($from.pos);
    at = $from.after(depth);
    if (joinFirst) {
      tr.insert($from.pos, first.content);
      at += first.content.size;
    }
  }
  tr.insert(at, between);
  const after = at + Fragment.fromArray(between).size;
  if (!joinLast) return { tr: caretAfter(tr, after), flattened };
  tr.insert(after + 1, last.content);
  return { tr: tr.setSelection(TextSelection.create(tr.doc, after + 1 + last.content.size)), flattened };
}

/** The caret at the end of what stands before this position. */
const caretAfter = (tr: Transaction, pos: number): Transaction =>
  tr.setSelection(TextSelection.near(tr.doc.resolve(pos), -1));

function blocksIn(node: unknown): BlockJson[] {
  const { type, content } = node as { readonly type: string; readonly content?: readonly unknown[] };
  return type === 'block' ? [node as BlockJson] : (content ?? []).flatMap(blocksIn);
}

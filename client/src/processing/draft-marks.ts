import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { derived } from '../editor/derived.ts';
import { type Highlight, showHighlights } from '../editor/highlight.ts';
import { findById, positionIn } from '../editor/place.ts';
import type { WorkComment } from './comment-state.ts';

/** Marks in the draft where the comment in sight stands, and what was changed for which comment. */
export class DraftMarks {
  #shown = '';
  #shownIn: EditorView | null = null;

  /** Marks the passage, and brings it into sight when another comment was chosen. */
  show(view: EditorView | null | undefined, comment: WorkComment | undefined, all: readonly WorkComment[]): void {
    if (view == null || comment === undefined) return;
    const { placement } = comment;
    const key = JSON.stringify([
      comment.id,
      placement,
      comment.standing?.places,
      derived(view.state).document.content?.length === 0,
    ]);
    if (key === this.#shown && view === this.#shownIn) return;
    const moved = !this.#shown.startsWith(JSON.stringify([comment.id]).slice(0, -1));
    this.#shown = key;
    this.#shownIn = view;
    const marks: Highlight[] = [];
    const { start, end, node } = placement;
    if (start !== null && end !== null) marks.push({ kind: 'passage', start, end, class: 'chosen' });
    else if (node !== null) marks.push({ kind: 'node', node, class: 'is-chosen' });
    for (const one of all) {
      for (const place of one.standing?.places ?? []) {
        marks.push({ kind: 'label', node: place.node, text: one.number, class: 'by' });
      }
    }
    showHighlights(view, marks);
    // On a narrow screen all panes scroll as one page: moving it would take the comment out of sight.
    if (moved && matchMedia('(min-width: 64rem)').matches) scrollToComment(view, comment);
  }
}

export function scrollToComment(view: EditorView | null | undefined, { placement }: WorkComment): void {
  const node = placement.start?.block ?? placement.node ?? placement.section;
  if (node !== null) scrollToNode(view, node);
}

/** Puts the keyboard in the text where a comment stands; where it stands nowhere, in the text as it was left. */
export function writeAtComment(view: EditorView | null | undefined, comment: WorkComment): void {
  if (view == null) return;
  const { start, node, section } = comment.placement;
  const id = start?.block ?? node ?? section;
  const place = id === null ? null : findById(view.state.doc, id);
  if (place !== null) {
    const at = start === null ? place.pos + 1 : positionIn(place, start.offset);
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))));
    scrollToComment(view, comment);
  }
  view.focus();
}

export function scrollToNode(view: EditorView | null | undefined, node: string): void {
  const place = view == null ? null : findById(view.state.doc, node);
  if (view == null || place === null) return;
  const element = view.nodeDOM(place.pos);
  if (element instanceof HTMLElement) element.scrollIntoView({ block: 'center' });
}

import type { EditorView } from 'prosemirror-view';
import type { EditorState } from 'prosemirror-state';
import { changed } from './changed.ts';

/** Attribute of a block right behind a heading: the level of that heading. */
export const BEHIND = 'data-behind';

function tell(element: Element): void {
  if (!element.classList.contains('block')) return;
  const before = element.previousElementSibling;
  const heading = before?.classList.contains('block') === true && before.getAttribute('data-role') === 'heading';
  const level = heading ? (before.getAttribute('data-level') ?? '') : null;
  if (level === element.getAttribute(BEHIND)) return;
  if (level === null) element.removeAttribute(BEHIND);
  else element.setAttribute(BEHIND, level);
}

/**
 * Tells the style sheet which blocks stand right behind a heading. Not its own `+`: the browser would then work out the
 * style of every block of the text anew, whenever one comes or goes.
 *
 * @param before the state that was told of; without it all blocks are told
 * @param drawn blocks that were drawn since
 */
export function tellBehindHeading(view: EditorView, before: EditorState | null, drawn: Iterable<Element>): void {
  const differs = before === null ? null : changed(before.doc, view.state.doc);
  if (before === null) for (const one of view.dom.children) tell(one);
  else if (differs !== null) {
    const last = view.nodeDOM(differs.afterTo);
    let one = view.nodeDOM(differs.from);
    while (one instanceof Element) {
      tell(one);
      if (one === last) break;
      one = one.nextElementSibling;
    }
  }
  for (const one of drawn) {
    if (one.parentElement !== view.dom) continue;
    tell(one);
    if (one.nextElementSibling !== null) tell(one.nextElementSibling);
  }
}

import { wordsIn } from '@draagvlak/document';
import type { Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { yUndoPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';
import { isFromShared } from './origin.ts';

/** Much text that is about to go in one act. */
export interface MassDeletion {
  readonly words: number;
  /** Headings, so sections, that go. */
  readonly sections: number;
  /** Part of all words of the draft, 0 to 1. */
  readonly share: number;
  /** What goes, as plain text, one line per paragraph. */
  readonly text: string;
  /** Does it after all. */
  readonly proceed: () => void;
}

/** From here on somebody is asked: so many words, more than so many sections, or this part of a text of some size. */
const WORDS = 400;
const SECTIONS = 3;
const SHARE = 0.3;
const LEAST_WORDS = 60;
/** Shorter stretches are typing, not deleting. */
const STRETCH = 40;

const CONFIRMED = 'mass deletion confirmed';
const MOVING = 'moving';

/** Marks the two halves of a move: what goes here comes back there. */
export const moving = (tr: Transaction): Transaction => tr.setMeta(MOVING, true);

/** What an author's act takes away; `null` when it is not much. */
export function takenAway(tr: Transaction): Omit<MassDeletion, 'proceed'> | null {
  const lines: string[] = [];
  let sections = 0;
  for (const [index, map] of tr.mapping.maps.entries()) {
    const doc = tr.docs[index];
    map.forEach((from, to) => {
      if (doc === undefined || to - from < STRETCH) return;
      lines.push(doc.textBetween(from, to, '\n', ' '));
      doc.nodesBetween(from, to, (node, pos) => {
        if (node.type.name === 'block' && node.attrs['role'] === 'heading' && pos >= from) sections += 1;
        return node.type.name !== 'block';
      });
    });
  }
  if (lines.length === 0) return null;
  const text = lines.join('\n');
  const words = wordsIn(text);
  const share = words / Math.max(1, wordsIn(tr.before.textBetween(0, tr.before.content.size, '\n', ' ')));
  const much = words >= WORDS || sections > SECTIONS || (share > SHARE && words >= LEAST_WORDS);
  return much ? { words, sections, share, text } : null;
}

/**
 * Holds an act that takes much text away until its author has confirmed it; colleagues go on meanwhile. What they, undo
 * and a move do is never held.
 *
 * @returns true when the act was held
 */
export function holdsBack(view: EditorView, tr: Transaction, ask: (deletion: MassDeletion) => void): boolean {
  if (!tr.docChanged || isFromShared(tr)) return false;
  if (tr.getMeta(CONFIRMED) === true || tr.getMeta(MOVING) === true || tr.getMeta('uiEvent') === 'drop') return false;
  const taken = takenAway(tr);
  if (taken === null) return false;
  ask({ ...taken, proceed: () => proceed(view, tr) });
  // What the browser already did to the page is put back.
  view.updateState(view.state);
  return true;
}

function proceed(view: EditorView, held: Transaction): void {
  const undo = yUndoPluginKey.getState(view.state) as { undoManager: Y.UndoManager } | undefined;
  undo?.undoManager.stopCapturing();
  if (held.before.eq(view.state.doc)) view.dispatch(held.setMeta(CONFIRMED, true));
  else {
    // A colleague wrote meanwhile: the same act on what is selected now.
    const [step] = held.steps;
    const { tr } = view.state;
    if (step instanceof ReplaceStep && step.slice.size > 0) tr.replaceSelection(step.slice);
    else tr.deleteSelection();
    view.dispatch(tr.setMeta(CONFIRMED, true));
  }
  undo?.undoManager.stopCapturing();
}

import { type Anchor, makeAnchor, type Selection } from '@draagvlak/review';
import type { EditorState } from 'prosemirror-state';
import { derived } from '../editor/derived.ts';
import type { PlaceChoice } from './comment-place.ts';
import { computedSelection } from './computed-place.ts';
import { selectedPassage } from './selected-passage.ts';
import type { WorkComment } from './comment-state.ts';

type Placed = Pick<WorkComment, 'anchor' | 'placement'>;

/**
 * The place that somebody says a comment has. `null`: there is nothing to point at, as when the words are gone and that is
 * right. `undefined`: nothing is selected that could be pointed at.
 */
export function chosenPlace(
  choice: PlaceChoice,
  comment: Placed,
  state: EditorState,
  version: string,
): Anchor | null | undefined {
  if (choice.kind === 'computed' && comment.placement.rung === 'deleted') return null;
  const selection = chosenSelection(choice, comment, state);
  if (selection === null) return undefined;
  const anchor = makeAnchor(derived(state).document, selection, version);
  return anchor ?? (choice.kind === 'computed' ? null : undefined);
}

function chosenSelection(choice: PlaceChoice, comment: Placed, state: EditorState): Selection | null {
  switch (choice.kind) {
    case 'document':
      return { scope: 'document' };
    case 'section':
      return { scope: 'section', node: choice.section };
    case 'selection':
      return selectedPassage(state);
    case 'computed':
      return computedSelection(comment);
  }
}

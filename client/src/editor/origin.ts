import type { Transaction } from 'prosemirror-state';
import { ySyncPluginKey } from 'y-prosemirror';

/** True when a transaction brings what a colleague, or undo, did to the shared document. */
export const isFromShared = (tr: Transaction): boolean =>
  (tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;

/** True when a transaction undoes or redoes what this person did. */
export const isUndo = (tr: Transaction): boolean =>
  (tr.getMeta(ySyncPluginKey) as { isUndoRedoOperation?: boolean } | undefined)?.isUndoRedoOperation === true;

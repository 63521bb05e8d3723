import type { ResolvedPos } from 'prosemirror-model';
import type { Command, EditorState, Plugin, Transaction } from 'prosemirror-state';
import { tableAt } from './behind-table.ts';
import { isFromShared } from './origin.ts';
import { PluginPlace } from './plugin-place.ts';

/** Where the cells and the repair of tables come, once they have been fetched; `tables.ts` fills it. */
export const tablePlace = new PluginPlace<number>('tables');

/** What the keys of tables do: to the next and previous cell, a row below, a column behind. */
export const cellKeys: Record<'next' | 'previous' | 'row' | 'column', Command | null> = {
  next: null,
  previous: null,
  row: null,
  column: null,
};

/** A key of tables; as long as it is not here it does nothing within one. */
export const cellKey =
  (which: keyof typeof cellKeys): Command =>
  (state, dispatch, view) => {
    const command = cellKeys[which];
    return command === null ? tableAt(state) !== null : command(state, dispatch, view);
  };

function cellOf($pos: ResolvedPos): number {
  for (let depth = $pos.depth; depth > 0; depth -= 1)
    if ($pos.node(depth).type.name === 'cell') return $pos.before(depth);
  return -1;
}

/** An edit of more than one cell would break a table that nobody can mend yet. */
function mustWait(tr: Transaction, { selection }: EditorState): boolean {
  if (tablePlace.spec !== null || !tr.docChanged || isFromShared(tr)) return false;
  if (tr.getMeta('appendedTransaction') !== undefined) return false;
  return cellOf(selection.$from) !== cellOf(selection.$to);
}

/** Cell selection and repair of tables. */
export const tablesPlugin = (): Plugin => tablePlace.plugin({ filterTransaction: (tr, state) => !mustWait(tr, state) });

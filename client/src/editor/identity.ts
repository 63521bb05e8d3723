import { repairIds, Stock } from '@draagvlak/document';
import { Plugin } from 'prosemirror-state';
import { Mapping } from 'prosemirror-transform';
import { sameStructure } from './derived.ts';
import { newId } from './new-id.ts';
import { isFromShared } from './origin.ts';

/** When somebody who opens a text has long been able to type in it, in milliseconds. */
const FIRST_LOOK = 3000;

/**
 * Gives every new block, row and cell its id after what the author does here. What a colleague or undo did is left
 * alone: its own editor repaired it, and two editors that mend the same thing would disagree.
 */
export function identityPlugin(): Plugin {
  const stock = new Stock();
  return new Plugin({
    view: ({ state }) => {
      // Looks at every node once, so that the first Enter need not.
      setTimeout(() => stock.take(state.doc), FIRST_LOOK);
      return {};
    },
    appendTransaction(transactions, before, after) {
      if (before.doc === after.doc || transactions.some((tr) => isFromShared(tr))) return null;
      if (sameStructure(before.doc, after.doc)) return null;
      const mapping = new Mapping(transactions.flatMap((tr) => tr.mapping.maps));
      const { tr } = after;
      repairIds(tr, { newId, before: before.doc, mapping, stock });
      return tr.docChanged ? tr : null;
    },
  });
}

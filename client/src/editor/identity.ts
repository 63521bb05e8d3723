import { repairIds } from '@draagvlak/document';
import { Plugin } from 'prosemirror-state';
import { Mapping } from 'prosemirror-transform';
import { sameStructure } from './derived.ts';
import { isFromShared } from './tables.ts';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A new id: 14 random letters and digits. Works on plain http too, where `randomUUID` does not exist. */
export function newId(): string {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(14))) id += ALPHABET[byte % ALPHABET.length];
  return id;
}

/**
 * Gives every new block, row and cell its id after what the author does here. What a colleague or undo did is left
 * alone: its own editor repaired it, and two editors that mend the same thing would disagree.
 */
export function identityPlugin(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      if (before.doc === after.doc || transactions.some((tr) => isFromShared(tr))) return null;
      if (sameStructure(before.doc, after.doc)) return null;
      const mapping = new Mapping(transactions.flatMap((tr) => tr.mapping.maps));
      const { tr } = after;
      repairIds(tr, { newId, before: before.doc, mapping });
      return tr.docChanged ? tr : null;
    },
  });
}

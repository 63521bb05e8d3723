import { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { replaceText } from './edits.ts';
import { type DocumentJson, inlineText, LEAF, textBlocks } from './json.ts';
import { schema } from './schema.ts';

/** Words of one block and what must stand there instead. Offsets in UTF-16 units, counted as `inlineText` does. */
export interface Correction {
  /** Id of the text block. */
  readonly block: string;
  readonly from: number;
  readonly to: number;
  /** The words from `from` up to `to` as they stand, so that nothing else is ever changed. */
  readonly was: string;
  readonly becomes: string;
}

/** Only what differs between two texts, so that the words that stay keep their author and their marks. */
export function narrow(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly text: string } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const half = (text: string, at: number) => {
    const code = text.codePointAt(at - 1) ?? 0;
    return at > 0 && code > 0xffff;
  };
  // Never between the two halves of one character.
  if (half(before, head) || half(after, head)) head -= 1;
  if (half(before, before.length - tail) || half(after, after.length - tail)) tail -= 1;
  return { from: head, to: before.length - tail, text: after.slice(head, after.length - tail) };
}

/** Whether every correction names words that stand there, changes them, and leaves the others alone. */
export function correctionsHold(document: DocumentJson, corrections: readonly Correction[]): boolean {
  const blocks = new Map([...textBlocks(document)].map(({ block }) => [block.attrs.id, inlineText(block)]));
  return corrections.every(({ block, from, to, was, becomes }, index) => {
    const apart = corrections.every(
      (other, at) => at === index || other.block !== block || other.to <= from || other.from >= to,
    );
    // a footnote or line break is no word, and would be lost
    return apart && was !== '' && was !== becomes && !was.includes(LEAF) && blocks.get(block)?.slice(from, to) === was;
  });
}

/** Corrections from the last to the first, so that offsets hold while they are applied. */
export const lastFirst = (corrections: readonly Correction[]): readonly Correction[] =>
  corrections.toSorted((one, other) => other.from - one.from);

/**
 * The document with these corrections and nothing else: every id, attribute and mark stays.
 *
 * @throws RangeError when they do not hold; ask `correctionsHold` before
 */
export function corrected(document: DocumentJson, corrections: readonly Correction[]): DocumentJson {
  if (!correctionsHold(document, corrections)) throw new RangeError('the words to correct do not stand there');
  const tr = new Transform(Node.fromJSON(schema, document));
  for (const { block, from, was, becomes } of lastFirst(corrections)) {
    const change = narrow(was, becomes);
    replaceText(tr, block, from + change.from, from + change.to, change.text);
  }
  tr.doc.check();
  return tr.doc.toJSON() as DocumentJson;
}

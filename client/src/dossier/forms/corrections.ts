import { type Correction, type DocumentJson, inlineText, LEAF, textBlocks } from '@draagvlak/document';
import { findQuote } from '@draagvlak/review';

/** One mistake as it was typed in: the words that stand there and the words that should. */
export interface Mistake {
  readonly was: string;
  readonly becomes: string;
}

export type MistakeFault = 'missing' | 'ambiguous' | 'across' | 'same' | 'overlap';

/** Where a mistake stands in the version, or why it cannot be told; `earlier` are the corrections above it. */
export function correctionOf(
  document: DocumentJson,
  { was, becomes }: Mistake,
  earlier: readonly Correction[],
): Correction | MistakeFault {
  const match = findQuote(document, was);
  if ('refused' in match) return match.refused;
  const { found } = match;
  const start = found.scope === 'passage' ? found.start : null;
  const block = start?.block ?? (found.scope === 'section' ? found.node : null);
  const text = block === null ? undefined : [...textBlocks(document)].find(({ block: one }) => one.attrs.id === block);
  if (block === null || text === undefined) return 'across';
  const words = inlineText(text.block);
  const from = start?.offset ?? 0;
  const end = found.scope === 'passage' ? found.end : { block, offset: words.length };
  if (end.block !== block || words.slice(from, end.offset).includes(LEAF)) return 'across';
  const to = end.offset;
  if (words.slice(from, to) === becomes) return 'same';
  if (earlier.some((one) => one.block === block && one.from < to && from < one.to)) return 'overlap';
  return { block, from, to, was: words.slice(from, to), becomes };
}

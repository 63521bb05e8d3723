import type { BlockJson } from '@draagvlak/document';
import { type InlineContext, renderInline } from './document-inline.ts';
import { element } from './escape.ts';

/** What every part of a rendered document knows. */
export interface Context extends InlineContext {
  readonly image: (src: string) => string | null;
  readonly chapterLevel: number;
  readonly comments: ReadonlyMap<string, number>;
  readonly commentsHref: (id: string) => string;
  /** The words are a term that is explained beside them. */
  readonly naming?: boolean;
  /** How many tables each section had so far. */
  readonly tables: Map<string | null, number>;
}

/** The number of comments on a place, as a link to them; nothing when there are none. */
export function countMark(id: string | null, context: Context): string {
  const count = id === null ? 0 : (context.comments.get(id) ?? 0);
  if (id === null || count === 0) return '';
  return element(
    'a',
    {
      class: 'mark-count',
      'data-generated': true,
      href: context.commentsHref(id),
      'aria-label': context.words.document.commentsHere(count),
    },
    String(count),
  );
}

/** The id that a node has on the page. */
export const idOf = (id: string | null, context: Context): string | null => (id === null ? null : context.prefix + id);

/** An element that holds exactly this block's words (and how many comments there are on them). */
export function renderWords(
  name: string,
  values: Readonly<Record<string, string | number | boolean | null>>,
  block: BlockJson,
  context: Context,
): string {
  const { id } = block.attrs;
  const words = renderInline(block.content, context);
  return element(
    name,
    { id: idOf(id, context), 'data-block': id, ...values },
    (context.naming === true ? element('dfn', {}, words) : words) + countMark(id, context),
  );
}

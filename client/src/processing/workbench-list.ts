import type { BundleView } from '@draagvlak/contract/client';
import type { Outline } from '@draagvlak/document';
import { isDone, type WorkComment } from './comment-state.ts';
import { type Filters, isShown } from './list-filter.ts';

/** One line of the list. A folded bundle is the line of its first comment; unfolded, the others follow it. */
export interface Row {
  readonly comment: WorkComment;
  /** On the first line of a bundle: all of it that is shown. */
  readonly bundle: { readonly id: string; readonly comments: readonly WorkComment[]; readonly open: boolean } | null;
  /** A further line of an unfolded bundle. */
  readonly inside: boolean;
}

/** The lines under one heading: a section, or with the due order a day. */
export interface RowGroup {
  /** Heading id or day; `null` for the whole document, or for what has no day. */
  readonly key: string | null;
  readonly number: string | null;
  readonly title: string | null;
  readonly rows: readonly Row[];
  /** Over all comments of the group, filtered out or not. */
  readonly done: number;
  readonly total: number;
}

export interface ListInput {
  readonly comments: readonly WorkComment[];
  readonly bundles: readonly BundleView[];
  /** Bundles whose lines are all shown. */
  readonly unfolded: ReadonlySet<string>;
  readonly outline: Outline;
  /** Place of a comment in the document, as a number that rises. */
  readonly order: (comment: WorkComment) => number;
  readonly filters: Filters;
}

// One for all: making it anew for every pair takes longer than everything else that a letter of the search asks for.
const byNumber = new Intl.Collator(undefined, { numeric: true }).compare;

/**
 * The list as it is shown: by section in the order of the document they were made on, remarks on the whole document
 * last, or by the day on which they are due. A bundle stands where its first comment stands.
 */
export function listOf(input: ListInput): readonly RowGroup[] {
  const { comments, outline, filters, order } = input;
  const keyOf = filters.order === 'due' ? dueOf : sectionOf(outline);
  const compare = (one: WorkComment, other: WorkComment) =>
    order(one) - order(other) || byNumber(one.number, other.number);
  const totals = new Map<string | null, { done: number; total: number }>();
  for (const comment of comments) {
    const key = keyOf(comment);
    const { done, total } = totals.get(key) ?? { done: 0, total: 0 };
    totals.set(key, { done: done + (isDone(comment) ? 1 : 0), total: total + 1 });
  }
  const keys: readonly (string | null)[] =
    filters.order === 'due'
      ? [...[...totals.keys()].filter((key) => key !== null).toSorted(), null]
      : [...outline.sections.map(({ id }) => id), null];
  const place = new Map(keys.map((key, index) => [key, index]));
  const shown = comments
    .filter((comment) => isShown(comment, filters, outline))
    .toSorted((one, other) => (place.get(keyOf(one)) ?? 0) - (place.get(keyOf(other)) ?? 0) || compare(one, other));
  const rows = grouped(shown, keyOf, input);
  return keys.flatMap((key) => {
    const found = rows.get(key);
    if (found === undefined) return [];
    const heading = key === null || filters.order === 'due' ? undefined : outline.section(key);
    const { done = 0, total = 0 } = totals.get(key) ?? {};
    return [{ key, number: heading?.number ?? null, title: heading?.title ?? null, rows: found, done, total }];
  });
}

const dueOf = ({ handling }: WorkComment): string | null => handling.due;

const sectionOf =
  (outline: Outline) =>
  ({ anchor }: WorkComment): string | null =>
    anchor.section !== null && outline.section(anchor.section) !== undefined ? anchor.section : null;

function grouped(
  shown: readonly WorkComment[],
  keyOf: (comment: WorkComment) => string | null,
  { bundles, unfolded }: ListInput,
): ReadonlyMap<string | null, readonly Row[]> {
  const bundleOf = new Map(bundles.flatMap(({ id, comments }) => comments.map((comment) => [comment, id] as const)));
  const together = new Map<string, WorkComment[]>();
  for (const comment of shown) {
    const bundle = bundleOf.get(comment.id);
    if (bundle === undefined) continue;
    const found = together.get(bundle);
    if (found === undefined) together.set(bundle, [comment]);
    else found.push(comment);
  }
  const groups = new Map<string | null, Row[]>();
  for (const comment of shown) {
    const id = bundleOf.get(comment.id);
    const bundled = id === undefined ? undefined : together.get(id);
    const isBundle = id !== undefined && bundled !== undefined && bundled.length > 1;
    if (isBundle && bundled[0] !== comment) continue;
    const open = isBundle && unfolded.has(id);
    const rows: Row[] = [{ comment, bundle: isBundle ? { id, comments: bundled, open } : null, inside: false }];
    if (open) rows.push(...bundled.slice(1).map((one) => ({ comment: one, bundle: null, inside: true })));
    const key = keyOf(comment);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, rows);
    else group.push(...rows);
  }
  return groups;
}

/** The lines one after the other. */
export const rowsOf = (groups: readonly RowGroup[]): readonly Row[] => groups.flatMap(({ rows }) => rows);

/** Where a comment is in the list: its own line, or that of the folded bundle it is in. */
export function rowOf(rows: readonly Row[], comment: string | null): number {
  const own = rows.findIndex((row) => row.comment.id === comment);
  if (own >= 0) return own;
  return rows.findIndex(({ bundle }) => bundle?.comments.some(({ id }) => id === comment) === true);
}

/** The comment after (or before) this one in the list as shown; the first or last when this one is not in it. */
export function neighbour(groups: readonly RowGroup[], current: string | null, by: 1 | -1): WorkComment | undefined {
  const rows = rowsOf(groups);
  const at = rowOf(rows, current);
  if (at < 0) return (by > 0 ? rows[0] : rows.at(-1))?.comment;
  return rows[at + by]?.comment;
}

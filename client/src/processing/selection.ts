import type { Row } from './workbench-list.ts';

/** Comments chosen to act on together. `from` is the line at which choosing began, for choosing a run of lines. */
export interface Selection {
  readonly comments: ReadonlySet<string>;
  readonly from: string | null;
}

export const NOTHING: Selection = { comments: new Set(), from: null };

/** A folded bundle is chosen as a whole. */
const commentsOf = ({ comment, bundle }: Row): readonly string[] =>
  bundle !== null && !bundle.open ? bundle.comments.map(({ id }) => id) : [comment.id];

export const isSelected = (selection: Selection, row: Row): boolean =>
  commentsOf(row).every((id) => selection.comments.has(id));

/** Chooses a line, or no longer. */
export function toggled(selection: Selection, row: Row): Selection {
  const comments = new Set(selection.comments);
  const chosen = isSelected(selection, row);
  for (const id of commentsOf(row)) {
    if (chosen) comments.delete(id);
    else comments.add(id);
  }
  return { comments, from: row.comment.id };
}

/** Adds every line from where choosing began through this one. */
export function extended(selection: Selection, rows: readonly Row[], to: Row): Selection {
  const start = rows.findIndex(({ comment }) => comment.id === selection.from);
  const end = rows.indexOf(to);
  const [first, last] = start < 0 ? [end, end] : [Math.min(start, end), Math.max(start, end)];
  const run = rows.slice(first, last + 1).flatMap((row) => commentsOf(row));
  return { comments: new Set([...selection.comments, ...run]), from: selection.from ?? to.comment.id };
}

export const allOf = (rows: readonly Row[]): Selection => ({
  comments: new Set(rows.flatMap((row) => commentsOf(row))),
  from: rows[0]?.comment.id ?? null,
});

/** Without what is no longer there. */
export function pruned(selection: Selection, present: ReadonlySet<string>): Selection {
  const comments = [...selection.comments].filter((id) => present.has(id));
  return comments.length === selection.comments.size ? selection : { ...selection, comments: new Set(comments) };
}

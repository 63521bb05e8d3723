import type { CommentView, DispositionView, WorkbenchView } from '@draagvlak/contract/client';
import type { Outline } from '@draagvlak/document';
import type { CommentKind } from '@draagvlak/review';

export type WorkComment = WorkbenchView['comments'][number];

export const COMMENT_STATES = ['open', 'proposed', 'confirmed', 'withdrawn'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** How far the committee is with a comment. A withdrawn one needs nothing any more. */
export function stateOf(comment: Pick<CommentView, 'withdrawnAt' | 'standing'>): CommentState {
  if (comment.withdrawnAt !== null) return 'withdrawn';
  if (comment.standing === null) return 'open';
  return comment.standing.confirmedAt === null ? 'proposed' : 'confirmed';
}

/** The proposal that waits for the chair, also one that would correct a confirmed decision. */
export function pendingOf(comment: Pick<CommentView, 'history'>): DispositionView | null {
  const last = comment.history.filter(({ takenBackAt }) => takenBackAt === null).at(-1);
  return last !== undefined && last.confirmedAt === null ? last : null;
}

/** Who sent it, as the list can filter on it: the organisation, or the person where there is none. */
export const submitterOf = ({ by }: Pick<CommentView, 'by'>): string => by.organisation ?? by.name;

export interface Filters {
  readonly state: CommentState | null;
  readonly kind: CommentKind | null;
  readonly submitter: string | null;
  /** Heading id; comments in its subsections count. */
  readonly section: string | null;
}
export const NO_FILTERS: Filters = { state: null, kind: null, submitter: null, section: null };

/** The comments on one section, in the order of the document. */
export interface SectionComments {
  /** Heading id; `null` for the whole document and for what stands before the first heading. */
  readonly section: string | null;
  readonly number: string | null;
  readonly title: string | null;
  readonly comments: readonly WorkComment[];
  /** Over all comments of the section, filtered out or not. */
  readonly done: number;
  readonly total: number;
}

/** Whether a section is this one or stands in it. */
function within(outline: Outline, section: string | null, around: string): boolean {
  for (let at = section; at !== null; at = outline.section(at)?.parent ?? null) if (at === around) return true;
  return false;
}

/**
 * Comments grouped by section in the order of the document they were made on, remarks on the whole document last.
 * Within a section in the order of their place, then of their number.
 */
export function groupBySection(
  comments: readonly WorkComment[],
  outline: Outline,
  order: (comment: WorkComment) => number,
  filters: Filters,
): readonly SectionComments[] {
  const keep = (comment: WorkComment) =>
    (filters.state === null || stateOf(comment) === filters.state) &&
    (filters.kind === null || comment.kind === filters.kind) &&
    (filters.submitter === null || submitterOf(comment) === filters.submitter) &&
    (filters.section === null || within(outline, comment.anchor.section, filters.section));
  const groups = new Map<string | null, WorkComment[]>();
  for (const comment of comments) {
    const known = comment.anchor.section !== null && outline.section(comment.anchor.section) !== undefined;
    const section = known ? comment.anchor.section : null;
    const group = groups.get(section);
    if (group === undefined) groups.set(section, [comment]);
    else group.push(comment);
  }
  const sections: (string | null)[] = [...outline.sections.map(({ id }) => id), null];
  return sections.flatMap((section) => {
    const all = groups.get(section);
    if (all === undefined) return [];
    const shown = all
      .filter((comment) => keep(comment))
      .toSorted((a, b) => order(a) - order(b) || a.number.localeCompare(b.number, undefined, { numeric: true }));
    if (shown.length === 0) return [];
    const heading = section === null ? undefined : outline.section(section);
    const done = all.filter((comment) => ['confirmed', 'withdrawn'].includes(stateOf(comment))).length;
    return [
      {
        section,
        number: heading?.number ?? null,
        title: heading?.title ?? null,
        comments: shown,
        done,
        total: all.length,
      },
    ];
  });
}

/** The comment after (or before) this one in the list as shown; the first or last when this one is not in it. */
export function neighbour(
  groups: readonly SectionComments[],
  current: string | null,
  by: 1 | -1,
): WorkComment | undefined {
  const list = groups.flatMap(({ comments }) => comments);
  const at = list.findIndex(({ id }) => id === current);
  if (at < 0) return by > 0 ? list[0] : list.at(-1);
  return list[at + by];
}

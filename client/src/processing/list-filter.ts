import type { Outline } from '@draagvlak/document';
import type { CommentKind } from '@draagvlak/review';
import { type CommentState, isDone, stateOf, submitterOf, type WorkComment } from './comment-state.ts';

/** Work that is somebody's or waits: kinds that are no person. */
export const WORK_FILTERS = ['unassigned', 'overdue', 'unread'] as const;
export type WorkFilter = (typeof WORK_FILTERS)[number] | { readonly person: string };

export interface Filters {
  readonly state: CommentState | null;
  readonly kind: CommentKind | null;
  readonly submitter: string | null;
  /** Heading id; comments in its subsections count. */
  readonly section: string | null;
  readonly work: WorkFilter | null;
  /** Words that stand in it, in any order. */
  readonly text: string;
  readonly order: 'section' | 'due';
}
export const NO_FILTERS: Filters = {
  state: null,
  kind: null,
  submitter: null,
  section: null,
  work: null,
  text: '',
  order: 'section',
};

export const isFiltered = ({ order: _order, ...filters }: Filters): boolean =>
  Object.values(filters).some((value) => value !== null && value !== '');

/** Whether a section is this one or stands in it. */
export function isWithin(outline: Outline, section: string | null, around: string): boolean {
  for (let at = section; at !== null; at = outline.section(at)?.parent ?? null) if (at === around) return true;
  return false;
}

export function hasWork({ handling, ...comment }: WorkComment, work: WorkFilter): boolean {
  switch (work) {
    case 'unassigned':
      return handling.assignee === null && !isDone(comment);
    case 'overdue':
      return handling.overdue;
    case 'unread':
      return handling.unread > 0;
    default:
      return handling.assignee?.person === work.person;
  }
}

/** All words of a comment that one may look for, in small letters. */
function wordsOf(comment: WorkComment): string {
  const known = searched.get(comment);
  if (known !== undefined) return known;
  const { number, body, proposal, anchor, standing } = comment;
  const words = [number, submitterOf(comment), body, proposal, anchor.quote, standing?.motivation]
    .join(' ')
    .toLowerCase();
  searched.set(comment, words);
  return words;
}
const searched = new WeakMap<WorkComment, string>();

export function isShown(comment: WorkComment, filters: Filters, outline: Outline): boolean {
  const { state, kind, submitter, section, work, text } = filters;
  if (state !== null && stateOf(comment) !== state) return false;
  if (kind !== null && comment.kind !== kind) return false;
  if (submitter !== null && submitterOf(comment) !== submitter) return false;
  if (section !== null && !isWithin(outline, comment.anchor.section, section)) return false;
  if (work !== null && !hasWork(comment, work)) return false;
  const sought = text.toLowerCase().split(/\s+/u).filter(Boolean);
  if (sought.length === 0) return true;
  const words = wordsOf(comment);
  return sought.every((word) => words.includes(word));
}

import type { Lists, Update } from './changes.ts';
import type { ReadingView, WorkbenchView } from './reading-view.ts';

export type WorkbenchUpdate = Update<WorkbenchView, 'comments' | 'findings'>;
export type ReadingUpdate = Update<ReadingView, 'comments'>;

/** What the reader has of a view: told with an act, so that the answer brings what the act changed in it. */
export interface Held {
  readonly version: string;
  readonly since: string;
}

/** How both ends name what is in the lists of the workbench. */
export const WORKBENCH_LISTS: Lists<WorkbenchView, 'comments' | 'findings'> = {
  comments: ({ id }) => id,
  findings: ({ key }) => key,
};

/** How both ends name what is in the lists of a text that is read. */
export const READING_LISTS: Lists<ReadingView, 'comments'> = { comments: ({ id }) => id };

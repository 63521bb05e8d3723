import type { Refusal } from '@draagvlak/procedure';
import type { DossierCommand } from './client.ts';
import type { WorkbenchUpdate } from './followed-lists.ts';
import type { PersonView } from './person-view.ts';

/** A message of the committee's discussion on one comment; nobody outside the committee reads it. */
export interface TalkMessageView {
  readonly id: string;
  readonly by: PersonView;
  readonly at: string;
  /** `null` when the words were erased. */
  readonly body: string | null;
}

/** How the committee divides and discusses its work on one comment. */
export interface HandlingView {
  readonly assignee: PersonView | null;
  /** Calendar day. */
  readonly due: string | null;
  /** The day is past and there is no decision that holds. */
  readonly overdue: boolean;
  readonly talk: readonly TalkMessageView[];
  /** Messages of others that the person who asks has not seen. */
  readonly unread: number;
}

/** Comments that are handled as one. */
export interface BundleView {
  readonly id: string;
  readonly comments: readonly string[];
}

/** Commands that can be given for many comments in one request. */
export type BulkCommand = Extract<
  DossierCommand,
  {
    type:
      | 'assign-comment'
      | 'set-comment-due'
      | 'bundle-comments'
      | 'dissolve-bundle'
      | 'propose-disposition'
      | 'confirm-disposition'
      | 'take-back-disposition';
  }
>;

/** What became of each command, in the order in which they were sent. */
export interface BulkView {
  /** Of the dossier after it. */
  readonly version: number;
  readonly results: readonly {
    /** `null`: it was done. */
    readonly refusal: Refusal | null;
    /** Why not, in a Dutch sentence. */
    readonly detail: string | null;
  }[];
  /** Send these to take back exactly what was done; empty where nothing can be taken back. */
  readonly undo: readonly BulkCommand[];
  /** What became different on the workbench of who said what they have; else `null`. */
  readonly workbench: WorkbenchUpdate | null;
}

/** A motivation that comes back: `[nummer]`, `[onderdeel]` and `[versie]` are filled in, other brackets by who writes. */
export interface StandardAnswer {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface StandardAnswersView {
  readonly own: readonly StandardAnswer[];
  /** Of other dossiers on which the person who asks works with this committee, newest first. */
  readonly elsewhere: readonly {
    readonly dossier: string;
    readonly title: string;
    readonly answers: readonly StandardAnswer[];
  }[];
}

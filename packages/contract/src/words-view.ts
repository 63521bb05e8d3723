import type { LogLine } from './dossier-view.ts';
import type { PersonView } from './person-view.ts';

/** Words that somebody wrote in a dossier, as the secretary may redact or erase them. */
export interface WordsView {
  /** What to name when they are erased: the words as they were written. */
  readonly blob: string;
  /** What to name when they are redacted: the words as they stand now; `null` when nothing stands. */
  readonly current: string | null;
  /** The line of the log that holds them. */
  readonly line: Pick<LogLine, 'version' | 'at' | 'type' | 'values'>;
  readonly by: PersonView | null;
  /** What they are of that line: `body`, `proposal`, `motivation`, `reason` and the like. */
  readonly field: string;
  /** The comment they are about. */
  readonly comment: string | null;
  /** As they stand now. */
  readonly text: string | null;
  readonly state: 'shown' | 'redacted' | 'erased';
  /** Redacted, and the words as they were written are gone as well. */
  readonly originalErased: boolean;
  /** Why they were redacted or erased last. */
  readonly reason: string | null;
}

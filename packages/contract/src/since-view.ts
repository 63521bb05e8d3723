import type { Comparison } from '@draagvlak/compare';
import type { DocumentJson } from '@draagvlak/document';
import type { PersonView } from './person-view.ts';

/** What others changed in a draft since the person who asks was last in it. */
export interface SinceView {
  /** ISO instant, UTC; `null` when the person was never in it, or nothing is known of that any more. */
  readonly since: string | null;
  /** Changes by others; what merely got another number does not count. */
  readonly changes: number;
  readonly people: readonly PersonView[];
}

/** The text of then beside the text of now. */
export interface SinceComparisonView {
  readonly since: string;
  readonly beforeDocument: DocumentJson;
  readonly afterDocument: DocumentJson;
  readonly comparison: Comparison;
  /** Changes by others, in the order of the text; the rest of the comparison is the asker's own. */
  readonly changes: readonly {
    readonly key: string;
    /** Ids of who made it; empty when nobody is known. */
    readonly people: readonly string[];
    /** When it was made last; ISO instant, UTC. */
    readonly last: string | null;
  }[];
  readonly people: Readonly<Record<string, PersonView>>;
}

import type { Calendar } from './calendar.ts';
import type { Role, Stage } from './stage.ts';

/** What every step of the story of Gasmeten works with. */
export interface Telling {
  readonly stage: Stage;
  readonly calendar: Calendar;
  readonly at: Calendar['at'];
  readonly act: (role: Role, when: string, command: Parameters<Stage['act']>[3]) => Promise<void>;
  readonly dossier: string;
  readonly taakprofiel: string;
  readonly taakprofielDraft: string;
  /** Opleiderdocument. */
  readonly document: string;
  readonly draft: string;
  /** Ids of the sample's comments by number ("R07", "B02"). */
  readonly comments: Map<string, string>;
}

/** Versions of both documents that were frozen in one step, and the round they lay open in. */
export interface Concepts {
  readonly opleiderdocument: string;
  readonly taakprofiel: string;
  readonly round: string;
}

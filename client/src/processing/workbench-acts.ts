import type { BulkCommand, BulkView, DossierCommand } from '@draagvlak/contract/client';
import type { ChangedPlace } from '@draagvlak/review';
import type { Outcome } from '../stores/dossier-store.ts';
import type { Failure } from '../stores/failure.ts';
import type { AnswersStore } from './answers-store.ts';

/** What the desk asks of the world; the room gives it. */
export interface WorkbenchActs {
  readonly command: (command: DossierCommand) => Promise<Outcome>;
  /** Many commands in one request, each with its own answer. */
  readonly bulk: (commands: readonly BulkCommand[]) => Promise<BulkView | Failure>;
  /** Places in the draft that the proposal changed, or why it could not be put there. */
  readonly applyProposal: (comment: string) => Promise<readonly ChangedPlace[] | Failure>;
  /** Notes that the discussion was read up to a message. */
  readonly seeTalk: (comment: string, message: string) => void;
  readonly answers: AnswersStore;
}

export const isFailure = <T extends object>(answer: T | Failure): answer is Failure => 'kind' in answer;

/** Commands to carry out, with what is said of those that were done. */
export class BulkAskedEvent extends Event {
  readonly commands: readonly BulkCommand[];
  readonly said: (done: number) => string;
  constructor(commands: readonly BulkCommand[], said: (done: number) => string) {
    super('bulk-asked', { bubbles: true });
    this.commands = commands;
    this.said = said;
  }
}

declare global {
  interface HTMLElementEventMap {
    'bulk-asked': BulkAskedEvent;
  }
}

import type { Refusal } from '@draagvlak/procedure';
import type { Anchor, ChangedPlace, Channel, CommentKind, DispositionKind } from '@draagvlak/review';
import type { PersonView } from './person-view.ts';

export interface DispositionView {
  readonly id: string;
  readonly kind: DispositionKind;
  readonly motivation: string | null;
  readonly places: readonly ChangedPlace[];
  readonly into: string | null;
  readonly proposedBy: PersonView;
  readonly proposedAt: string;
  readonly confirmedBy: PersonView | null;
  readonly confirmedAt: string | null;
  readonly supersedes: string | null;
  readonly takenBackAt: string | null;
}

export interface CommentView {
  readonly id: string;
  readonly number: string;
  readonly document: string;
  readonly version: string;
  readonly round: string;
  readonly anchor: Anchor;
  readonly kind: CommentKind;
  /** `null` when the words were erased. */
  readonly body: string | null;
  readonly proposal: string | null;
  readonly by: PersonView;
  readonly channel: Channel;
  readonly at: string;
  readonly editedAt: string | null;
  readonly late: boolean;
  readonly outOfScope: boolean;
  readonly follows: string | null;
  readonly withdrawnAt: string | null;
  readonly replies: readonly {
    readonly id: string;
    readonly by: PersonView;
    readonly at: string;
    readonly body: string | null;
  }[];
  readonly standing: DispositionView | null;
  readonly history: readonly DispositionView[];
  readonly mine: boolean;
  readonly mayEdit: boolean;
  readonly mayWithdraw: boolean;
  /** Until when it can be taken back without a trace of its words; `null` when past. */
  readonly takeBackUntil: string | null;
  readonly mayReply: boolean;
  readonly mayPropose: Refusal | null | true;
  readonly mayConfirm: Refusal | null | true;
}

/** A reaction that nobody has seen yet but who is writing it. */
export interface CommentDraftView {
  /** Id that the comment gets when it is sent. */
  readonly id: string;
  readonly anchor: Anchor;
  readonly kind: CommentKind;
  readonly body: string;
  readonly proposal: string | null;
  readonly savedAt: string;
}

/** Text that lost its place: a colleague removed or moved the part meanwhile, or the draft was closed. */
export interface KeptTextView {
  readonly id: string;
  readonly text: string;
  /** Id of the block it stood in or near; `null` when nothing is near. */
  readonly block: string | null;
  readonly at: string;
}

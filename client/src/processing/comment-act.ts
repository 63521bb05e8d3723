export type CommentAct =
  | 'previous'
  | 'next'
  | 'apply-proposal'
  | 'work-on'
  | 'show-place'
  | 'confirm'
  | 'take-back'
  | 'correct'
  | 'cancel-correction';

/** What the reader asks of the room about the comment in sight. */
export class CommentActEvent extends Event {
  readonly act: CommentAct;
  constructor(act: CommentAct) {
    super('comment-act', { bubbles: true });
    this.act = act;
  }
}

declare global {
  interface HTMLElementEventMap {
    'comment-act': CommentActEvent;
  }
}

/** A form did what it was for; who opened it may close it. */
export class FormDoneEvent extends Event {
  static readonly type = 'form-done';
  constructor() {
    super(FormDoneEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'form-done': FormDoneEvent;
  }
}

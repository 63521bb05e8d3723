/** The forms of the editor: address of a link, measure of a requirement, term of a definition, title of a table. */
export type FormName = 'link' | 'measure' | 'term' | 'caption';

/** Asks the editor for one of its forms, for what is at the caret. */
export class EditorFormEvent extends Event {
  readonly form: FormName;
  constructor(form: FormName) {
    super('editor-form', { bubbles: true, composed: true });
    this.form = form;
  }
}

declare global {
  interface HTMLElementEventMap {
    'editor-form': EditorFormEvent;
  }
}

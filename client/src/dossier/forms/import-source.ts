import type { ImportSource } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { words } from '../../stores/words.ts';

/** Characters that the server reads. */
const MOST = 3_000_000;

const looksLikeHtml = (name: string, text: string): boolean =>
  /\.(?:html?|xhtml)$/iu.test(name) || /^\s*(?:<!doctype html|<html[\s>])/iu.test(text);

/** Where a text from elsewhere comes from: pasted, with its formatting where it has any, or a file. */
@customElement('import-source')
export class ImportSourceField extends LightElement {
  /** The text as it was brought; `null` until there is one. */
  @state() private taken: { readonly source: ImportSource; readonly name: string | null } | null = null;
  @state() private error: 'needed' | 'too-large' | null = null;

  /** The text to look at; says what is missing when there is none. */
  source(): ImportSource | null {
    const typed = this.querySelector('textarea')?.value.trim() ?? '';
    const source: ImportSource | null =
      this.taken?.source ??
      (typed === '' ? null : { format: looksLikeHtml('', typed) ? 'html' : 'markdown', text: typed });
    if (source === null) this.error = 'needed';
    if (this.error !== null) this.querySelector<HTMLElement>('textarea, button')?.focus();
    return source;
  }

  override render() {
    const { importing } = words();
    const { taken } = this;
    if (taken !== null)
      return html`<div class="notice success" role="status">
        <p>${importing.taken(taken.name)}</p>
        <button class="button small plain" type="button" @click=${() => (this.taken = null)}>${importing.again}</button>
      </div>`;
    const message = this.error === null ? null : this.error === 'needed' ? importing.needed : importing.fileTooLarge;
    return html`<div class=${message === null ? 'field' : 'field has-error'}>
        <label for="veld-import">${importing.text}</label>
        <span class="hint" id="veld-import-uitleg">${importing.textHint}</span>
        ${message === null ? nothing : html`<span class="error" id="veld-import-fout">${message}</span>`}
        <textarea
          id="veld-import"
          rows="8"
          aria-describedby=${message === null ? 'veld-import-uitleg' : 'veld-import-uitleg veld-import-fout'}
          aria-invalid=${message === null ? nothing : 'true'}
          @paste=${(event: ClipboardEvent) => this.#pasted(event)}
        ></textarea>
      </div>
      <div class="field">
        <label for="veld-import-bestand">${importing.file}</label>
        <span class="hint" id="veld-bestand-uitleg">${importing.fileHint}</span>
        <input
          id="veld-import-bestand"
          type="file"
          accept=".md,.markdown,.txt,.html,.htm,text/markdown,text/html,text/plain"
          aria-describedby="veld-bestand-uitleg"
          @change=${(event: Event) => void this.#chosen(event.target as HTMLInputElement)}
        />
      </div>`;
  }

  /** A copy from a word processor brings its headings and tables as HTML, which a field for plain text would lose. */
  #pasted(event: ClipboardEvent): void {
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (!/<(?:h[1-6]|table|ul|ol|li|p|div)[\s>]/iu.test(html)) return;
    event.preventDefault();
    this.#take({ format: 'html', text: html }, null);
  }

  async #chosen(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const text = file.size > MOST ? null : await file.text();
    if (text === null) this.error = 'too-large';
    else this.#take({ format: looksLikeHtml(file.name, text) ? 'html' : 'markdown', text }, file.name);
  }

  #take(source: ImportSource, name: string | null): void {
    this.error = source.text.length > MOST ? 'too-large' : source.text.trim() === '' ? 'needed' : null;
    if (this.error === null) this.taken = { source, name };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-source': ImportSourceField;
  }
}

import { outline, type ReferenceTarget } from '@draagvlak/document';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EditorView } from 'prosemirror-view';
import { LightElement } from '../elements/light-element.ts';
import { words } from '../stores/words.ts';
import '../styles/referring.css';
import { derived } from './derived.ts';
import { matching } from './reference-matching.ts';
import { insertReference } from './references.ts';

/** Most places that are shown at once; typing a letter more narrows them down. */
const MOST = 60;

/** Asks what to refer to: a section, requirement, table or definition, by number or title. */
@customElement('reference-picker')
export class ReferencePicker extends LightElement {
  @property({ attribute: false }) view: EditorView | null = null;
  @state() private targets: readonly ReferenceTarget[] | null = null;
  @state() private typed = '';
  @state() private at = 0;

  /** Opens with what can be referred to now. */
  open(): void {
    if (this.view === null) return;
    // Made anew: the words of a requirement may have changed since the last number did.
    this.targets = outline(derived(this.view.state).document).targets();
    this.typed = '';
    this.at = 0;
    void this.updateComplete.then(() => {
      const dialog = this.querySelector('dialog');
      if (dialog !== null && !dialog.open) dialog.showModal();
      this.querySelector('input')?.focus();
    });
  }

  override render() {
    if (this.targets === null) return nothing;
    const { referring: t } = words().editing;
    const found = this.#found();
    const shown = found.slice(0, MOST);
    return html`<dialog class="dialog refer" aria-labelledby="refer-title" @close=${() => this.#closed()}>
      <form class="form" @submit=${(event: Event) => this.#submit(event, shown[this.at])}>
        <h2 id="refer-title">${t.title}</h2>
        <div class="field">
          <label for="refer-what">${t.what}</label>
          <span class="hint" id="refer-hint">${t.hint}</span>
          <input
            id="refer-what"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            aria-expanded="true"
            aria-controls="refer-list"
            aria-describedby="refer-hint"
            aria-autocomplete="list"
            aria-activedescendant=${shown.length === 0 ? nothing : `refer-${this.at}`}
            .value=${this.typed}
            @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
            @keydown=${(event: KeyboardEvent) => this.#keydown(event, shown.length)}
          />
        </div>
        <ul id="refer-list" class="refer-list" role="listbox" aria-label=${t.places}>
          ${shown.map((target, index) => this.#option(target, index))}
        </ul>
        <p class="small quiet" role="status">${found.length === 0 ? t.none : t.count(found.length)}</p>
        <div class="buttons">
          <button class="button primary" type="submit" aria-disabled=${shown.length === 0 ? 'true' : nothing}>
            ${t.insert}
          </button>
          <button class="button plain" type="button" @click=${() => this.querySelector('dialog')?.close()}>
            ${words().shell.cancel}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  protected override updated(): void {
    this.querySelector('.refer-list [aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
  }

  #option(target: ReferenceTarget, index: number) {
    const { reference } = words().document;
    const name = reference(target, 'x');
    return html`<li
      id=${`refer-${index}`}
      role="option"
      aria-selected=${String(index === this.at)}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#insert(target)}
    >
      <span class="refer-name">${name}</span>
      <span class="refer-title">${name.includes(target.title) ? nothing : target.title}</span>
    </li>`;
  }

  #found(): ReferenceTarget[] {
    const { reference } = words().document;
    return matching(this.targets ?? [], this.typed, (target) => reference(target, 'x'));
  }

  #type(typed: string): void {
    this.typed = typed;
    this.at = 0;
  }

  #keydown(event: KeyboardEvent, count: number): void {
    const to = { ArrowDown: this.at + 1, ArrowUp: this.at - 1, PageDown: this.at + 8, PageUp: this.at - 8 }[event.key];
    if (to === undefined || count === 0) return;
    event.preventDefault();
    const round = event.key.startsWith('Arrow');
    this.at = round ? (to + count) % count : Math.min(count - 1, Math.max(0, to));
  }

  #submit(event: Event, target: ReferenceTarget | undefined): void {
    event.preventDefault();
    if (target !== undefined) this.#insert(target);
  }

  #insert(target: ReferenceTarget): void {
    const { view } = this;
    this.querySelector('dialog')?.close();
    if (view !== null) insertReference(target.id)(view.state, (tr) => view.dispatch(tr));
  }

  #closed(): void {
    this.targets = null;
    this.view?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reference-picker': ReferencePicker;
  }
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../stores/words.ts';
import '../styles/referring.css';
import { LightElement } from './light-element.ts';

/** Something that can be picked: what it is called, and what it is. */
export interface Pick {
  readonly name: string;
  readonly title: string;
}

/** What a picker asks; all sentences ready to show. */
export interface PickAsked {
  readonly title: string;
  readonly what: string;
  readonly hint: string;
  /** Name of the list, for who hears it. */
  readonly list: string;
  readonly none: string;
  readonly count: (count: number) => string;
  readonly confirm: string;
}

/** Most lines that are shown at once; typing a letter more narrows them down. */
const MOST = 60;

/** One line typed to get anywhere: a dialog that narrows a list down by what is typed, and picks with Enter. */
@customElement('quick-pick')
export class QuickPick extends LightElement {
  @property({ attribute: false }) asked: PickAsked | null = null;
  /** What answers to the typed words, the closest first. */
  @property({ attribute: false }) matching: (typed: string) => readonly Pick[] = () => [];
  @state() private opened = false;
  @state() private typed = '';
  @state() private at = 0;
  #picked: (pick: Pick) => void = () => {};
  #closed: () => void = () => {};

  /** Opens it; `closed` is called in any case, after what was picked. The keyboard is here before the next key. */
  open(picked: (pick: Pick) => void, closed: () => void, typed = ''): void {
    this.#picked = picked;
    this.#closed = closed;
    this.typed = typed;
    this.at = 0;
    this.opened = true;
    void this.updateComplete.then(() => {
      const dialog = this.querySelector('dialog');
      if (dialog !== null && !dialog.open) dialog.showModal();
      this.querySelector('input')?.focus();
    });
  }

  override render() {
    const { asked } = this;
    if (asked === null || !this.opened) return nothing;
    const found = this.matching(this.typed);
    const shown = found.slice(0, MOST);
    return html`<dialog class="dialog refer" aria-labelledby="refer-title" @close=${() => this.#leave()}>
      <form class="form" @submit=${(event: Event) => this.#submit(event, shown[this.at])}>
        <h2 id="refer-title">${asked.title}</h2>
        <div class="field">
          <label for="refer-what">${asked.what}</label>
          <span class="hint" id="refer-hint">${asked.hint}</span>
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
        <ul id="refer-list" class="refer-list" role="listbox" aria-label=${asked.list}>
          ${shown.map((pick, index) => this.#option(pick, index))}
        </ul>
        <p class="small quiet" role="status">${found.length === 0 ? asked.none : asked.count(found.length)}</p>
        <div class="buttons">
          <button class="button primary" type="submit" aria-disabled=${shown.length === 0 ? 'true' : nothing}>
            ${asked.confirm}
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

  #option(pick: Pick, index: number) {
    return html`<li
      id=${`refer-${index}`}
      role="option"
      aria-selected=${String(index === this.at)}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#pick(pick)}
    >
      <span class="refer-name">${pick.name}</span>
      <span class="refer-title">${pick.name.includes(pick.title) ? nothing : pick.title}</span>
    </li>`;
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

  #submit(event: Event, pick: Pick | undefined): void {
    event.preventDefault();
    if (pick !== undefined) this.#pick(pick);
  }

  #pick(pick: Pick): void {
    const picked = this.#picked;
    // Closed at once, so that what is picked can take the keyboard and the next key is meant for that.
    this.querySelector('dialog')?.close();
    picked(pick);
    this.#leave();
  }

  #leave(): void {
    if (!this.opened) return;
    this.opened = false;
    this.#closed();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quick-pick': QuickPick;
  }
}

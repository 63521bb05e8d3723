import type { Wording } from '@draagvlak/wording';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import '../styles/finding.css';
import { derived } from './derived.ts';
import { type FindState, type Found, replacements, seek, show, step, stopFinding } from './find.ts';
import { inSentence, sectionName } from './find-context.ts';
import { finding } from './find-place.ts';
import { replacementFor, type Sought } from './find-text.ts';
import { replaceAll } from './replace.ts';

type Words = Wording['editing']['finding'];

/** The person is done finding. */
export class FindClosedEvent extends Event {
  constructor() {
    super('find-closed', { bubbles: true });
  }
}

/** Longest selection that is taken over as what to look for. */
const LONGEST = 80;

/** Finds words in the draft, walks through them, and replaces one, or all that were looked at and ticked. */
@customElement('find-bar')
export class FindBar extends LightElement {
  @property({ attribute: false }) view: EditorView | null = null;
  /** Handed over on every change, so that the bar shows what holds now. */
  @property({ attribute: false }) editorState: EditorState | null = null;
  @property({ type: Boolean }) mayWrite = false;
  @state() private sought: Sought = { text: '', wholeWords: false, matchCase: false, ignoreAccents: true };
  @state() private replacement = '';
  @state() private replacing = false;
  /** What is ticked in the list; `null` while there is no list. */
  @state() private chosen: ReadonlySet<number> | null = null;
  @state() private message = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.view !== null && !this.view.isDestroyed) stopFinding(this.view);
  }

  /** Takes the selected words over, or what was typed already, and puts the keyboard in the field. */
  begin(replacing: boolean, typed = ''): void {
    const { view } = this;
    if (view === null) return;
    this.replacing = this.mayWrite && (replacing || this.replacing);
    const { from, to, empty } = view.state.selection;
    const selected = empty ? '' : view.state.doc.textBetween(from, to, '\n');
    const taken = selected === '' || selected.length > LONGEST || selected.includes('\n') ? this.sought.text : selected;
    this.#seek({ ...this.sought, text: typed === '' ? taken : typed });
    void this.updateComplete.then(() => {
      const field = this.#field('find');
      if (typed === '') field?.select();
      else field?.focus();
    });
  }

  /** Whether the keyboard is in the field: asked again there, the browser may look for itself. */
  get isAsking(): boolean {
    return document.activeElement === this.#field('find');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What a colleague types while the list is open was not looked at, so it is not ticked.
    if (!changed.has('editorState') || this.chosen === null) return;
    const now = new Set(this.#state?.found.map(({ key }) => key));
    const left = [...this.chosen].filter((key) => now.has(key));
    if (left.length !== this.chosen.size) this.chosen = new Set(left);
  }

  override render() {
    const { finding: t } = words().editing;
    return html`<section
      class="find-bar"
      role="search"
      aria-label=${t.title}
      @keydown=${(event: KeyboardEvent) => this.#keydown(event)}
    >
      <div class="find-line">
        ${this.#input('find', t.find, this.sought.text, (text) => this.#seek({ ...this.sought, text }))}
        <span class="find-count num" role="status">${this.#count(t)}</span>
        ${this.#button(t.previous, 'up', () => this.#step(-1), 'Shift+Enter')}
        ${this.#button(t.next, 'down', () => this.#step(1), 'Enter')}
        <span class="find-options">
          ${this.#option(t.wholeWords, this.sought.wholeWords, (wholeWords) => ({ wholeWords }))}
          ${this.#option(t.matchCase, this.sought.matchCase, (matchCase) => ({ matchCase }))}
          ${this.#option(t.accents, !this.sought.ignoreAccents, (accents) => ({ ignoreAccents: !accents }))}
        </span>
        ${
          this.mayWrite
            ? html`<button
                class="button small plain"
                type="button"
                aria-expanded=${String(this.replacing)}
                @click=${() => this.#toggleReplace()}
              >
                ${t.showReplace}
              </button>`
            : nothing
        }
        ${this.#button(t.close, 'x', () => this.dispatchEvent(new FindClosedEvent()), 'Escape')}
      </div>
      ${this.replacing ? this.#replaceLine(t) : nothing} ${this.#preview(t)}
      <p class=${this.message === '' ? 'hidden-text' : 'find-message small'} role="status">${this.message}</p>
    </section>`;
  }

  #replaceLine(t: Words) {
    const none = (this.#state?.found.length ?? 0) === 0;
    return html`<div class="find-line">
      ${this.#input('replace', t.replace, this.replacement, (text) => (this.replacement = text))}
      <button
        class="button small"
        type="button"
        aria-disabled=${none ? 'true' : nothing}
        @click=${() => this.#replaceCurrent()}
      >
        ${t.one}
      </button>
      <button
        class="button small"
        type="button"
        aria-expanded=${String(this.chosen !== null)}
        aria-disabled=${none ? 'true' : nothing}
        @click=${() => this.#togglePreview()}
      >
        ${t.preview}
      </button>
    </div>`;
  }

  #preview(t: Words) {
    const state = this.#state;
    const { chosen, editorState } = this;
    if (!this.replacing || chosen === null || state === null || editorState === null || state.found.length === 0)
      return nothing;
    const { outline } = derived(editorState);
    let section: string | null | undefined;
    return html`<div class="find-preview" role="group" aria-label=${t.previewTitle}>
      <ul class="find-list">
        ${state.found.map((one) => {
          const now = sectionName(one, outline);
          const title = now === section ? nothing : html`<li class="find-section small">${now ?? t.outside}</li>`;
          section = now;
          return html`${title}${this.#row(one, state, chosen.has(one.key), t)}`;
        })}
      </ul>
      <div class="buttons">
        <button
          class="button small primary"
          type="button"
          aria-disabled=${chosen.size === 0 ? 'true' : nothing}
          @click=${() => this.#apply()}
        >
          ${t.apply(chosen.size)}
        </button>
        <button
          class="button small"
          type="button"
          @click=${() => (this.chosen = new Set(state.found.map(({ key }) => key)))}
        >
          ${t.allOn}
        </button>
        <button class="button small" type="button" @click=${() => (this.chosen = new Set())}>${t.allOff}</button>
      </div>
    </div>`;
  }

  #row(one: Found, state: FindState, ticked: boolean, t: Words) {
    const { before, after } = inSentence(one);
    const now = replacementFor(one.text, state.sought, this.replacement);
    return html`<li class=${one.key === state.current ? 'is-current' : nothing}>
      <label class="find-choice">
        <input
          type="checkbox"
          .checked=${ticked}
          @change=${(event: Event) => this.#tick(one.key, (event.target as HTMLInputElement).checked)}
          @focus=${() => this.view !== null && show(this.view, one.key)}
        />
        <span
          >${one.holder.type.name === 'footnote' ? html`<i class="quiet">${t.footnote}: </i>` : nothing}${before}<del>${one.text}</del>${now === '' ? nothing : html`<ins>${now}</ins>`}${after}</span
        >
      </label>
    </li>`;
  }

  #input(name: string, label: string, value: string, changed: (text: string) => void) {
    return html`<label class="find-field"
      ><span class="small">${label}</span
      ><input
        name=${name}
        type="text"
        placeholder=${label}
        autocomplete="off"
        spellcheck="false"
        .value=${value}
        @input=${(event: Event) => changed((event.target as HTMLInputElement).value)}
    /></label>`;
  }

  #button(label: string, face: string, act: () => void, keys: string) {
    return html`<button
      class="tool"
      type="button"
      aria-label=${label}
      title=${label}
      aria-keyshortcuts=${keys}
      @click=${act}
    >
      ${sign(face)}
    </button>`;
  }

  #option(label: string, on: boolean, change: (on: boolean) => Partial<Sought>) {
    return html`<button
      class="button small plain"
      type="button"
      aria-pressed=${String(on)}
      @click=${() => this.#seek({ ...this.sought, ...change(!on) })}
    >
      ${label}
    </button>`;
  }

  #count(t: Words): string {
    const state = this.#state;
    if (state === null || state.sought.text === '') return '';
    if (state.found.length === 0) return t.none;
    return t.count(state.found.findIndex(({ key }) => key === state.current) + 1, state.found.length, state.more);
  }

  get #state(): FindState | null {
    return this.editorState === null ? null : finding.value(this.view?.state ?? this.editorState);
  }

  #field(name: string): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`input[name=${name}]`);
  }

  #seek(sought: Sought): void {
    const { view } = this;
    if (view === null) return;
    this.sought = sought;
    this.chosen = null;
    this.message = '';
    seek(view, sought);
    const current = finding.value(view.state)?.current ?? null;
    if (current !== null) show(view, current);
  }

  #step(by: 1 | -1): void {
    if (this.view !== null) step(this.view, by);
  }

  #toggleReplace(): void {
    this.replacing = !this.replacing;
    this.chosen = null;
    if (this.replacing) void this.updateComplete.then(() => this.#field('replace')?.focus());
  }

  #togglePreview(): void {
    const found = this.#state?.found ?? [];
    this.message = '';
    this.chosen = this.chosen !== null || found.length === 0 ? null : new Set(found.map(({ key }) => key));
  }

  #tick(key: number, on: boolean): void {
    const chosen = new Set(this.chosen);
    if (on) chosen.add(key);
    else chosen.delete(key);
    this.chosen = chosen;
  }

  #replaceCurrent(): void {
    const { view } = this;
    const state = this.#state;
    if (view === null || state?.current == null) return;
    const at = state.found.findIndex(({ key }) => key === state.current);
    replaceAll(view, replacements(state, new Set([state.current]), this.replacement));
    // What was put in its place may hold the words again; the next one is behind it.
    const end = (state.found[at]?.from ?? 0) + this.replacement.length;
    const now = finding.value(view.state)?.found ?? [];
    const next = now.find(({ from }) => from >= end) ?? now[0];
    if (next !== undefined) show(view, next.key);
  }

  #apply(): void {
    const { view, chosen } = this;
    const state = this.#state;
    if (view === null || state === null || chosen === null || chosen.size === 0) return;
    const count = replaceAll(view, replacements(state, chosen, this.replacement));
    this.chosen = null;
    this.message = words().editing.finding.done(count);
    this.#field('find')?.focus();
  }

  #keydown(event: KeyboardEvent): void {
    const field = event.target instanceof HTMLInputElement ? event.target.name : '';
    if (event.key === 'Escape') this.dispatchEvent(new FindClosedEvent());
    else if (event.key === 'F3') this.#step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Enter' && field === 'find') this.#step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Enter' && field === 'replace') this.#replaceCurrent();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'find-bar': FindBar;
  }
  interface HTMLElementEventMap {
    'find-closed': FindClosedEvent;
  }
}

import type { FoundView } from '@draagvlak/contract/client';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { empty, refusal } from '../elements/states.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import { Finder } from './finder.ts';

/** The words changed; whoever shows the box may want to keep them in the address. */
export class SoughtEvent extends Event {
  static readonly type = 'sought';
  readonly words: string;
  constructor(sought: string) {
    super(SoughtEvent.type, { bubbles: true });
    this.words = sought;
  }
}

let counter = 0;

/** One field and below it the places where the words stand; arrows walk through the list, Enter opens. */
@customElement('search-box')
export class SearchBox extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  /** The dossier somebody is in, to look in that one only. */
  @property({ attribute: false }) dossierId: string | null = null;
  @property() sought = '';
  @property({ type: Boolean }) onlyHere = false;

  #finder: Finder | null = null;
  readonly #id = `zoek-${(counter += 1)}`;

  constructor() {
    super();
    new StoreController(this, () => this.#finder);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.stores) return;
    this.#finder ??= new Finder(this.stores.client);
    if (changed.has('sought') || changed.has('onlyHere') || changed.has('stores')) {
      this.#finder.ask(this.sought, this.onlyHere ? this.dossierId : null);
    }
  }

  override render() {
    const { search } = words();
    return html`<div class="search" role="search" @keydown=${(event: KeyboardEvent) => this.#key(event)}>
      <div class="field">
        <label for=${this.#id}>${search.label}</label>
        <p class="hint" id=${`${this.#id}-uitleg`}>${search.hint}</p>
        <div class="search-field">
          ${sign('search')}
          <input
            id=${this.#id}
            type="search"
            autocomplete="off"
            spellcheck="false"
            enterkeyhint="search"
            maxlength="200"
            aria-describedby=${`${this.#id}-uitleg`}
            .value=${this.sought}
            @input=${(event: Event) => this.#typed((event.target as HTMLInputElement).value)}
          />
        </div>
      </div>
      ${
        this.dossierId === null
          ? nothing
          : html`<label class="choice"
              ><input
                type="checkbox"
                .checked=${this.onlyHere}
                @change=${(event: Event) => (this.onlyHere = (event.target as HTMLInputElement).checked)}
              /><span>${search.onlyHere}</span></label
            >`
      }
      ${this.#answer()}
    </div>`;
  }

  #answer(): TemplateResult | typeof nothing {
    const finding = this.#finder?.value;
    const { search } = words();
    if (!finding) return nothing;
    const { answer, failure } = finding;
    const status =
      answer === null ? (finding.searching ? search.searching : '') : search.found(answer.found.length, answer.more);
    const none = answer !== null && answer.found.length === 0;
    return html`<p class=${none ? 'hidden-text' : 'small quiet'} role="status">
        ${none ? search.nothing(finding.words) : status}
      </p>
      ${refusal(failure)} ${none ? empty(search.nothing(finding.words), search.nothingHint) : nothing}
      ${
        answer === null || none
          ? nothing
          : html`<ol class="search-results">
              ${answer.found.map((found) => html`<li>${this.#found(found)}</li>`)}
            </ol>`
      }`;
  }

  #found(found: FoundView): TemplateResult {
    const { search, vocabulary } = words();
    const kind = search.kinds[found.kind];
    const place = [
      found.comment === null ? kind : search.numbered(kind, found.comment),
      found.document === null || found.version === null
        ? null
        : search.version(vocabulary.documentKinds[found.document], found.version),
      found.section,
    ].filter((part) => part !== null);
    return html`<a class="search-result" href=${found.href}>
      <span class="search-place"><b>${place[0]}</b>${place.slice(1).map((part) => html`<span>${part}</span>`)}</span>
      <span class="search-text">${marked(found)}</span>
      ${found.kind === 'dossier' || found.kind === 'qualification' ? nothing : html`<span class="small quiet">${found.title}</span>`}
    </a>`;
  }

  #typed(value: string): void {
    this.sought = value;
    this.dispatchEvent(new SoughtEvent(value));
  }

  /** From the field into the list and back; in the field Enter opens the first place. */
  #key(event: KeyboardEvent): void {
    const field = this.querySelector('input[type="search"]') as HTMLInputElement;
    const links = [...this.querySelectorAll<HTMLElement>('.search-result')];
    const at = links.indexOf(event.target as HTMLElement);
    if (event.key === 'Enter' && event.target === field && !event.isComposing) links[0]?.click();
    else if (event.key === 'ArrowDown' && (at >= 0 || event.target === field)) links[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? field).focus();
    else if (event.key === 'Home' && at >= 0) links[0]?.focus();
    else if (event.key === 'End' && at >= 0) links.at(-1)?.focus();
    else return;
    event.preventDefault();
  }
}

/** The excerpt with the words that were looked for marked. */
function marked({ text, marks }: FoundView): readonly (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    parts.push(text.slice(at, from), html`<mark>${text.slice(from, to)}</mark>`);
    at = to;
  }
  parts.push(text.slice(at));
  return parts;
}

declare global {
  interface HTMLElementTagNameMap {
    'search-box': SearchBox;
  }
}

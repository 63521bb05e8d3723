import type { WordsView } from '@draagvlak/contract/client';
import { logSentence } from '@draagvlak/wording';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import '../elements/modal-dialog.ts';
import { empty, failed, loading } from '../elements/states.ts';
import { Resource } from '../stores/resource.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import '../styles/redaction.css';
import './redact-form.ts';

/** Most that is shown at once. */
const PART = 50;

/** Everything people wrote in a dossier, so that the secretary can take away what does not belong there. */
@customElement('words-page')
export class WordsPage extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) dossierId = '';
  /** Only the words around this comment. */
  @property({ attribute: false }) comment: string | null = null;
  @state() private asked: { readonly about: WordsView; readonly act: 'redact' | 'erase' } | null = null;
  @state() private sought = '';
  @state() private shown = PART;
  @state() private announcement = '';

  #words: Resource<readonly WordsView[]> | null = null;
  #stop: (() => void) | null = null;
  constructor() {
    super();
    new StoreController(this, () => this.#resource());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = null;
    this.#words = null;
  }

  #resource(): Resource<readonly WordsView[]> | null {
    const { stores, dossierId } = this;
    if (!stores || this.#words) return this.#words;
    const found = new Resource(() => stores.client.dossierWords(dossierId));
    this.#words = found;
    this.#stop = stores.dossier(dossierId).onChange(() => void found.load());
    void found.load();
    return found;
  }

  override render() {
    const resource = this.#resource();
    if (!resource) return nothing;
    const { value, failure } = resource.state;
    if (value === null) return failure ? failed(failure, () => void resource.load()) : loading();
    const { redaction } = words();
    const sought = this.sought.trim().toLowerCase();
    const all = value.filter(({ comment }) => this.comment === null || comment === this.comment);
    const found = all.filter(({ text }) => sought === '' || (text ?? '').toLowerCase().includes(sought));
    return html`<div class="wrap tight redaction">
      <div class="page-head">
        <div>
          <h2 class="page-title">${redaction.title}</h2>
          <p class="quiet">${this.comment === null ? redaction.intro : redaction.ofComment}</p>
          ${
            this.comment === null
              ? nothing
              : html`<p><a href=${`/dossiers/${this.dossierId}/woorden`}>${redaction.all}</a></p>`
          }
        </div>
      </div>
      ${
        all.length === 0
          ? empty(redaction.title, redaction.empty, nothing)
          : html`<div class="field">
                <label for="woorden-zoeken">${redaction.filter}</label>
                <input
                  id="woorden-zoeken"
                  type="search"
                  autocomplete="off"
                  @input=${(event: Event) => {
                    this.sought = (event.target as HTMLInputElement).value;
                    this.shown = PART;
                  }}
                />
              </div>
              <p class="hidden-text" role="status">${this.announcement}</p>
              ${
                found.length === 0
                  ? html`<p>${redaction.nothingFound}</p>`
                  : html`<ul class="lines words-lines">
                      ${found.slice(0, this.shown).map((one) => this.#line(one))}
                    </ul>`
              }
              ${
                found.length > this.shown
                  ? html`<button class="button" type="button" @click=${() => (this.shown += PART)}>
                      ${redaction.more(found.length - this.shown)}
                    </button>`
                  : nothing
              }`
      }
      ${this.#dialog()}
    </div>`;
  }

  #line(one: WordsView): TemplateResult {
    const { redaction, dates, dossier } = words();
    const { line, field, by, text, state: stands, reason, originalErased } = one;
    const what = redaction.fields[field] ?? redaction.field;
    return html`<li>
      <div>
        <p class="small quiet">
          <span class="num">#${line.version}</span> ${logSentence(words(), line) ?? dossier.logUnknown(line.type)},
          ${what.toLowerCase()}. ${by?.name ?? dossier.logClock},
          <time datetime=${line.at}>${dates.short(line.at)} ${dates.time(line.at)}</time>
        </p>
        <p class="said">${text ?? html`<span class="quiet">${redaction.erasedWords}</span>`}</p>
        ${
          stands === 'shown'
            ? nothing
            : html`<p class="small">
                ${stands === 'erased' ? redaction.isErased(reason) : redaction.isRedacted(reason)}
                ${stands === 'redacted' && originalErased ? redaction.originalErased : nothing}
              </p>`
        }
        ${stands === 'erased' ? nothing : html`<p class="buttons tight">${this.#buttons(one, what)}</p>`}
      </div>
    </li>`;
  }

  #buttons(one: WordsView, what: string) {
    const { redaction } = words();
    const about = html`<span class="hidden-text">: ${what.toLowerCase()}, #${one.line.version}</span>`;
    const redacted = one.state === 'redacted';
    return html`<button class="button small" type="button" @click=${() => (this.asked = { about: one, act: 'redact' })}>
        ${redacted ? redaction.redactMore : redaction.redact}${about}
      </button>
      ${
        redacted && one.originalErased
          ? nothing
          : html`<button
              class="button small danger"
              type="button"
              @click=${() => (this.asked = { about: one, act: 'erase' })}
            >
              ${redacted ? redaction.eraseOriginal : redaction.erase}${about}
            </button>`
      }`;
  }

  #dialog(): TemplateResult {
    const { redaction } = words();
    const { asked } = this;
    return html`<modal-dialog
      .open=${asked !== null}
      .heading=${asked?.act === 'erase' ? redaction.eraseTitle : redaction.redactTitle}
      .body=${
        asked === null || !this.stores
          ? nothing
          : html`<redact-form
              .store=${this.stores.dossier(this.dossierId)}
              .about=${asked.about}
              .act=${asked.act}
              @form-done=${() => this.#done()}
            ></redact-form>`
      }
      @dialog-closed=${() => (this.asked = null)}
    ></modal-dialog>`;
  }

  #done(): void {
    const { asked } = this;
    this.asked = null;
    const before = this.#words?.value?.find(({ blob }) => blob === asked?.about.blob);
    void this.#words?.load().then(() => {
      const now = this.#words?.value?.find(({ blob }) => blob === asked?.about.blob);
      // A form that was only closed did nothing to tell of.
      const changed = now?.text !== before?.text || now?.originalErased !== before?.originalErased;
      if (asked !== null && changed) this.announcement = words().redaction.done[asked.act];
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'words-page': WordsPage;
  }
}

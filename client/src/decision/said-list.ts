import type { ComparisonView, DossierView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { changeTitle } from '../comparing/change-title.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { refusal } from '../elements/states.ts';
import { Resource } from '../stores/resource.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import { discussedPairs, type Said, saidIn } from './said.ts';
import '../styles/comparing.css';

/** What was asked and advised about the changes, gathered for who decides; each leads to its change. */
@customElement('said-list')
export class SaidList extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) view: DossierView | null = null;
  #said: Resource<readonly Said[]> | null = null;
  /** Version of the dossier that was read for. */
  #read = -1;

  constructor() {
    super();
    new StoreController(this, () => this.#resource());
  }

  #resource(): Resource<readonly Said[]> | null {
    const { stores, view } = this;
    if (!stores || !view || this.#said) return this.#said;
    this.#said = new Resource(async () => {
      const waiting = [...discussedPairs(this.view ?? view)];
      const found: ComparisonView[] = [];
      // Two at a time: each may be the work of a whole comparison, and the page is read meanwhile.
      const fetchSome = async () => {
        for (let pair = waiting.shift(); pair !== undefined; pair = waiting.shift()) {
          found.push(await stores.client.comparison(pair.before, pair.after, pair.document));
        }
      };
      await Promise.all([fetchSome(), fetchSome()]);
      return saidIn(found);
    });
    this.#read = view.version;
    void this.#said.load();
    return this.#said;
  }

  /** What is asked or answered meanwhile stands here without a reload. */
  protected override willUpdate(): void {
    const version = this.view?.version;
    if (this.#said === null || version === undefined || version === this.#read) return;
    this.#read = version;
    void this.#said.load();
  }

  override render() {
    const state = this.#said?.state;
    if (!state || !this.view || discussedPairs(this.view).length === 0) return nothing;
    const { decision, shell } = words();
    const { value, failure } = state;
    return html`<section aria-labelledby="t-besproken">
      <div class="section-head">
        <h3 id="t-besproken">${decision.said}</h3>
        ${value === null ? nothing : html`<span class="end num">${value.length}</span>`}
      </div>
      ${
        value !== null
          ? value.length === 0
            ? html`<p class="small quiet nothing-yet">${decision.nothingSaid}</p>`
            : html`<ul class="lines said-lines">
                ${value.map((one) => this.#one(one))}
              </ul>`
          : failure !== null
            ? refusal(failure)
            : html`<p class="small quiet" role="status">${shell.loading}</p>`
      }
    </section>`;
  }

  #one({ remark, answers, waits, change, between, href }: Said) {
    const { compare, dates, decision, reviewing, vocabulary } = words();
    const label = change?.after?.label || change?.before?.label || compare.beforeFirstHeading;
    return html`<li>
      <p class="comment-head">
        <span class="plain-tag">${vocabulary.remarkKinds[remark.kind]}</span><span class="from">${remark.by.name}</span
        ><span class="quiet">${dates.day(remark.at)}</span>
      </p>
      ${this.#body(remark.body)}
      ${answers.map(
        (answer) =>
          html`<div class="follow is-answer">
            <p class="comment-head">
              ${sign('antw')}<span class="from">${reviewing.answer.by(answer.by.name)}</span
              ><span class="quiet">${dates.day(answer.at)}</span>
            </p>
            ${this.#body(answer.body)}
          </div>`,
      )}
      ${waits ? html`<p class="small waits">${sign('clock')}${reviewing.answer.waiting}</p>` : nothing}
      <p class="small">
        <a href=${href}>${label}${change === null ? nothing : html`: ${changeTitle(change, words()).toLowerCase()}`}</a>
        <span class="quiet"
          >${decision.saidBetween(
            vocabulary.documentKinds[this.#kind(between.document)],
            between.before.number,
            between.after?.number ?? '',
          )}</span
        >
      </p>
    </li>`;
  }

  #body(body: string | null) {
    return html`<p class="said-text">${body ?? html`<span class="quiet">${words().processing.erased}</span>`}</p>`;
  }

  #kind(document: string) {
    return this.view?.documents.find(({ id }) => id === document)?.kind ?? 'opleiderdocument';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'said-list': SaidList;
  }
}

import type { ComparisonView, DocumentView, DossierView } from '@draagvlak/contract/client';
import type { CommandType, DossierRole } from '@draagvlak/procedure';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { deliberately } from '../controllers/deliberate-choice.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { empty, failed, loading } from '../elements/states.ts';
import '../shell/dossier-head.ts';
import type { Outcome } from '../stores/dossier-store.ts';
import { failureOf } from '../stores/failure.ts';
import { Resource } from '../stores/resource.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import { type Pair, pairOf } from './pair.ts';
import './comparing-desk.ts';
import type { ComparingActs } from './comparing-desk.ts';
import type { ChangeRights } from './why-pane.ts';

/** Who answers what the steering group asks. */
const COMMITTEE: readonly DossierRole[] = ['wbc-member', 'wbc-chair', 'secretary'];

/** The comparing room: finds the two sides, fetches their comparison and keeps it fresh. */
@customElement('comparing-room')
export class ComparingRoom extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property() dossierId = '';
  @property() documentId = '';
  /** Version ids out of the address; `to` may be `draft`. */
  @property({ attribute: false }) from: string | null = null;
  @property({ attribute: false }) to: string | null = null;
  /** `query` is what the address asked for when this pair was opened. */
  #current: (Pair & { readonly view: Resource<ComparisonView>; readonly query: URLSearchParams }) | null = null;
  #acts: ComparingActs | null = null;
  #stopListening: (() => void) | null = null;

  constructor() {
    super();
    new StoreController(this, () => this.#store());
    new StoreController(this, () => this.#current?.view ?? null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    this.#stopListening = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { stores } = this;
    const store = this.#store();
    const dossier = store?.view ?? null;
    if (changed.has('documentId')) this.#current = null;
    if (stores === null || store === null || dossier === null) return;
    this.#stopListening ??= store.onChange(() => void this.#current?.view.load());
    const pair = this.#pair(dossier);
    if (pair === null || (pair.before === this.#current?.before && pair.after === this.#current.after)) return;
    const view = new Resource(() => stores.client.comparison(pair.before, pair.after, this.documentId));
    this.#current = { ...pair, view, query: new URLSearchParams(location.search) };
    this.#acts = null;
    void view.load();
  }

  override render() {
    const store = this.#store();
    if (store === null) return nothing;
    const { value: dossier, status, failure } = store.state;
    if (dossier === null) {
      return status === 'failed' && failure !== null ? failed(failure, () => void store.reload()) : loading();
    }
    return html`<dossier-head
        .stores=${this.stores}
        .route=${{
          page: 'comparing',
          dossier: this.dossierId,
          document: this.documentId,
          before: this.from,
          after: this.to,
        }}
        .facts=${this.#pickers(dossier)}
        .end=${this.#end(dossier)}
      ></dossier-head>
      ${this.#room(dossier)}`;
  }

  #room(dossier: DossierView) {
    const { comparing } = words();
    const current = this.#current;
    if (current === null) return html`<div class="wrap">${empty(comparing.tooFew, comparing.tooFewWhy)}</div>`;
    const { value: comparison, failure } = current.view.state;
    if (comparison === null) {
      return failure === null ? loading() : failed(failure, () => void current.view.load());
    }
    return keyed(
      `${current.before} ${current.after}`,
      html`<comparing-desk
        .comparison=${comparison}
        .acts=${this.#doing(current)}
        .may=${this.#rights(dossier, comparison)}
        .impacts=${dossier.impact?.sections ?? []}
        .decidesOn=${this.#decidesOn(dossier, current)}
        .names=${{ before: comparison.before.number, after: comparison.after?.number ?? comparing.draft }}
        .query=${current.query}
      ></comparing-desk>`,
    );
  }

  #rights(dossier: DossierView, comparison: ComparisonView): ChangeRights {
    // Of the text of another dossier, this one explains only what it changed in it; a text it did not begin with, not.
    const own = comparison.before.document === comparison.document;
    const isBase = this.#document(dossier)?.inForce?.base === true;
    const may = (wanted: CommandType) =>
      (own || (isBase && wanted === 'attach-ground')) &&
      dossier.allowed.some(({ command, refusal }) => command === wanted && refusal === null);
    const remark = may('remark-on-change') && comparison.after !== null;
    const committee = dossier.roles.some((role) => COMMITTEE.includes(role));
    return { attach: may('attach-ground'), settle: may('settle-finding'), remark, answer: remark && committee };
  }

  /** The kind of document, where this comparison leads to what the reader decides on now. */
  #decidesOn(dossier: DossierView, { after }: Pair): string | null {
    const document = this.#document(dossier);
    const may = dossier.allowed.some(({ command, refusal }) => command === 'decide' && refusal === null);
    if (!may || document === undefined || document.versions.at(-1)?.id !== after) return null;
    return words().vocabulary.documentKinds[document.kind].toLowerCase();
  }

  #pickers(dossier: DossierView) {
    const { comparing, dates } = words();
    const document = this.#document(dossier);
    const current = this.#current;
    if (document === undefined || current === null) return nothing;
    const options = (chosen: string, from: boolean) =>
      html`${
        from && document.inForce?.mayCompare === true
          ? html`<option value=${document.inForce.version} .selected=${document.inForce.version === chosen}>
              ${comparing.inForce(document.inForce.number)}
            </option>`
          : nothing
      }${document.versions.map(
        ({ id, number, frozenAt }) =>
          html`<option
            value=${id}
            .selected=${id === chosen}
            ?disabled=${id === (from ? current.after : current.before)}
          >
            ${comparing.version(number, dates.day(frozenAt))}
          </option>`,
      )}${
        from || document.draft === null
          ? nothing
          : html`<option value="draft" .selected=${chosen === 'draft'}>${comparing.draft}</option>`
      }`;
    const pickBefore = deliberately((before) => this.#go(before, current.after));
    const pickAfter = deliberately((after) => this.#go(current.before, after));
    return html`<span class="pair"
      >${comparing.pair.before}
      <select aria-label=${comparing.pair.from} @change=${pickBefore} @keydown=${pickBefore} @blur=${pickBefore}>
        ${options(current.before, true)}
      </select>
      ${comparing.pair.after}
      <select aria-label=${comparing.pair.to} @change=${pickAfter} @keydown=${pickAfter} @blur=${pickAfter}>
        ${options(current.after, false)}
      </select></span
    >`;
  }

  #end(dossier: DossierView) {
    const { comparing } = words();
    const current = this.#current;
    if (current === null) return nothing;
    const mayDecide =
      dossier.allowed.some(({ command }) => command === 'decide') && this.#decidesOn(dossier, current) === null;
    return html`${
      current.after === 'draft'
        ? html`<button class="button small" type="button" @click=${() => void current.view.load()}>
            ${comparing.refresh}
          </button>`
        : html`<a class="button small" href=${`/was-wordt/${current.before}/${current.after}`}
            >${sign('table')}${comparing.wasWordt}</a
          >`
    }
    ${
      mayDecide
        ? html`<a class="button small primary" href=${`/dossiers/${dossier.id}/besluit`}>${comparing.decide}</a>`
        : nothing
    }`;
  }

  /** Another pair is another address, so that it can be sent to somebody. */
  #go(before: string, after: string): void {
    const query = new URLSearchParams({ van: before, naar: after });
    history.pushState(null, '', `${location.pathname}?${query.toString()}`);
    this.from = before;
    this.to = after;
    dispatchEvent(new PopStateEvent('popstate'));
  }

  #doing({ before, after }: Pair): ComparingActs | null {
    const store = this.#store();
    const { stores } = this;
    if (store === null || stores === null) return null;
    this.#acts ??= {
      command: async (command) => {
        const outcome = await store.act(command);
        if (outcome.done) await this.#current?.view.load();
        return outcome;
      },
      markRead: async (change, read): Promise<Outcome> => {
        try {
          await stores.client.markRead({ before, after, document: this.documentId, change, read });
          return { done: true };
        } catch (error) {
          return { done: false, failure: failureOf(error) };
        }
      },
      imageUrl: (blob) => stores.client.fileUrl(this.dossierId, blob),
      address: (query) => history.replaceState(history.state, '', `${location.pathname}?${query.toString()}`),
    };
    return this.#acts;
  }

  #document(dossier: DossierView): DocumentView | undefined {
    return dossier.documents.find(({ id }) => id === this.documentId);
  }

  #pair(dossier: DossierView): Pair | null {
    const document = this.#document(dossier);
    return document === undefined ? null : pairOf(document, this.from, this.to);
  }

  #store() {
    return this.dossierId === '' ? null : (this.stores?.dossier(this.dossierId) ?? null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comparing-room': ComparingRoom;
  }
}

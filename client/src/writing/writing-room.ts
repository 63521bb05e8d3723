import type { DocumentView, DossierView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { afterTyping } from '../editor/after-typing.ts';
import { derived } from '../editor/derived.ts';
import { peopleHere, saveState } from '../editor/draft-status.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { failed, loading } from '../elements/states.ts';
import { serverSchema } from '../stores/server-schema.ts';
import type { Stores } from '../stores/stores.ts';
import { allWords, firstWords } from '../stores/words.ts';
import '../shell/dossier-head.ts';
import './writing-desk.ts';

/** The writing room: finds the dossier and its draft, and offers to begin when there is none. */
@customElement('writing-room')
export class WritingRoom extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property() dossierId = '';
  @property() documentId = '';
  /** What the bar was drawn from last. */
  #drawn: readonly unknown[] = [];

  constructor() {
    super();
    new StoreController(this, () => this.#store());
    new StoreController(this, () => this.stores?.session ?? null);
  }

  override render() {
    const session = this.stores?.session.session ?? null;
    const store = this.#store();
    if (store === null || session === null) return nothing;
    const { status, value: dossier, failure } = store.state;
    if (dossier === null) {
      return status === 'failed' && failure !== null ? failed(failure, () => void store.reload()) : loading();
    }
    const document = dossier.documents.find(({ id }) => id === this.documentId) ?? null;
    if (document === null || !document.started) {
      void this.#loadBegin();
      return html`${this.#head(dossier, document)}<begin-writing
          .stores=${this.stores}
          .dossierId=${this.dossierId}
          .documentId=${this.documentId}
          .mayWrite=${document?.mayWrite === true}
        ></begin-writing>`;
    }
    return html`${this.#head(dossier, document)}
      <writing-desk
        .dossier=${dossier}
        .document=${document}
        .session=${session}
        .serverSchema=${this.#schema}
        .keptTexts=${document.draft === null ? null : (this.stores?.keptTexts(dossier.id, document.draft) ?? null)}
        .client=${this.stores?.client ?? null}
        .notes=${
          document.draft === null || !document.mayNote ? null : (this.stores?.notes(dossier.id, document.draft) ?? null)
        }
        @draft-changed=${() => this.#changed()}
        @follow-changed=${() => this.requestUpdate()}
      ></writing-desk>`;
  }

  /** Of the text the bar tells little; at most keys that is the same. */
  #changed(): void {
    const { session, view } = this.querySelector('writing-desk')?.editor ?? {};
    const now = [session?.state, session?.savedAt, session?.present(), view && derived(view.state).structure];
    if (now.every((one, index) => one === this.#drawn[index])) return;
    this.#drawn = now;
    this.requestUpdate();
  }

  /** The bar of the dossier with what only this room knows: whether all is saved, and who is writing. */
  #head(dossier: DossierView, document: DocumentView | null) {
    const { writing } = firstWords();
    const desk = this.querySelector('writing-desk');
    const editor = desk?.editor ?? null;
    const view = editor?.view ?? null;
    const last = document?.versions.at(-1);
    const mayFreeze = dossier.allowed.some(({ command }) => command === 'freeze');
    const status = document?.mayWrite === true ? saveState(editor?.session ?? null) : nothing;
    const people = peopleHere(
      editor?.session?.present() ?? [],
      view === null ? null : derived(view.state).outline,
      desk === null ? null : { person: desk.following, follow: (person) => void desk.follow(person) },
    );
    return html`<dossier-head
      .stores=${this.stores}
      .route=${{ page: 'writing', dossier: this.dossierId, document: this.documentId }}
      .facts=${html`<span class="plain-tag">${writing.draft}</span>${status}`}
      .end=${html`${people}
      ${
        last === undefined
          ? nothing
          : html`<a class="button small" href=${`/lezen/${last.id}`}
              >${sign('eye')}${writing.readFrozen(last.number)}</a
            >`
      }
      ${
        mayFreeze && document?.mayWrite === true
          ? html`<a class="button small primary" href=${`/dossiers/${dossier.id}`}>${sign('lock')}${writing.freeze}</a>`
          : nothing
      }`}
    ></dossier-head>`;
  }

  async #loadBegin(): Promise<void> {
    await afterTyping(() => allWords());
    await afterTyping(() => import('./begin-writing.ts'));
  }

  readonly #schema = () => serverSchema(this.stores);

  #store() {
    return this.dossierId === '' ? null : (this.stores?.dossier(this.dossierId) ?? null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'writing-room': WritingRoom;
  }
}

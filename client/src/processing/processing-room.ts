import {
  createFollowingClient,
  createHandlingClient,
  type DossierView,
  type ReadingView,
  WORKBENCH_LISTS,
  type WorkbenchView,
} from '@draagvlak/contract/client';
import { type Outline, outline } from '@draagvlak/document';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import type { DraftEditor } from '../editor/draft-editor.ts';
import type { Writer } from '../editor/draft-session.ts';
import { peopleHere, saveState } from '../editor/draft-status.ts';
import { derived } from '../editor/derived.ts';
import { LightElement } from '../elements/light-element.ts';
import '../elements/people-here.ts';
import { empty, failed, loading } from '../elements/states.ts';
import '../shell/dossier-head.ts';
import { failureOf } from '../stores/failure.ts';
import { FollowedView } from '../stores/followed-view.ts';
import { Resource } from '../stores/resource.ts';
import { serverSchema } from '../stores/server-schema.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import { AnswersStore } from './answers-store.ts';
import './processing-desk.ts';
import type { WorkbenchActs } from './workbench-acts.ts';
import { unchanged } from './unchanged.ts';
import { rungLine } from './rung-counts.ts';

const handlingClient = createHandlingClient();
const followingClient = createFollowingClient();

interface Bench {
  readonly version: string;
  readonly view: FollowedView<WorkbenchView, 'comments' | 'findings'>;
  readonly text: Resource<ReadingView>;
}

/** The workbench of one document: finds the version that was reacted on and keeps its comments fresh. */
@customElement('processing-room')
export class ProcessingRoom extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property() dossierId = '';
  @property() documentId = '';
  /** Chosen by the reader; else the latest version that was reacted on. */
  @state() private chosen: string | null = null;
  #bench: Bench | null = null;
  #found: DraftEditor | null = null;
  /** The comment that a link names, by id or by number; `null` once it was looked for. */
  #asked: string | null = null;
  #outline: { readonly text: ReadingView; readonly outline: Outline } | null = null;
  #stopListening: (() => void) | null = null;
  #writer: Writer | null = null;
  #acts: WorkbenchActs | null = null;

  constructor() {
    super();
    new StoreController(this, () => this.#store());
    new StoreController(this, () => this.stores?.session ?? null);
    new StoreController(this, () => this.#bench?.view ?? null);
    new StoreController(this, () => this.#bench?.text ?? null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { stores } = this;
    if (changed.has('documentId')) {
      this.#bench = null;
      this.#acts = null;
      this.chosen = null;
      this.#asked = new URLSearchParams(location.search).get('reactie');
    }
    const dossier = this.#store()?.view ?? null;
    if (stores === null || dossier === null) return;
    this.#stopListening ??= this.#listen();
    this.#seek(dossier);
    const version = this.#version(dossier);
    if (version === null || version === this.#bench?.version) return;
    const { client } = stores;
    this.#bench = {
      version,
      view: new FollowedView({
        all: () => client.workbench(version),
        changes: (since) => followingClient.workbenchChanges(version, since),
        lists: WORKBENCH_LISTS,
        again: unchanged,
      }),
      text: new Resource(() => client.version(version)),
    };
    void this.#bench.view.load();
    void this.#bench.text.load();
  }

  override render() {
    const store = this.#store();
    const session = this.stores?.session.session ?? null;
    if (store === null || session === null) return nothing;
    const { value: dossier, status, failure } = store.state;
    if (dossier === null) {
      return status === 'failed' && failure !== null ? failed(failure, () => void store.reload()) : loading();
    }
    return html`<dossier-head
        .stores=${this.stores}
        .route=${{ page: 'processing', dossier: this.dossierId, document: this.documentId }}
        .facts=${this.#facts(dossier)}
        .end=${this.#people()}
      ></dossier-head>
      ${this.#room(dossier)}`;
  }

  #room(dossier: DossierView) {
    const { processing } = words();
    const document = dossier.documents.find(({ id }) => id === this.documentId);
    const session = this.stores?.session.session;
    const bench = this.#bench;
    if (document === undefined || session == null) return nothing;
    if (bench === null) {
      return html`<div class="wrap">${empty(processing.noVersion, processing.noVersionWhy)}</div>`;
    }
    const { value: view, failure } = bench.view.state;
    const { value: text, failure: textFailure } = bench.text.state;
    const problem = view === null ? failure : text === null ? textFailure : null;
    if (problem !== null) {
      return failed(problem, () => {
        void bench.view.load();
        void bench.text.load();
      });
    }
    if (view === null || text === null || this.#asked !== null) return loading();
    if (this.#outline?.text !== text) this.#outline = { text, outline: outline(text.document) };
    if (this.#writer?.person !== session.person) {
      this.#writer = { person: session.person, name: session.name, colour: session.colour };
    }
    return html`<processing-desk
      .comments=${view.comments}
      .bundles=${view.bundles}
      .authors=${view.authors}
      .mayHandle=${view.mayHandle}
      .versionDocument=${text.document}
      .versionOutline=${this.#outline.outline}
      .version=${view.version.id}
      .dossierId=${dossier.id}
      .mayRedact=${dossier.allowed.some(({ command }) => command === 'redact-words')}
      .versionNumber=${view.version.number}
      .document=${document}
      .writer=${this.#writer}
      .session=${session}
      .serverSchema=${this.#schema}
      .keptTexts=${document.draft === null ? null : (this.stores?.keptTexts(dossier.id, document.draft) ?? null)}
      .acts=${this.#doing(document.draft)}
      @draft-changed=${() => this.requestUpdate()}
    ></processing-desk>`;
  }

  #facts(dossier: DossierView) {
    const versions = this.#versions(dossier);
    const { processing } = words();
    const editor = this.#editor();
    const current = this.#bench?.version ?? null;
    const mayWrite = dossier.documents.find(({ id }) => id === this.documentId)?.mayWrite === true;
    return html`${
      versions.length > 1
        ? html`<label class="pair"
            >${processing.versionPicker}
            <select @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}>
              ${versions.map(
                ({ id, number }) => html`<option value=${id} .selected=${id === current}>${number}</option>`,
              )}
            </select></label
          >`
        : nothing
    }
    ${rungLine(this.#bench?.view.value?.comments ?? [])} ${mayWrite ? saveState(editor?.session ?? null) : nothing}`;
  }

  #people() {
    const editor = this.#editor();
    const view = editor?.view ?? null;
    const findings = this.#bench?.view.value?.findings.filter(({ settled }) => settled === null).length ?? 0;
    return html`${
      findings === 0
        ? nothing
        : html`<a class="small" href=${`/dossiers/${this.dossierId}/controle`}
            >${words().processing.findings(findings)}</a
          >`
    }
    ${peopleHere(editor?.session?.present() ?? [], view === null ? null : derived(view.state).outline)}`;
  }

  /** Versions of this document that a round asked reactions on, oldest first. */
  #versions(dossier: DossierView) {
    const inRounds = new Set(dossier.rounds.flatMap(({ versions }) => versions));
    const all = dossier.documents.find(({ id }) => id === this.documentId)?.versions ?? [];
    const asked = all.filter(({ id }) => inRounds.has(id));
    return asked.length > 0 ? asked : all.slice(-1);
  }

  /** A link may name a comment on an earlier text than the last that was reacted on; then that text is shown. */
  #seek(dossier: DossierView): void {
    const comments = this.#bench?.view.state.value?.comments;
    if (this.#asked === null || comments === undefined) return;
    const isHere = comments.some(({ id, number }) => id === this.#asked || number === this.#asked);
    const versions = this.#versions(dossier);
    const earlier = versions[versions.findIndex(({ id }) => id === this.#bench?.version) - 1];
    if (!isHere && earlier !== undefined) {
      this.chosen = earlier.id;
      return;
    }
    this.#asked = null;
    if (!isHere) this.chosen = null;
  }

  #version(dossier: DossierView): string | null {
    const versions = this.#versions(dossier);
    return (versions.find(({ id }) => id === this.chosen) ?? versions.at(-1))?.id ?? null;
  }

  /** One object for as long as the draft is the same, so that the desk sees no change where there is none. */
  #doing(draft: string | null): WorkbenchActs | null {
    const store = this.#store();
    const { stores } = this;
    if (store === null || stores === null) return null;
    const { dossierId } = this;
    this.#acts ??= {
      answers: new AnswersStore(dossierId, handlingClient),
      bulk: async (commands) => {
        const bench = this.#bench;
        const send = (since: string | null) =>
          handlingClient.bulk(
            dossierId,
            commands,
            bench === null || since === null ? null : { version: bench.version, since },
          );
        try {
          return bench === null ? await send(null) : await bench.view.act(send, ({ workbench }) => workbench);
        } catch (error) {
          return failureOf(error);
        }
      },
      seeTalk: (comment, message) => {
        // Unread is a courtesy: when this fails the sign stays, and the next time tells again.
        void handlingClient.seeTalk(dossierId, comment, message).then(() => this.#bench?.view.load(), failureOf);
      },
      command: async (command) => {
        const outcome = await store.act(command);
        // The store told of the new state; this waits until what it changed is here.
        if (outcome.done) await this.#bench?.view.heard(0);
        return outcome;
      },
      applyProposal: async (comment) => {
        if (draft === null) return [];
        try {
          return (await stores.client.applyProposal(draft, comment)).places;
        } catch (error) {
          return failureOf(error);
        }
      },
    };
    return this.#acts;
  }

  /** Everybody's acts come in as what they changed. */
  #listen(): (() => void) | null {
    return this.#store()?.onChange((version) => void this.#bench?.view.heard(version)) ?? null;
  }

  #editor(): DraftEditor | null {
    if (this.#found?.isConnected !== true) this.#found = this.querySelector('draft-editor');
    return this.#found;
  }

  readonly #schema = () => serverSchema(this.stores);

  #store() {
    return this.dossierId === '' ? null : (this.stores?.dossier(this.dossierId) ?? null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'processing-room': ProcessingRoom;
  }
}

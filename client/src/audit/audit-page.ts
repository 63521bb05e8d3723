import type { ComparisonView, DocumentView, DossierCommand, DossierView } from '@draagvlak/contract/client';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../elements/gate-list.ts';
import { empty, failed, loading } from '../elements/states.ts';
import { DossierScreen, pageHead } from '../shell/dossier-screen.ts';
import type { Outcome } from '../stores/dossier-store.ts';
import { Resource } from '../stores/resource.ts';
import { words } from '../stores/words.ts';
import './document-audit.ts';
import '../styles/audit.css';

interface Audited {
  /** What is compared; another pair is another audit. */
  readonly key: string;
  readonly view: Resource<ComparisonView>;
}

/** Promises and deeds of a whole dossier held against each other, to be solved before the next concept is frozen. */
@customElement('audit-page')
export class AuditPage extends DossierScreen {
  readonly #audits = new Map<string, Audited>();
  #stopListening: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    this.#stopListening = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#stopListening ??= this.store?.onChange(() => this.#renew()) ?? null;
  }

  protected override page(view: DossierView): TemplateResult {
    const { audit } = words();
    const documents = view.documents.filter(({ audited }) => audited !== null);
    const gates = view.steps.flatMap((step) => step.gates.filter(({ gate }) => gate === 'audit-settled'));
    return html`<div class="wrap">
      ${pageHead(audit.title, audit.intro)}
      ${
        documents.length === 0
          ? empty(audit.none, audit.noneWhy)
          : html`${gates.length === 0 ? nothing : html`<gate-list .gates=${gates}></gate-list>`}
            ${documents.map((document) => this.#document(view, document))}`
      }
    </div>`;
  }

  #document(view: DossierView, document: DocumentView): TemplateResult | typeof nothing {
    const found = this.#auditOf(document);
    if (found === null) return nothing;
    const { value, failure } = found.view.state;
    if (value === null) return failure ? failed(failure, () => void found.view.load()) : loading();
    return html`<document-audit
      .document=${document}
      .dossier=${view}
      .comparison=${value}
      .command=${(command: DossierCommand) => this.#command(command, found)}
    ></document-audit>`;
  }

  async #command(command: DossierCommand, found: Audited): Promise<Outcome> {
    const { store } = this;
    if (store === null) throw new Error('an act without a dossier');
    const outcome = await store.act(command);
    if (outcome.done) await found.view.load();
    return outcome;
  }

  #auditOf({ id, audited }: DocumentView): Audited | null {
    const { stores } = this;
    if (stores === null || audited === null) return null;
    const key = `${audited.before} ${audited.after}`;
    const known = this.#audits.get(id);
    if (known?.key === key) return known;
    const view = new Resource(() => stores.client.comparison(audited.before, audited.after, id));
    view.subscribe(() => this.requestUpdate());
    const made = { key, view };
    this.#audits.set(id, made);
    void view.load();
    return made;
  }

  #renew(): void {
    for (const { view } of this.#audits.values()) void view.load();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'audit-page': AuditPage;
  }
}

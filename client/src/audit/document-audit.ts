import type { ComparisonView, DocumentView, DossierCommand, DossierView } from '@draagvlak/contract/client';
import type { CommandType } from '@draagvlak/procedure';
import { type Finding, FINDING_KINDS } from '@draagvlak/review';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type ChangeAct, type ChangeActEvent, commandOf } from '../comparing/change-act.ts';
import { type ChangeIndex, indexChanges } from '../comparing/change-index.ts';
import { newId } from '../editor/new-id.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { refusal } from '../elements/states.ts';
import type { Outcome } from '../stores/dossier-store.ts';
import type { Failure } from '../stores/failure.ts';
import { words } from '../stores/words.ts';
import './audit-finding.ts';
import './uncertain-places.ts';
import type { PlaceConfirmedEvent } from './uncertain-places.ts';

/** What does not add up in one document, and whose place is not certain; each can be solved here or leads to where it is. */
@customElement('document-audit')
export class DocumentAudit extends LightElement {
  @property({ attribute: false }) document: DocumentView | null = null;
  @property({ attribute: false }) dossier: DossierView | null = null;
  @property({ attribute: false }) comparison: ComparisonView | null = null;
  @property({ attribute: false }) command: ((command: DossierCommand) => Promise<Outcome>) | null = null;
  /** Key of the finding whose form is open. */
  @state() private open: { readonly finding: string; readonly kind: 'attach' | 'settle' } | null = null;
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  @state() private message = '';
  #index: ChangeIndex | null = null;
  #hadFocus = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('comparison') && this.comparison !== null) this.#index = indexChanges(this.comparison);
    // What is pressed cannot be pressed again meanwhile, and loses the focus by that: nothing else took it.
    this.#hadFocus = this.contains(document.activeElement) || (this.#hadFocus && this.busy);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#hadFocus && changed.has('comparison')) this.#keepFocus();
  }

  /** What had the focus may be gone with the point that was solved, by oneself or by somebody else. */
  #keepFocus(): void {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const heading = this.querySelector<HTMLElement>('h3');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }

  override render() {
    const { document, comparison } = this;
    const index = this.#index;
    if (document === null || document.audited === null || comparison === null || index === null) return nothing;
    const { audit, comparing, vocabulary } = words();
    const ordered = FINDING_KINDS.flatMap((kind) => comparison.findings.filter((one) => one.kind === kind));
    const open = ordered.filter(({ settled }) => settled === null);
    const settled = ordered.filter((one) => one.settled !== null);
    const title = `t-controle-${document.id}`;
    return html`<section class="audit" aria-labelledby=${title}>
      <div class="section-head">
        <h3 id=${title}>
          ${vocabulary.documentKinds[document.kind]}
          <span class="quiet"
            >${audit.between(comparison.before.number, comparison.after?.number ?? comparing.draft)}</span
          >
        </h3>
        <span class="end num">${open.length === 0 ? nothing : audit.open(open.length)}</span>
      </div>
      <p class="hidden-text" role="status">${this.message}</p>
      ${refusal(this.failure)}
      ${
        open.length === 0
          ? html`<p class="notice success">${sign('check')}<span>${audit.fine}</span></p>`
          : this.#kinds(open, comparison, index)
      }
      ${
        settled.length === 0
          ? nothing
          : html`<details class="record">
              <summary>${audit.settledTitle} <span class="num">${settled.length}</span></summary>
              <ul class="findings">
                ${settled.map((finding) => this.#finding(finding, comparison, index))}
              </ul>
            </details>`
      }
      ${
        comparison.after === null
          ? html`<uncertain-places
              .comparison=${comparison}
              .index=${index}
              .rooms=${this.#rooms()}
              ?may=${this.#may('confirm-placement')}
              ?busy=${this.busy}
              @place-confirmed=${(event: PlaceConfirmedEvent) => void this.#place(event)}
            ></uncertain-places>`
          : nothing
      }
    </section>`;
  }

  #kinds(open: readonly Finding[], comparison: ComparisonView, index: ChangeIndex) {
    const { audit, vocabulary } = words();
    const blocking = this.document?.audited?.blocking ?? [];
    return FINDING_KINDS.map((kind) => {
      const these = open.filter((one) => one.kind === kind);
      if (these.length === 0) return nothing;
      return html`<div class="finding-kind">
        <h4>
          ${vocabulary.findings[kind]} <span class="num quiet">${these.length}</span>
          ${blocking.includes(kind) ? html`<span class="plain-tag is-blocking">${audit.blocking}</span>` : nothing}
        </h4>
        <p class="small quiet">${audit.explained[kind]}</p>
        <ul class="findings">
          ${repeat(
            these,
            ({ key }) => key,
            (finding) => this.#finding(finding, comparison, index),
          )}
        </ul>
      </div>`;
    });
  }

  #finding(finding: Finding, comparison: ComparisonView, index: ChangeIndex) {
    return html`<li>
      <audit-finding
        .finding=${finding}
        .comments=${comparison.comments}
        .index=${index}
        .rooms=${this.#rooms()}
        .open=${this.open?.finding === finding.key ? this.open.kind : null}
        ?mayAttach=${this.#may('attach-ground')}
        ?maySettle=${this.#may('settle-finding')}
        ?busy=${this.busy}
        .onOpen=${(kind: 'attach' | 'settle' | null) => (this.open = kind === null ? null : { finding: finding.key, kind })}
        @change-act=${(event: ChangeActEvent) => void this.#act(finding, event.detail)}
      ></audit-finding>
    </li>`;
  }

  /** Where things of this document are looked at. */
  #rooms() {
    const { dossier, document } = this;
    const home = `/dossiers/${dossier?.id ?? ''}`;
    const audited = document?.audited;
    const id = document?.id ?? '';
    return {
      change: (key: string) =>
        `${home}/vergelijken/${id}?${new URLSearchParams({ van: audited?.before ?? '', naar: audited?.after ?? '', wijziging: key }).toString()}`,
      comment: (number: string) => `${home}/verwerken/${id}?reactie=${number}`,
      text: document?.mayWrite === true ? `${home}/schrijven/${id}` : null,
    };
  }

  #may(wanted: CommandType): boolean {
    return this.dossier?.allowed.some(({ command, refusal: no }) => command === wanted && no === null) === true;
  }

  async #act(finding: Finding, act: ChangeAct): Promise<void> {
    const { comparison } = this;
    if (comparison === null || act.act === 'read') return;
    const { audit } = words();
    await this.#send(
      commandOf(act, comparison, finding.change ?? '', newId),
      act.act === 'attach' ? audit.attached : audit.settled,
    );
  }

  async #place({ comment, number, anchor }: PlaceConfirmedEvent): Promise<void> {
    await this.#send({ type: 'confirm-placement', comment, target: 'draft', anchor }, words().audit.placeSaved(number));
  }

  async #send(command: DossierCommand, done: string): Promise<void> {
    if (this.command === null || this.busy) return;
    this.busy = true;
    this.failure = null;
    const outcome = await this.command(command);
    this.busy = false;
    if (!outcome.done) {
      this.failure = outcome.failure;
      return;
    }
    this.open = null;
    this.message = done;
    await this.updateComplete;
    this.#keepFocus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'document-audit': DocumentAudit;
  }
}

import type { Finding } from '@draagvlak/review';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../comparing/change-form.ts';
import type { ChangeIndex, ComparedComment } from '../comparing/change-index.ts';
import { changeTitle } from '../comparing/change-title.ts';
import { commentHead, dispositionOf } from '../comparing/compared-comment.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { smallDiff } from '../elements/small-diff.ts';
import { words } from '../stores/words.ts';

/** Addresses of what a finding is about. */
export interface FindingRooms {
  readonly change: (key: string) => string;
  readonly comment: (number: string) => string;
  /** The living text; `null` for who does not write it. */
  readonly text: string | null;
}

/** One thing that does not add up: the promise, the deed, and what can be done about it. */
@customElement('audit-finding')
export class AuditFinding extends LightElement {
  @property({ attribute: false }) finding: Finding | null = null;
  @property({ attribute: false }) comments: readonly ComparedComment[] = [];
  @property({ attribute: false }) index: ChangeIndex | null = null;
  @property({ attribute: false }) rooms: FindingRooms | null = null;
  /** The form that is open here. */
  @property({ attribute: false }) open: 'attach' | 'settle' | null = null;
  @property({ type: Boolean }) mayAttach = false;
  @property({ type: Boolean }) maySettle = false;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) onOpen: (kind: 'attach' | 'settle' | null) => void = () => {};

  override render() {
    const { finding, index } = this;
    if (finding === null || index === null) return nothing;
    const comment = this.comments.find(({ id }) => id === finding.comment);
    return html`<article class="finding" data-kind=${finding.kind}>
      ${comment === undefined ? nothing : this.#promise(comment)} ${this.#deed(finding, index)}
      ${
        finding.settled === null
          ? nothing
          : html`<p class="small">${sign('check')} ${words().comparing.settled(finding.settled)}</p>`
      }
      ${this.open === null ? this.#acts(finding, comment) : this.#form(finding, index)}
    </article>`;
  }

  #promise(comment: ComparedComment) {
    const { comparing } = words();
    return html`${commentHead(comment, comment.by.organisation ?? comment.by.name)}
      <p class="small">${comment.body}</p>
      <p class="small">
        ${dispositionOf(comment, this.comments)}
        ${
          comment.standing?.motivation == null
            ? nothing
            : html`<span class="quiet">${comparing.motivation}</span> ${comment.standing.motivation}`
        }
      </p>`;
  }

  #deed(finding: Finding, index: ChangeIndex) {
    const known = finding.change === null ? undefined : index.byKey.get(finding.change);
    const section =
      finding.node === null ? null : (index.after.section(finding.node) ?? index.after.sectionOf(finding.node));
    const place = known?.label || [section?.number, section?.title].filter((part) => part != null).join(' ');
    return html`<p class="finding-place">
        ${place === '' ? nothing : html`<b>${place}</b>`}
        ${known === undefined ? nothing : html`<span class="quiet">${changeTitle(known.change, words()).toLowerCase()}</span>`}
        ${finding.text === null ? nothing : html`<q>${finding.text}</q>`}
      </p>
      ${
        known === undefined
          ? nothing
          : html`<p class="finding-text">
              ${smallDiff(known.change.before?.text ?? '', known.change.after?.text ?? '')}
            </p>`
      }`;
  }

  #acts(finding: Finding, comment: ComparedComment | undefined) {
    const { audit } = words();
    const { rooms } = this;
    const open = finding.settled === null;
    return html`<div class="buttons">
      ${
        open && finding.kind === 'change-without-ground' && this.mayAttach
          ? html`<button class="button small" type="button" data-act="attach" @click=${() => this.onOpen('attach')}>
              ${sign('plus')}${audit.attach}
            </button>`
          : nothing
      }
      ${
        open && this.maySettle
          ? html`<button class="button small" type="button" data-act="settle" @click=${() => this.onOpen('settle')}>
              ${sign('check')}${audit.settle}
            </button>`
          : nothing
      }
      ${finding.change === null || rooms === null ? nothing : html`<a class="small" href=${rooms.change(finding.change)}>${audit.toChange}</a>`}
      ${comment === undefined || rooms === null ? nothing : html`<a class="small" href=${rooms.comment(comment.number)}>${audit.toComment}</a>`}
      ${finding.kind === 'words-remain' && rooms?.text != null ? html`<a class="small" href=${rooms.text}>${audit.toText}</a>` : nothing}
    </div>`;
  }

  #form(finding: Finding, index: ChangeIndex) {
    const known = finding.change === null ? undefined : index.byKey.get(finding.change);
    const near = new Set(known?.links.map(({ comment }) => comment));
    const living = this.comments.filter(({ withdrawnAt }) => withdrawnAt === null);
    return html`<change-form
      .form=${this.open === 'attach' ? { kind: 'attach' } : { kind: 'settle', finding }}
      .comments=${[...living.filter(({ id }) => near.has(id)), ...living.filter(({ id }) => !near.has(id))]}
      ?busy=${this.busy}
      .onCancel=${() => this.#close()}
    ></change-form>`;
  }

  #close(): void {
    const act = this.open;
    this.onOpen(null);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-act=${act ?? 'settle'}]`)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'audit-finding': AuditFinding;
  }
}

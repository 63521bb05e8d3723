import type { DossierView } from '@draagvlak/contract/client';
import type { Finding } from '@draagvlak/review';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { type ChangeAct, ChangeActEvent } from './change-act.ts';
import { changeFacts } from './change-facts.ts';
import './change-form.ts';
import type { ChangeFormKind } from './change-form.ts';
import type { ChangeIndex, ComparedComment, KnownChange } from './change-index.ts';
import { commentWords } from './compared-comment.ts';
import { impactNotes, impactOn } from './impact-notes.ts';
import { remarkThread } from './remark-thread.ts';

/** What the reader may add here, now. */
export interface ChangeRights {
  readonly attach: boolean;
  readonly settle: boolean;
  readonly remark: boolean;
  readonly answer: boolean;
}

/** Why a change was made: by whom, when, for which comments and with what decision; and what people ask about it. */
@customElement('why-pane')
export class WhyPane extends LightElement {
  @property({ attribute: false }) known: KnownChange | null = null;
  @property({ attribute: false }) index: ChangeIndex | null = null;
  /** What kind of change it is, in words. */
  @property() what = '';
  /** Every comment on the first version, to choose a ground from. */
  @property({ attribute: false }) comments: readonly ComparedComment[] = [];
  @property({ attribute: false }) impacts: NonNullable<DossierView['impact']>['sections'] = [];
  @property({ attribute: false }) may: ChangeRights = { attach: false, settle: false, remark: false, answer: false };
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) refusals: readonly string[] = [];
  @property({ attribute: false }) onClose: () => void = () => {};
  @state() private form: ChangeFormKind | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('known') as KnownChange | null | undefined;
    if (changed.has('known') && before?.change.key !== this.known?.change.key) this.form = null;
  }

  /** Puts an open form away after it was sent; the focus stays in the pane. */
  close(): void {
    if (this.form === null) return;
    this.form = null;
    this.focusHeading();
  }

  /** Brings somebody without a mouse here. */
  focusHeading(): void {
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  override render() {
    const { comparing, shell } = words();
    const { known, index } = this;
    if (known === null || index === null) return nothing;
    return html`<div class="pane-head pane-head-row">
        <h2 id="waarom-kop" tabindex="-1">${comparing.why(known.number)}</h2>
        <label class="choice seen"
          ><input
            type="checkbox"
            aria-keyshortcuts="G"
            .checked=${known.read}
            @change=${(event: Event) => this.#act({ act: 'read', read: (event.target as HTMLInputElement).checked })}
          /><span class="small">${comparing.markRead}</span></label
        >
        <button class="button small icon plain" type="button" aria-label=${shell.close} @click=${() => this.onClose()}>
          ${sign('x')}
        </button>
      </div>
      <div class="pane-body stack why">
        <p class="why-title">
          ${this.what}${known.label === '' ? nothing : html`<span class="quiet">, ${known.label}</span>`}
        </p>
        ${changeFacts(known, this.comments)} ${known.findings.map((finding) => this.#finding(finding))}
        ${impactNotes(impactOn(known.change, index, this.impacts), index)} ${this.#behind(known, index)}
        ${this.#nearby(known, index)}
        ${remarkThread(known.remarks, this.may.answer ? (about) => this.#open({ kind: 'answer', about }) : null)}
        ${this.#refused()} ${this.form === null ? this.#buttons(known) : this.#form(known)}
      </div>`;
  }

  #finding(finding: Finding) {
    const { comparing, vocabulary } = words();
    if (finding.settled !== null) {
      return html`<p class="notice success">
        ${sign('check')}<span><b>${vocabulary.findings[finding.kind]}.</b> ${comparing.settled(finding.settled)}</span>
      </p>`;
    }
    return html`<div class="notice warning">
      ${sign('warn')}
      <div>
        <p>
          ${this.#numberOf(finding)}<b>${vocabulary.findings[finding.kind]}.</b>${finding.text === null ? nothing : html` ‘${finding.text}’`}
        </p>
        ${
          this.may.settle
            ? html`<div class="buttons">
                <button class="button small" type="button" @click=${() => this.#open({ kind: 'settle', finding })}>
                  ${comparing.settle}
                </button>
              </div>`
            : nothing
        }
      </div>
    </div>`;
  }

  #numberOf({ comment }: Finding) {
    const about = this.comments.find(({ id }) => id === comment);
    return about === undefined ? nothing : html`<b class="num">${about.number}</b> `;
  }

  #behind({ comments }: KnownChange, index: ChangeIndex) {
    const { comparing } = words();
    if (comments.length === 0) return html`<p class="small quiet">${comparing.noComments}</p>`;
    const objections = comments.filter(({ kind }) => kind === 'objection').length;
    // An objection that upholds an earlier reaction stands under it.
    const top = comments.filter(({ follows }) => !comments.some(({ id }) => id === follows));
    return html`<h3 class="why-h">${comparing.behind(comments.length, objections)}</h3>
      <div class="lines minis">
        ${top.map((comment) =>
          this.#comment(
            comment,
            comments.filter(({ follows }) => follows === comment.id),
            index,
          ),
        )}
      </div>`;
  }

  /** What others asked of the same words, so that who decides sees both sides. */
  #nearby({ nearby }: KnownChange, index: ChangeIndex) {
    if (nearby.length === 0) return nothing;
    return html`<h3 class="why-h">${words().comparing.nearby(nearby.length)}</h3>
      <div class="lines minis">${nearby.map((comment) => this.#comment(comment, [], index))}</div>`;
  }

  #comment(comment: ComparedComment, follow: readonly ComparedComment[], index: ChangeIndex) {
    const { comments } = this;
    return html`<article class="mini" id=${`reactie-${comment.number}`} aria-label=${comment.number}>
      ${commentWords(comment, comment.by.organisation ?? comment.by.name, comments, index)}
      ${follow.map(
        (one) => html`<div class="follow">${commentWords(one, words().comparing.upheld, comments, index)}</div>`,
      )}
    </article>`;
  }

  #buttons(known: KnownChange) {
    const { comparing } = words();
    const button = (label: string, icon: string, form: ChangeFormKind) =>
      html`<button class="button small" type="button" data-form=${form.kind} @click=${() => this.#open(form)}>
        ${sign(icon)}${label}
      </button>`;
    return html`<div class="buttons">
      ${
        this.may.attach && known.change.category !== 'renumbered'
          ? button(comparing.attach.open, 'plus', { kind: 'attach' })
          : nothing
      }
      ${
        this.may.remark
          ? html`${button(comparing.remarks.question, 'vraag', { kind: 'question' })}
            ${button(comparing.remarks.remark, 'note', { kind: 'remark' })}
            ${button(comparing.remarks.advice, 'antw', { kind: 'advice' })}`
          : nothing
      }
    </div>`;
  }

  #form(known: KnownChange) {
    const near = new Set(known.links.map(({ comment }) => comment));
    const living = this.comments.filter(({ withdrawnAt }) => withdrawnAt === null);
    return html`<change-form
      .form=${this.form}
      .comments=${[...living.filter(({ id }) => near.has(id)), ...living.filter(({ id }) => !near.has(id))]}
      ?busy=${this.busy}
      .onCancel=${() => this.close()}
    ></change-form>`;
  }

  #refused() {
    if (this.refusals.length === 0) return nothing;
    return html`<div class="notice danger" role="alert">
      ${sign('err')}
      <div>${this.refusals.map((sentence) => html`<p>${sentence}</p>`)}</div>
    </div>`;
  }

  #open(form: ChangeFormKind): void {
    this.form = form;
  }

  #act(act: ChangeAct): void {
    this.dispatchEvent(new ChangeActEvent(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'why-pane': WhyPane;
  }
}

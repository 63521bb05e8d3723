import type { ComparisonView } from '@draagvlak/contract/client';
import type { Finding, Link } from '@draagvlak/review';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../elements/disposition-badge.ts';
import { KIND_LOOK } from '../elements/kind-tag.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import type { ComparedComment, KnownChange } from './change-index.ts';

type RemarkKind = 'question' | 'remark' | 'advice';
type Form =
  | { readonly kind: 'attach' }
  | { readonly kind: RemarkKind }
  | { readonly kind: 'settle'; readonly finding: Finding };

/** What the reader adds to a change; the room sends it. */
export type ChangeAct =
  | { readonly act: 'read'; readonly read: boolean }
  | { readonly act: 'attach'; readonly comment: string | null; readonly reason: string }
  | { readonly act: 'settle'; readonly finding: string; readonly reason: string }
  | { readonly act: 'remark'; readonly kind: RemarkKind; readonly body: string };

export class ChangeActEvent extends Event {
  readonly detail: ChangeAct;
  constructor(detail: ChangeAct) {
    super('change-act', { bubbles: true });
    this.detail = detail;
  }
}

/** Why a change was made: by whom, when, for which comments and with what decision; and what people ask about it. */
@customElement('why-pane')
export class WhyPane extends LightElement {
  @property({ attribute: false }) known: KnownChange | null = null;
  /** What kind of change it is, in words. */
  @property() what = '';
  /** Every comment on the first version, to choose a ground from. */
  @property({ attribute: false }) comments: readonly ComparedComment[] = [];
  @property({ attribute: false }) remarks: ComparisonView['remarks'] = [];
  @property({ type: Boolean }) mayAttach = false;
  @property({ type: Boolean }) maySettle = false;
  @property({ type: Boolean }) mayRemark = false;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) refusals: readonly string[] = [];
  /** On a narrow screen the pane lies over the text and can be put away. */
  @property({ attribute: false }) onClose: () => void = () => {};
  @state() private form: Form | null = null;
  @state() private fault: string | null = null;
  @state() private ground = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('known') as KnownChange | null | undefined;
    if (changed.has('known') && before?.change.key !== this.known?.change.key) this.close();
  }

  /** Puts an open form away: after it was sent, or when another change is looked at. */
  close(): void {
    this.form = null;
    this.fault = null;
    this.ground = '';
  }

  override render() {
    const { comparing } = words();
    const { known } = this;
    if (known === null) return html`<div class="pane-body"><p class="quiet">${comparing.choose}</p></div>`;
    return html`<div class="pane-head pane-head-row">
        <h2 id="waarom-kop">${comparing.why(known.number)}</h2>
        <label class="choice seen"
          ><input
            type="checkbox"
            aria-keyshortcuts="G"
            .checked=${known.read}
            @change=${(event: Event) => this.#act({ act: 'read', read: (event.target as HTMLInputElement).checked })}
          /><span class="small">${comparing.markRead}</span></label
        >
        <button
          class="button small icon plain narrow-only"
          type="button"
          aria-label=${words().shell.close}
          @click=${() => this.onClose()}
        >
          ${sign('x')}
        </button>
      </div>
      <div class="pane-body stack why">
        <p class="why-title">
          ${this.what}${known.label === '' ? nothing : html`<span class="quiet">, ${known.label}</span>`}
        </p>
        ${this.#facts(known)} ${known.findings.map((finding) => this.#finding(finding))} ${this.#behind(known)}
        ${this.#nearby(known)} ${this.#remarks(known)} ${this.#refused()}
        ${this.form === null ? this.#buttons(known) : this.#form(known)}
      </div>`;
  }

  #facts(known: KnownChange) {
    const { comparing, compare, dates, numbers } = words();
    const names = known.people.map(({ name, organisation }) => (name === '' ? (organisation ?? '') : name));
    const made = names.length === 0 ? comparing.unknownAuthor : numbers.list(names);
    const when =
      known.first === null || known.last === null
        ? null
        : dates.day(known.first) === dates.day(known.last)
          ? dates.day(known.last)
          : dates.period(known.first, known.last);
    const strong = known.links.filter(({ how }) => how !== 'overlap');
    const links = strong.length > 0 ? strong : known.links;
    return html`<dl class="facts-list">
      <dt>${comparing.madeBy}</dt>
      <dd>
        ${made}${
          known.unknown && names.length > 0 ? html` <span class="quiet">(${comparing.partlyUnknown})</span>` : nothing
        }
      </dd>
      ${
        when === null
          ? nothing
          : html`<dt>${comparing.when}</dt>
              <dd>${when}</dd>`
      }
      <dt>${comparing.reason}</dt>
      <dd>
        ${
          links.length === 0
            ? html`<span class="no-ground">${sign('open')}${comparing.noReason}</span>`
            : this.#reasons(links)
        }
        ${known.mixed ? html`<p class="quiet">${comparing.mixed}</p>` : nothing}
      </dd>
      ${
        known.change.editorialRule === null
          ? nothing
          : html`<dt>${comparing.rule}</dt>
              <dd>${compare.rule(known.change.editorialRule)}</dd>`
      }
    </dl>`;
  }

  /** Each comment once, with every way in which we know. */
  #reasons(links: readonly Link[]) {
    const { numbers, vocabulary } = words();
    const byComment = new Map<string | null, Link[]>();
    for (const link of links) byComment.set(link.comment, [...(byComment.get(link.comment) ?? []), link]);
    return [...byComment].map(([comment, all]) => {
      const about = this.comments.find(({ id }) => id === comment);
      const how = [...new Set(all.map((link) => vocabulary.linkGrounds[link.how]))];
      const reasons = all.flatMap(({ reason }) => (reason === null ? [] : [reason]));
      return html`<p>
        ${about === undefined ? vocabulary.ownInitiative : about.number}
        <span class="quiet">(${numbers.list(how)})</span>${reasons.map(
          (reason) => html`<br /><span class="own-reason">${reason}</span>`,
        )}
      </p>`;
    });
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
          this.maySettle
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

  #behind({ comments }: KnownChange) {
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
          ),
        )}
      </div>`;
  }

  /** What others asked of the same words, so that who decides sees both sides. */
  #nearby({ nearby }: KnownChange) {
    if (nearby.length === 0) return nothing;
    return html`<h3 class="why-h">${words().comparing.nearby(nearby.length)}</h3>
      <div class="lines minis">${nearby.map((comment) => this.#comment(comment, []))}</div>`;
  }

  #comment(comment: ComparedComment, follow: readonly ComparedComment[]) {
    return html`<article class="mini" id=${`reactie-${comment.number}`} aria-label=${comment.number}>
      ${this.#words(comment, comment.by.organisation ?? comment.by.name)}
      ${follow.map((one) => html`<div class="follow">${this.#words(one, words().comparing.upheld)}</div>`)}
    </article>`;
  }

  #words(comment: ComparedComment, from: string) {
    const { comparing, processing, vocabulary } = words();
    const look = KIND_LOOK[comment.kind];
    const { standing } = comment;
    const into = standing?.into == null ? undefined : this.comments.find(({ id }) => id === standing.into);
    return html`<p class="comment-head">
        <b class="num">${comment.number}</b><span class="from">${from}</span
        ><span class=${`kind-${look.name}`}
          >${sign(look.sign)}<span class="hidden-text">${vocabulary.commentKinds[comment.kind]}</span></span
        >
      </p>
      <p>${comment.body ?? html`<span class="quiet">${processing.erased}</span>`}</p>
      <p>
        <disposition-badge
          .kind=${standing?.kind ?? null}
          .mergedWith=${into?.number ?? null}
          ?withdrawn=${comment.withdrawnAt !== null}
          ?proposed=${standing !== null && standing.confirmedAt === null}
        ></disposition-badge>
      </p>
      ${
        standing === null || standing.motivation === null
          ? nothing
          : html`<p class="small"><span class="quiet">${comparing.motivation}</span> ${standing.motivation}</p>`
      }`;
  }

  #remarks({ change }: KnownChange) {
    const { comparing, dates, vocabulary, processing } = words();
    const here = this.remarks.filter((remark) => remark.change === change.key);
    if (here.length === 0) return nothing;
    return html`<h3 class="why-h">${comparing.remarks.title}</h3>
      <div class="lines minis">
        ${here.map(
          (remark) =>
            html`<article class="mini">
              <p class="comment-head">
                <span class="plain-tag">${vocabulary.remarkKinds[remark.kind]}</span
                ><span class="from">${remark.by.name}</span><span class="quiet">${dates.day(remark.at)}</span>
              </p>
              <p>${remark.body ?? html`<span class="quiet">${processing.erased}</span>`}</p>
            </article>`,
        )}
      </div>`;
  }

  #buttons(known: KnownChange) {
    const { comparing } = words();
    const button = (label: string, icon: string, form: Form) =>
      html`<button class="button small" type="button" @click=${() => this.#open(form)}>${sign(icon)}${label}</button>`;
    return html`<div class="buttons">
      ${
        this.mayAttach && known.change.category !== 'renumbered'
          ? button(comparing.attach.open, 'plus', { kind: 'attach' })
          : nothing
      }
      ${
        this.mayRemark
          ? html`${button(comparing.remarks.question, 'vraag', { kind: 'question' })}
            ${button(comparing.remarks.remark, 'note', { kind: 'remark' })}
            ${button(comparing.remarks.advice, 'antw', { kind: 'advice' })}`
          : nothing
      }
    </div>`;
  }

  #form(known: KnownChange) {
    const { form } = this;
    const { comparing, shell } = words();
    if (form === null) return nothing;
    const attach = form.kind === 'attach';
    const label = attach
      ? comparing.attach.reason
      : form.kind === 'settle'
        ? comparing.settleReason
        : comparing.remarks.body[form.kind];
    const wrong = this.fault !== null;
    return html`<form class="form stack" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      ${attach ? this.#grounds(known) : nothing}
      <div class=${wrong ? 'field has-error' : 'field'}>
        <label for="waarom-tekst">${label}</label>
        ${attach ? html`<span class="hint" id="waarom-uitleg">${comparing.attach.reasonHint}</span>` : nothing}
        ${wrong ? html`<p class="error-text" role="alert">${sign('err')}${this.fault}</p>` : nothing}
        <textarea
          id="waarom-tekst"
          name="text"
          rows="3"
          aria-invalid=${wrong ? 'true' : nothing}
          aria-describedby=${attach ? 'waarom-uitleg' : nothing}
        ></textarea>
      </div>
      <div class="buttons">
        <button class="button primary" type="submit" ?disabled=${this.busy}>
          ${attach ? comparing.attach.save : form.kind === 'settle' ? comparing.settle : comparing.remarks.save}
        </button>
        <button class="button plain" type="button" @click=${() => this.close()}>${shell.cancel}</button>
      </div>
    </form>`;
  }

  /** Comments near the change first: those that overlap it. */
  #grounds(known: KnownChange) {
    const { comparing } = words();
    const near = new Set(known.links.map(({ comment }) => comment));
    const living = this.comments.filter(({ withdrawnAt }) => withdrawnAt === null);
    const ordered = [...living.filter(({ id }) => near.has(id)), ...living.filter(({ id }) => !near.has(id))];
    return html`<div class="field">
      <label for="waarom-grond">${comparing.attach.ground}</label>
      <select id="waarom-grond" @change=${(event: Event) => (this.ground = (event.target as HTMLSelectElement).value)}>
        <option value="" .selected=${this.ground === ''}>${comparing.attach.own}</option>
        ${ordered.map(
          ({ id, number, by }) =>
            html`<option value=${id} .selected=${this.ground === id}>${number} ${by.organisation ?? by.name}</option>`,
        )}
      </select>
    </div>`;
  }

  #refused() {
    if (this.refusals.length === 0) return nothing;
    return html`<div class="notice danger" role="alert">
      ${sign('err')}
      <div>${this.refusals.map((sentence) => html`<p>${sentence}</p>`)}</div>
    </div>`;
  }

  #open(form: Form): void {
    this.form = form;
    this.fault = null;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('form select, form textarea')?.focus());
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const { form } = this;
    const { comparing } = words();
    const text = String(new FormData(event.target as HTMLFormElement).get('text') ?? '').trim();
    if (form === null) return;
    if (form.kind === 'attach') {
      const comment = this.ground === '' ? null : this.ground;
      if (comment === null && text === '') return void (this.fault = comparing.attach.required);
      return this.#act({ act: 'attach', comment, reason: text });
    }
    if (text === '') return void (this.fault = comparing.remarks.required);
    if (form.kind === 'settle') return this.#act({ act: 'settle', finding: form.finding.key, reason: text });
    this.#act({ act: 'remark', kind: form.kind, body: text });
  }

  #act(act: ChangeAct): void {
    this.dispatchEvent(new ChangeActEvent(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'why-pane': WhyPane;
  }
  interface HTMLElementEventMap {
    'change-act': ChangeActEvent;
  }
}

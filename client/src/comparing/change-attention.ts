import type { Section } from '@draagvlak/document';
import type { Finding } from '@draagvlak/review';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { SectionChosenEvent } from '../elements/document-outline.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { openQuestions } from './change-filter.ts';
import type { ChangeIndex, ComparedComment, KnownChange } from './change-index.ts';
import { changeTitle } from './change-title.ts';
import { ChangeChosenEvent } from './comparison-sheet.ts';

/** How many of a kind are shown before the rest must be asked for. */
const FEW = 6;

/** One change per section: what leads a reader there. */
function firstPerSection(changes: readonly KnownChange[]): readonly KnownChange[] {
  const seen = new Set<string>();
  return changes.filter(({ label }) => !seen.has(label) && seen.add(label));
}

/** What asks for attention: contested, without a reason, not adding up, discussed; each leads to its place. */
@customElement('change-attention')
export class ChangeAttention extends LightElement {
  @property({ attribute: false }) index: ChangeIndex | null = null;
  @property({ attribute: false }) comments: readonly ComparedComment[] = [];
  @state() private unfolded: ReadonlySet<string> = new Set();

  override render() {
    const { comparing, reviewing } = words();
    const { index } = this;
    if (index === null) return nothing;
    const contested = index.changes.filter((known) => known.contested);
    const groundless = index.changes.filter((known) => known.groundless);
    const discussed = index.changes.filter(({ remarks }) => remarks.length > 0);
    const objections = this.comments.filter(
      ({ kind, standing, withdrawnAt, follows }) =>
        kind === 'objection' && follows !== null && standing === null && withdrawnAt === null,
    ).length;
    return html`<dl class="attention">
      ${this.#line('bez', comparing.contested, 'contested', true, [
        ...firstPerSection(contested).map((known) => this.#link(known, false)),
        ...(objections === 0 ? [] : [html`${comparing.openObjections(objections)}`]),
      ])}
      ${this.#line(
        'open',
        comparing.noGround,
        'groundless',
        true,
        groundless.map((known) => this.#link(known, true)),
      )}
      ${this.#line(
        'warn',
        comparing.notRight,
        'doubts',
        false,
        index.doubts.map((finding) => this.#doubt(finding)),
      )}
      ${
        discussed.length === 0
          ? nothing
          : this.#line(
              'antw',
              reviewing.discussed,
              'discussed',
              false,
              discussed.map((known) => html`${this.#link(known, true)}: ${this.#said(known)}`),
            )
      }
      ${
        index.settled === 0
          ? nothing
          : html`<div>
              <dt></dt>
              <dd class="quiet">${comparing.settledCount(index.settled)}</dd>
            </div>`
      }
    </dl>`;
  }

  #line(icon: string, name: string, key: string, inline: boolean, items: readonly TemplateResult[]) {
    const { comparing } = words();
    const all = this.unfolded.has(key);
    const few = all ? items : items.slice(0, FEW);
    return html`<div class=${items.length === 0 ? 'is-fine' : nothing}>
      <dt>${sign(items.length === 0 ? 'check' : icon)}${name}</dt>
      <dd>
        ${
          items.length === 0
            ? comparing.none
            : html`<ul class=${inline ? 'attention-list in-one-line' : 'attention-list'}>
                ${few.map((item) => html`<li>${item}</li>`)}
              </ul>`
        }
        ${
          items.length > few.length
            ? html`<button
                class="linkish"
                type="button"
                @click=${() => (this.unfolded = new Set(this.unfolded).add(key))}
              >
                ${comparing.more(items.length - few.length)}
              </button>`
            : nothing
        }
      </dd>
    </div>`;
  }

  #link(known: KnownChange, what: boolean) {
    const { change, label, partly } = known;
    return html`<a href=${`#change-${change.key}`} @click=${(event: Event) => this.#choose(event, change.key)}
        >${label === '' ? words().compare.beforeFirstHeading : label}</a
      >
      ${what ? html`<span class="quiet">${changeTitle(change, words()).toLowerCase()}</span>` : nothing}${
        partly ? html` <span class="quiet">${words().comparing.partly}</span>` : nothing
      }`;
  }

  #said(known: KnownChange): string {
    const { reviewing, numbers } = words();
    const open = openQuestions(known).length;
    const other = known.remarks.filter(({ kind }) => kind !== 'answer').length - open;
    return numbers.list([
      ...(open === 0 ? [] : [reviewing.questionsOpen(open)]),
      ...(other === 0 ? [] : [reviewing.said(other)]),
    ]);
  }

  #doubt(finding: Finding) {
    const { vocabulary } = words();
    const comment = this.comments.find(({ id }) => id === finding.comment);
    const known = finding.change === null ? undefined : this.index?.byKey.get(finding.change);
    const section = finding.node === null ? null : (this.index?.after.sectionOf(finding.node) ?? null);
    return html`${comment === undefined ? nothing : html`<b class="num">${comment.number}</b> `}${
      vocabulary.findings[finding.kind]
    }${finding.text === null ? nothing : html` ‘${finding.text}’`}${
      known !== undefined
        ? html`: ${this.#link(known, true)}`
        : section === null
          ? nothing
          : html`: ${this.#section(section)}`
    }`;
  }

  #section({ id, number, title }: Section) {
    return html`<a
      href=${`#section-${id}`}
      @click=${(event: Event) => {
        event.preventDefault();
        this.dispatchEvent(new SectionChosenEvent(id));
      }}
      >${[number, title].filter((part) => part !== null).join(' ')}</a
    >`;
  }

  #choose(event: Event, change: string): void {
    event.preventDefault();
    this.dispatchEvent(new ChangeChosenEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'change-attention': ChangeAttention;
  }
}

import type { NoticeView } from '@draagvlak/contract/client';
import { dayOf } from '@draagvlak/procedure';
import { noticeSentence } from '@draagvlak/wording';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { empty, failed, loading, refusal } from '../elements/states.ts';
import { isOurs } from '../shell/routes.ts';
import type { Failure } from '../stores/failure.ts';
import { NoticeStore } from '../stores/notices.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import '../styles/notices.css';
import { byDay } from './days.ts';
import './notice-settings.ts';

/** What happened in my dossiers and what is asked of me, by day and dossier; one press leads to the place. */
@customElement('notices-page')
export class NoticesPage extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) settings = false;
  @state() private onlyNew = false;
  @state() private failure: Failure | null = null;
  @state() private told = '';

  constructor() {
    super();
    new StoreController(this, () => this.stores?.noticesOf(NoticeStore).list ?? null);
  }

  override render() {
    const { bell, notices: sentences } = words();
    return html`<div class="wrap tight notices-page">
      <div class="page-head">
        <div>
          <h1>${bell.title}</h1>
          <p class="quiet">${sentences.intro}</p>
        </div>
        <a class="button small end" href=${this.settings ? '/berichten' : '/berichten/instellingen'}
          >${this.settings ? sentences.back : sentences.settings}</a
        >
      </div>
      ${
        this.settings
          ? html`<notice-settings .client=${this.stores?.noticeClient ?? null}></notice-settings>`
          : this.#list()
      }
    </div>`;
  }

  #list(): TemplateResult {
    const { stores } = this;
    const { notices: sentences } = words();
    const { value, failure } = stores?.noticesOf(NoticeStore).list.state ?? { value: null, failure: null };
    if (value === null)
      return failure ? failed(failure, () => void stores?.noticesOf(NoticeStore).reload()) : loading();
    if (value.notices.length === 0) return empty(sentences.none, sentences.noneText);
    const shown = this.onlyNew ? value.notices.filter(({ unread }) => unread) : value.notices;
    return html`${refusal(this.failure)}
      <div class="notices-bar">
        <div class="segmented" role="group" aria-label=${sentences.show}>
          ${[false, true].map(
            (only) =>
              html`<button type="button" aria-pressed=${this.onlyNew === only} @click=${() => (this.onlyNew = only)}>
                ${only ? sentences.onlyNew : sentences.everything}
              </button>`,
          )}
        </div>
        <span class="small quiet" role="status"
          >${this.told !== '' && value.unread === 0 ? this.told : value.unread === 0 ? sentences.allRead : words().bell.unread(value.unread)}</span
        >
        <button
          class="button small"
          type="button"
          aria-disabled=${value.unread === 0}
          @click=${() => value.unread > 0 && void this.#readAll()}
        >
          ${sign('check')}${sentences.markAll}
        </button>
      </div>
      ${shown.length === 0 ? empty(sentences.noneNew, sentences.noneNewText) : this.#days(shown)}
      ${value.more && !this.onlyNew ? html`<p class="small quiet">${sentences.older}</p>` : nothing}`;
  }

  #days(shown: readonly NoticeView[]): TemplateResult {
    return html`${byDay(shown).map(
      ({ day, groups }) =>
        html`<section class="notice-day">
          <h2>${this.#dayName(day)}</h2>
          ${groups.map(
            ({ dossier, title, notices }) =>
              html`<h3><a href=${`/dossiers/${dossier}`}>${title}</a></h3>
                <ul>
                  ${notices.map((notice) => this.#line(notice))}
                </ul>`,
          )}
        </section>`,
    )}`;
  }

  #dayName(day: string): string {
    const { dates, notices: sentences } = words();
    const noon = `${day}T12:00:00Z`;
    const now = Date.now();
    if (day === dayOf(new Date(now).toISOString())) return `${sentences.today}, ${dates.dayAndMonth(noon)}`;
    if (day === dayOf(new Date(now - 86_400_000).toISOString()))
      return `${sentences.yesterday}, ${dates.dayAndMonth(noon)}`;
    return dates.date(noon);
  }

  #line(notice: NoticeView): TemplateResult {
    const { dates, notices: sentences, vocabulary } = words();
    const sentence = noticeSentence(words(), notice, notice.ids.length);
    if (sentence === null) return html``;
    return html`<li class=${notice.unread ? 'notice-line is-new' : 'notice-line'}>
      <a href=${notice.href} @click=${(event: MouseEvent) => void this.#opened(event, notice)}
        >${notice.unread ? html`<span class="notice-new">${sentences.isNew}</span>` : nothing}
        <span>${sentence}</span>
        ${notice.waiting ? html`<span class="plain-tag">${sentences.yourTurn}</span>` : nothing}</a
      >
      <p class="small quiet">
        <time datetime=${notice.at}>${dates.time(notice.at)}</time
        >${notice.by === null ? nothing : html`, ${notice.by.name}`}${
          notice.document === null ? nothing : html`, ${vocabulary.documentKinds[notice.document]}`
        }
      </p>
    </li>`;
  }

  /** Marks it as read on the way. A page of the server tells how many are new: it is asked for after that. */
  async #opened(event: MouseEvent, { unread, ids, href }: NoticeView): Promise<void> {
    if (!unread) return;
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    const waits = !elsewhere && !isOurs(new URL(href, location.href), location.origin);
    if (waits) event.preventDefault();
    await this.stores?.noticesOf(NoticeStore).read(ids);
    if (waits) location.assign(href);
  }

  async #readAll(): Promise<void> {
    this.failure = (await this.stores?.noticesOf(NoticeStore).read(null)) ?? null;
    if (this.failure === null) this.told = words().notices.markedAll;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notices-page': NoticesPage;
  }
}

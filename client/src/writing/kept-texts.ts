import type { KeptTextView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { refusal } from '../elements/states.ts';
import type { Failure } from '../stores/failure.ts';
import type { KeptTexts } from '../stores/kept-texts.ts';
import { words } from '../stores/words.ts';
import '../styles/kept-texts.css';

/** Above the sheet: text of this person that has no place in the draft any more, to be copied or thrown away. */
@customElement('kept-texts')
export class KeptTextsNotice extends LightElement {
  @property({ attribute: false }) store: KeptTexts | null = null;
  @state() private message = '';
  @state() private failure: Failure | null = null;
  #count = 0;

  constructor() {
    super();
    new StoreController(this, () => this.store);
  }

  protected override willUpdate(): void {
    const count = this.store?.state.value?.length ?? 0;
    if (count > this.#count) this.message = words().writing.kept.title;
    this.#count = count;
  }

  override render() {
    const { kept } = words().writing;
    const texts = this.store?.state.value ?? [];
    // What happened is told in a place that stays, also when the last text goes.
    return html`${
        texts.length === 0
          ? nothing
          : html`<section class="notice warning" aria-label=${kept.title}>
              ${sign('warn')}
              <div class="stack">
                <p><b>${kept.title}.</b> ${kept.why}</p>
                ${refusal(this.failure)}
                <ul class="kept-list">
                  ${texts.map((text) => this.#one(text))}
                </ul>
              </div>
            </section>`
      }
      <p class="hidden-text" role="status">${this.message}</p>`;
  }

  #one({ id, text, at }: KeptTextView) {
    const { dates, writing } = words();
    const label = writing.kept.one(`${dates.day(at)}, ${dates.time(at)}`);
    return html`<li class="stack">
      <p class="small quiet" id=${`kept-${id}`}>${label}</p>
      <blockquote tabindex="0" aria-labelledby=${`kept-${id}`}>${text}</blockquote>
      <div class="buttons">
        <button
          class="button small"
          type="button"
          aria-describedby=${`kept-${id}`}
          @click=${(event: Event) => void this.#copy(event, text)}
        >
          ${writing.kept.copy}
        </button>
        <button
          class="button small plain"
          type="button"
          aria-describedby=${`kept-${id}`}
          @click=${() => void this.#discard(id)}
        >
          ${writing.kept.discard}
        </button>
      </div>
    </li>`;
  }

  async #copy(event: Event, text: string): Promise<void> {
    const { kept } = words().writing;
    const shown = (event.currentTarget as HTMLElement).closest('li')?.querySelector('blockquote');
    try {
      await navigator.clipboard.writeText(text);
      this.message = kept.copied;
    } catch {
      // No clipboard on plain http, or not allowed: the text is selected, to be copied by hand.
      if (shown != null) getSelection()?.selectAllChildren(shown);
      this.message = kept.selected;
    }
  }

  async #discard(id: string): Promise<void> {
    this.failure = (await this.store?.letGo(id)) ?? null;
    if (this.failure !== null) return;
    this.message = words().writing.kept.discarded;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.kept-list button')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-texts': KeptTextsNotice;
  }
}

import type { NoticeClient, NoticeSettingsView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { failed, loading, refusal } from '../elements/states.ts';
import { type Failure, failureOf } from '../stores/failure.ts';
import { words } from '../stores/words.ts';

/** Per topic whether one wants to be told of it. A choice is kept at once. */
@customElement('notice-settings')
export class NoticeSettings extends LightElement {
  @property({ attribute: false }) client: NoticeClient | null = null;
  @state() private view: NoticeSettingsView | null = null;
  @state() private failure: Failure | null = null;
  @state() private saved = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    const { notices } = words();
    const { view, failure } = this;
    if (view === null) return failure ? failed(failure, () => void this.#load()) : loading();
    return html`<form class="form notice-settings" @submit=${(event: Event) => event.preventDefault()}>
      ${refusal(failure)}
      <fieldset class="field">
        <legend>${notices.settingsTitle}</legend>
        <p class="hint">${notices.settingsHint}</p>
        ${view.topics.map(
          ({ topic, app }) =>
            html`<label class="choice"
              ><input
                type="checkbox"
                aria-describedby=${`onderwerp-${topic}`}
                .checked=${app}
                @change=${(event: Event) => void this.#choose(topic, (event.target as HTMLInputElement).checked)}
              /><span
                ><b>${notices.topics[topic].name}</b
                ><span class="hint" id=${`onderwerp-${topic}`}>${notices.topics[topic].hint}</span></span
              ></label
            >`,
        )}
      </fieldset>
      <p class="small quiet" role="status">${this.saved ? notices.settingsSaved : nothing}</p>
    </form>`;
  }

  async #load(): Promise<void> {
    this.failure = null;
    try {
      this.view = (await this.client?.noticeSettings()) ?? null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  async #choose(topic: NoticeSettingsView['topics'][number]['topic'], app: boolean): Promise<void> {
    this.saved = false;
    try {
      this.view = (await this.client?.saveNoticeSettings({ topics: [{ topic, app }] })) ?? this.view;
      this.failure = null;
      this.saved = true;
    } catch (error) {
      this.failure = failureOf(error);
      // The box shows what is kept, not what was wished.
      if (this.view) this.view = { topics: [...this.view.topics] };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-settings': NoticeSettings;
  }
}

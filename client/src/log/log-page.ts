import type { LogLine } from '@draagvlak/contract/client';
import { logSentence } from '@draagvlak/wording';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import { failed, loading } from '../elements/states.ts';
import { Resource } from '../stores/resource.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';

/** Every act of a dossier, newest first, with the hash that chains it to the one before. */
@customElement('log-page')
export class LogPage extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) dossierId = '';

  #lines: Resource<readonly LogLine[]> | null = null;
  #stop: (() => void) | null = null;
  constructor() {
    super();
    new StoreController(this, () => this.#resource());
    new StoreController(this, () => this.stores?.dossier(this.dossierId) ?? null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = null;
    this.#lines = null;
  }

  #resource(): Resource<readonly LogLine[]> | null {
    const { stores, dossierId } = this;
    if (!stores || this.#lines) return this.#lines;
    const lines = new Resource(() => stores.client.log(dossierId));
    this.#lines = lines;
    this.#stop = stores.dossier(dossierId).onChange(() => void lines.load());
    void lines.load();
    return lines;
  }

  override render() {
    const lines = this.#resource();
    if (!lines) return nothing;
    const { value, failure } = lines.state;
    if (value === null) return failure ? failed(failure, () => void lines.load()) : loading();
    const { dossier, dates } = words();
    return html`<div class="wrap">
      <div class="page-head">
        <div>
          <h2 class="page-title">${dossier.logTitle}</h2>
          <p class="quiet">${dossier.logHint}</p>
        </div>
        ${
          this.stores?.dossier(this.dossierId).view?.allowed.some(({ command }) => command === 'redact-words')
            ? html`<div class="end">
                <a class="button" href=${`/dossiers/${this.dossierId}/woorden`}>${words().redaction.open}</a>
              </div>`
            : nothing
        }
      </div>
      <div class="table-scroll" tabindex="0" role="region" aria-label=${dossier.logTitle}>
        <table class="data log">
          <caption class="hidden-text">
            ${dossier.logTitle}
          </caption>
          <thead>
            <tr>
              <th scope="col" class="r">#</th>
              <th scope="col">${dossier.logWhen}</th>
              <th scope="col">${dossier.logWho}</th>
              <th scope="col">${dossier.logWhat}</th>
              <th scope="col">${dossier.logHash}</th>
            </tr>
          </thead>
          <tbody>
            ${value.toReversed().map(
              (line) =>
                html`<tr>
                  <td class="r">${line.version}</td>
                  <td class="num nowrap">
                    <time datetime=${line.at}>${dates.short(line.at)} ${dates.time(line.at)}</time>
                  </td>
                  <td>${line.by?.name ?? html`<span class="quiet">${dossier.logClock}</span>`}</td>
                  <td>${logSentence(words(), line) ?? dossier.logUnknown(line.type)}</td>
                  <td><code class="num" title=${line.hash}>${line.hash.slice(0, 10)}</code></td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'log-page': LogPage;
  }
}

import type { CommentView, DossierView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import '../elements/comment-card.ts';
import { submitterName } from '../elements/comment-card.ts';
import { LightElement } from '../elements/light-element.ts';
import { refusal } from '../elements/states.ts';
import { Resource } from '../stores/resource.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import { reactedVersions, remainingObjections } from './remaining.ts';
import '../styles/printed-comparison.css';

/** The objections that stand, each to be opened with its answer. */
@customElement('remaining-list')
export class RemainingList extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) view: DossierView | null = null;
  #comments: Resource<readonly CommentView[]> | null = null;
  /** Version of the dossier that was read for. */
  #read = -1;

  constructor() {
    super();
    new StoreController(this, () => this.#resource());
  }

  #resource(): Resource<readonly CommentView[]> | null {
    const { stores, view } = this;
    if (!stores || !view || this.#comments) return this.#comments;
    this.#comments = new Resource(async () => {
      const readings = await Promise.all(
        reactedVersions(this.view ?? view).map((version) => stores.client.version(version)),
      );
      return readings.flatMap(({ comments }) => comments);
    });
    this.#read = view.version;
    void this.#comments.load();
    return this.#comments;
  }

  /** What the committee answers meanwhile stands here without a reload. */
  protected override willUpdate(): void {
    const version = this.view?.version;
    if (this.#comments === null || version === undefined || version === this.#read) return;
    this.#read = version;
    void this.#comments.load();
  }

  override render() {
    const state = this.#comments?.state;
    const { decision, vocabulary, shell } = words();
    if (!state || !this.view) return nothing;
    if (state.value === null)
      return state.failure ? refusal(state.failure) : html`<p class="small quiet" role="status">${shell.loading}</p>`;
    const all = state.value;
    const remaining = remainingObjections(all);
    return html`<section aria-labelledby="t-blijven">
      <div class="section-head">
        <h3 id="t-blijven">${decision.remaining}</h3>
        <span class="end num">${remaining.length}</span>
      </div>
      ${
        remaining.length === 0
          ? html`<p class="small quiet nothing-yet">${decision.noneRemaining}</p>`
          : html`<ul class="remaining lines">
              ${remaining.map(
                (comment) =>
                  html`<li>
                    <details>
                      <summary>
                        <b class="num">${comment.number}</b> ${submitterName(comment.by)}:
                        ${comment.standing ? vocabulary.dispositions[comment.standing.kind].toLowerCase() : vocabulary.open}
                      </summary>
                      <comment-card .comment=${comment}></comment-card>
                    </details>
                  </li>`,
              )}
            </ul>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'remaining-list': RemainingList;
  }
}

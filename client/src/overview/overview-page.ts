import type { OverviewView, QualificationView } from '@draagvlak/contract/client';
import { PHASES, ROLES } from '@draagvlak/procedure';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import '../elements/modal-dialog.ts';
import { sign } from '../elements/sign.ts';
import { empty, failed, loading } from '../elements/states.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import { filtersOf, searchOf } from './filters.ts';
import './published-list.ts';
import './qualification-board.ts';
import type { RenameEvent } from './qualification-board.ts';
import './rename-form.ts';
import { type Filters, grouped, type Row, rowsOf, standing, turnOf } from './rows.ts';
import './task-list.ts';

/** The first page: my tasks, then every qualification and where it stands. */
@customElement('overview-page')
export class OverviewPage extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @state() private filters: Filters = filtersOf(location.search);
  @state() private renaming: QualificationView | null = null;

  constructor() {
    super();
    new StoreController(this, () => this.stores?.overview ?? null);
  }
  readonly #again = () => {
    if (document.visibilityState === 'visible') void this.stores?.overview.load();
  };
  readonly #back = () => (this.filters = filtersOf(location.search));

  override connectedCallback(): void {
    super.connectedCallback();
    void this.stores?.overview.load();
    document.addEventListener('visibilitychange', this.#again);
    window.addEventListener('popstate', this.#back);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#again);
    window.removeEventListener('popstate', this.#back);
  }

  override render() {
    const state = this.stores?.overview.state;
    if (!state || !this.stores) return nothing;
    if (state.value === null)
      return state.failure ? failed(state.failure, () => void this.stores?.overview.load()) : loading();
    return this.#page(state.value, new Date().toISOString());
  }

  #page(view: OverviewView, now: string): TemplateResult {
    const { overview, dates } = words();
    const rows = rowsOf(view);
    const today = dates.date(now);
    return html`<div class="wrap">
        <div class="page-head">
          <div>
            <p class="quiet">${today.charAt(0).toUpperCase() + today.slice(1)}</p>
            <h1>${overview.tasksTitle}</h1>
          </div>
          ${
            view.mayOpenDossier
              ? html`<div class="end">
                  <a class="button primary" href="/dossiers/nieuw">${sign('plus')}${overview.openDossier}</a>
                </div>`
              : nothing
          }
        </div>
        <div class="overview-top">
          <div>
            <section aria-labelledby="t-taken">
              <h2 id="t-taken" class="hidden-text">${overview.myTasks}</h2>
              ${
                view.mayOpenDossier && view.dossiers.length === 0
                  ? this.#firstSteps()
                  : html`<task-list .tasks=${view.tasks} .now=${now}></task-list>`
              }
            </section>
            <published-list
              .client=${this.stores?.client ?? null}
              .known=${view.dossiers.map(({ id }) => id)}
            ></published-list>
          </div>
          ${this.#standing(view, rows)}
        </div>
        ${this.#all(view, rows, now)}
      </div>
      <modal-dialog
        .open=${this.renaming !== null}
        .heading=${overview.renameTitle}
        .body=${
          this.renaming
            ? html`<rename-form
                .stores=${this.stores}
                .qualification=${this.renaming}
                @form-done=${() => (this.renaming = null)}
              ></rename-form>`
            : nothing
        }
        @dialog-closed=${() => (this.renaming = null)}
      ></modal-dialog>`;
  }

  /** For the secretary of an installation in which nothing is begun. */
  #firstSteps(): TemplateResult {
    const { firstSteps } = words().overview;
    return html`<div class="notice first-steps">
      <div>
        <h3>${firstSteps.title}</h3>
        <ol>
          ${firstSteps.steps.map((step) => html`<li>${step}</li>`)}
        </ol>
        <p><a class="button primary" href="/dossiers/nieuw">${words().overview.openDossier}</a></p>
      </div>
    </div>`;
  }

  #standing(view: OverviewView, rows: readonly Row[]): TemplateResult {
    const { overview, vocabulary } = words();
    const counts = standing(rows, view.dossiers);
    const most = Math.max(1, ...counts.map(({ count }) => count));
    const late = view.dossiers.filter((dossier) => dossier.late).length;
    const open = view.dossiers.filter(({ phase }) => phase === 'consultation' || phase === 'inspection').length;
    return html`<section aria-labelledby="t-stand" class="standing">
      <div class="section-head">
        <h2 id="t-stand">${overview.standingTitle}</h2>
        <span class="end quiet num">${overview.dossierCount(view.dossiers.length)}</span>
      </div>
      <table class="data standing-table">
        <caption class="hidden-text">
          ${overview.standingCaption}
        </caption>
        <thead class="hidden-text">
          <tr>
            <th scope="col">${overview.phase}</th>
            <th scope="col">${overview.spread}</th>
            <th scope="col">${overview.amount}</th>
          </tr>
        </thead>
        <tbody>
          ${counts.map(({ phase, count }) => {
            const open = phase === 'consultation' || phase === 'inspection';
            return html`<tr>
              <th scope="row">
                <a
                  href=${`/${searchOf({ cluster: null, phase, turn: null })}`}
                  @click=${(event: Event) => this.#filterFromLink(event, { cluster: null, phase, turn: null })}
                  >${vocabulary.statuses[phase]}</a
                >
              </th>
              <td>
                <svg class="bar" viewBox="0 0 160 12" preserveAspectRatio="none" aria-hidden="true">
                  ${svg`<rect class=${open ? 'c-accent' : 'c-soft'} width=${(count / most) * 160} height="12" />`}
                </svg>
              </td>
              <td class="r">${count}</td>
            </tr>`;
          })}
        </tbody>
      </table>
      ${
        late + open === 0
          ? nothing
          : html`<p class="small standing-note">
              ${late > 0 ? sign('warn') : nothing}<span
                >${late > 0 ? html`<b>${overview.lateNote(late)}</b> ` : nothing}${
                  open > 0 ? overview.openNote(open) : nothing
                }</span
              >
            </p>`
      }
    </section>`;
  }

  #all(view: OverviewView, rows: readonly Row[], now: string): TemplateResult {
    const { overview, vocabulary } = words();
    const groups = grouped(rows, this.filters);
    const clusters = [...new Set(view.qualifications.map(({ cluster }) => cluster))];
    const turns = ROLES.filter((role) => view.dossiers.some(({ ball }) => turnOf(ball).includes(role)));
    const phases = PHASES.filter((phase) => view.dossiers.some((dossier) => dossier.phase === phase));
    return html`<section aria-labelledby="t-alle" class="all" id="alle">
      <div class="section-head">
        <h2 id="t-alle">${overview.qualificationsTitle(view.qualifications.length)}</h2>
        <span class="quiet small">${overview.qualificationsHint}</span>
      </div>
      <div class="filters">
        ${this.#select('f-wbc', overview.filterCluster, overview.allClusters, this.filters.cluster, clusters, String, (cluster) => ({ ...this.filters, cluster }))}
        ${this.#select(
          'f-fase',
          overview.filterPhase,
          overview.allPhases,
          this.filters.phase,
          ['not-started' as const, ...phases],
          (phase) => vocabulary.statuses[phase],
          (phase) => ({ ...this.filters, phase }),
        )}
        ${this.#select(
          'f-zet',
          overview.filterTurn,
          overview.everyone,
          this.filters.turn,
          turns,
          (role) => overview.turnShort[role],
          (turn) => ({ ...this.filters, turn }),
        )}
        <ul class="gantt-legend" aria-label=${overview.legend}>
          <li>
            <svg width="18" height="9" aria-hidden="true"><rect class="g-wbc" width="18" height="9" /></svg
            >${overview.legendWork}
          </li>
          <li>
            <svg width="18" height="9" aria-hidden="true"><rect class="g-open" width="18" height="9" /></svg
            >${overview.legendReact}
          </li>
          <li>
            <svg width="5" height="12" aria-hidden="true"><rect class="g-besluit" width="5" height="12" /></svg
            >${overview.legendDecision}
          </li>
          <li>
            <svg width="3" height="12" aria-hidden="true"><path class="g-today" d="M1.5 0V12" /></svg
            >${overview.legendToday}
          </li>
        </ul>
      </div>
      ${
        groups.length === 0
          ? empty(
              overview.noMatchTitle,
              overview.noMatchText,
              html`<button
                class="button"
                type="button"
                @click=${() => this.#filter({ cluster: null, phase: null, turn: null })}
              >
                ${overview.clearFilters}
              </button>`,
            )
          : html`<qualification-board
              .groups=${groups}
              .now=${now}
              ?mayRename=${view.mayNameQualifications}
              @rename-qualification=${(event: RenameEvent) =>
                (this.renaming = view.qualifications.find(({ id }) => id === event.qualification) ?? null)}
            ></qualification-board>`
      }
    </section>`;
  }

  #select<T extends string>(
    id: string,
    label: string,
    all: string,
    chosen: T | null,
    options: readonly T[],
    name: (option: T) => string,
    apply: (option: T | null) => Filters,
  ): TemplateResult {
    return html`<div class="field inline">
      <label for=${id}>${label}</label>
      <select
        id=${id}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          this.#filter(apply(options.find((option) => option === value) ?? null));
        }}
      >
        <option value="" ?selected=${chosen === null}>${all}</option>
        ${options.map((option) => html`<option value=${option} ?selected=${option === chosen}>${name(option)}</option>`)}
      </select>
    </div>`;
  }

  #filter(filters: Filters): void {
    this.filters = filters;
    history.replaceState(null, '', `/${searchOf(filters)}`);
  }

  #filterFromLink(event: Event, filters: Filters): void {
    event.preventDefault();
    this.#filter(filters);
    this.querySelector('#alle')?.scrollIntoView({ block: 'start' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'overview-page': OverviewPage;
  }
}

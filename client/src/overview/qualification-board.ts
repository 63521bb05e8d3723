import type { DossierSummary } from '@draagvlak/contract/client';
import type { DocumentKind } from '@draagvlak/procedure';
import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import '../elements/phase-track.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { dossierWith, type Group, nextPhase, type Row, turnOf } from './rows.ts';
import { daysUntil, timeBars, timeWindow, type TimeWindow } from './time-line.ts';

/** The secretary wants to change a name. */
export class RenameEvent extends Event {
  static readonly type = 'rename-qualification';
  readonly qualification: string;
  constructor(qualification: string) {
    super(RenameEvent.type, { bubbles: true });
    this.qualification = qualification;
  }
}

/** Every qualification: where its documents stand, whose turn it is, what comes next and when, and months as bars. */
@customElement('qualification-board')
export class QualificationBoard extends LightElement {
  @property({ attribute: false }) groups: readonly Group[] = [];
  @property({ attribute: false }) now = '';
  @property({ type: Boolean }) mayRename = false;

  override render() {
    const { overview, vocabulary, dates } = words();
    const window = timeWindow(this.now);
    const head = (text: string) => html`<th role="columnheader" scope="col">${text}</th>`;
    return html`<table class="data board" role="table">
      <caption class="hidden-text">
        ${overview.boardCaption(dates.day(this.now))}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${head(overview.qualification)} ${head(vocabulary.documentKinds.taakprofiel)}
          ${head(vocabulary.documentKinds.opleiderdocument)} ${head(overview.turn)} ${head(overview.nextStep)}
          <th role="columnheader" scope="col" class="gantt-head">
            <span class="hidden-text">${overview.timeline} </span
            ><span class="months"
              >${window.months.map((month) => html`<span>${dates.shortMonth(month.iso)}</span>`)}</span
            >
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${this.groups.map(
          (group) =>
            html`<tr role="row" class="group">
                <th role="rowheader" colspan="6" scope="colgroup">${overview.cluster(group.cluster)}</th>
              </tr>
              ${group.rows.map((row) => this.#row(row, window))}`,
        )}
      </tbody>
    </table>`;
  }

  /** Where today's line stands, the one value that no class can say. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('now'))
      this.querySelector('table')?.style.setProperty('--today', `${(timeWindow(this.now).today * 100).toFixed(2)}%`);
  }

  #row(row: Row, window: TimeWindow): TemplateResult {
    const { overview, numbers } = words();
    const { qualification } = row;
    const main = row.dossiers.at(-1);
    const turns = turnOf(main?.ball ?? []).map((role) => overview.turnShort[role]);
    const turn = turns.length === 0 ? overview.nobodysTurn : numbers.list(turns);
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        ${main ? html`<a href=${`/dossiers/${main.id}`}>${qualification.name}</a>` : qualification.name}
        ${qualification.provisional ? html`<span class="plain-tag">${overview.provisionalName}</span>` : nothing}
        ${
          this.mayRename
            ? html`<button
                class="button small plain rename"
                type="button"
                @click=${() => this.dispatchEvent(new RenameEvent(qualification.id))}
              >
                ${overview.rename}<span class="hidden-text">: ${qualification.name}</span>
              </button>`
            : nothing
        }
      </th>
      ${(['taakprofiel', 'opleiderdocument'] as const).map((kind) => this.#standing(row, kind))}
      <td role="cell" data-label=${overview.turn}>${turn}</td>
      <td role="cell" data-label=${overview.nextStep}>${this.#next(main)}</td>
      <td role="cell" class="gantt-cell">${this.#bars(row, window)}</td>
    </tr>`;
  }

  #standing(row: Row, kind: DocumentKind): TemplateResult {
    const dossier = dossierWith(row, kind);
    const { vocabulary } = words();
    return html`<td role="cell" data-label=${vocabulary.documentKinds[kind]}>
      <phase-track .phase=${dossier?.phase ?? null} ?late=${dossier?.late ?? false}></phase-track>
    </td>`;
  }

  #next(dossier: DossierSummary | undefined): TemplateResult | typeof nothing {
    if (!dossier) return nothing;
    const { vocabulary, dates } = words();
    const phase = nextPhase(dossier);
    const name = phase === null ? vocabulary.statuses[dossier.phase] : vocabulary.phases[phase];
    if (dossier.due === null) return html`<span>${name}</span>`;
    if (dossier.late) {
      const late = dates.lateBy(-daysUntil(this.now, dossier.due));
      return html`<span
        ><span class="late">${sign('warn')} ${name}</span><br /><span class="num quiet"
          >${dates.dayAndMonth(dossier.due)}, ${late}</span
        ></span
      >`;
    }
    return html`<span>${name} <span class="num quiet nowrap">${dates.dayAndMonth(dossier.due)}</span></span>`;
  }

  #bars(row: Row, window: TimeWindow): TemplateResult {
    const lanes = row.dossiers.slice(-2);
    return html`<svg class="gantt" viewBox="0 0 400 30" preserveAspectRatio="none" aria-hidden="true">
      ${window.months.slice(1).map((month) => svg`<path class="g-month" d=${`M${month.at * 400} 0V30`} />`)}
      ${lanes.flatMap((dossier, lane) => {
        const y = lanes.length === 1 ? 10.5 : 4 + lane * 13;
        return timeBars(dossier.phases, window).map((bar) => {
          const x = bar.from * 400 + 0.6;
          const width = Math.max(2, (bar.until - bar.from) * 400 - 1.2);
          return bar.kind === 'decision'
            ? svg`<rect class="g-besluit" x=${bar.until * 400 - 4} y=${y - 1} width="4" height="11" /><path class="g-line" d=${`M${x} ${y + 4.5}H${bar.until * 400 - 4}`} />`
            : svg`<rect class=${bar.kind === 'react' ? 'g-open' : 'g-wbc'} x=${x} y=${y} width=${width} height="9" />`;
        });
      })}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qualification-board': QualificationBoard;
  }
}

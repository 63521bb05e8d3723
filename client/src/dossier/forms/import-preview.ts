import type { ImportChoice, ImportView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { words } from '../../stores/words.ts';
import './import-pictures.ts';
import './import-requirements.ts';

/**
 * What a text from elsewhere becomes: its contents, how it fits the template, what does not come along, and what the
 * author is asked about.
 */
@customElement('import-preview')
export class ImportPreview extends LightElement {
  @property({ attribute: false }) view: ImportView | null = null;

  /** What the author chose; `null` when something still has to be answered. */
  choice(): ImportChoice | null {
    const pictures = this.querySelector('import-pictures')?.choice() ?? null;
    const requirements = this.querySelector('import-requirements')?.choice() ?? [];
    return pictures === null ? null : { requirements, pictures };
  }

  override render() {
    const { view } = this;
    if (view === null) return nothing;
    const { importing, writing, pasting } = words();
    const mandatory = view.fit.filter((one) => one.mandatory);
    const found = mandatory.filter(({ state }) => state !== 'missing').length;
    const left = [...view.lost.map(({ kind, count }) => pasting.lost[kind](count)), ...view.dropped];
    return html`<div class="stack import-preview">
      <h3 tabindex="-1">${importing.preview}</h3>
      <p>${importing.nothingYet}</p>
      <p class="num"><b>${importing.counts(view.counts)}.</b></p>
      ${view.title === null ? nothing : html`<p>${importing.title(view.title)}</p>`}
      ${view.numbersCut === 0 ? nothing : html`<p>${importing.numbersCut(view.numbersCut)}</p>`}
      <import-requirements .proposed=${view.requirements}></import-requirements>
      <import-pictures .pictures=${view.pictures}></import-pictures>
      <h4>${importing.dropped}</h4>
      ${
        left.length === 0
          ? html`<p>${importing.nothingDropped}</p>`
          : html`<ul class="dash">
              ${left.map((one) => html`<li>${one}</li>`)}
            </ul>`
      }
      <h4>${importing.fit}</h4>
      <p>${importing.fits(found, mandatory.length)}</p>
      <div class="table-scroll" tabindex="0" role="region" aria-label=${importing.fit}>
        <table>
          <thead>
            <tr>
              <th scope="col">${importing.section}</th>
              <th scope="col">${importing.mandatory}</th>
              <th scope="col">${importing.state}</th>
            </tr>
          </thead>
          <tbody>
            ${view.fit.map(
              ({ title, mandatory: needed, state }) =>
                html`<tr>
                  <th scope="row">${title}</th>
                  <td>${needed ? importing.yes : importing.no}</td>
                  <td>${writing.states[state]}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <h4>${importing.outline}</h4>
      ${
        view.sections.length === 0
          ? html`<p>${importing.noSections}</p>`
          : html`<ol class="import-outline">
              ${view.sections.map(
                ({ number, title, level }) =>
                  html`<li class=${`level-${Math.min(6, level)}`}>
                    <span class="num">${number ?? ''}</span> ${title}
                  </li>`,
              )}
            </ol>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-preview': ImportPreview;
  }
}

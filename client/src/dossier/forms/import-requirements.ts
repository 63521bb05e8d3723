import type { ImportView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { words } from '../../stores/words.ts';

type Proposed = ImportView['requirements'][number];

/** Sentences that only may be requirements: nobody has to take a tick away to be safe. */
const isSure = ({ sign }: Proposed) => sign !== 'norm';

/** Asks which blocks of a text become requirements. What reads as one is ticked; nothing becomes one unseen. */
@customElement('import-requirements')
export class ImportRequirements extends LightElement {
  @property({ attribute: false }) proposed: ImportView['requirements'] = [];
  @state() private chosen: ReadonlySet<number> | null = null;

  /** Places of the blocks that were chosen. */
  choice(): readonly number[] {
    return [...this.#chosen].toSorted((one, other) => one - other);
  }

  get #chosen(): ReadonlySet<number> {
    return this.chosen ?? new Set(this.proposed.filter(isSure).map(({ at }) => at));
  }

  override render() {
    const { importing } = words();
    const { proposed } = this;
    if (proposed.length === 0)
      return html`<h4>${importing.requirements}</h4>
        <p>${importing.requirementsLater}</p>`;
    const [sure, maybe] = [proposed.filter(isSure), proposed.filter((one) => !isSure(one))];
    return html`<h4>${importing.requirements}</h4>
      <p>${importing.requirementsHow}</p>
      <p role="status" class="num"><b>${importing.requirementsChosen(this.#chosen.size, proposed.length)}</b></p>
      ${this.#group(importing.requirementsSure, sure, false)} ${this.#group(importing.requirementsMaybe, maybe, true)}`;
  }

  #group(title: string, group: readonly Proposed[], folded: boolean) {
    if (group.length === 0) return nothing;
    const { importing } = words();
    const count = group.filter(({ at }) => this.#chosen.has(at)).length;
    const all = count === group.length;
    return html`<details class="import-requirements" ?open=${!folded}>
      <summary>${title} (${group.length})</summary>
      <button
        class="button small"
        type="button"
        @click=${() =>
          this.#tick(
            group.map(({ at }) => at),
            !all,
          )}
      >
        ${all ? importing.chooseNone : importing.chooseAll}
        <span class="hidden-text">: ${title}</span>
      </button>
      ${this.#bySection(group).map(
        ([section, ones]) =>
          html`<fieldset>
            <legend>${section ?? importing.aboveSections}</legend>
            ${ones.map(
              (one) =>
                html`<label class="choice"
                  ><input
                    type="checkbox"
                    .checked=${this.#chosen.has(one.at)}
                    @change=${(event: Event) => this.#tick([one.at], (event.target as HTMLInputElement).checked)}
                  /><span lang="nl"
                    >${one.label === '' ? nothing : html`<del class="import-label">${one.label}</del> `}${one.words}</span
                  >
                  <span class="quiet small"
                    >${importing.signs[one.sign]}${one.recommendation ? `, ${importing.recommendation}` : nothing}</span
                  ></label
                >`,
            )}
          </fieldset>`,
      )}
    </details>`;
  }

  #bySection(group: readonly Proposed[]): readonly (readonly [string | null, readonly Proposed[]])[] {
    const sections: [string | null, Proposed[]][] = [];
    for (const one of group) {
      const last = sections.at(-1);
      if (last?.[0] === one.section) last[1].push(one);
      else sections.push([one.section, [one]]);
    }
    return sections;
  }

  #tick(places: readonly number[], on: boolean): void {
    const chosen = new Set(this.#chosen);
    for (const at of places) {
      if (on) chosen.add(at);
      else chosen.delete(at);
    }
    this.chosen = chosen;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-requirements': ImportRequirements;
  }
}

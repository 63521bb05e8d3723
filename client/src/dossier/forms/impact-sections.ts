import type { DocumentView, DossierView } from '@draagvlak/contract/client';
import { type Outline, outline } from '@draagvlak/document';
import { IMPACT_AXES, type SectionImpact } from '@draagvlak/procedure';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { sign } from '../../elements/sign.ts';
import { failureOf, failureSentences } from '../../stores/failure.ts';
import type { Stores } from '../../stores/stores.ts';
import { words } from '../../stores/words.ts';
import type { Values } from './form-spec.ts';
import '../../styles/impact.css';

const PART = 'impact-part';
const field = (axis: (typeof IMPACT_AXES)[number]): string => `impact-${axis}`;

interface Entry {
  /** Tells entries apart while they are filled in. */
  readonly id: number;
  readonly impact: SectionImpact<string> | null;
}

/** What was filled in per part; an entry without a part is left out. */
export function sectionsFrom(values: Values): readonly SectionImpact<string>[] {
  const axes = IMPACT_AXES.map((axis) => [axis, values.list(field(axis))] as const);
  return values.list(PART).flatMap((part, index) => {
    const [document = '', section = ''] = part.split(' ');
    if (section === '') return [];
    const told = axes.map(([axis, all]) => [axis, all[index]?.trim() || null]);
    return [
      { document, section, ...(Object.fromEntries(told) as Record<(typeof IMPACT_AXES)[number], string | null>) },
    ];
  });
}

/** What a concept means for its parts, each part with four short fields. The fields belong to the form around it. */
@customElement('impact-sections')
export class ImpactSections extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) view: DossierView | null = null;
  @state() private entries: readonly Entry[] = [];
  @state() private outlines: readonly { readonly document: DocumentView; readonly outline: Outline }[] = [];
  @state() private fault = '';
  #last = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.entries = (this.view?.impact?.sections ?? []).map((impact) => ({ id: (this.#last += 1), impact }));
    void this.#load();
  }

  override render() {
    const { reviewing } = words();
    if (this.outlines.length === 0 && this.fault === '') return nothing;
    return html`<fieldset class="impact-parts">
      <legend>${reviewing.impactForm.title} <span class="optional">${words().shell.optional}</span></legend>
      <p class="hint">${reviewing.impactForm.intro}</p>
      ${this.fault === '' ? nothing : html`<p class="error-text" role="alert">${sign('err')}${this.fault}</p>`}
      ${this.entries.map((entry, index) => this.#entry(entry, index + 1))}
      <button class="button small" type="button" data-add @click=${() => this.#add()}>
        ${sign('plus')}${reviewing.impactForm.add}
      </button>
    </fieldset>`;
  }

  #entry({ id, impact }: Entry, number: number) {
    const { impactForm } = words().reviewing;
    const { impactAxes, documentKinds } = words().vocabulary;
    const chosen = impact === null ? '' : `${impact.document} ${impact.section}`;
    const option = (document: DocumentView, section: Outline['sections'][number]) => {
      const value = `${document.id} ${section.id}`;
      const name = [section.number, section.title].filter((part) => part !== null).join(' ');
      return html`<option value=${value} ?selected=${value === chosen}>${name}</option>`;
    };
    return html`<div class="impact-part" role="group" aria-label=${impactForm.number(number)} data-entry=${id}>
      <div class="field">
        <label for=${`${PART}-${id}`}>${impactForm.section}</label>
        <select id=${`${PART}-${id}`} name=${PART}>
          <option value="">${impactForm.choose}</option>
          ${this.outlines.map(
            ({ document, outline: { sections } }) =>
              html`<optgroup label=${documentKinds[document.kind]}>
                ${sections.map((section) => option(document, section))}
              </optgroup>`,
          )}
        </select>
      </div>
      <div class="impact-axes">
        ${IMPACT_AXES.map(
          (axis) =>
            html`<div class="field">
              <label for=${`impact-${axis}-${id}`}>${impactAxes[axis]}</label>
              <textarea
                id=${`impact-${axis}-${id}`}
                name=${field(axis)}
                rows="2"
                .defaultValue=${impact?.[axis] ?? ''}
              ></textarea>
            </div>`,
        )}
      </div>
      <button class="button small plain" type="button" @click=${() => this.#remove(id)}>
        ${sign('x')}${impactForm.remove}<span class="hidden-text">: ${impactForm.number(number)}</span>
      </button>
    </div>`;
  }

  #add(): void {
    const id = (this.#last += 1);
    this.entries = [...this.entries, { id, impact: null }];
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-entry="${id}"] select`)?.focus());
  }

  #remove(id: number): void {
    this.entries = this.entries.filter((entry) => entry.id !== id);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[data-add]')?.focus());
  }

  /** The parts that an analysis can name are those of the newest version that was laid before people. */
  async #load(): Promise<void> {
    const { stores, view } = this;
    if (stores === null || view === null) return;
    try {
      const read = view.documents.map(async (document) => {
        const newest = document.versions.at(-1);
        if (newest === undefined) return [];
        const { document: text } = await stores.client.version(newest.id);
        return [{ document, outline: outline(text) }];
      });
      this.outlines = (await Promise.all(read)).flat();
    } catch (error) {
      this.fault = failureSentences(words(), failureOf(error)).join(' ');
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'impact-sections': ImpactSections;
  }
}

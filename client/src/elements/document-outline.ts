import type { Section } from '@draagvlak/document';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from './light-element.ts';
import { type OutlineBranch, outlineTree } from './outline-tree.ts';

/** Somebody chose a section; the room scrolls there. */
export class SectionChosenEvent extends Event {
  static readonly type = 'section-chosen';
  readonly section: string;
  constructor(section: string) {
    super(SectionChosenEvent.type, { bubbles: true, cancelable: true });
    this.section = section;
  }
}

/** Contents of a document. What stands at the end of a row (heat, presence, completeness) is the room's own. */
@customElement('document-outline')
export class DocumentOutline extends LightElement {
  @property({ attribute: false }) sections: readonly Section[] = [];
  /** Where the reader is. */
  @property({ attribute: false }) current: string | null = null;
  @property({ attribute: false }) side: ((section: Section) => TemplateResult | typeof nothing) | null = null;
  /** Address of a section; `#id` unless the room says otherwise. */
  @property({ attribute: false }) href: (section: Section) => string = (section) => `#${section.id}`;

  override render() {
    return this.#list(outlineTree(this.sections), true);
  }

  #list(branches: readonly OutlineBranch[], top = false): TemplateResult {
    return html`<ol class=${top ? 'outline' : nothing}>
      ${branches.map(
        ({ section, children }) =>
          html`<li>
            <a
              href=${this.href(section)}
              aria-current=${section.id === this.current ? 'location' : nothing}
              @click=${(event: Event) => this.#choose(event, section)}
              ><span class="no">${section.number ?? nothing}</span
              ><span>${section.title}</span
              >${this.side ? html`<span class="side">${this.side(section)}</span>` : nothing}</a
            >${children.length > 0 ? this.#list(children) : nothing}
          </li>`,
      )}
    </ol>`;
  }

  #choose(event: Event, section: Section): void {
    const chosen = new SectionChosenEvent(section.id);
    this.dispatchEvent(chosen);
    if (chosen.defaultPrevented) event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'document-outline': DocumentOutline;
  }
  interface HTMLElementEventMap {
    'section-chosen': SectionChosenEvent;
  }
}

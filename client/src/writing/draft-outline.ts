import type { Section, SectionCompleteness } from '@draagvlak/document';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { initials } from '../elements/people-here.ts';
import type { Present } from '../editor/draft-session.ts';
import { SectionChosenEvent } from '../elements/document-outline.ts';
import { words } from '../stores/words.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';

/** A section is to stand elsewhere: one place up or down, or before another section (`null`: at the end). */
export class SectionMovedEvent extends Event {
  readonly section: string;
  readonly to: { readonly by: 1 | -1 } | { readonly before: string | null };
  constructor(section: string, to: SectionMovedEvent['to']) {
    super('section-moved', { bubbles: true, composed: true });
    this.section = section;
    this.to = to;
  }
}

/** The sections of the draft: how complete they are, who is in which, and a way to put them in another order. */
@customElement('draft-outline')
export class DraftOutline extends LightElement {
  @property({ attribute: false }) sections: readonly Section[] = [];
  @property({ attribute: false }) completeness: readonly SectionCompleteness[] = [];
  @property({ attribute: false }) present: readonly Present[] = [];
  @property() current: string | null = null;
  @property({ type: Boolean }) mayMove = false;
  @state() private dragged: string | null = null;
  @state() private over: string | null = null;
  #moving: string | null = null;
  /** Sections by the one that holds them. */
  #held = new Map<string | null, Section[]>();
  #states = new Map<string | null, SectionCompleteness>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('sections')) {
      this.#held = new Map();
      for (const section of this.sections) {
        const held = this.#held.get(section.parent);
        if (held === undefined) this.#held.set(section.parent, [section]);
        else held.push(section);
      }
    }
    if (changed.has('completeness')) this.#states = new Map(this.completeness.map((one) => [one.section, one]));
  }

  override render() {
    return html`<ol class="outline" @dragend=${() => this.#endDrag()}>
      ${(this.#held.get(null) ?? []).map((section) => this.#entry(section))}
      ${
        this.dragged === null
          ? nothing
          : html`<li
              class=${this.over === '' ? 'drop-end is-over' : 'drop-end'}
              @dragover=${(event: DragEvent) => this.#dragOver(event, '')}
              @drop=${(event: DragEvent) => this.#drop(event, null)}
            ></li>`
      }
    </ol>`;
  }

  /** The entry has another place after a move by keyboard; the keyboard stays on it. */
  protected override updated(changed: PropertyValues<this>): void {
    if (this.#moving === null || !changed.has('sections')) return;
    this.querySelector<HTMLElement>(`a[href="#${CSS.escape(this.#moving)}"]`)?.focus();
    this.#moving = null;
  }

  #entry(section: Section): unknown {
    const children = this.#held.get(section.id) ?? [];
    return html`<li class=${this.over === section.id ? 'is-over' : nothing}>
      <a
        href=${`#${section.id}`}
        aria-current=${section.id === this.current ? 'location' : nothing}
        aria-keyshortcuts=${this.mayMove ? 'Alt+ArrowUp Alt+ArrowDown' : nothing}
        draggable=${this.mayMove ? 'true' : 'false'}
        @click=${(event: Event) => this.#choose(event, section.id)}
        @keydown=${(event: KeyboardEvent) => this.#keydown(event, section.id)}
        @dragstart=${(event: DragEvent) => this.#dragStart(event, section.id)}
        @dragover=${(event: DragEvent) => this.#dragOver(event, section.id)}
        @drop=${(event: DragEvent) => this.#drop(event, section.id)}
      >
        <span class="no">${section.number ?? ''}</span>
        <span>${section.title}</span>
        <span class="side">${this.#people(section)}${this.#state(section)}</span>
      </a>
      ${
        children.length === 0
          ? nothing
          : html`<ol>
              ${children.map((child) => this.#entry(child))}
            </ol>`
      }
    </li>`;
  }

  #people(section: Section) {
    const { writing } = words();
    return this.present
      .filter((one) => one.section === section.id)
      .map(
        (one) =>
          html`<span class=${`who w${one.colour} small`} aria-hidden="true">${initials(one.name)}</span
            ><span class="hidden-text">${one.self ? writing.youAreHere : writing.isHere(one.name)}</span>`,
      );
  }

  #state(section: Section) {
    const known = this.#states.get(section.id);
    if (known === undefined) return nothing;
    const done = known.state === 'filled';
    return html`<span class=${done ? 'done-sign' : nothing}>${sign(done ? 'check' : 'open')}</span
      ><span class="hidden-text">${words().writing.states[known.state]}</span>`;
  }

  #choose(event: Event, section: string): void {
    event.preventDefault();
    this.dispatchEvent(new SectionChosenEvent(section));
  }

  #keydown(event: KeyboardEvent, section: string): void {
    if (!this.mayMove || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    this.dispatchEvent(new SectionMovedEvent(section, { by: event.key === 'ArrowUp' ? -1 : 1 }));
    this.#moving = section;
  }

  #dragStart(event: DragEvent, section: string): void {
    if (event.dataTransfer === null) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', this.sections.find(({ id }) => id === section)?.title ?? '');
    // Chromium cancels a drag whose source changes while it starts.
    setTimeout(() => {
      this.dragged = section;
    });
  }

  #dragOver(event: DragEvent, target: string): void {
    if (this.dragged === null || this.dragged === target) return;
    event.preventDefault();
    this.over = target;
  }

  #drop(event: DragEvent, before: string | null): void {
    event.preventDefault();
    const { dragged } = this;
    this.#endDrag();
    if (dragged !== null && dragged !== before) this.dispatchEvent(new SectionMovedEvent(dragged, { before }));
  }

  #endDrag(): void {
    this.dragged = null;
    this.over = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'draft-outline': DraftOutline;
  }
  interface HTMLElementEventMap {
    'section-moved': SectionMovedEvent;
  }
}

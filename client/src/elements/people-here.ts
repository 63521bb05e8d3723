import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { words } from '../stores/words.ts';
import { LightElement } from './light-element.ts';

export interface PersonHere {
  readonly name: string;
  readonly colour: 1 | 2 | 3 | 4;
  /** Where the person is or what they do: "in 4.4", "leest". */
  readonly where: string | null;
  readonly self: boolean;
  /** Who it is, where they can be followed. */
  readonly person?: string;
}

/** Whether somebody is followed, and how to begin or end that. */
export interface Following {
  readonly person: string | null;
  readonly follow: (person: string) => void;
}

/** First letters of the first and the last word: "CB" for Chantal de Boer. */
export function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '');
  const first = parts[0]?.[0] ?? '';
  const last = parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}

/** Who is in the text now. Colour, initials and the line of the circle belong together; the name is always there. */
@customElement('people-here')
export class PeopleHere extends LightElement {
  @property({ attribute: false }) people: readonly PersonHere[] = [];
  /** With names in sight instead of circles that overlap. */
  @property({ type: Boolean }) named = false;
  /** Lets people be followed through the text; `null` where nobody can. */
  @property({ attribute: false }) following: Following | null = null;

  override render() {
    const { shell } = words();
    return html`<ul class=${this.named ? 'people named' : 'people'} aria-label=${shell.peopleHere}>
      ${this.people.map((person) => {
        const name = person.self ? shell.you(person.name) : person.name;
        const text = person.where === null ? name : `${name}, ${person.where}`;
        const { person: id } = person;
        if (this.following !== null && !person.self && id !== undefined) return this.#followed(person, id, text);
        return html`<li title=${text}>
          <span class="who w${person.colour}" aria-hidden="true">${initials(person.name)}</span
          >${this.named ? text : html`<span class="hidden-text">${text}</span>`}
        </li>`;
      })}
    </ul>`;
  }

  #followed(person: PersonHere, id: string, text: string) {
    const { together } = words();
    const pressed = this.following?.person === id;
    return html`<li title=${`${text}. ${together.follow(person.name)}`}>
      <button
        class="who w${person.colour}"
        type="button"
        aria-pressed=${String(pressed)}
        @click=${() => this.following?.follow(id)}
      >
        <span aria-hidden="true">${initials(person.name)}</span>
        <span class="hidden-text">${text}. ${together.follow(person.name)}</span>
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'people-here': PeopleHere;
  }
}

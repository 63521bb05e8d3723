import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import '../elements/quick-pick.ts';
import type { Pick } from '../elements/quick-pick.ts';
import { words } from '../stores/words.ts';
import type { WorkComment } from './comment-state.ts';

/** From here on somebody writes for this comment; `null`: for none. */
export class WorkPickedEvent extends Event {
  readonly comment: string | null;
  constructor(comment: string | null) {
    super('work-picked');
    this.comment = comment;
  }
}

interface WorkPick extends Pick {
  readonly comment: string | null;
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('nl');
/** "R07", "r7" and "7" are the same number. */
const digits = (number: string) => number.replaceAll(/\D/gu, '').replace(/^0+/u, '');

/** The comments that answer to what is typed: by number first, else by words of the comment or its section. */
export function answering(
  comments: readonly WorkComment[],
  typed: string,
  sectionOf: (comment: WorkComment) => string,
): readonly WorkComment[] {
  const sought = plain(typed).split(/\s+/u).filter(Boolean);
  const [only = ''] = sought;
  const byNumber =
    sought.length === 1 && /^\p{L}?\d+$/u.test(only)
      ? comments.filter(({ number }) => digits(number) === digits(only))
      : [];
  const others = comments.filter((comment) => {
    const all = plain(`${comment.number} ${sectionOf(comment)} ${comment.by.name} ${comment.body ?? ''}`);
    return !byNumber.includes(comment) && sought.every((word) => all.includes(word));
  });
  return [...byNumber, ...others];
}

/** Ctrl+Alt+R, wherever on the workbench the keyboard is: asks for which comment one writes from here on. */
@customElement('work-picker')
export class WorkPicker extends LightElement {
  @property({ attribute: false }) comments: readonly WorkComment[] = [];
  @property({ attribute: false }) sectionOf: (comment: WorkComment) => string = () => '';
  /** The comment that is written for now. */
  @property() working: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#pressed);
  }

  override render() {
    return html`<quick-pick
      .asked=${words().processing.picking}
      .matching=${(typed: string) => this.#matching(typed)}
    ></quick-pick>`;
  }

  #matching(typed: string): readonly WorkPick[] {
    const { picking } = words().processing;
    const open = this.comments.filter(({ withdrawnAt }) => withdrawnAt === null);
    const picks: WorkPick[] = answering(open, typed, this.sectionOf).map((comment) => ({
      comment: comment.id,
      name: comment.number,
      title: [this.sectionOf(comment), comment.body ?? ''].filter(Boolean).join(': '),
    }));
    const none: WorkPick = { comment: null, name: picking.noneOf, title: '' };
    if (this.working === null || !plain(none.name).includes(plain(typed.trim()))) return picks;
    return [none, ...picks];
  }

  /** AltGr is Ctrl and Alt to the browser, and types a letter. */
  readonly #pressed = (event: KeyboardEvent): void => {
    const keys = (event.ctrlKey || event.metaKey) && event.altKey && !event.getModifierState('AltGraph');
    if (!keys || event.code !== 'KeyR' || document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    this.querySelector('quick-pick')?.open(
      (pick) => this.dispatchEvent(new WorkPickedEvent((pick as WorkPick).comment)),
      () => {},
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'work-picker': WorkPicker;
  }
  interface HTMLElementEventMap {
    'work-picked': WorkPickedEvent;
  }
}

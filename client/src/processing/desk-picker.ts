import type { PersonView } from '@draagvlak/contract/client';
import type { ChangedPlace } from '@draagvlak/review';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import '../elements/quick-pick.ts';
import type { Pick, PickAsked } from '../elements/quick-pick.ts';
import { words } from '../stores/words.ts';
import type { AnswersStore } from './answers-store.ts';
import type { Passage } from './changed-passages.ts';
import { submitterOf, type WorkComment } from './comment-state.ts';
import { answering } from './work-picker.ts';
import { BulkAskedEvent } from './workbench-acts.ts';

/** What somebody picked for the comment in sight. */
export class PickedEvent extends Event {
  readonly comment: string;
  readonly picked: { readonly into: string } | { readonly place: ChangedPlace };
  constructor(comment: string, picked: PickedEvent['picked']) {
    super('picked');
    this.comment = comment;
    this.picked = picked;
  }
}

interface With<T> extends Pick {
  readonly value: T;
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('nl');

/** What holds every typed word, in any order. */
export function holding<T extends Pick>(all: readonly T[], typed: string): readonly T[] {
  const sought = plain(typed).split(/\s+/u).filter(Boolean);
  return all.filter(({ name, title }) => {
    const text = plain(`${name} ${title}`);
    return sought.every((word) => text.includes(word));
  });
}

/** Choosing by a few typed letters: whom to assign to, what to merge with, a standard answer, a changed passage. */
@customElement('desk-picker')
export class DeskPicker extends LightElement {
  @property({ attribute: false }) authors: readonly PersonView[] = [];
  @property() person = '';
  /** Comments that one can be merged with. */
  @property({ attribute: false }) others: readonly WorkComment[] = [];
  @property({ attribute: false }) sectionOf: (comment: WorkComment) => string = () => '';
  @property({ attribute: false }) answers: AnswersStore | null = null;
  /** Changed passages, those nearest to the comment first. */
  @property({ attribute: false }) passages: (comment: WorkComment) => readonly Passage[] = () => [];

  override render() {
    return html`<quick-pick></quick-pick>`;
  }

  assign(comments: readonly WorkComment[]): void {
    const { picking, toMe, nobody, doneAssigned, doneUnassigned } = words().handling;
    const living = comments.filter(({ withdrawnAt }) => withdrawnAt === null);
    if (living.length === 0) return;
    const [own, rest] = [
      this.authors.filter(({ person }) => person === this.person),
      this.authors.filter(({ person }) => person !== this.person),
    ];
    const people: readonly With<string | null>[] = [
      ...own.map(({ name, person }) => ({ name, title: toMe, value: person })),
      ...rest.map(({ name, organisation, person }) => ({ name, title: organisation ?? '', value: person })),
      { name: nobody, title: '', value: null },
    ];
    this.#ask(
      picking.assign(living.length === 1 ? (living[0]?.number ?? '') : null, living.length),
      (typed) => holding(people, typed),
      ({ value }) =>
        this.dispatchEvent(
          new BulkAskedEvent(
            living.map(({ id }) => ({ type: 'assign-comment', comment: id, person: value })),
            value === null ? doneUnassigned : doneAssigned,
          ),
        ),
    );
  }

  merge(comment: WorkComment): void {
    const { picking } = words().handling;
    this.#ask(
      picking.merge(comment.number),
      (typed) =>
        answering(this.others, typed, (one) => `${this.sectionOf(one)} ${submitterOf(one)}`).map((one) => ({
          name: `${one.number} ${submitterOf(one)}`,
          title: one.body ?? '',
          value: one.id,
        })),
      ({ value }) => this.dispatchEvent(new PickedEvent(comment.id, { into: value })),
    );
  }

  passage(comment: WorkComment): void {
    const { picking } = words().handling;
    const all = this.passages(comment).map(({ place, label, text }) => ({ name: label, title: text, value: place }));
    this.#ask(
      picking.passage(comment.number),
      (typed) => holding(all, typed),
      ({ value }) => this.dispatchEvent(new PickedEvent(comment.id, { place: value })),
    );
  }

  /** Own answers of the dossier first, then those of other dossiers. */
  async answer(insert: (text: string) => void): Promise<void> {
    const { answers } = this;
    if (answers === null) return;
    if (answers.state.value === null) await answers.load();
    const { own, elsewhere } = answers.state.value ?? { own: [], elsewhere: [] };
    const all = [...own, ...elsewhere.flatMap((one) => one.answers)].map(({ title, text }) => ({
      name: title,
      title: text,
      value: text,
    }));
    this.#ask(
      words().handling.picking.answer,
      (typed) => holding(all, typed),
      ({ value }) => insert(value),
    );
  }

  #ask<T>(asked: PickAsked, matching: (typed: string) => readonly With<T>[], picked: (pick: With<T>) => void): void {
    const pick = this.querySelector('quick-pick');
    if (pick === null) return;
    pick.asked = asked;
    pick.matching = matching;
    pick.open(
      (one) => picked(one as With<T>),
      () => undefined,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-picker': DeskPicker;
  }
  interface HTMLElementEventMap {
    picked: PickedEvent;
  }
}

import type { DocumentView } from '@draagvlak/contract/client';
import { Store } from '../stores/store.ts';
import { words } from '../stores/words.ts';
import type { BulkDesk } from './bulk-desk.ts';
import { chosenPlace } from './chosen-place.ts';
import type { CommentAct } from './comment-act.ts';
import type { PlaceChoice } from './comment-place.ts';
import type { WorkComment } from './comment-state.ts';
import type { DecisionDesk } from './decision-desk.ts';
import type { DeskFocus } from './desk-focus.ts';
import type { PickedEvent } from './desk-picker.ts';
import type { DraftDesk } from './draft-desk.ts';
import { scrollToComment, scrollToNode } from './draft-marks.ts';
import type { ListDesk } from './list-desk.ts';
import { placeOf } from './place-label.ts';
import type { WorkbenchActs } from './workbench-acts.ts';

/** The element that holds the columns, with what the room gives it. */
export interface DeskElement extends HTMLElement {
  readonly acts: WorkbenchActs | null;
  readonly document: DocumentView | null;
  /** Id of the version that was reacted on. */
  readonly version: string;
  readonly mayHandle: boolean;
}

/** What an act on a comment goes through. */
interface Parts {
  readonly list: ListDesk;
  readonly bulk: BulkDesk;
  readonly decisions: DecisionDesk;
  readonly draft: DraftDesk;
  readonly focus: DeskFocus;
}

export interface CommentDeskState {
  /** Why the place that was pointed at for the comment in sight is none. */
  readonly placeFault: string;
}

/** The comment in sight: which one comes into sight, and what is done with it by pointer or key. */
export class CommentDesk extends Store<CommentDeskState> {
  readonly element: DeskElement;
  readonly list: ListDesk;
  readonly decisions: DecisionDesk;
  readonly draft: DraftDesk;
  readonly focus: DeskFocus;
  readonly #bulk: BulkDesk;

  constructor(element: DeskElement, { list, bulk, decisions, draft, focus }: Parts) {
    super({ placeFault: '' });
    this.element = element;
    this.list = list;
    this.decisions = decisions;
    this.draft = draft;
    this.focus = focus;
    this.#bulk = bulk;
  }

  /** Brings a comment into sight. */
  choose(comment: string): void {
    this.list.choose(comment);
    this.set({ placeFault: '' });
    this.decisions.turn();
  }

  /** A key goes a line on or back; the comment there. The keyboard goes with it. */
  walk(by: 1 | -1): WorkComment | undefined {
    const next = this.#step(by);
    if (next !== undefined) this.focus.follow();
    return next;
  }

  /** On or back to a comment that waits for a decision, round the list; says so when none is left. */
  nextOpen(by: 1 | -1, except: ReadonlySet<string> = this.decisions.value.saving): void {
    const next = this.list.nextOpen(by, except);
    if (next !== undefined) {
      this.choose(next.id);
      this.focus.toComment();
    } else this.decisions.say(words().handling.allDecided);
  }

  act(act: CommentAct): void {
    const { comment } = this.list;
    if (comment === undefined) return;
    const { acts } = this.element;
    switch (act) {
      case 'previous':
      case 'next':
        return void this.#step(act === 'next' ? 1 : -1);
      case 'work-on':
        return this.#workOn(this.draft.workingOn === comment.id ? null : comment);
      case 'show-place':
        return scrollToComment(this.draft.view, comment);
      case 'apply-proposal':
        return void this.#apply(comment);
      case 'confirm':
        return void this.decisions.confirm(acts, comment);
      case 'take-back':
        return void this.decisions.takeBack(acts, comment);
      case 'correct':
        return this.decisions.correct(comment);
      case 'cancel-correction':
        return this.decisions.forget(comment.id);
    }
  }

  /** Comes into sight, and one writes for it where it stands; `null`: one writes on for none. */
  takeUp(id: string | null): void {
    const comment = id === null ? undefined : this.list.byId(id);
    if (comment !== undefined) this.choose(comment.id);
    this.#workOn(comment ?? null);
    if (comment !== undefined) this.draft.write(comment);
  }

  /** While a comment is worked on, what is changed becomes the evidence of its decision. `nodes`: ids of blocks. */
  edited(nodes: readonly string[]): void {
    const { workingOn, state } = this.draft;
    if (workingOn === null || state === null) return;
    this.decisions.addPlaces(
      workingOn,
      nodes.map((node) => placeOf(state, node)),
    );
  }

  /** What was picked by a few typed letters goes into the decision in the making. */
  picked({ comment, picked }: PickedEvent): void {
    const draft = this.decisions.draftOf(comment);
    if ('into' in picked) this.decisions.keep(comment, { ...draft, kind: 'merged', into: picked.into });
    else this.decisions.addPlaces(comment, [picked.place]);
  }

  /** A person looked: where the comment stands from now on. */
  async place(choice: PlaceChoice): Promise<void> {
    const { state } = this.draft;
    const { comment } = this.list;
    if (state === null || comment === undefined) return;
    const anchor = chosenPlace(choice, comment, state, this.element.version);
    this.set({ placeFault: anchor === undefined ? words().placing.nothingSelected : '' });
    if (anchor === undefined) return;
    const command = { type: 'confirm-placement', comment: comment.id, target: 'draft', anchor } as const;
    if (await this.decisions.command(this.element.acts, command)) {
      this.decisions.say(words().processing.placeConfirmed);
    }
  }

  /** Sends the decision; with `onward` the next open comment is in sight before the answer is there. */
  async propose(onward: boolean): Promise<void> {
    const { comment } = this.list;
    if (comment === undefined) return;
    const { waiting } = this.list.bundle(comment);
    const sent = this.decisions.propose(this.element.acts, comment, waiting);
    const { saving } = this.decisions.value;
    const isComplete = saving.has(comment.id);
    if (isComplete && this.draft.workingOn === comment.id) this.#workOn(null);
    if (isComplete && onward) this.nextOpen(1, new Set([comment.id, ...waiting, ...saving]));
    else if (!isComplete && onward) await this.focus.toFault();
    await sent;
  }

  /** What was taken back comes into sight again, with what was written for it. */
  async undo(): Promise<void> {
    const about = await this.#bulk.undo(this.element.acts);
    if (about === null || this.list.byId(about) === undefined) return;
    this.decisions.restore(about);
    this.choose(about);
    this.focus.toComment();
  }

  #step(by: 1 | -1): WorkComment | undefined {
    const next = this.list.walk(by);
    if (next !== undefined) this.choose(next.id);
    return next;
  }

  #workOn(comment: WorkComment | null): void {
    if (comment === null || this.element.document?.mayWrite === true) this.draft.workOn(comment);
  }

  async #apply(comment: WorkComment): Promise<void> {
    if (this.element.document?.mayWrite !== true) return;
    const first = await this.decisions.apply(this.element.acts, comment);
    if (first !== null) scrollToNode(this.draft.view, first.node);
  }
}

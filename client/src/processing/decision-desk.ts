import type { BulkCommand, DossierCommand } from '@draagvlak/contract/client';
import type { ChangedPlace } from '@draagvlak/review';
import { newId } from '../editor/new-id.ts';
import { failureSentences } from '../stores/failure.ts';
import { Store } from '../stores/store.ts';
import { words } from '../stores/words.ts';
import type { BulkDesk } from './bulk-desk.ts';
import { pendingOf, type WorkComment } from './comment-state.ts';
import { commandsOf, type DecisionDraft, EMPTY_DRAFT, faultsOf, withPlaces } from './decision-draft.ts';
import { isFailure, type WorkbenchActs } from './workbench-acts.ts';

export interface DecisionState {
  readonly drafts: ReadonlyMap<string, DecisionDraft>;
  /** The comment whose faults are shown: after a first attempt to propose. */
  readonly attempted: string | null;
  readonly refusals: readonly string[];
  readonly busy: boolean;
  /** Comments whose decision is on its way. */
  readonly saving: ReadonlySet<string>;
  /** For who hears the page. */
  readonly message: string;
}

/** Decisions in the making, one per comment, and what is done with them. */
export class DecisionDesk extends Store<DecisionState> {
  readonly #bulk: BulkDesk;
  readonly #sent = new Map<string, DecisionDraft>();
  #sending: Promise<void> = Promise.resolve();

  constructor(bulk: BulkDesk) {
    super({ drafts: new Map(), attempted: null, refusals: [], busy: false, saving: new Set(), message: '' });
    this.#bulk = bulk;
  }

  draftOf(comment: string | null): DecisionDraft {
    return (comment === null ? undefined : this.value.drafts.get(comment)) ?? EMPTY_DRAFT;
  }

  keep(comment: string | null, draft: DecisionDraft): void {
    if (comment === null) return;
    this.#set({ drafts: new Map(this.value.drafts).set(comment, draft), refusals: [] });
  }

  addPlaces(comment: string, places: readonly ChangedPlace[]): void {
    const draft = this.draftOf(comment);
    const more = withPlaces(draft, places);
    if (more !== draft) this.keep(comment, more);
  }

  forget(comment: string): void {
    const drafts = new Map(this.value.drafts);
    drafts.delete(comment);
    this.#set({ drafts, attempted: this.value.attempted === comment ? null : this.value.attempted, refusals: [] });
  }

  /** Another comment comes into sight. */
  turn(): void {
    this.#set({ refusals: [], message: '' });
  }

  say(message: string): void {
    this.#set({ message });
  }

  /** Begins a decision that takes the place of the confirmed one. */
  correct({ id: comment, standing }: WorkComment): void {
    if (standing === null) return;
    const { kind, motivation, places, into, id } = standing;
    this.keep(comment, { ...EMPTY_DRAFT, kind, motivation: motivation ?? '', places, into, supersedes: id });
  }

  async confirm(acts: WorkbenchActs | null, comment: WorkComment): Promise<void> {
    const disposition = pendingOf(comment)?.id ?? '';
    const { confirmed } = words().processing;
    if (await this.command(acts, { type: 'confirm-disposition', disposition })) this.say(confirmed(comment.number));
  }

  async takeBack(acts: WorkbenchActs | null, comment: WorkComment): Promise<void> {
    const disposition = pendingOf(comment)?.id ?? '';
    const { takenBack } = words().processing;
    if (await this.command(acts, { type: 'take-back-disposition', disposition })) this.say(takenBack(comment.number));
  }

  async command(acts: WorkbenchActs | null, command: DossierCommand): Promise<boolean> {
    if (acts === null) return false;
    await this.#idle();
    this.#set({ busy: true });
    const outcome = await acts.command(command);
    this.#set({ busy: false, refusals: outcome.done ? [] : failureSentences(words(), outcome.failure) });
    return outcome.done;
  }

  /** Puts the text proposal into the draft and prepares the decision; the first place that changed, if any. */
  async apply(acts: WorkbenchActs | null, comment: WorkComment): Promise<ChangedPlace | null> {
    if (acts === null || comment.proposal === null) return null;
    this.#set({ busy: true });
    const answer = await acts.applyProposal(comment.id);
    this.#set({ busy: false });
    if (isFailure(answer)) {
      this.#set({ refusals: failureSentences(words(), answer) });
      return null;
    }
    const { processing } = words();
    const draft = withPlaces(this.draftOf(comment.id), answer);
    const kind = draft.kind ?? 'accepted';
    this.keep(comment.id, { ...draft, kind, motivation: draft.motivation || processing.appliedMotivation });
    this.say(processing.applied);
    return answer[0] ?? null;
  }

  /** Whether the decision can be sent; shows what lacks where it cannot. */
  isComplete(comment: string, others: readonly string[]): boolean {
    this.#set({ attempted: comment });
    return faultsOf(this.draftOf(comment), others).length === 0;
  }

  /**
   * Proposes the decision on a comment, and on the others of its bundle that wait; resolves with whether it was done. One
   * after the other, in the order they were asked for, so that nobody has to wait for the line.
   */
  propose(acts: WorkbenchActs | null, comment: WorkComment, others: readonly string[]): Promise<boolean> {
    const draft = this.draftOf(comment.id);
    if (acts === null || !this.isComplete(comment.id, others)) return Promise.resolve(false);
    this.#saves(comment.id, true);
    const sent = this.#sending.then(() => this.#send(acts, comment, draft, others));
    this.#sending = sent.then(() => undefined);
    return sent;
  }

  /** What was written for the decision that was just taken back, to go on with. */
  restore(comment: string): void {
    const sent = this.#sent.get(comment);
    if (sent !== undefined && !this.value.drafts.has(comment)) this.keep(comment, sent);
  }

  async #send(
    acts: WorkbenchActs,
    comment: WorkComment,
    draft: DecisionDraft,
    others: readonly string[],
  ): Promise<boolean> {
    const { processing, handling } = words();
    const commands = commandsOf(comment.id, draft, others, newId) as readonly BulkCommand[];
    const said = (count: number) =>
      commands.length > 1 ? processing.savedMany(count) : processing.saved(comment.number);
    const done = await this.#bulk.run(acts, commands, said, comment.id);
    this.#saves(comment.id, false);
    // The comment in sight goes first; what the others refused is told with the way back.
    if (done?.[0] !== true) {
      this.say(handling.notSaved(comment.number));
      return false;
    }
    this.#sent.set(comment.id, draft);
    // What was written meanwhile is of a later mind.
    if (this.draftOf(comment.id) === draft) this.forget(comment.id);
    this.say(said(done.filter(Boolean).length));
    return true;
  }

  #saves(comment: string, on: boolean): void {
    const saving = new Set(this.value.saving);
    if (on) saving.add(comment);
    else saving.delete(comment);
    this.#set({ saving });
  }

  /** Who is faster than the line waits for it; nothing asked is dropped. */
  #idle(): Promise<void> {
    if (!this.value.busy) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        if (this.value.busy) return;
        stop();
        resolve();
      });
    });
  }

  #set(part: Partial<DecisionState>): void {
    this.set({ ...this.value, ...part });
  }
}

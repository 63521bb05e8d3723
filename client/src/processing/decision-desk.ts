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
  /** For who hears the page. */
  readonly message: string;
}

/** Decisions in the making, one per comment, and what is done with them. */
export class DecisionDesk extends Store<DecisionState> {
  readonly #bulk: BulkDesk;

  constructor(bulk: BulkDesk) {
    super({ drafts: new Map(), attempted: null, refusals: [], busy: false, message: '' });
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
    this.#set({ drafts, attempted: null, refusals: [] });
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

  /** Proposes the decision on a comment, and on the others of its bundle that wait; resolves with whether it was done. */
  async propose(acts: WorkbenchActs | null, comment: WorkComment, others: readonly string[]): Promise<boolean> {
    await this.#idle();
    const draft = this.draftOf(comment.id);
    this.#set({ attempted: comment.id });
    if (acts === null || faultsOf(draft, others).length > 0) return false;
    const commands = commandsOf(comment.id, draft, others, newId);
    const { processing } = words();
    if (commands.length === 1) {
      const [command] = commands;
      if (command === undefined || !(await this.command(acts, command))) return false;
      this.forget(comment.id);
      this.say(processing.saved(comment.number));
      return true;
    }
    this.#set({ busy: true });
    const done = await this.#bulk.run(acts, commands as readonly BulkCommand[], processing.savedMany);
    this.#set({ busy: false });
    // The comment in sight goes first; what the others refused is told with the way back.
    if (done?.[0] !== true) return false;
    this.forget(comment.id);
    return true;
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

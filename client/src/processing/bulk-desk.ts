import type { BulkCommand } from '@draagvlak/contract/client';
import { refusalSentences } from '@draagvlak/wording';
import { failureSentences } from '../stores/failure.ts';
import { Store } from '../stores/store.ts';
import { words } from '../stores/words.ts';
import { isFailure, type WorkbenchActs } from './workbench-acts.ts';

/** What became of the last act on many comments. */
export interface BulkNotice {
  readonly said: string;
  /** What was not done, with the number of the comment and why. */
  readonly refused: readonly { readonly number: string; readonly why: string }[];
  /** Takes back exactly what was done; empty where nothing can be. */
  readonly undo: readonly BulkCommand[];
}

export interface BulkState {
  readonly busy: boolean;
  readonly notice: BulkNotice | null;
}

/** Carries out acts on many comments: one request, an answer per comment, one way back. */
export class BulkDesk extends Store<BulkState> {
  readonly #numberOf: (command: BulkCommand) => string;

  constructor(numberOf: (command: BulkCommand) => string) {
    super({ busy: false, notice: null });
    this.#numberOf = numberOf;
  }

  /** Resolves with what was done; `null` when the request itself failed or another one is under way. */
  async run(
    acts: WorkbenchActs | null,
    commands: readonly BulkCommand[],
    said: (done: number) => string,
  ): Promise<readonly boolean[] | null> {
    if (acts === null || this.value.busy || commands.length === 0) return null;
    // The list may have changed by the time the answer comes.
    const numbers = commands.map((command) => this.#numberOf(command));
    this.set({ ...this.value, busy: true });
    const answer = await acts.bulk(commands);
    if (isFailure(answer)) {
      const why = failureSentences(words(), answer).join(' ');
      this.set({ busy: false, notice: { said: why, refused: [], undo: [] } });
      return null;
    }
    const refused = answer.results.flatMap(({ refusal }, index) =>
      refusal === null ? [] : [{ number: numbers[index] ?? '', why: refusalSentences(words(), refusal).join(' ') }],
    );
    const done = commands.length - refused.length;
    const text = done === 0 ? words().handling.nothingDone : said(done);
    this.set({ busy: false, notice: { said: text, refused, undo: answer.undo } });
    return answer.results.map(({ refusal }) => refusal === null);
  }

  /** Takes back what was done last, as far as nobody changed it since. */
  async undo(acts: WorkbenchActs | null): Promise<void> {
    const undo = this.value.notice?.undo ?? [];
    const done = await this.run(acts, undo, () => words().handling.doneUndone);
    // What takes back is not taken back in its turn: the way there is to do it again.
    const { notice } = this.value;
    if (done !== null && notice !== null) this.set({ ...this.value, notice: { ...notice, undo: [] } });
  }

  dismiss(): void {
    this.set({ ...this.value, notice: null });
  }
}

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
  /** The comment that it was about, when it was one: to come back to when it is taken back. */
  readonly about: string | null;
}

/** So many acts can be taken back one after the other. */
const MOST = 20;

export interface BulkState {
  readonly busy: boolean;
  readonly notice: BulkNotice | null;
}

/** Carries out acts on many comments: one request, an answer per comment, one way back. */
export class BulkDesk extends Store<BulkState> {
  readonly #numberOf: (command: BulkCommand) => string;
  /** What was done before that and can be taken back as well, the last first. */
  #earlier: readonly BulkNotice[] = [];

  constructor(numberOf: (command: BulkCommand) => string) {
    super({ busy: false, notice: null });
    this.#numberOf = numberOf;
  }

  /** Resolves with what was done; `null` when the request itself failed. One after the other: nothing asked is dropped. */
  async run(
    acts: WorkbenchActs | null,
    commands: readonly BulkCommand[],
    saidOf: (done: number) => string,
    about: string | null = null,
  ): Promise<readonly boolean[] | null> {
    if (acts === null || commands.length === 0) return null;
    while (this.value.busy) await this.#idle();
    // The list may have changed by the time the answer comes.
    const numbers = commands.map((command) => this.#numberOf(command));
    this.set({ ...this.value, busy: true });
    const answer = await acts.bulk(commands);
    if (isFailure(answer)) {
      const why = failureSentences(words(), answer).join(' ');
      // By now another comment may be in sight.
      const said = about === null ? why : `${words().handling.notSaved(numbers[0] ?? '')} ${why}`;
      this.set({ busy: false, notice: { ...this.#last(), said, refused: [] } });
      return null;
    }
    const refused = answer.results.flatMap(({ refusal }, index) =>
      refusal === null ? [] : [{ number: numbers[index] ?? '', why: refusalSentences(words(), refusal).join(' ') }],
    );
    const done = commands.length - refused.length;
    const text = done === 0 ? words().handling.nothingDone : saidOf(done);
    const notice = { said: text, refused, undo: answer.undo, about };
    if (answer.undo.length > 0) this.#earlier = [notice, ...this.#earlier].slice(0, MOST);
    this.set({ busy: false, notice: done === 0 ? { ...notice, ...this.#last() } : notice });
    return answer.results.map(({ refusal }) => refusal === null);
  }

  /**
   * Takes back what was done last, as far as nobody changed it since; asked again, what was done before that. Resolves
   * with the comment that it was about, `null` for more than one or none.
   */
  async undo(acts: WorkbenchActs | null): Promise<string | null> {
    const [last, ...rest] = this.#earlier;
    if (last === undefined || this.value.busy) return null;
    const done = await this.run(acts, last.undo, () => words().handling.doneUndone);
    if (done === null) return null;
    // What takes back is not taken back in its turn: the way there is to do it again.
    this.#earlier = rest;
    const { notice } = this.value;
    if (notice !== null) this.set({ ...this.value, notice: { ...notice, ...this.#last() } });
    return done.includes(true) ? last.about : null;
  }

  #last(): Pick<BulkNotice, 'undo' | 'about'> {
    const [last] = this.#earlier;
    return { undo: last?.undo ?? [], about: last?.about ?? null };
  }

  #idle(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        if (this.value.busy) return;
        stop();
        resolve();
      });
    });
  }

  dismiss(): void {
    this.set({ ...this.value, notice: null });
  }
}

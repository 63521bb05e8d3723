/** Contexts kept per connection; the oldest are long stored. */
const KEPT = 256;

interface Announced {
  readonly clock: number;
  readonly comment: string | null;
  /** `null`: for every client id that has no announcement of its own. */
  readonly client: number | null;
}

/**
 * The comments that one connection announced to be working on. Each applies from a clock of the sender's client id
 * until the next, so that what was typed before the announcement, or offline, keeps the ground it had. Text that was left
 * behind by an earlier page was typed under another client id, which is then named.
 */
export class WorkingOn {
  #announced: readonly Announced[] = [];

  /** The later announcement wins for every clock of that client id from its own on. */
  announce(comment: string | null, clock: number, client: number | null = null): void {
    const kept = this.#announced.filter((earlier) => earlier.client !== client || earlier.clock < clock);
    this.#announced = [...kept, { clock, comment, client }].slice(-KEPT);
  }

  /** The comment announced last; grounds what is deleted. */
  get present(): string | null {
    return this.#announced.at(-1)?.comment ?? null;
  }

  /** The contexts as they are now, as a function that later announcements leave alone. */
  asOfNow(): (clock: number, client: number) => string | null {
    const announced = this.#announced;
    return (clock, client) => {
      const named = announced.some((one) => one.client === client);
      const about = named ? client : null;
      return announced.findLast((one) => one.client === about && one.clock <= clock)?.comment ?? null;
    };
  }
}

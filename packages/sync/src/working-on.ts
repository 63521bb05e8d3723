/** Contexts kept per connection; the oldest are long stored. */
const KEPT = 256;

/**
 * The comments that one connection announced to be working on. Each applies from a clock of the sender's client id
 * until the next, so that what was typed before the announcement, or offline, keeps the ground it had.
 */
export class WorkingOn {
  #announced: { readonly clock: number; readonly comment: string | null }[] = [];

  /** The later announcement wins for every clock from its own on. */
  announce(comment: string | null, clock: number): void {
    this.#announced = [...this.#announced.filter((earlier) => earlier.clock < clock), { clock, comment }].slice(-KEPT);
  }

  /** The comment in force now; grounds what is deleted. */
  get present(): string | null {
    return this.#announced.at(-1)?.comment ?? null;
  }

  /** The contexts as they are now, as a function that later announcements leave alone. */
  asOfNow(): (clock: number) => string | null {
    const announced = this.#announced;
    return (clock) => announced.findLast((earlier) => earlier.clock <= clock)?.comment ?? null;
  }
}

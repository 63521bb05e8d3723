/** So many lines beyond the one in sight stand there in the first frame; they fill a tall screen. */
const FIRST = 45;
const PER_FRAME = 90;

/**
 * How much of a long list is shown: at once what may be on the screen, and in the frames after it the rest. So a list of
 * hundreds answers a key within a frame or two and is still whole, for finding in the page and for who hears it.
 */
export class Slices {
  #shown = 0;
  #frame = 0;
  readonly #more: () => void;

  /** @param more shows the list again, with more of it */
  constructor(more: () => void) {
    this.#more = more;
  }

  /** Another list: begins again, with everything up to the place in sight. */
  begin(at: number): void {
    this.stop();
    this.#shown = Math.max(0, at) + FIRST;
  }

  /** How many of so many lines are shown now. */
  of(total: number): number {
    if (this.#shown >= total) {
      // What comes in later belongs to the list that is there already.
      this.#shown = Number.POSITIVE_INFINITY;
      return total;
    }
    if (this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => {
        // After the frame that is being made, not in it.
        this.#frame = requestAnimationFrame(() => {
          this.#frame = 0;
          this.#shown += PER_FRAME;
          this.#more();
        });
      });
    }
    return this.#shown;
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}

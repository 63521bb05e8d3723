/** Milliseconds of work at a stretch after which others have their turn. */
const STRETCH = 10;

/** Lets others have their turn in long work: call it between small pieces, it waits only when enough was done. */
export type Breath = () => Promise<void>;

/** @param elapsed milliseconds that only go forward */
export function createBreath(elapsed: () => number): Breath {
  let since = elapsed();
  return async () => {
    if (elapsed() - since < STRETCH) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = elapsed();
  };
}

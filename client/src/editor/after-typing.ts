import { isUnfetched } from '../stores/download.ts';

/** How long to wait before asking again for what the line did not bring, in milliseconds. */
const AGAIN = 3000;

/**
 * Fetches what somebody needs only once they can type: tools, forms, panes. Asks again until it is there; elements that
 * stand on the page already come to life then. Fails when it came and does not work.
 */
export async function afterTyping(...loads: readonly (() => Promise<unknown>)[]): Promise<void> {
  await Promise.all(
    loads.map(async (load) => {
      for (;;) {
        try {
          await load();
          return;
        } catch (error) {
          if (!isUnfetched(error)) throw error;
          await new Promise((resolve) => setTimeout(resolve, AGAIN));
        }
      }
    }),
  );
}

/** Resolves when what the page holds now has been painted, so that what comes after it does not hold it up. */
export function shown(): Promise<void> {
  return new Promise((resolve) => {
    // A page that nobody looks at is not painted.
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}

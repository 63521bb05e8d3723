/** How long to wait before asking again for what the line did not bring, in milliseconds. */
const AGAIN = 3000;

/**
 * Fetches what somebody needs only once they can type: tools, forms, panes. Asks again until it is there; elements that
 * stand on the page already come to life then.
 */
export async function afterTyping(...loads: readonly (() => Promise<unknown>)[]): Promise<void> {
  await Promise.all(
    loads.map(async (load) => {
      for (;;) {
        try {
          await load();
          return;
        } catch {
          await new Promise((resolve) => setTimeout(resolve, AGAIN));
        }
      }
    }),
  );
}

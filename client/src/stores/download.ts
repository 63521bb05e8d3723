/**
 * Whether a part of the app did not arrive: the line is down, or a newer release took its place. What else goes wrong
 * while a part is fetched is a fault in it, which no trying again mends. Browsers tell only in words.
 */
export const isUnfetched = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script|preload CSS/i.test(error.message);

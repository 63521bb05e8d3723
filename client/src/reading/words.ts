import type { readingPage } from '@draagvlak/wording/reading-page';

export type Words = typeof readingPage;

/** The words of the page, in the language in which the server made it; its entry hands them over before anything else runs. */
export let words: Words;

export function speak(language: Words): void {
  words = language;
}

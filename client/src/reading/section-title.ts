import { words } from './words.ts';

/** Number and title of a section as the page shows them; `null` is the document as a whole. */
export function sectionTitle(text: HTMLElement, section: string | null): string {
  if (section === null) return words.reading.wholeDocument;
  const heading = text.querySelector(`[data-block="${CSS.escape(section)}"]`);
  const copy = heading?.cloneNode(true) as HTMLElement | undefined;
  const number = copy?.querySelector('.no')?.textContent?.trim() ?? '';
  for (const part of copy?.querySelectorAll('[data-generated]') ?? []) part.remove();
  return [number, copy?.textContent?.trim() ?? ''].filter(Boolean).join(' ') || words.reading.wholeDocument;
}

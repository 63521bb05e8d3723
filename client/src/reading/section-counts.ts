import { heatStep } from '../elements/heat-step.ts';
import { element, heat } from './element.ts';
import { words } from './words.ts';

/** Comments per entry of the contents: of the section itself and of all sections below it. */
export function countsByChapter(
  perSection: Readonly<Record<string, number>>,
  sectionsIn: (chapter: string) => readonly string[],
  chapters: readonly string[],
): ReadonlyMap<string, number> {
  return new Map(
    chapters.map((chapter) => [
      chapter,
      sectionsIn(chapter).reduce((sum, section) => sum + (perSection[section] ?? 0), 0),
    ]),
  );
}

/** Puts the counts beside the contents and keeps them fresh. */
export function showCounts(
  contents: HTMLElement,
  text: HTMLElement,
  perSection: Readonly<Record<string, number>>,
): void {
  const links = [...contents.querySelectorAll<HTMLAnchorElement>('.outline a[href^="#"]')];
  const idOf = (link: HTMLAnchorElement) => decodeURIComponent(link.hash.slice(1));
  const sectionsIn = (chapter: string) => {
    const section = text.querySelector(`section[id="${CSS.escape(chapter)}"]`);
    return [chapter, ...[...(section?.querySelectorAll('section[id]') ?? [])].map(({ id }) => id)];
  };
  const counts = countsByChapter(perSection, sectionsIn, links.map(idOf));
  const most = Math.max(1, ...counts.values());
  for (const link of links) {
    link.querySelector('.side')?.remove();
    const count = counts.get(idOf(link)) ?? 0;
    if (count === 0) continue;
    link.append(
      element(
        'span',
        { class: 'side' },
        heat(count, most, heatStep(count, most)),
        element('span', { class: 'n', 'aria-hidden': 'true' }, String(count)),
        element('span', { class: 'hidden-text' }, words.reading.inThisSection(count)),
      ),
    );
  }
}

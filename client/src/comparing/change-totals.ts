import type { Summary } from '@draagvlak/compare';
import { words } from '../stores/words.ts';

/** How much changed and of which kinds, in one sentence for who hears the page. */
export function changeTotals({ changes, sections, byCategory }: Summary): string {
  const { comparing, vocabulary, numbers } = words();
  if (changes === 0) return comparing.noChanges;
  const each = Object.entries(byCategory)
    .filter(([, count]) => count > 0)
    .map(([category, count]) => `${count} ${vocabulary.categories[category as keyof typeof byCategory].toLowerCase()}`);
  return `${comparing.totals(changes, sections.touched)} ${numbers.list(each)}.`;
}

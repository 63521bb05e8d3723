import type { TopJson } from '../json.ts';
import { outline } from '../outline.ts';
import { ordinals } from './office.ts';

/**
 * How many lists got other numbers than they had where they come from: a list here begins at 1 and goes on until
 * something else stands between its items.
 *
 * @param numbered what each item may have been numbered, by id
 */
export function changedNumbers(content: readonly TopJson[], numbered: ReadonlyMap<string, readonly number[]>): number {
  if (numbered.size === 0) return 0;
  const { itemNumber } = outline({ type: 'doc', content });
  let lists = 0;
  let differed = false;
  for (const [id, were] of numbered) {
    const is = ordinals(itemNumber(id) ?? '');
    const differs = is.length > 0 && !were.some((number) => is.includes(number));
    // One list that goes on with other numbers is one difference, not one for each item.
    if (differs && !differed) lists += 1;
    differed = differs;
  }
  return lists;
}

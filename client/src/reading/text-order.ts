import type { CommentView } from '@draagvlak/contract/client';
import { elementOf } from './places.ts';

/** Sorts comments in the order of this text; remarks on the whole document come last. */
export function textOrder(text: HTMLElement): (comments: readonly CommentView[]) => readonly CommentView[] {
  const order = new Map([...text.querySelectorAll('[data-block]')].map((part, index) => [part, index]));
  const placeOf = ({ anchor }: CommentView): number => {
    const place = elementOf(text, anchor);
    const block = place?.matches('[data-block]') ? place : place?.querySelector('[data-block]');
    return (block && order.get(block)) ?? Number.MAX_SAFE_INTEGER;
  };
  return (comments) =>
    comments.toSorted((one, other) => placeOf(one) - placeOf(other) || one.number.localeCompare(other.number));
}

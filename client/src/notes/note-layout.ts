/** A card to be placed beside the text, in pixels. */
export interface Card {
  /** Where the line stands that it belongs to. */
  readonly line: number;
  readonly height: number;
}

export interface Room {
  readonly height: number;
  /** Between two cards. */
  readonly gap: number;
}

/**
 * The tops of cards beside their lines: in the given order, none over another, all within the room. The active one
 * stands exactly at its line as long as those before and behind it leave it the room to; the others as near to theirs as
 * they can behind or above it.
 *
 * @param active index of the card that is looked at; `null` for none
 * @returns `null` when the cards do not fit in the room
 */
export function layOut(cards: readonly Card[], active: number | null, { height, gap }: Room): readonly number[] | null {
  const needed = cards.reduce((sum, card) => sum + card.height, 0) + gap * Math.max(0, cards.length - 1);
  if (needed > height) return null;
  const tops = cards.map(() => 0);
  /** What the cards before this one need at least. */
  const least: number[] = [];
  let before = 0;
  for (const card of cards) {
    least.push(before);
    before += card.height + gap;
  }
  const most = (index: number) => height - (needed - (least[index] ?? 0));
  const within = (index: number, top: number) => Math.min(most(index), Math.max(least[index] ?? 0, top));
  const first = active !== null && cards[active] !== undefined ? active : 0;
  let floor = 0;
  for (let index = first; index < cards.length; index += 1) {
    const card = cards[index] as Card;
    tops[index] = within(index, Math.max(floor, card.line));
    floor = (tops[index] as number) + card.height + gap;
  }
  let ceiling = tops[first] ?? 0;
  for (let index = first - 1; index >= 0; index -= 1) {
    const card = cards[index] as Card;
    tops[index] = within(index, Math.min(ceiling - gap - card.height, card.line));
    ceiling = tops[index] as number;
  }
  return tops;
}

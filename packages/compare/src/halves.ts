import { LEAF } from '@draagvlak/document';
import { type Bag, shared, without } from './tokens.ts';

/** Share of a left-over paragraph's words that must be missing from its neighbour to be the rest of it. */
const CONTAINED = 0.8;
const FEWEST_WORDS = 3;
/** How far from its other half a split-off paragraph may stand: something may have been put between. */
const REACH = 3;

/** What is asked of a node to tell whether it is the other half of something. */
export interface Half {
  readonly type: string;
  readonly text: string;
  readonly words: Bag;
}

/**
 * Unpaired text blocks whose words went missing from (or came into) the pair of a neighbour: their indexes by the index
 * of that pair's node on the other side.
 */
export function halves(
  nodes: readonly Half[],
  partner: Int32Array,
  others: readonly Half[],
): ReadonlyMap<number, readonly number[]> {
  const rests = new Map<number, Bag>();
  const joined = new Map<number, number[]>();
  const tryJoin = (index: number, beside: number): boolean => {
    const neighbour = nodes[beside];
    if (neighbour?.type !== 'block') return false;
    const whole = partner[beside] as number;
    const other = whole === -1 ? undefined : others[whole];
    if (other?.type !== 'block') return false;
    // from a text that stayed as it was nothing is missing: that needs no count of words
    if (neighbour.text === other.text && !neighbour.text.includes(LEAF)) return false;
    const { words } = nodes[index] as Half;
    const rest = rests.get(whole) ?? without(other.words, neighbour.words);
    rests.set(whole, rest);
    if (rest.length === 0 || shared(words, rest) < CONTAINED * words.length) return false;
    rests.set(whole, without(rest, words));
    joined.set(whole, [...(joined.get(whole) ?? []), index]);
    return true;
  };
  nodes.forEach((node, index) => {
    if (partner[index] !== -1 || node.type !== 'block' || node.words.length < FEWEST_WORDS) return;
    for (let step = 1; step <= REACH; step += 1) {
      if (tryJoin(index, index - step) || tryJoin(index, index + step)) return;
    }
  });
  return joined;
}

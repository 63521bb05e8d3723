import type { Alignable } from './agreement.ts';

interface Ballot {
  readonly i: number;
  readonly j: number;
  /** Characters of the body that went from the section of heading `i` to that of heading `j`. */
  readonly weight: number;
}

interface Tally {
  sum: number;
  most: number;
}

/**
 * Pairs of headings, by index on both sides, one of which mainly took over the body of the other; the best first.
 * `toBefore` gives the partner of each node of the second side, or -1.
 */
export function headingVotes(
  before: readonly Alignable[],
  after: readonly Alignable[],
  toBefore: Int32Array,
): readonly Ballot[] {
  const votes = new Map<number, Map<number, number>>();
  after.forEach((node, j) => {
    const i = toBefore[j] as number;
    if (i === -1 || node.heading === -1) return;
    const { heading } = before[i] as Alignable;
    if (heading === -1) return;
    const counts = votes.get(node.heading) ?? new Map<number, number>();
    votes.set(node.heading, counts.set(heading, (counts.get(heading) ?? 0) + 1 + node.text.length));
  });
  const ballots = [...votes].flatMap(([j, counts]) => [...counts].map(([i, weight]): Ballot => ({ i, j, weight })));
  const left = tallied(ballots, 'i');
  const right = tallied(ballots, 'j');
  const of = (ballot: Ballot): readonly [Tally, Tally] => [left.get(ballot.i) as Tally, right.get(ballot.j) as Tally];
  // a section that was split lives on in its first large part, merged sections in the first large one
  const leads = (ballot: Ballot) => (of(ballot).every(({ most }) => 2 * ballot.weight >= most) ? 1 : 0);
  return ballots
    .filter((ballot) => 2 * ballot.weight > Math.min(...of(ballot).map(({ sum }) => sum)))
    .toSorted(
      (one, two) =>
        leads(two) - leads(one) || one.j + one.i - two.j - two.i || two.weight - one.weight || one.j - two.j,
    );
}

function tallied(ballots: readonly Ballot[], of: 'i' | 'j'): ReadonlyMap<number, Tally> {
  const found = new Map<number, Tally>();
  for (const ballot of ballots) {
    const tally = found.get(ballot[of]) ?? { sum: 0, most: 0 };
    tally.sum += ballot.weight;
    tally.most = Math.max(tally.most, ballot.weight);
    found.set(ballot[of], tally);
  }
  return found;
}

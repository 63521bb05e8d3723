import type { Comment, Decision, Words } from './comment.ts';
import { answer, standing } from './disposition.ts';
import type { Finding, LedgerInput, Link } from './ledger.ts';
import { quotedWords, remaining, wordsSaidGone } from './remaining-words.ts';
import { Touched } from './touched.ts';

export interface AuditInput extends Omit<LedgerInput, 'grounds'> {
  readonly links: readonly Link[];
  /** Findings the chair let stand, with the reason; the last one for a key counts. */
  readonly settled: readonly { readonly finding: string; readonly reason: string }[];
  /** What was written, for words that are kept in a blob; `null` when they are erased. */
  readonly wordsOf?: (words: Words) => string | null;
}

/**
 * What does not add up between the promises (dispositions) and the deeds (changes):
 *
 * - a comment that was taken over, wholly or in part, without a change that bears it out;
 * - a change without a recorded or stated ground, or with one for only part of it;
 * - a comment without an answer, save late ones and those kept for the next revision;
 * - a comment that was not taken over while its passage did change;
 * - a disposition that names a place which no longer exists;
 * - words that a disposition says are gone and that still stand somewhere.
 *
 * Overlap is no ground. Ordered by kind, then by comment or in document order.
 */
export function audit(input: AuditInput): Finding[] {
  const auditor = new Auditor(input);
  const living = input.comments.filter(({ withdrawnAt }) => withdrawnAt === null);
  const findings = [
    ...living.flatMap((comment) => auditor.acceptedWithoutChange(comment)),
    ...auditor.changesWithoutGround(),
    ...living.flatMap((comment) => auditor.unanswered(comment)),
    ...living.flatMap((comment) => auditor.rejectedButChanged(comment)),
    ...living.flatMap((comment) => auditor.placesGone(comment)),
    ...living.flatMap((comment) => auditor.wordsRemain(comment)),
  ];
  const reasons = new Map(input.settled.map(({ finding, reason }) => [finding, reason]));
  return findings.map((finding) => ({ ...finding, settled: reasons.get(finding.key) ?? null }));
}

type Taken = Extract<Decision, { places: readonly unknown[] }>;

class Auditor {
  readonly #input: AuditInput;
  readonly #touched: Touched;
  readonly #links: ReadonlyMap<string, readonly Link[]>;

  constructor(input: AuditInput) {
    this.#input = input;
    this.#touched = new Touched(input.before, input.after, input.comparison);
    const links = new Map<string, Link[]>();
    for (const link of input.links) links.set(link.change, [...(links.get(link.change) ?? []), link]);
    this.#links = links;
  }

  acceptedWithoutChange(comment: Comment): Finding[] {
    const taken = takenOver(comment);
    if (!taken) return [];
    const borneOut = this.#input.links.some((link) => link.comment === comment.id && link.how !== 'overlap');
    const node = taken.places[0]?.node ?? comment.anchor.section;
    return borneOut ? [] : [finding('accepted-without-change', { comment: comment.id, node })];
  }

  changesWithoutGround(): Finding[] {
    const mixed = new Set(this.#input.attributions.filter((one) => one.mixed).map(({ key }) => key));
    const byId = new Map(this.#input.comments.map((comment) => [comment.id, comment]));
    return this.#input.comparison.changes.flatMap((change) => {
      // What a machine numbers anew is nobody's change.
      if (change.kind === 'renumbered') return [];
      const grounds = (this.#links.get(change.key) ?? []).filter((link) => {
        if (link.how !== 'disposition' || !link.comment) return link.how !== 'overlap';
        // A whole section named as the place does not explain every word that changed in it.
        const taken = takenOver(byId.get(link.comment)!);
        return taken?.places.some((place) => this.#touched.isPreciselyAt(change, place)) ?? false;
      });
      const isStated = grounds.some(({ how }) => how === 'attached');
      if (isStated || (grounds.length > 0 && !mixed.has(change.key))) return [];
      const node = (change.after ?? change.before)?.nodes[0] ?? change.after?.section ?? null;
      return [finding('change-without-ground', { change: change.key, node })];
    });
  }

  unanswered(comment: Comment): Finding[] {
    if (comment.late || comment.outOfScope || answer(comment, this.#input.comments)) return [];
    return [finding('comment-unanswered', { comment: comment.id, node: comment.anchor.section })];
  }

  rejectedButChanged(comment: Comment): Finding[] {
    const { anchor, id } = comment;
    if (standing(comment)?.decision.kind !== 'not-accepted') return [];
    if (anchor.scope === 'document' || anchor.scope === 'section') return [];
    const placement = this.#input.placements.get(id);
    if (!placement || placement.rung === 'exact' || placement.rung === 'moved') return [];
    const change = this.#input.comparison.changes.find((one) => this.#touched.overlaps(one, anchor, placement));
    const node = placement.start?.block ?? placement.node ?? placement.section;
    return [finding('rejected-but-changed', { comment: id, change: change?.key ?? null, node }, id)];
  }

  placesGone(comment: Comment): Finding[] {
    const gone = (takenOver(comment)?.places ?? []).filter(({ node }) => {
      if (this.#touched.has('after', node)) return false;
      // Taking it out may be what was promised: then the comparison shows it as deleted.
      const isDeletion = this.#input.comparison.changes.some(
        (change) => change.kind === 'deleted' && this.#touched.isPreciselyAt(change, { section: null, node }),
      );
      return !isDeletion;
    });
    return gone.map(({ node, section }) =>
      finding('place-gone', { comment: comment.id, node: section ?? node }, `${comment.id}:${node}`),
    );
  }

  wordsRemain(comment: Comment): Finding[] {
    const taken = takenOver(comment);
    if (!taken) return [];
    const words = [...wordsSaidGone(this.#words(taken.motivation)), ...this.#wordsReplaced(comment)];
    return remaining(this.#input.after, words).map(({ block, text }) =>
      finding(
        'words-remain',
        { comment: comment.id, node: block, text },
        `${comment.id}:${block}:${text.toLowerCase()}`,
      ),
    );
  }

  /** Words an editorial comment objects to by name, in its own passage, and that its proposal does without. */
  #wordsReplaced({ kind, body, proposal, anchor }: Comment): string[] {
    if (kind !== 'editorial' || !proposal) return [];
    const instead = this.#words(proposal).toLowerCase();
    const quote = anchor.quote.toLowerCase();
    return quotedWords(this.#words(body)).filter((word) => {
      const plain = word.toLowerCase();
      return plain.length > 4 && quote.includes(plain) && !instead.includes(plain);
    });
  }

  #words(words: Words): string {
    if (this.#input.wordsOf) return this.#input.wordsOf(words) ?? '';
    return 'words' in words ? words.words : '';
  }
}

/** The decision of a comment that is taken over, wholly or in part. */
function takenOver(comment: Comment): Taken | null {
  const decision = standing(comment)?.decision;
  return decision && 'places' in decision ? decision : null;
}

function finding(
  kind: Finding['kind'],
  about: Partial<Omit<Finding, 'key' | 'kind' | 'settled'>>,
  what: string = about.change ?? about.comment ?? '',
): Finding {
  return { key: `${kind}:${what}`, kind, comment: null, change: null, node: null, text: null, ...about, settled: null };
}

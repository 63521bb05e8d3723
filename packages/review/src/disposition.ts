import type { Comment, CommentId, Decision, Disposition, DispositionKind, Words } from './comment.ts';

/** What a decision of one kind must carry (vocabulary of the review procedure). */
export interface Demands {
  readonly motivation: 'none' | 'optional' | 'required';
  /** Places in the draft that bear it out. */
  readonly places: 'none' | 'required';
  /** The comment it is merged into. */
  readonly into: 'none' | 'required';
}

const DEMANDS: Readonly<Record<DispositionKind, Demands>> = {
  accepted: { motivation: 'required', places: 'required', into: 'none' },
  'partly-accepted': { motivation: 'required', places: 'required', into: 'none' },
  'not-accepted': { motivation: 'required', places: 'none', into: 'none' },
  answered: { motivation: 'required', places: 'none', into: 'none' },
  noted: { motivation: 'optional', places: 'none', into: 'none' },
  merged: { motivation: 'optional', places: 'none', into: 'required' },
  'out-of-scope': { motivation: 'required', places: 'none', into: 'none' },
  deferred: { motivation: 'required', places: 'none', into: 'none' },
};

/** What a decision of this kind demands; the form, the API and {@link checkDecision} ask it. */
export function decisionDemands(kind: DispositionKind): Demands {
  return DEMANDS[kind];
}

/** Why a decision cannot stand, with the field concerned; the codes are refusals of the procedure. */
export interface DecisionFault {
  readonly code: 'motivation-required' | 'place-required' | 'merge-target-required' | 'merge-cycle' | 'unknown-comment';
  readonly field: 'motivation' | 'places' | 'into';
}

/**
 * Whether a decision carries what its kind demands. A merge points at another comment on the same document which is not
 * withdrawn, and following the merges from there never comes back here. `null` when all is well.
 *
 * @param comments all comments of the dossier; for a merge only
 */
export function checkDecision(
  input: { readonly comment: CommentId; readonly decision: Decision },
  comments: readonly Comment[],
): DecisionFault | null {
  const { comment, decision } = input;
  const { motivation, places } = decisionDemands(decision.kind);
  if (motivation === 'required' && !hasWords(decision.motivation)) {
    return { code: 'motivation-required', field: 'motivation' };
  }
  if (places === 'required' && (!('places' in decision) || decision.places.length === 0)) {
    return { code: 'place-required', field: 'places' };
  }
  return decision.kind === 'merged' ? checkMerge(comment, decision.into, comments) : null;
}

function checkMerge(comment: CommentId, into: CommentId, comments: readonly Comment[]): DecisionFault | null {
  if (into === '') return { code: 'merge-target-required', field: 'into' };
  if (into === comment) return { code: 'merge-cycle', field: 'into' };
  const byId = new Map(comments.map((each) => [each.id, each]));
  const own = byId.get(comment);
  const target = byId.get(into);
  if (!target || target.withdrawnAt !== null || (own && own.document !== target.document)) {
    return { code: 'unknown-comment', field: 'into' };
  }
  return mergePath(target, byId).some(({ id }) => id === comment) ? { code: 'merge-cycle', field: 'into' } : null;
}

/** Words count when a blob holds them or they are more than white space. */
function hasWords(words: Words | null): boolean {
  return words !== null && ('blob' in words || words.words.trim() !== '');
}

/**
 * The disposition that holds for a comment: the confirmed one that no later confirmed one corrects; while none is
 * confirmed, the latest proposal that was not taken back. `null`: still open.
 */
export function standing(comment: Pick<Comment, 'dispositions'>): Disposition | null {
  const alive = comment.dispositions.filter(({ takenBackAt }) => takenBackAt === null);
  const confirmed = alive.filter(({ confirmedAt }) => confirmedAt !== null);
  const superseded = new Set(confirmed.map(({ supersedes }) => supersedes));
  return confirmed.findLast(({ id }) => !superseded.has(id)) ?? alive.at(-1) ?? null;
}

/** A proposal that waits for the chair, also one that would correct a confirmed disposition; `null` when none does. */
export function pending(comment: Pick<Comment, 'dispositions'>): Disposition | null {
  const last = comment.dispositions.filter(({ takenBackAt }) => takenBackAt === null).at(-1);
  return last && last.confirmedAt === null ? last : null;
}

/**
 * The disposition that answers a comment: its own, or for a merged one that of the comment it was merged into, however
 * many steps away. `null` while open, and where merges run in a circle, since then nobody is answered.
 */
export function answer(comment: Comment, comments: readonly Comment[]): Disposition | null {
  const own = standing(comment);
  // Most are answered themselves: then there is no path to follow, and all others need not be gone through.
  if (own?.decision.kind !== 'merged') return own;
  const byId = new Map(comments.map((each) => [each.id, each]));
  const found = standing(mergePath(comment, byId).at(-1)!);
  return found?.decision.kind === 'merged' ? null : found;
}

/** From a comment along the merges that hold, each comment once. */
function mergePath(start: Comment, byId: ReadonlyMap<CommentId, Comment>): Comment[] {
  const path: Comment[] = [];
  const seen = new Set<CommentId>();
  let at: Comment | undefined = start;
  while (at && !seen.has(at.id)) {
    path.push(at);
    seen.add(at.id);
    const decision: Decision | undefined = standing(at)?.decision;
    at = decision?.kind === 'merged' ? byId.get(decision.into) : undefined;
  }
  return path;
}

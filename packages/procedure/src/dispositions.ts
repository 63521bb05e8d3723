import { type Comment, type Disposition, pending, type PersonId, standing } from '@draagvlak/review';
import type { Dossier } from './dossier.ts';
import { isOwn } from './members.ts';

/** The decision that holds: the last one that was confirmed. */
export function confirmedDisposition(comment: Comment): Disposition | null {
  const found = standing(comment);
  return found?.confirmedAt == null ? null : found;
}

export function isDisposed(comment: Comment): boolean {
  return standing(comment) !== null;
}

/** Confirmed, and no correction waits. */
export function isSettled(comment: Comment): boolean {
  return confirmedDisposition(comment) !== null && pending(comment) === null;
}

/**
 * Four eyes: who confirms a proposal. As a rule the chair; nobody confirms on a comment of their own or of their own
 * organisation, and where that holds for every chair another member of the committee confirms instead.
 */
export function mayConfirm(
  dossier: Dossier,
  person: PersonId,
  comment: Comment,
  disposition: Disposition,
): true | 'own-organisation' | 'chair-required' {
  if (isOwn(dossier, person, comment)) return 'own-organisation';
  const chairs = dossier.members.filter((one) => one.role === 'wbc-chair').map((one) => one.person);
  if (chairs.includes(person)) return true;
  const chairsAreConflicted = chairs.every((chair) => isOwn(dossier, chair, comment));
  return chairsAreConflicted && disposition.proposedBy !== person ? true : 'chair-required';
}

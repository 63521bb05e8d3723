import type { Comment, Disposition, PersonId } from '@draagvlak/review';
import type { CommentSight } from './definition.ts';
import type { Actor, Dossier, FrozenVersion } from './dossier.ts';
import { activeRoles, isOwn, phaseDefinition, rolesOf } from './members.ts';
import { currentRound, findRound, roundOfVersion } from './rounds.ts';

/** Roles of the committee and its secretary: the authors. */
const committee = ['wbc-member', 'wbc-chair', 'secretary'] as const;

export function isCommittee(dossier: Dossier, person: PersonId): boolean {
  return rolesOf(dossier, person).some((role) => committee.some((one) => one === role));
}

/** The widest sight of a person's roles in the current phase. */
export function commentSight(dossier: Dossier, person: PersonId): CommentSight {
  const { sees } = phaseDefinition(dossier);
  const sights = rolesOf(dossier, person).map((role) => sees[role] ?? 'own');
  if (sights.includes('all')) return 'all';
  return sights.includes('past-rounds') ? 'past-rounds' : 'own';
}

/** Whether this person may know of this comment. A comment that was taken back is known to nobody. */
export function isCommentVisible(dossier: Dossier, actor: Actor, comment: Comment): boolean {
  if (dossier.takenBack.includes(comment.id)) return false;
  if (rolesOf(dossier, actor.person).length === 0) return false;
  if (isOwn(dossier, actor.person, comment)) return true;
  if (!wasShown(dossier, actor.person)) return false;
  if (findRound(dossier, comment.round)?.commentsPublishedAt != null) return true;
  const sight = commentSight(dossier, actor.person);
  return sight === 'all' || (sight === 'past-rounds' && currentRound(dossier)?.id !== comment.round);
}

/** Comments this person may read: an organisation its own and what is published, others as the definition says. */
export function visibleComments(dossier: Dossier, actor: Actor): readonly Comment[] {
  return dossier.comments.filter((one) => isCommentVisible(dossier, actor, one));
}

/** The dispositions on a comment this person may read: proposals are the committee's, decisions everybody's. */
export function visibleDispositions(dossier: Dossier, actor: Actor, comment: Comment): readonly Disposition[] {
  if (isCommittee(dossier, actor.person)) return comment.dispositions;
  return comment.dispositions.filter((one) => one.confirmedAt !== null);
}

/**
 * Whether a person has or had a part in this dossier: a role with a right in the current phase, or in a phase that was
 * entered before. Who could read what was published keeps that, also in a phase in which the table gives nothing new.
 */
export function wasShown(dossier: Dossier, person: PersonId): boolean {
  return dossier.history.some(({ phase }) => activeRoles(dossier, person, phase).length > 0);
}

/**
 * Versions a person may read. Who takes part in the procedure as a body reads every version in the phases where the table
 * says R; for the others, and in the other phases, what was laid before them: in a round they could read, or published.
 */
export function isVersionVisible(dossier: Dossier, actor: Actor, version: FrozenVersion): boolean {
  const { person } = actor;
  if (isVersionPublic(dossier, version)) return true;
  if (!wasShown(dossier, person)) return false;
  const now = activeRoles(dossier, person);
  if (now.some((role) => role !== 'stakeholder' && role !== 'reader')) return true;
  if (version.publishedAt !== null) return true;
  const round = roundOfVersion(dossier, version.id);
  if (round === null) return false;
  const phase = dossier.definition.phases.find((one) => one.round === round.kind)?.phase;
  return phase !== undefined && activeRoles(dossier, person, phase).length > 0;
}

/** Whether everybody may read a version, in the dossier or not: it was published and the table gives a reader R now. */
export function isVersionPublic(dossier: Dossier, version: FrozenVersion): boolean {
  return version.publishedAt !== null && (phaseDefinition(dossier).rights.reader ?? []).includes('read');
}

/** The report of the impact analysis is published with the concept that follows it: that lies open, or is adopted. */
const isImpactPublished = ({ rounds, adoption }: Dossier): boolean =>
  rounds.some((one) => one.kind === 'inspection') || adoption !== null;

/** Whether everybody may read the report of the impact analysis. */
export function isImpactPublic(dossier: Dossier): boolean {
  return isImpactPublished(dossier) && dossier.definition.impact.readWhenPublished.includes('reader');
}

/** The newest text of each document that everybody may read. */
export function publicVersions(dossier: Dossier): readonly FrozenVersion[] {
  return dossier.documents.flatMap(
    ({ id }) => dossier.versions.findLast((one) => one.document === id && isVersionPublic(dossier, one)) ?? [],
  );
}

/** Whether the report of the impact analysis may be read: by who takes part in it, and by others once it is published. */
export function isImpactVisible(dossier: Dossier, actor: Actor): boolean {
  const { rights, readWhenPublished } = dossier.definition.impact;
  const roles = rolesOf(dossier, actor.person);
  if (!wasShown(dossier, actor.person)) return false;
  if (roles.some((role) => (rights[role] ?? []).length > 0)) return true;
  return isImpactPublished(dossier) && roles.some((role) => readWhenPublished.includes(role));
}

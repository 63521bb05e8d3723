import type { CommentId, VersionId } from '@draagvlak/review';
import type { CommandType } from './command.ts';
import { findComment } from './comment-index.ts';
import type { Look } from './definition.ts';
import type { Actor, Dossier } from './dossier.ts';
import { activeRoles, isOwn, phaseDefinition, rolesOf } from './members.ts';
import type { Refusal } from './refusal.ts';
import { refusal } from './refuse.ts';
import {
  isCommentVisible,
  isCommittee,
  isImpactPublic,
  isImpactVisible,
  isVersionPublic,
  isVersionVisible,
  wasShown,
} from './visible.ts';

/** Acts on the register, which is no dossier's. */
export type RegisterAct = 'name-qualification' | 'search-people' | 'register-person';

/** Everything anybody can ask to do: a closed set. */
export type Action = CommandType | Look | RegisterAct;

/** What the action is about. */
export interface Subject {
  readonly dossier: Dossier | null;
  readonly version?: VersionId;
  readonly comment?: CommentId;
}

/**
 * The one question: may this person do this, to this. Answers from the definition's table of roles and phases; whether the
 * act makes sense just now (its conditions, its input) is `decide`'s. Who may not know of a thing hears that it is unknown.
 */
export function can(actor: Actor, action: Action, subject: Subject): true | Refusal {
  if (isSecretariats(action)) return actor.secretariat === true || refusal('not-allowed');
  const { dossier } = subject;
  if (dossier === null) return refusal('unknown-dossier');
  if (!wasShown(dossier, actor.person)) return isPublicLook(dossier, action, subject) || refusal('unknown-dossier');
  const known = subjectRefusal(actor, dossier, subject);
  if (known !== null) return known;
  if (isLook(action)) return looks[action](actor, dossier);
  return byPhase(actor, dossier, action, subject.comment);
}

type SecretariatsAct = RegisterAct | 'open-dossier';
type PhaseAct = Exclude<CommandType, 'open-dossier'> | 'read-draft' | 'write-draft';

function isSecretariats(action: Action): action is SecretariatsAct {
  return ['open-dossier', 'name-qualification', 'search-people', 'register-person'].includes(action);
}

/** What everybody may look at: a published text in the phases where the table says so, and the report that goes with it. */
function isPublicLook(dossier: Dossier, action: Action, { version, comment }: Subject): boolean {
  if (comment !== undefined) return false;
  if (action === 'read-impact') return isImpactPublic(dossier);
  if (action !== 'read-version' && action !== 'read-comparison') return false;
  const found = dossier.versions.find((one) => one.id === version);
  return found !== undefined && isVersionPublic(dossier, found);
}

/** Who was shown a dossier reads it; what of it, the subject says. */
const always = (): true => true;

const looks: Readonly<Record<Exclude<Look, PhaseAct>, (actor: Actor, dossier: Dossier) => true | Refusal>> = {
  'read-dossier': always,
  'read-comments': always,
  'read-comment': always,
  'read-version': always,
  'read-comparison': always,
  'read-impact': (actor, dossier) => isImpactVisible(dossier, actor) || refusal('not-allowed'),
  'read-references': (actor, dossier) => activeRoles(dossier, actor.person).length > 0 || refusal('not-allowed'),
  // proposals are the committee's own; what does not add up is also for who decides on the result
  'read-proposals': (actor, dossier) => isCommittee(dossier, actor.person) || refusal('not-allowed'),
  'read-audit': (actor, dossier) =>
    isCommittee(dossier, actor.person) ||
    activeRoles(dossier, actor.person).includes('steering-member') ||
    refusal('not-allowed'),
  // authors think aloud in them, so who only reads along in the draft does not see them
  'read-notes': (actor, dossier) =>
    isCommittee(dossier, actor.person) ? byPhase(actor, dossier, 'read-draft') : refusal('not-allowed'),
  'add-file': (actor, dossier) => byPhase(actor, dossier, 'add-reference'),
};

function isLook(action: Exclude<Action, SecretariatsAct>): action is Exclude<Look, PhaseAct> {
  return Object.hasOwn(looks, action);
}

/** A version or comment that this person may not know of. */
function subjectRefusal(actor: Actor, dossier: Dossier, subject: Subject): Refusal | null {
  if (subject.version !== undefined) {
    const version = dossier.versions.find((one) => one.id === subject.version);
    if (version === undefined || !isVersionVisible(dossier, actor, version)) return refusal('unknown-version');
  }
  if (subject.comment !== undefined) {
    const comment = findComment(dossier, subject.comment);
    if (comment === null || !isCommentVisible(dossier, actor, comment)) return refusal('unknown-comment');
  }
  return null;
}

function byPhase(actor: Actor, dossier: Dossier, act: PhaseAct, comment?: CommentId): true | Refusal {
  const named = phaseDefinition(dossier).acts[act] ?? [];
  const roles = activeRoles(dossier, actor.person).filter((role) => named.includes(role));
  if (roles.length === 0) return refusal(isEverAllowed(dossier, actor, act) ? 'wrong-phase' : 'not-allowed');
  if (comment !== undefined && (act === 'edit-comment' || act === 'withdraw-comment' || act === 'reply')) {
    const found = findComment(dossier, comment);
    const answers = act === 'reply' && roles.some((role) => phaseDefinition(dossier).sees[role] === 'all');
    if (found !== null && !answers && !isOwn(dossier, actor.person, found)) return refusal('not-your-own');
  }
  return true;
}

/** Whether one of the actor's roles may do this in any phase: then it is the moment that is wrong, not the person. */
export function isEverAllowed(
  dossier: Dossier,
  actor: Actor,
  act: CommandType | 'read-draft' | 'write-draft',
): boolean {
  const roles = rolesOf(dossier, actor.person);
  return dossier.definition.phases.some((phase) => (phase.acts[act] ?? []).some((role) => roles.includes(role)));
}

import type { Comment, PersonId } from '@draagvlak/review';
import type { DossierRole, Phase, PhaseDefinition, Right } from './definition.ts';
import { RIGHTS } from './definition.ts';
import type { Dossier } from './dossier.ts';

export function phaseDefinition(dossier: Dossier, phase: Phase = dossier.phase): PhaseDefinition {
  const found = dossier.definition.phases.find((one) => one.phase === phase);
  if (found === undefined) throw new Error(`The definition ${dossier.definition.id} has no phase ${phase}`);
  return found;
}

/** Roles of a person in this dossier. */
export function rolesOf(dossier: Dossier, person: PersonId): readonly DossierRole[] {
  const known = knownOf(dossier, person);
  return (known.roles ??= dossier.members.filter((one) => one.person === person).map((one) => one.role));
}

/** What follows from the members for one person. */
interface Known {
  roles: readonly DossierRole[] | null;
  readonly active: Map<Phase, readonly DossierRole[]>;
}
const standings = new WeakMap<Dossier, Map<PersonId, Known>>();

/** A state of a dossier never changes, and a view asks the same of one person for every comment: found once. */
function knownOf(dossier: Dossier, person: PersonId): Known {
  let people = standings.get(dossier);
  if (people === undefined) standings.set(dossier, (people = new Map<PersonId, Known>()));
  let known = people.get(person);
  if (known === undefined) people.set(person, (known = { roles: null, active: new Map() }));
  return known;
}

/** The letters of the table for this person in a phase, those of all roles together. */
export function rightsOf(dossier: Dossier, person: PersonId, phase: Phase = dossier.phase): readonly Right[] {
  const definition = phaseDefinition(dossier, phase);
  const held = new Set<Right>();
  for (const member of dossier.members) {
    if (member.person !== person) continue;
    for (const right of definition.rights[member.role] ?? []) held.add(right);
    if (member.invited === true) for (const right of definition.invited[member.role] ?? []) held.add(right);
  }
  return RIGHTS.filter((right) => held.has(right));
}

/** Roles of this person that count in a phase: those with any right in it. */
export function activeRoles(dossier: Dossier, person: PersonId, phase: Phase = dossier.phase): readonly DossierRole[] {
  const { active } = knownOf(dossier, person);
  const known = active.get(phase);
  if (known !== undefined) return known;
  const definition = phaseDefinition(dossier, phase);
  const found = dossier.members
    .filter(
      (one) =>
        one.person === person &&
        ((definition.rights[one.role] ?? []).length > 0 ||
          (one.invited === true && (definition.invited[one.role] ?? []).length > 0)),
    )
    .map((one) => one.role);
  active.set(phase, found);
  return found;
}

/** A comment is somebody's own when they sent it, or when their organisation did. */
export function isOwn(dossier: Dossier, person: PersonId, comment: Comment): boolean {
  if (comment.by === person) return true;
  const { organisation } = comment;
  return (
    organisation !== null && dossier.members.some((one) => one.person === person && one.organisation === organisation)
  );
}

import type { PersonId, VersionId } from '@draagvlak/review';
import type { Dossier, Round } from '../dossier.ts';
import type { Fact, FactType } from '../fact.ts';
import { activeRoles } from '../members.ts';
import { isCommittee, isVersionVisible } from '../visible.ts';
import type { Notice } from './notice.ts';

/** A fact as one person meets it. */
export interface Moment {
  readonly at: string;
  readonly by: PersonId | null;
  /** The state after the fact. */
  readonly dossier: Dossier;
  readonly person: PersonId;
}

/** What somebody is told of one kind of fact; kinds without a rule are told to nobody. */
export type Rules = {
  readonly [Type in FactType]?: (fact: Extract<Fact, { type: Type }>, moment: Moment) => Notice | null;
};

export const yes = (holds: boolean): number => (holds ? 1 : 0);

/** Whoever asks by a rule is nobody's administrator. */
export const actorOf = (person: PersonId) => ({ person, administrator: false });

export const takesPart = ({ dossier, person }: Moment): boolean => activeRoles(dossier, person).length > 0;
export const isInsider = ({ dossier, person }: Moment): boolean => isCommittee(dossier, person);

/** The first of these texts that this person may read; what a notice leads to. */
export function readable(dossier: Dossier, person: PersonId, ids: readonly VersionId[]) {
  return dossier.versions.filter((one) => ids.includes(one.id) && isVersionVisible(dossier, actorOf(person), one));
}

/** The text of a round that this person is led to. */
export function inRound(dossier: Dossier, round: Round, person: PersonId) {
  const [version] = readable(dossier, person, round.versions);
  return { document: version?.document ?? null, version: version?.id ?? null };
}

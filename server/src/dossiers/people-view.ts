import type { PersonView } from '@draagvlak/contract/server';
import type { Dossier, DossierRole, Member, Party } from '@draagvlak/procedure';
import type { Directory } from '../identity/people.ts';
import { nl } from '@draagvlak/wording';
import { GENERATOR } from './version-facts.ts';

/** How the people of one dossier appear to the person who asks. */
export interface PeopleView {
  person(id: string): PersonView;
  /** With the organisation for which they spoke at that moment. */
  submitter(id: string, organisation: string | null): PersonView;
}

/** Roles whose holders act in public and under their own name. */
const PUBLIC_ROLES: readonly DossierRole[] = [
  'wbc-member',
  'wbc-chair',
  'secretary',
  'steering-member',
  'impact-member',
];
/** Roles that need to know who wrote what. */
const INSIDERS: readonly DossierRole[] = ['wbc-member', 'wbc-chair', 'secretary'];

interface Appearance {
  readonly party: Party | null;
  readonly organisation: string | null;
  readonly public: boolean;
}

/** Everybody who ever had a part in the dossier, in the order in which they came, so that a number stays whose it is. */
function appearances(dossier: Dossier, directory: Directory): ReadonlyMap<string, Appearance> {
  const members: readonly (Member & { readonly since: string })[] = [...dossier.formerMembers, ...dossier.members];
  const found = new Map<string, Appearance>();
  const ordered = members.toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0));
  for (const { person, party, organisation, role } of ordered) {
    const known = found.get(person);
    found.set(person, {
      party: known?.party ?? party,
      organisation: known?.organisation ?? organisation,
      public: (known?.public ?? false) || PUBLIC_ROLES.includes(role),
    });
  }
  for (const comment of dossier.comments) {
    if (found.has(comment.by)) continue;
    const party = directory.people.get(comment.by)?.party ?? 'overig';
    found.set(comment.by, { party, organisation: comment.organisation, public: false });
  }
  return found;
}

/**
 * A natural person outside the committee is a party and a number, never a name; who speaks for an organisation appears
 * as that organisation. The committee and the secretariat see names, and everybody sees their own.
 */
export function peopleView(dossier: Dossier, directory: Directory, asker: string): PeopleView {
  const all = appearances(dossier, directory);
  const insider = dossier.members.some(({ person, role }) => person === asker && INSIDERS.includes(role));
  const numbers = new Map<string, number>();
  const perParty = new Map<Party | null, number>();
  for (const [person, { party, organisation, public: known }] of all) {
    if (known || organisation !== null) continue;
    const number = (perParty.get(party) ?? 0) + 1;
    perParty.set(party, number);
    numbers.set(person, number);
  }

  function show(id: string, appearance: Appearance): PersonView {
    const person = directory.people.get(id);
    const organisation =
      appearance.organisation === null ? null : (directory.organisations.get(appearance.organisation)?.name ?? null);
    const named = id === asker || insider || appearance.public;
    const party = appearance.party === null ? nl.vocabulary.parties.overig : nl.vocabulary.parties[appearance.party];
    const hidden = organisation ?? nl.pages.person(party, numbers.get(id) ?? 0);
    return {
      // The id of somebody without a name would join what they wrote here to what they wrote elsewhere.
      person: named ? id : `${dossier.id}:${numbers.get(id) ?? organisation ?? ''}`,
      name: named ? (person?.name ?? hidden) : hidden,
      party: appearance.party,
      organisation,
    };
  }

  const outsider: Appearance = { party: null, organisation: null, public: true };
  const generator: PersonView = { person: GENERATOR, name: nl.document.generator, party: null, organisation: null };
  return {
    person: (id) => (id === GENERATOR ? generator : show(id, all.get(id) ?? outsider)),
    submitter: (id, organisation) => show(id, { ...(all.get(id) ?? outsider), organisation }),
  };
}

import type { Dossier } from '../dossier.ts';
import { type Fact, IMPACT_AXES } from '../fact.ts';
import { alreadyDone, facts, type Outcome, refuse } from '../refuse.ts';
import { type Give, isBlank, optionalWords, words } from './input.ts';

/** The steering group composes the work group from people of the dossier, who get the role with it. */
export function nameImpactGroup(dossier: Dossier, command: Give<'name-impact-group'>): Outcome {
  const people = [...new Set(command.people)];
  if (people.length === 0) return refuse('unknown-person', 'people');
  if (people.some((person) => !dossier.members.some((one) => one.person === person))) {
    return refuse('unknown-person', 'people');
  }
  const same = people.length === dossier.impactGroup.length && people.every((one) => dossier.impactGroup.includes(one));
  if (same) return alreadyDone;
  const holders = dossier.members.filter((one) => one.role === 'impact-member').map((one) => one.person);
  const joining = people
    .filter((person) => !holders.includes(person))
    .map((person): Fact => {
      const member = dossier.members.find((one) => one.person === person);
      return {
        type: 'member-added',
        member: {
          person,
          role: 'impact-member',
          party: member?.party ?? 'overig',
          organisation: member?.organisation ?? null,
        },
      };
    });
  const leaving = dossier.impactGroup
    .filter((person) => !people.includes(person) && holders.includes(person))
    .map((person): Fact => ({ type: 'member-removed', person, role: 'impact-member' }));
  return facts({ type: 'impact-group-named', people }, ...leaving, ...joining);
}

export function reportImpact(dossier: Dossier, command: Give<'report-impact'>): Outcome {
  if (isBlank(command.report)) return refuse('words-required', 'report');
  const report = words(command.report);
  const given = command.sections ?? [];
  if (given.some(({ document }) => !dossier.documents.some(({ id }) => id === document))) {
    return refuse('unknown-document', 'sections');
  }
  const sections = given
    .map(({ document, section, quality, time, costs, acceptance }) => ({
      document,
      section,
      quality: optionalWords(quality),
      time: optionalWords(time),
      costs: optionalWords(costs),
      acceptance: optionalWords(acceptance),
    }))
    .filter((one) => IMPACT_AXES.some((axis) => one[axis] !== null));
  const named = sections.map(({ document, section }) => `${document} ${section}`);
  if (new Set(named).size < named.length) return refuse('already-exists', 'sections');
  return facts({ type: 'impact-reported', report, ...(sections.length === 0 ? {} : { sections }) });
}

export function declareImpactNotApplicable(dossier: Dossier, command: Give<'declare-impact-not-applicable'>): Outcome {
  if (isBlank(command.reason)) return refuse('reason-required', 'reason');
  // a report that was made is not argued away
  if (dossier.impact?.type === 'impact-reported') return refuse('already-exists');
  return facts({ type: 'impact-not-applicable', reason: words(command.reason) });
}

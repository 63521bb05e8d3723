import type { Context } from '../context.ts';
import type { Dossier } from '../dossier.ts';
import { alreadyDone, facts, type Outcome, refuse } from '../refuse.ts';
import { dayOf, isDay } from '../term.ts';
import { type Give, isBlank, optionalWords } from './input.ts';

export function addMember(dossier: Dossier, { member }: Give<'add-member'>): Outcome {
  const present = dossier.members.find((one) => one.person === member.person && one.role === member.role);
  if (present === undefined) return facts({ type: 'member-added', member });
  const same =
    present.party === member.party &&
    present.organisation === member.organisation &&
    (present.invited === true) === (member.invited === true);
  if (same) return alreadyDone;
  return facts({ type: 'member-removed', person: member.person, role: member.role }, { type: 'member-added', member });
}

export function removeMember(dossier: Dossier, { person, role }: Give<'remove-member'>): Outcome {
  if (!dossier.members.some((one) => one.person === person && one.role === role)) {
    const left = dossier.formerMembers.some((one) => one.person === person && one.role === role);
    return left ? alreadyDone : refuse('unknown-person', 'person');
  }
  const isLast = dossier.members.filter((one) => one.role === role).length === 1;
  if (isLast && role === 'secretary') return refuse('last-secretary');
  if (isLast && role === 'wbc-chair' && dossier.phase !== dossier.definition.phases[0]?.phase) {
    return refuse('last-chair');
  }
  return facts({ type: 'member-removed', person, role });
}

/** Whether another planning of a phase must come with a reason: where it was planned and the work has begun. */
export function planningNeedsReason(isPreparing: boolean, isPlanned: boolean): boolean {
  return isPlanned && !isPreparing;
}

export function setPlanning(dossier: Dossier, command: Give<'set-planning'>, context: Context): Outcome {
  const { phase, from, until, reason } = command;
  if (!dossier.definition.phases.some((one) => one.phase === phase)) return refuse('wrong-phase', 'phase');
  if (!isDay(from)) return refuse('date-invalid', 'from');
  if (!isDay(until)) return refuse('date-invalid', 'until');
  if (until < from) return refuse('term-too-short', 'until');
  const planned = dossier.planning[phase];
  if (planned?.from === from && planned.until === until) return alreadyDone;
  if (until < dayOf(context.now)) return refuse('date-in-past', 'until');
  const isPreparing = dossier.phase === dossier.definition.phases[0]?.phase;
  if (planningNeedsReason(isPreparing, planned !== undefined) && isBlank(reason))
    return refuse('reason-required', 'reason');
  return facts({ type: 'planning-set', phase, from, until, reason: optionalWords(reason) });
}

export function addReference(dossier: Dossier, { reference }: Give<'add-reference'>): Outcome {
  const present = dossier.references.find((one) => one.id === reference.id);
  if (present !== undefined) return present.title === reference.title ? alreadyDone : refuse('already-exists');
  if (isBlank(reference.title)) return refuse('words-required', 'title');
  if (reference.kind === 'file' && reference.blob === null) return refuse('words-required', 'blob');
  if (reference.kind === 'link' && !isWebAddress(reference.href)) return refuse('words-required', 'href');
  return facts({ type: 'reference-added', reference });
}

/** Only http and https: a link is shown to others, who may follow it. */
function isWebAddress(href: string | null): boolean {
  return href !== null && /^https?:\/\/\S+$/i.test(href);
}

export function removeReference(dossier: Dossier, { reference }: Give<'remove-reference'>): Outcome {
  if (!dossier.references.some((one) => one.id === reference)) return alreadyDone;
  return facts({ type: 'reference-removed', reference });
}

import { type Comment, pending } from '@draagvlak/review';
import type { Context } from './context.ts';
import type { DossierRole, Gate } from './definition.ts';
import { isDisposed, isSettled } from './dispositions.ts';
import type { Dossier } from './dossier.ts';
import { currentRound, findRound, isRoundOver, minimumEnd } from './rounds.ts';
import { addDays, dayOf, isBefore, isOver, startOfDay } from './term.ts';
import { currentVersions, frozenInPhase, phaseSince } from './versions.ts';

/** How a condition stands: the figures its sentence needs, and for a term the instant from which it can hold. */
export interface GateState {
  readonly gate: Gate;
  readonly met: boolean;
  readonly done: number;
  readonly total: number;
  readonly from: string | null;
}

type State = Omit<GateState, 'gate'>;
type Known = Pick<Context, 'now' | 'completeness' | 'findings'>;
type Check = (dossier: Dossier, context: Known) => State;

const yesOrNo = (met: boolean, from: string | null = null): State => ({ met, done: met ? 1 : 0, total: 1, from });
const counted = (done: number, total: number, least = 0): State => ({
  met: done >= total && total >= least,
  done,
  total,
  from: null,
});

/** Recorded since the current phase was entered. */
function inThisVisit(dossier: Dossier, recorded: { readonly at: string }): boolean {
  return !isBefore(recorded.at, phaseSince(dossier));
}

/** Comments that need an answer: what is withdrawn, late or kept for the next revision does not. */
function awaiting(dossier: Dossier, kind: 'consultation' | 'inspection'): readonly Comment[] {
  return dossier.comments.filter(
    (one) =>
      one.withdrawnAt === null &&
      !one.late &&
      !one.outOfScope &&
      (findRound(dossier, one.round)?.kind ?? 'consultation') === kind,
  );
}

/** The instant after the last second of a term. */
function nextDay(end: string): string {
  return startOfDay(addDays(dayOf(end), 1));
}

/** Everybody who is told of a round: those who may react or read, each person once. */
export function peopleToNotify(dossier: Dossier): number {
  return new Set(dossier.members.filter((one) => one.role !== 'administrator').map((one) => one.person)).size;
}

const checks: Readonly<Record<Gate, Check>> = {
  'qualifications-named': (dossier) => counted(dossier.qualifications.length, dossier.qualifications.length, 1),
  'committee-complete': (dossier) => {
    const needed: readonly DossierRole[] = ['wbc-chair', 'wbc-member', 'secretary'];
    const filled = needed.filter((role) => dossier.members.some((one) => one.role === role));
    return counted(filled.length, needed.length);
  },
  'stakeholders-invited': (dossier) => {
    const groups = [
      dossier.members.some((one) => one.party === 'opleider'),
      dossier.members.some((one) => one.party === 'examencentrum'),
      dossier.members.some((one) => one.role === 'steering-member'),
      dossier.members.some((one) => one.role === 'wbc-member'),
      dossier.members.some((one) => one.role === 'partner'),
    ];
    return counted(groups.filter((one) => one).length, groups.length);
  },
  'planning-set': (dossier) => {
    const { phases } = dossier.definition;
    const ahead = phases.slice(
      1,
      phases.findIndex((one) => one.phase === 'adopted'),
    );
    return counted(ahead.filter((one) => dossier.planning[one.phase] !== undefined).length, ahead.length);
  },
  'drafts-started': (dossier) =>
    counted(
      dossier.documents.filter((one) => dossier.startedDrafts.includes(one.id)).length,
      dossier.documents.length,
      1,
    ),
  'mandatory-sections-filled': (dossier, { completeness }) => {
    const known = dossier.documents.map((one) => {
      const sections = completeness?.[one.id] ?? { filled: 0, total: 1 };
      // it held when the concept was frozen, and a frozen text does not change
      return frozenInPhase(dossier, one.id) === null ? sections : { filled: sections.total, total: sections.total };
    });
    return counted(
      known.reduce((sum, one) => sum + one.filled, 0),
      known.reduce((sum, one) => sum + one.total, 0),
    );
  },
  'rules-question-answered': (dossier) => yesOrNo(dossier.rulesQuestion !== null),
  'committee-decided': (dossier) =>
    yesOrNo(dossier.committeeDecisions.some((one) => one.phase === dossier.phase && inThisVisit(dossier, one))),
  'concept-frozen': (dossier) =>
    counted(
      dossier.documents.filter((one) => frozenInPhase(dossier, one.id) !== null).length,
      dossier.documents.length,
      1,
    ),
  'presentation-held': (dossier) =>
    yesOrNo(dossier.meetings.some((one) => one.kind === 'presentation' && inThisVisit(dossier, one))),
  'survey-held': (dossier) => yesOrNo(dossier.surveys.some((one) => inThisVisit(dossier, one))),
  'summary-held': (dossier) => {
    const met = dossier.meetings.some((one) => one.kind === 'summary' && inThisVisit(dossier, one));
    const presented = dossier.meetings.find((one) => one.kind === 'presentation' && inThisVisit(dossier, one));
    if (met || presented === undefined) return yesOrNo(met);
    return yesOrNo(false, startOfDay(addDays(presented.on, dossier.definition.daysBetweenMeetings)));
  },
  'round-closed': (dossier, { now }) => {
    const round = currentRound(dossier);
    if (round === null) return yesOrNo(false);
    return isRoundOver(round, now) ? yesOrNo(true) : yesOrNo(false, round.closes);
  },
  'minimum-term-passed': (dossier, { now }) => {
    const days = dossier.definition.phases.find((one) => one.phase === dossier.phase)?.minimumDays ?? 0;
    const round = currentRound(dossier);
    const end = round === null ? null : minimumEnd(dossier, round);
    if (end === null) return { met: false, done: 0, total: days, from: null };
    if (isOver(end, now)) return { met: true, done: days, total: days, from: null };
    return { met: false, done: 0, total: days, from: nextDay(end) };
  },
  'impact-concluded': (dossier) => yesOrNo(dossier.rulesQuestion?.changesRules === false || dossier.impact !== null),
  'comments-disposed': (dossier) => {
    const all = awaiting(dossier, 'consultation');
    return counted(all.filter(isDisposed).length, all.length);
  },
  'dispositions-confirmed': (dossier) => {
    const disposed = dossier.comments.filter((one) => one.withdrawnAt === null && isDisposed(one));
    return counted(disposed.filter((one) => pending(one) === null).length, disposed.length);
  },
  'audit-settled': (dossier, { findings }) => {
    if (findings === undefined) return yesOrNo(false);
    const blocking = dossier.documents
      .flatMap((one) => (findings[one.id] ?? []).map((finding) => ({ document: one.id, finding })))
      .filter(({ finding }) => dossier.definition.blockingFindings.includes(finding.kind));
    const settled = blocking.filter(
      ({ document, finding }) =>
        finding.settled !== null ||
        dossier.settledFindings.some((one) => one.document === document && one.finding === finding.key),
    );
    return counted(settled.length, blocking.length);
  },
  published: (dossier) => {
    const concerned = currentVersions(dossier);
    return counted(concerned.filter((one) => one.publishedAt !== null).length, concerned.length, 1);
  },
  'stakeholders-notified': (dossier) => {
    const round = currentRound(dossier);
    const met = round !== null && round.notifiedAt !== null;
    return { met, done: round?.notified ?? 0, total: peopleToNotify(dossier), from: null };
  },
  'objections-disposed': (dossier) => {
    const all = awaiting(dossier, 'inspection');
    return counted(all.filter(isSettled).length, all.length);
  },
  'steering-approved': (dossier) => {
    const last = dossier.decisions.findLast((one) => inThisVisit(dossier, one));
    const current = currentVersions(dossier);
    const onThese =
      last !== undefined &&
      last.decidedOn.length === current.length &&
      current.every((version) =>
        last.decidedOn.some((one) => one.version === version.id && one.content === version.content),
      );
    return yesOrNo(onThese && last.outcome !== 'returned');
  },
  'effective-date-set': (dossier, { now }) => {
    if (dossier.adoption === null) return yesOrNo(false);
    const begins = startOfDay(dossier.adoption.effective);
    return isBefore(now, begins) ? yesOrNo(false, begins) : yesOrNo(true);
  },
};

/** How one condition of a dossier stands now. */
export function gateState(dossier: Dossier, gate: Gate, context: Known): GateState {
  return { gate, ...checks[gate](dossier, context) };
}

/** How conditions stand, in the order given. */
export function gates(dossier: Dossier, wanted: Gate | readonly Gate[], context: Known): readonly GateState[] {
  return (typeof wanted === 'string' ? [wanted] : wanted).map((gate) => gateState(dossier, gate, context));
}

/** Whose work an open condition is: so whose turn it is. */
export const gateOwner: Readonly<Record<Gate, DossierRole>> = {
  'qualifications-named': 'secretary',
  'committee-complete': 'secretary',
  'stakeholders-invited': 'secretary',
  'planning-set': 'secretary',
  'drafts-started': 'wbc-member',
  'mandatory-sections-filled': 'wbc-member',
  'rules-question-answered': 'wbc-member',
  'committee-decided': 'secretary',
  'concept-frozen': 'wbc-chair',
  'presentation-held': 'secretary',
  'survey-held': 'secretary',
  'summary-held': 'secretary',
  'round-closed': 'stakeholder',
  'minimum-term-passed': 'stakeholder',
  'impact-concluded': 'impact-member',
  'comments-disposed': 'wbc-member',
  'dispositions-confirmed': 'wbc-chair',
  'audit-settled': 'wbc-chair',
  published: 'secretary',
  'stakeholders-notified': 'secretary',
  'objections-disposed': 'wbc-member',
  'steering-approved': 'steering-member',
  'effective-date-set': 'secretary',
};

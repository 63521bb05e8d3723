import { type Comment, pending, standing } from '@draagvlak/review';
import { stepOn, steps } from './allowed.ts';
import { can } from './can.ts';
import type { Context } from './context.ts';
import { reactingRefusal } from './decide/comments.ts';
import { mayConfirm } from './dispositions.ts';
import type { Dossier } from './dossier.ts';
import { gateOwner, gateState } from './gates.ts';
import { handlingOf } from './handling.ts';
import { activeRoles, isOwn, phaseDefinition } from './members.ts';
import { currentRound } from './rounds.ts';
import { due } from './timeline.ts';
import { frozenInPhase, latestVersion } from './versions.ts';
import { dayOf, isOver } from './term.ts';
import { isCommittee, isVersionVisible } from './visible.ts';

/** Something that waits for one person in one dossier. */
export interface Task {
  readonly kind:
    | 'write'
    | 'react'
    | 'process'
    | 'confirm'
    | 'settle'
    | 'answer'
    | 'step'
    | 'decide'
    | 'object'
    | 'read'
    | 'impact'
    | 'start';
  /** The document it is about; `null` for the dossier as a whole. */
  readonly document: string | null;
  /** The version to read or react to. */
  readonly version: string | null;
  readonly due: string | null;
  readonly late: boolean;
  /** How many things wait: comments, decisions, conditions; 0 where counting says nothing. */
  readonly count: number;
}

/** What this dossier asks of this person now, most pressing first. */
export function tasks(dossier: Dossier, context: Context): readonly Task[] {
  const { actor, now } = context;
  if (can(actor, 'read-dossier', { dossier }) !== true) return [];
  const until = due(dossier);
  const late = until !== null && isOver(until, now);
  const task = (kind: Task['kind'], document: string | null, version: string | null, count = 0): Task => ({
    kind,
    document,
    version,
    due: until,
    late,
    count,
  });
  const may = (act: Parameters<typeof can>[1]): boolean => can(actor, act, { dossier }) === true;
  const found: Task[] = [];
  for (const { id: document } of dossier.documents) {
    const version = latestVersion(dossier, document);
    const comments = dossier.comments.filter((one) => one.document === document && one.withdrawnAt === null);
    const frozen = frozenInPhase(dossier, document) !== null;
    const started = dossier.startedDrafts.includes(document);
    if (!started && may('start-draft') && dossier.phase !== 'preparation') found.push(task('start', document, null));
    if (started && !frozen && may('write-draft')) found.push(task('write', document, null));
    if (may('propose-disposition') && phaseDefinition(dossier).round === null) {
      const open = comments.filter((one) => standing(one) === null && !one.outOfScope);
      if (open.length > 0) {
        const process = task('process', document, open[0]?.version ?? null, open.length);
        found.push({ ...process, ...ownDue(dossier, context, open) });
      }
    }
    if (may('confirm-disposition')) {
      const waiting = comments.filter((one) => {
        const proposal = pending(one);
        return proposal !== null && mayConfirm(dossier, actor.person, one, proposal) === true;
      });
      if (waiting.length > 0) found.push(task('confirm', document, waiting[0]?.version ?? null, waiting.length));
    }
    if (may('settle-finding')) {
      const open = unsettled(dossier, document, context);
      if (open > 0) found.push(task('settle', document, version?.id ?? null, open));
    }
    if (version !== null && reacts(dossier, context, version.id)) {
      const kind = currentRound(dossier)?.kind === 'inspection' ? 'object' : 'react';
      const own = comments.filter((one) => one.version === version.id && isOwn(dossier, actor.person, one));
      found.push(task(kind, document, version.id, own.length));
    }
  }
  const asked = unanswered(dossier, context);
  if (asked.length > 0) found.push(task('answer', asked[0]?.document ?? null, asked[0]?.after ?? null, asked.length));
  if (may('decide') && !gateState(dossier, 'steering-approved', context).met) found.push(task('decide', null, null));
  if (isImpactAsked(dossier, context)) found.push(task('impact', null, null));
  const step = stepTask(dossier, context);
  if (step !== null) found.push(task('step', null, null, step));
  if (found.length > 0 || dossier.phase === 'withdrawn') return found;
  return toRead(dossier, context).map(([document, version]) => ({ ...task('read', document, version), late: false }));
}

/** The day on which the first of somebody's own comments is due, where that is sooner than the phase asks. */
function ownDue(
  dossier: Dossier,
  { actor, now }: Context,
  open: readonly Comment[],
): Partial<Pick<Task, 'due' | 'late'>> {
  const days = open.flatMap(({ id }) => {
    const { assignee, due: day } = handlingOf(dossier, id);
    return assignee === actor.person && day !== null ? [day] : [];
  });
  const [first] = days.toSorted();
  const until = due(dossier);
  if (first === undefined || (until !== null && until < first)) return {};
  return { due: first, late: first < dayOf(now) };
}

/** Whether this person may react to this version themselves now; who registers for others is not asked to react. */
function reacts(dossier: Dossier, context: Context, version: string): boolean {
  const phase = phaseDefinition(dossier);
  const roles = activeRoles(dossier, context.actor.person);
  return (
    phase.round !== null &&
    roles.some((role) => phase.rights[role]?.includes('react') === true) &&
    reactingRefusal(dossier, version, context.now) === null
  );
}

/** Questions of the steering group that this member of the committee can answer now. */
function unanswered(dossier: Dossier, { actor }: Context): Dossier['remarks'] {
  if (!isCommittee(dossier, actor.person) || can(actor, 'remark-on-change', { dossier }) !== true) return [];
  return dossier.remarks.filter(
    ({ kind, remark }) => kind === 'question' && !dossier.remarks.some(({ about }) => about === remark),
  );
}

function unsettled(dossier: Dossier, document: string, { findings }: Context): number {
  return (findings?.[document] ?? []).filter(
    (finding) =>
      finding.settled === null &&
      // what has no answer yet is counted with the work of answering
      finding.kind !== 'comment-unanswered' &&
      !dossier.settledFindings.some((one) => one.document === document && one.finding === finding.key),
  ).length;
}

/** The analysis is asked when the concept changes the rules: the steering group names the group, the group reports. */
function isImpactAsked(dossier: Dossier, context: Context): boolean {
  if (!phaseDefinition(dossier).impactTrack) return false;
  if (dossier.rulesQuestion?.changesRules !== true || dossier.impact !== null) return false;
  const roles = activeRoles(dossier, context.actor.person);
  return dossier.impactGroup.length === 0 ? roles.includes('steering-member') : roles.includes('impact-member');
}

/**
 * Conditions of the step on that wait for this person, or 0 when only the step itself does; `null` when the step is not
 * theirs or waits for others.
 */
function stepTask(dossier: Dossier, context: Context): number | null {
  const onward = steps(dossier, context).find((one) => !one.back);
  if (onward === undefined || stepOn(dossier) === null) return null;
  const roles = activeRoles(dossier, context.actor.person);
  const takes = onward.by.some((role) => roles.includes(role));
  const open = onward.gates.filter((one) => !one.met);
  if (open.length === 0) return takes ? 0 : null;
  const mine = open.filter((one) => one.from === null && roles.includes(gateOwner[one.gate]) && isStepWork(one.gate));
  return mine.length > 0 ? mine.length : null;
}

/** Conditions that have no task of their own. */
function isStepWork(gate: keyof typeof gateOwner): boolean {
  return ![
    'drafts-started',
    'mandatory-sections-filled',
    'comments-disposed',
    'dispositions-confirmed',
    'audit-settled',
    'objections-disposed',
    'impact-concluded',
    'steering-approved',
    'round-closed',
    'minimum-term-passed',
  ].includes(gate);
}

/** Texts to read for who has nothing else to do here. */
function toRead(dossier: Dossier, { actor }: Context): readonly (readonly [string, string])[] {
  if (activeRoles(dossier, actor.person).length === 0) return [];
  return dossier.documents.flatMap(({ id }) => {
    const version = dossier.versions.findLast((one) => one.document === id && isVersionVisible(dossier, actor, one));
    return version === undefined ? [] : [[id, version.id] as const];
  });
}

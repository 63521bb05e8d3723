import { pending, type PersonId, standing } from '@draagvlak/review';
import { mayConfirm } from '../dispositions.ts';
import type { Dossier } from '../dossier.ts';
import type { Entry, FactType } from '../fact.ts';
import { handlingOf } from '../handling.ts';
import { activeRoles, phaseDefinition } from '../members.ts';
import { currentRound, isRoundOver } from '../rounds.ts';
import { isBefore } from '../term.ts';
import { wasShown } from '../visible.ts';
import { commentRules } from './comment-rules.ts';
import { courseRules } from './course-rules.ts';
import type { Moment, Rules } from './moment.ts';
import type { Notice, NoticeKind } from './notice.ts';

const rules: Rules = { ...courseRules, ...commentRules };

/** Whether anybody is ever told of such a fact. */
export function isTold(type: FactType): boolean {
  return Object.hasOwn(rules, type);
}

/**
 * What this person should be told of one fact, or `null`. Never of their own acts, and never of what they may not know.
 * `dossier` is the state after the fact: who could know of it then is who is told.
 */
export function noticeOf(entry: Pick<Entry, 'at' | 'by' | 'fact'>, dossier: Dossier, person: PersonId): Notice | null {
  const { at, by, fact } = entry;
  // the table gives each rule the fact it is of, which the compiler cannot follow
  const rule = rules[fact.type] as ((about: typeof fact, moment: Moment) => Notice | null) | undefined;
  if (rule === undefined || by === person || !wasShown(dossier, person)) return null;
  return rule(fact, { at, by, dossier, person });
}

/** When what a kind of notice asks still waits for the person. */
const waits: {
  readonly [Kind in NoticeKind]?: (notice: Notice, dossier: Dossier, person: PersonId, now: string) => boolean;
} = {
  'disposition-to-confirm': ({ about }, dossier, person) => {
    const comment = dossier.comments.find(({ id }) => id === about.comment);
    const proposal = comment && comment.withdrawnAt === null ? pending(comment) : null;
    return comment !== undefined && proposal !== null && mayConfirm(dossier, person, comment, proposal) === true;
  },
  'comment-assigned': workWaits,
  'comment-due': workWaits,
  'round-opened': reactingWaits,
  'round-extended': reactingWaits,
  'round-closes-soon': reactingWaits,
  'decision-asked': (_notice, dossier) => {
    const since = dossier.history.at(-1)?.at ?? dossier.openedAt;
    return dossier.phase === 'approval' && !dossier.decisions.some(({ at }) => isBefore(since, at));
  },
  'impact-group-asked': (_notice, dossier) => dossier.impact === null && dossier.impactGroup.length === 0,
  'impact-asked': (_notice, dossier, person) => dossier.impact === null && dossier.impactGroup.includes(person),
};

function workWaits({ about }: Notice, dossier: Dossier, person: PersonId): boolean {
  const comment = dossier.comments.find(({ id }) => id === about.comment);
  if (comment === undefined || comment.withdrawnAt !== null || standing(comment) !== null) return false;
  return handlingOf(dossier, comment.id).assignee === person;
}

function reactingWaits({ about }: Notice, dossier: Dossier, person: PersonId, now: string): boolean {
  const round = currentRound(dossier);
  if (round === null || isRoundOver(round, now) || about.version === null) return false;
  const { rights } = phaseDefinition(dossier);
  const reacts = activeRoles(dossier, person).some((role) => rights[role]?.includes('react') === true);
  return reacts && round.versions.includes(about.version);
}

/** Whether what the notice asks still waits for this person. */
export function isWaiting(notice: Notice, dossier: Dossier, person: PersonId, now: string): boolean {
  return waits[notice.kind]?.(notice, dossier, person, now) ?? false;
}

import type { VersionId } from '@draagvlak/review';
import { activeRoles, rolesOf } from '../members.ts';
import { findRound, minimumEnd } from '../rounds.ts';
import { dayOf, isBefore } from '../term.ts';
import { isImpactVisible } from '../visible.ts';
import { actorOf, inRound, isInsider, type Moment, readable, type Rules, takesPart, yes } from './moment.ts';
import { notice, type Notice } from './notice.ts';

/** How the dossier goes on: people, phases, rounds, texts, decisions. */
export const courseRules: Rules = {
  'member-added': ({ member }, { person }) =>
    member.person === person ? notice('added', { role: member.role }) : null,
  'draft-started': ({ document }, moment) => {
    const title = moment.dossier.documents.find(({ id }) => id === document)?.title ?? moment.dossier.title;
    return isInsider(moment) ? notice('draft-started', { title }, { document }) : null;
  },
  'phase-entered': ({ phase }, moment) => {
    const { dossier, person } = moment;
    if (phase === 'approval' && activeRoles(dossier, person).includes('steering-member'))
      return notice('decision-asked', {});
    // a round has a notice of its own
    const inside = isInsider(moment) && phase !== 'consultation' && phase !== 'inspection';
    const again = yes(dossier.history.filter((one) => one.phase === phase).length > 1);
    return inside || (phase === 'in-force' && takesPart(moment)) ? notice('phase-entered', { phase, again }) : null;
  },
  'planning-set': ({ phase, from, until }, moment) =>
    // before the work begins, planning is the secretary's own table
    isInsider(moment) && moment.dossier.phase !== 'preparation'
      ? notice('planning-changed', { phase, from, until })
      : null,
  'version-frozen': ({ version }, moment) =>
    isInsider(moment) ? ofVersion('version-frozen', moment, [version.id]) : null,
  'version-published': ({ type, versions }, moment) =>
    // a text that was laid open the same day was told of with its round
    lengthened(moment) ?? (wereLaidOpen(moment, versions) ? null : ofVersion(type, moment, versions)),
  'stakeholders-notified': (_fact, moment) => lengthened(moment),
  'round-opened': (fact, moment) => ofRound('round-opened', fact.round, moment),
  'round-extended': (fact, moment) => ofRound('round-extended', fact.round, moment),
  'round-closed': (fact, moment) => {
    const { dossier, person, at } = moment;
    const round = findRound(dossier, fact.round);
    // a round that ended as announced was told by the clock
    if (round === null || !isBefore(at, round.closes)) return null;
    return notice('round-closed', { kind: round.kind }, inRound(dossier, round, person));
  },
  'meeting-held': ({ kind, on }, moment) => (takesPart(moment) ? notice('meeting-held', { kind, on }) : null),
  'comments-published': (fact, { dossier, person }) => {
    const round = findRound(dossier, fact.round);
    return round && notice('comments-published', { kind: round.kind }, inRound(dossier, round, person));
  },
  'rules-question-answered': ({ changesRules }, { dossier, person }) => {
    const steers = activeRoles(dossier, person).includes('steering-member');
    return changesRules && steers && dossier.impactGroup.length === 0 ? notice('impact-group-asked', {}) : null;
  },
  'impact-group-named': ({ people }, { person }) => (people.includes(person) ? notice('impact-asked', {}) : null),
  'impact-reported': (_fact, moment) => ofImpact(moment, true),
  'impact-not-applicable': (_fact, moment) => ofImpact(moment, false),
  'change-remarked': ({ kind, document, after, about }, moment) => {
    const { dossier, person } = moment;
    // the committee hears what was asked, who asked hears the answer
    const concerned =
      kind === 'answer'
        ? dossier.remarks.some(({ remark, by }) => remark === about && by === person)
        : isInsider(moment);
    return concerned ? notice('change-remarked', { kind }, { document, version: after }) : null;
  },
  'steering-decided': ({ outcome, on }, moment) => {
    // what goes back to the committee is between the two
    const between = isInsider(moment) || rolesOf(moment.dossier, moment.person).includes('steering-member');
    return outcome === 'returned' && !between ? null : notice('steering-decided', { outcome, on });
  },
  adopted: ({ effective }) => notice('adopted', { effective }),
  'dossier-withdrawn': () => notice('dossier-withdrawn', {}),
};

function ofRound(kind: 'round-opened' | 'round-extended', id: string, moment: Moment): Notice | null {
  const { dossier, person } = moment;
  const round = findRound(dossier, id);
  if (round === null || !takesPart(moment)) return null;
  return notice(kind, { kind: round.kind, closes: round.closes }, inRound(dossier, round, person));
}

function ofImpact({ dossier, person }: Moment, applies: boolean): Notice | null {
  return isImpactVisible(dossier, actorOf(person)) ? notice('impact-concluded', { applies: yes(applies) }) : null;
}

function ofVersion(
  kind: 'version-frozen' | 'version-published',
  { dossier, person }: Moment,
  ids: readonly VersionId[],
): Notice | null {
  const texts = readable(dossier, person, ids);
  const [version] = texts;
  if (version === undefined) return null;
  const title = texts.length > 1 ? dossier.title : version.title;
  const values = { number: version.number, title, erratum: yes(version.erratumOf !== null) };
  return notice(kind, values, { document: version.document, version: version.id });
}

/** Whether these are the texts of a round that was opened on the same day. */
function wereLaidOpen({ at, dossier }: Moment, versions: readonly VersionId[]): boolean {
  const round = dossier.rounds.at(-1);
  return (
    round !== undefined && dayOf(round.opens) === dayOf(at) && versions.every((one) => round.versions.includes(one))
  );
}

/** A term that counts from publication and notices became longer because those came after the opening. */
function lengthened(moment: Moment): Notice | null {
  const { at, dossier, person } = moment;
  const round = dossier.rounds.at(-1);
  if (round === undefined || round.closedAt !== null || !takesPart(moment)) return null;
  if (dayOf(at) === dayOf(round.opens) || round.closes !== minimumEnd(dossier, round)) return null;
  return notice('round-extended', { kind: round.kind, closes: round.closes }, inRound(dossier, round, person));
}

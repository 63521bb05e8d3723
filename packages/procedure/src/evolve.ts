import type { Dossier } from './dossier.ts';
import { evolveComments } from './evolve-comments.ts';
import type { Entry, Fact } from './fact.ts';
import { evolveHandling } from './handling.ts';
import type { Phase } from './definition.ts';
import type { Words } from '@draagvlak/review';
import { minimumEnd } from './rounds.ts';
import { isBefore } from './term.ts';

/** What the journal knows of a fact beside the fact itself. */
export type Dated = Omit<Entry, 'hash'>;

/**
 * The dossier after one more fact. Facts are what happened: nothing is checked here. Throws when a journal does not begin
 * with the opening, which is a damaged journal and not an expected outcome.
 */
export function evolve(dossier: Dossier | null, entry: Dated & { readonly hash?: string }, id?: string): Dossier {
  if (dossier === null) {
    if (entry.fact.type !== 'dossier-opened')
      throw new Error(`A journal begins with its opening, not ${entry.fact.type}`);
    return opened(id ?? '', entry.fact, entry);
  }
  const next = apply(dossier, entry.fact, entry);
  return { ...next, version: entry.version, changedAt: entry.at };
}

/** The dossier as its journal tells it; `null` for an empty journal. */
export function fold(id: string, entries: Iterable<Dated & { readonly hash?: string }>): Dossier | null {
  let dossier: Dossier | null = null;
  for (const entry of entries) dossier = evolve(dossier, entry, id);
  return dossier;
}

function opened(id: string, fact: Extract<Fact, { type: 'dossier-opened' }>, entry: Dated): Dossier {
  const first = fact.definition.phases[0];
  if (first === undefined) throw new Error(`The definition ${fact.definition.id} has no phases`);
  return {
    id,
    version: entry.version,
    definition: fact.definition,
    title: fact.title,
    qualifications: fact.qualifications,
    documents: fact.documents,
    startedDrafts: [],
    basedOn: {},
    templateDrafts: [],
    members: [],
    formerMembers: [],
    planning: {},
    references: [],
    phase: first.phase,
    history: [{ phase: first.phase, at: entry.at, by: entry.by, reason: null }],
    versions: [],
    rounds: [],
    comments: [],
    takenBack: [],
    handling: new Map(),
    bundles: [],
    rulesQuestion: null,
    committeeDecisions: [],
    meetings: [],
    surveys: [],
    impactGroup: [],
    impact: null,
    grounds: [],
    settledFindings: [],
    confirmedPlacements: [],
    placements: {},
    remarks: [],
    decisions: [],
    adoption: null,
    otherWords: [],
    versionsBeforePhase: 0,
    redactions: {},
    erased: [],
    openedAt: entry.at,
    changedAt: entry.at,
  };
}

function enter(dossier: Dossier, phase: Phase, reason: Words | null, { at, by }: Dated): Dossier {
  return {
    ...dossier,
    phase,
    history: [...dossier.history, { phase, at, by, reason }],
    versionsBeforePhase: dossier.versions.length,
  };
}

/** A term that counts from publication and notices ends later when those came later. */
function lengthened(dossier: Dossier): Dossier {
  return {
    ...dossier,
    rounds: dossier.rounds.map((round) => {
      const end = round.closedAt === null ? minimumEnd(dossier, round) : null;
      return end !== null && isBefore(round.closes, end) ? { ...round, closes: end } : round;
    }),
  };
}

function apply(dossier: Dossier, fact: Fact, entry: Dated): Dossier {
  const { at, by } = entry;
  const rounds = (id: string, change: Partial<Dossier['rounds'][number]>) =>
    dossier.rounds.map((one) => (one.id === id ? { ...one, ...change } : one));
  switch (fact.type) {
    case 'dossier-opened':
      throw new Error('A dossier is opened once');
    case 'member-added':
      return { ...dossier, members: [...dossier.members, { ...fact.member, since: at }] };
    case 'member-removed': {
      const leaving = dossier.members.filter((one) => one.person === fact.person && one.role === fact.role);
      return {
        ...dossier,
        members: dossier.members.filter((one) => !leaving.includes(one)),
        formerMembers: [...dossier.formerMembers, ...leaving.map((one) => ({ ...one, until: at }))],
      };
    }
    case 'planning-set':
      return {
        ...dossier,
        planning: { ...dossier.planning, [fact.phase]: { from: fact.from, until: fact.until } },
        otherWords: fact.reason === null ? dossier.otherWords : [...dossier.otherWords, fact.reason],
      };
    case 'reference-added':
      return { ...dossier, references: [...dossier.references, fact.reference] };
    case 'reference-removed':
      return { ...dossier, references: dossier.references.filter((one) => one.id !== fact.reference) };
    case 'draft-started':
      return {
        ...dossier,
        startedDrafts: [...dossier.startedDrafts, fact.document],
        templateDrafts:
          fact.from === 'template' || (fact.from === 'version' && fact.fromTemplate)
            ? [...dossier.templateDrafts, fact.document]
            : dossier.templateDrafts,
        basedOn:
          fact.from === 'version'
            ? { ...dossier.basedOn, [fact.document]: { version: fact.version, clocks: fact.clocks } }
            : dossier.basedOn,
      };
    case 'phase-entered':
      return enter(dossier, fact.phase, fact.reason, entry);
    case 'dossier-withdrawn':
      return enter(dossier, 'withdrawn', fact.reason, entry);
    case 'rules-question-answered':
      return { ...dossier, rulesQuestion: { ...fact, at, by } };
    case 'committee-decided':
      return { ...dossier, committeeDecisions: [...dossier.committeeDecisions, { ...fact, at, by }] };
    case 'version-frozen': {
      const version = { ...fact.version, frozenAt: at, frozenBy: by, publishedAt: null, phase: dossier.phase };
      const corrects = fact.version.erratumOf;
      return {
        ...dossier,
        versions: [...dossier.versions, version],
        // an erratum of a concept that people are reacting to can be reacted to as well
        rounds: dossier.rounds.map((one) =>
          corrects !== null && one.closedAt === null && one.versions.includes(corrects)
            ? { ...one, versions: [...one.versions, version.id] }
            : one,
        ),
      };
    }
    case 'version-published':
      return lengthened({
        ...dossier,
        versions: dossier.versions.map((one) =>
          fact.versions.includes(one.id) && one.publishedAt === null ? { ...one, publishedAt: at } : one,
        ),
      });
    case 'round-opened': {
      const { round: id, kind, versions, opens, closes } = fact;
      const round = { id, kind, versions, opens, closes, closedAt: null, notifiedAt: null, notified: 0 };
      return { ...dossier, rounds: [...dossier.rounds, { ...round, commentsPublishedAt: null }] };
    }
    case 'round-extended':
      return {
        ...dossier,
        rounds: rounds(fact.round, { closes: fact.closes, closedAt: null }),
        otherWords: [...dossier.otherWords, fact.reason],
      };
    case 'round-closed':
      return { ...dossier, rounds: rounds(fact.round, { closedAt: at }) };
    case 'stakeholders-notified':
      return lengthened({ ...dossier, rounds: rounds(fact.round, { notifiedAt: at, notified: fact.people }) });
    case 'meeting-held':
      return { ...dossier, meetings: [...dossier.meetings, { ...fact, at, by }] };
    case 'survey-held':
      return { ...dossier, surveys: [...dossier.surveys, { ...fact, at, by }] };
    case 'comments-published':
      return { ...dossier, rounds: rounds(fact.round, { commentsPublishedAt: at }) };
    case 'comment-submitted':
    case 'comment-edited':
    case 'comment-withdrawn':
    case 'comment-replied':
    case 'disposition-proposed':
    case 'disposition-confirmed':
    case 'disposition-taken-back':
      return evolveComments(dossier, fact, entry);
    case 'comment-assigned':
    case 'comment-due-set':
    case 'comment-discussed':
    case 'comments-bundled':
    case 'bundle-dissolved':
      return evolveHandling(dossier, fact, entry);
    case 'ground-attached':
      return { ...dossier, grounds: [...dossier.grounds, { ...fact, at, by }] };
    case 'finding-settled':
      return { ...dossier, settledFindings: [...dossier.settledFindings, { ...fact, at, by }] };
    case 'placement-confirmed':
      return { ...dossier, confirmedPlacements: [...dossier.confirmedPlacements, { ...fact, at, by }] };
    case 'placements-recorded':
      return { ...dossier, placements: { ...dossier.placements, [fact.version]: fact.placements } };
    case 'impact-group-named':
      return { ...dossier, impactGroup: fact.people };
    case 'impact-reported':
    case 'impact-not-applicable':
      return { ...dossier, impact: { ...fact, at, by } };
    case 'change-remarked':
      return { ...dossier, remarks: [...dossier.remarks, { ...fact, at, by }] };
    case 'steering-decided':
      return { ...dossier, decisions: [...dossier.decisions, { ...fact, at, by }] };
    case 'adopted':
      return { ...dossier, adoption: { ...fact, at, by } };
    case 'words-redacted':
      return { ...dossier, redactions: { ...dossier.redactions, [fact.from]: fact.to } };
    case 'words-erased':
      return { ...dossier, erased: [...dossier.erased, fact.blob] };
  }
}

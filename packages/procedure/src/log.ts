import type { Channel, CommentKind, DispositionKind } from '@draagvlak/review';
import type { DossierRole, Phase } from './definition.ts';
import type { Dossier } from './dossier.ts';
import type { Fact, FactType, Party, RemarkKind } from './fact.ts';

/**
 * What the sentence of a log line needs beside who and when: numbers, titles, codes and dates, never a person's words or
 * name. 0 and 1 stand for no and yes. `number` of a comment is its "R07", of a version its "0.1".
 */
export interface LogValues {
  'dossier-opened': { readonly title: string; readonly documents: number };
  'member-added': { readonly role: DossierRole; readonly party: Party };
  'member-removed': { readonly role: DossierRole };
  'planning-set': { readonly phase: Phase; readonly from: string; readonly until: string };
  'reference-added': { readonly title: string };
  'reference-removed': { readonly title: string | null };
  'draft-started': { readonly title: string | null; readonly from: 'template' | 'import' | 'version' };
  'phase-entered': { readonly phase: Phase; readonly again: number };
  'rules-question-answered': { readonly changesRules: number };
  'committee-decided': { readonly on: string; readonly phase: Phase };
  'version-frozen': { readonly number: string; readonly title: string; readonly erratum: number };
  'version-published': { readonly numbers: string; readonly where: string };
  'round-opened': { readonly kind: 'consultation' | 'inspection'; readonly closes: string };
  'round-extended': { readonly kind: 'consultation' | 'inspection' | null; readonly closes: string };
  'round-closed': { readonly kind: 'consultation' | 'inspection' | null };
  'stakeholders-notified': { readonly people: number };
  'meeting-held': { readonly kind: 'presentation' | 'summary'; readonly on: string };
  'survey-held': { readonly responses: number };
  'comment-submitted': {
    readonly number: string | null;
    readonly kind: CommentKind;
    readonly channel: Channel;
    readonly late: number;
  };
  'comment-edited': { readonly number: string | null };
  'comment-withdrawn': { readonly number: string | null; readonly takenBack: number };
  'comment-replied': { readonly number: string | null };
  'comments-published': { readonly kind: 'consultation' | 'inspection' | null };
  'disposition-proposed': {
    readonly number: string | null;
    readonly kind: DispositionKind;
    readonly correction: number;
  };
  'disposition-confirmed': { readonly number: string | null; readonly kind: DispositionKind | null };
  'disposition-taken-back': { readonly number: string | null; readonly kind: DispositionKind | null };
  'comment-assigned': { readonly number: string | null; readonly assigned: number };
  'comment-due-set': { readonly number: string | null; readonly due: string | null };
  'comment-discussed': { readonly number: string | null };
  'comments-bundled': { readonly numbers: string };
  'bundle-dissolved': Readonly<Record<never, never>>;
  'ground-attached': { readonly number: string | null };
  'finding-settled': { readonly title: string | null };
  'placement-confirmed': { readonly number: string | null };
  'placements-recorded': { readonly version: string | null };
  'impact-group-named': { readonly people: number };
  'impact-reported': Readonly<Record<never, never>>;
  'impact-not-applicable': Readonly<Record<never, never>>;
  'change-remarked': { readonly kind: RemarkKind };
  'steering-decided': {
    readonly outcome: 'approved' | 'approved-provided' | 'returned';
    readonly on: string;
    readonly present: number;
  };
  adopted: { readonly effective: string };
  'dossier-withdrawn': Readonly<Record<never, never>>;
  'words-redacted': Readonly<Record<never, never>>;
  'words-erased': Readonly<Record<never, never>>;
}

type LogValuesOf<T extends Fact> = LogValues[T['type'] & keyof LogValues];

const yes = (holds: boolean): number => (holds ? 1 : 0);

/** Values for the line of one fact. `dossier` is the state after it, in which every id the fact names is known. */
export function logValues<T extends Fact>(fact: T, dossier: Dossier): LogValuesOf<T>;
export function logValues(fact: Fact, dossier: Dossier): LogValues[FactType] {
  const commentNumber = (id: string): string | null => dossier.comments.find((one) => one.id === id)?.number ?? null;
  const roundKind = (id: string) => dossier.rounds.find((one) => one.id === id)?.kind ?? null;
  const documentTitle = (id: string): string | null => dossier.documents.find((one) => one.id === id)?.title ?? null;
  const disposition = (id: string) => {
    const comment = dossier.comments.find((one) => one.dispositions.some((decided) => decided.id === id));
    const decided = comment?.dispositions.find((one) => one.id === id);
    return { number: comment?.number ?? null, kind: decided?.decision.kind ?? null };
  };
  switch (fact.type) {
    case 'dossier-opened':
      return { title: fact.title, documents: fact.documents.length };
    case 'member-added':
      return { role: fact.member.role, party: fact.member.party };
    case 'member-removed':
      return { role: fact.role };
    case 'planning-set':
      return { phase: fact.phase, from: fact.from, until: fact.until };
    case 'reference-added':
      return { title: fact.reference.title };
    case 'reference-removed':
      return { title: dossier.references.find((one) => one.id === fact.reference)?.title ?? null };
    case 'draft-started':
      return { title: documentTitle(fact.document), from: fact.from };
    case 'phase-entered':
      return { phase: fact.phase, again: yes(dossier.history.filter((one) => one.phase === fact.phase).length > 1) };
    case 'rules-question-answered':
      return { changesRules: yes(fact.changesRules) };
    case 'committee-decided':
      return { on: fact.on, phase: fact.phase };
    case 'version-frozen':
      return {
        number: fact.version.number,
        title: fact.version.title,
        erratum: yes(fact.version.erratumOf !== null),
      };
    case 'version-published': {
      const numbers = fact.versions.map((id) => dossier.versions.find((one) => one.id === id)?.number ?? '');
      return { numbers: [...new Set(numbers)].filter((one) => one !== '').join(', '), where: fact.where };
    }
    case 'round-opened':
      return { kind: fact.kind, closes: fact.closes };
    case 'round-extended':
      return { kind: roundKind(fact.round), closes: fact.closes };
    case 'round-closed':
    case 'comments-published':
      return { kind: roundKind(fact.round) };
    case 'stakeholders-notified':
      return { people: fact.people };
    case 'meeting-held':
      return { kind: fact.kind, on: fact.on };
    case 'survey-held':
      return { responses: fact.responses };
    case 'comment-submitted':
      return {
        number: commentNumber(fact.comment),
        kind: fact.kind,
        channel: fact.channel,
        late: yes(fact.late),
      };
    case 'comment-withdrawn':
      return { number: commentNumber(fact.comment), takenBack: yes(fact.takenBack) };
    case 'comment-edited':
    case 'comment-replied':
    case 'comment-discussed':
    case 'placement-confirmed':
      return { number: commentNumber(fact.comment) };
    case 'disposition-proposed':
      return {
        number: commentNumber(fact.comment),
        kind: fact.decision.kind,
        correction: yes(fact.supersedes !== null),
      };
    case 'disposition-confirmed':
    case 'disposition-taken-back':
      return disposition(fact.disposition);
    case 'comment-assigned':
      return { number: commentNumber(fact.comment), assigned: yes(fact.person !== null) };
    case 'comment-due-set':
      return { number: commentNumber(fact.comment), due: fact.due };
    case 'comments-bundled':
      return { numbers: fact.comments.flatMap((id) => commentNumber(id) ?? []).join(', ') };
    case 'ground-attached':
      return { number: fact.comment === null ? null : commentNumber(fact.comment) };
    case 'finding-settled':
      return { title: documentTitle(fact.document) };
    case 'placements-recorded':
      return { version: dossier.versions.find((one) => one.id === fact.version)?.number ?? null };
    case 'impact-group-named':
      return { people: fact.people.length };
    case 'change-remarked':
      return { kind: fact.kind };
    case 'steering-decided':
      return { outcome: fact.outcome, on: fact.on, present: fact.present };
    case 'adopted':
      return { effective: fact.effective };
    case 'bundle-dissolved':
    case 'impact-reported':
    case 'impact-not-applicable':
    case 'dossier-withdrawn':
    case 'words-redacted':
    case 'words-erased':
      return {};
  }
}

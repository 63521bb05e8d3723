import type { Channel, CommentId, CommentKind, DispositionKind, DocumentId, VersionId } from '@draagvlak/review';
import type { DossierRole, Phase } from '../definition.ts';
import type { RemarkKind } from '../fact.ts';

/** What notices are about, as people switch them on and off. */
export const TOPICS = [
  'own-comments',
  'work',
  'rounds',
  'texts',
  'comments',
  'course',
  'invitations',
  'discussion',
  'mentions',
] as const;
export type Topic = (typeof TOPICS)[number];

type RoundKind = 'consultation' | 'inspection';

/** What the sentence of a notice needs: numbers, titles, codes and dates, never a person's words or name. 0 and 1 stand for no and yes. */
export interface NoticeValues {
  added: { readonly role: DossierRole };
  'draft-started': { readonly title: string };
  'phase-entered': { readonly phase: Phase; readonly again: number };
  'planning-changed': { readonly phase: Phase; readonly from: string; readonly until: string };
  'version-frozen': { readonly number: string; readonly title: string; readonly erratum: number };
  'version-published': { readonly number: string; readonly title: string; readonly erratum: number };
  'round-opened': { readonly kind: RoundKind; readonly closes: string };
  'round-extended': { readonly kind: RoundKind; readonly closes: string };
  'round-closes-soon': { readonly kind: RoundKind; readonly closes: string };
  'round-closed': { readonly kind: RoundKind };
  'meeting-held': { readonly kind: 'presentation' | 'summary'; readonly on: string };
  'comments-published': { readonly kind: RoundKind };
  'comment-registered': { readonly number: string; readonly channel: Channel };
  'colleague-commented': { readonly number: string };
  'comment-received': { readonly number: string; readonly kind: CommentKind; readonly late: number };
  'comment-withdrawn': { readonly number: string };
  'comment-replied': { readonly number: string; readonly own: number };
  'comment-answered': { readonly number: string; readonly kind: DispositionKind; readonly correction: number };
  'comment-redacted': { readonly number: string; readonly erased: number };
  'comment-assigned': { readonly number: string };
  'comment-due': { readonly number: string; readonly due: string };
  'comment-discussed': { readonly number: string };
  'disposition-to-confirm': { readonly number: string; readonly kind: DispositionKind };
  'disposition-confirmed': { readonly number: string; readonly kind: DispositionKind };
  'disposition-taken-back': { readonly number: string; readonly kind: DispositionKind };
  'impact-group-asked': Readonly<Record<never, never>>;
  'impact-asked': Readonly<Record<never, never>>;
  'impact-concluded': { readonly applies: number };
  'change-remarked': { readonly kind: RemarkKind };
  'decision-asked': Readonly<Record<never, never>>;
  'steering-decided': { readonly outcome: 'approved' | 'approved-provided' | 'returned'; readonly on: string };
  adopted: { readonly effective: string };
  'dossier-withdrawn': Readonly<Record<never, never>>;
  /** Raised outside the journal: somebody named this person in a margin note on the draft. */
  mentioned: { readonly title: string };
}
export type NoticeKind = keyof NoticeValues;

const topics: Readonly<Record<NoticeKind, Topic>> = {
  added: 'invitations',
  'draft-started': 'texts',
  'phase-entered': 'course',
  'planning-changed': 'course',
  'version-frozen': 'texts',
  'version-published': 'texts',
  'round-opened': 'rounds',
  'round-extended': 'rounds',
  'round-closes-soon': 'rounds',
  'round-closed': 'rounds',
  'meeting-held': 'rounds',
  'comments-published': 'rounds',
  'comment-registered': 'own-comments',
  'colleague-commented': 'own-comments',
  'comment-received': 'comments',
  'comment-withdrawn': 'comments',
  'comment-replied': 'comments',
  'comment-answered': 'own-comments',
  'comment-redacted': 'own-comments',
  'comment-assigned': 'work',
  'comment-due': 'work',
  'comment-discussed': 'discussion',
  'disposition-to-confirm': 'work',
  'disposition-confirmed': 'work',
  'disposition-taken-back': 'work',
  'impact-group-asked': 'work',
  'impact-asked': 'work',
  'impact-concluded': 'course',
  'change-remarked': 'work',
  'decision-asked': 'work',
  'steering-decided': 'course',
  adopted: 'course',
  'dossier-withdrawn': 'course',
  mentioned: 'mentions',
};

/** What a notice leads to. */
export interface About {
  readonly document: DocumentId | null;
  readonly version: VersionId | null;
  readonly comment: CommentId | null;
}

/** Something one person should know of, whatever the channel it reaches them by. */
export type Notice = {
  readonly [Kind in NoticeKind]: {
    readonly kind: Kind;
    readonly topic: Topic;
    readonly values: NoticeValues[Kind];
    readonly about: About;
  };
}[NoticeKind];

/** A notice of one kind. An answer to one's own comment belongs to one's own comments, also where others follow them. */
export function notice<Kind extends NoticeKind>(
  kind: Kind,
  values: NoticeValues[Kind],
  about: Partial<About> = {},
): Notice {
  const isOwn = kind === 'comment-replied' && (values as NoticeValues['comment-replied']).own === 1;
  return {
    kind,
    topic: isOwn ? 'own-comments' : topics[kind],
    values,
    about: { document: null, version: null, comment: null, ...about },
  } as Notice;
}

/** Kinds that come in numbers: those of one day in one document are told together. */
const plentiful: ReadonlySet<NoticeKind> = new Set([
  'added',
  'planning-changed',
  'colleague-commented',
  'comment-registered',
  'comment-received',
  'comment-withdrawn',
  'comment-replied',
  'comment-answered',
  'comment-assigned',
  'comment-due',
  'comment-discussed',
  'disposition-to-confirm',
  'disposition-confirmed',
]);

/** Notices with the same key on one day in one dossier are told in one line; `null` for one that stands alone. */
export function gatheringKey({ kind, topic, about }: Notice): string | null {
  return plentiful.has(kind) ? `${kind} ${topic} ${about.document ?? ''}` : null;
}

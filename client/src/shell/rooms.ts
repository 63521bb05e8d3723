import type { DocumentView, DossierView } from '@draagvlak/contract/client';
import type { DossierRole } from '@draagvlak/procedure';
import type { Route } from './routes.ts';

export type RoomName = 'dossier' | 'writing' | 'reading' | 'processing' | 'comparing' | 'decision' | 'log';

export interface Room {
  readonly name: RoomName;
  readonly href: string;
  readonly count: number | null;
  readonly current: boolean;
}

/** Who works on the text and answers for it. */
const COMMITTEE: readonly DossierRole[] = ['wbc-member', 'wbc-chair', 'secretary'];
const OVERSIGHT: readonly DossierRole[] = [...COMMITTEE, 'steering-member', 'administrator'];

const latest = (document: DocumentView | undefined) => document?.versions.at(-1) ?? null;

/** The document a route is about, else the one where most happens: with versions first, else the first. */
export function currentDocument(view: DossierView, route: Route): DocumentView | undefined {
  if ('document' in route) return view.documents.find((document) => document.id === route.document);
  return view.documents.toSorted((a, b) => commentsOf(view, b) - commentsOf(view, a))[0];
}

function commentsOf(view: DossierView, document: DocumentView): number {
  const inRounds = view.rounds.flatMap((round) => round.versions);
  const reacted = document.versions.some((version) => inRounds.includes(version.id)) ? 1 : 0;
  return reacted * 1000 + document.versions.length * 10 + (document.kind === 'opleiderdocument' ? 1 : 0);
}

/** The rooms of a dossier that this person may enter; what they may not see is not offered. */
export function roomsOf(view: DossierView, route: Route): readonly Room[] {
  const base = `/dossiers/${view.id}`;
  const document = currentDocument(view, route) ?? view.documents[0];
  const has = (roles: readonly DossierRole[]) => view.roles.some((role) => roles.includes(role));
  const rooms: Room[] = [{ name: 'dossier', href: base, count: null, current: route.page === 'dossier' }];
  const add = (name: RoomName, href: string, count: number | null, current: boolean) =>
    rooms.push({ name, href, count, current });

  if (document && document.draft !== null && document.started)
    add('writing', `${base}/schrijven/${document.id}`, null, route.page === 'writing');
  const version = latest(document);
  if (document && version) add('reading', `/lezen/${version.id}`, view.counts.comments || null, false);
  if (document && version && has(COMMITTEE))
    add('processing', `${base}/verwerken/${document.id}`, view.counts.open || null, route.page === 'processing');
  const beside = document && (document.draft !== null || document.inForce?.mayCompare === true);
  if (document && version && (document.versions.length > 1 || beside))
    add('comparing', `${base}/vergelijken/${document.id}`, null, route.page === 'comparing');
  const decidable = view.phase === 'approval' || view.decisions.length > 0;
  if (decidable) add('decision', `${base}/besluit`, null, route.page === 'decision');
  if (has(OVERSIGHT)) add('log', `${base}/logboek`, null, route.page === 'log');
  return rooms;
}

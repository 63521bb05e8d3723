import type { RoundView, VersionView } from '@draagvlak/contract/server';
import { type Dossier, type FrozenVersion, isRoundOver, type Round } from '@draagvlak/procedure';
import type { PeopleView } from './people-view.ts';
import type { WordStore } from './word-store.ts';

export async function versionView(
  dossier: Dossier,
  version: FrozenVersion,
  people: PeopleView,
  words: WordStore,
): Promise<VersionView> {
  return {
    id: version.id,
    document: version.document,
    number: version.number,
    title: version.title,
    hash: version.content,
    words: version.words,
    frozenAt: version.frozenAt,
    frozenBy: version.frozenBy === null ? null : people.person(version.frozenBy).name,
    publishedAt: version.publishedAt,
    phase: version.phase,
    erratumOf: version.erratumOf,
    note: await words.text(version.note, dossier),
  };
}

export function roundView(round: Round, now: string): RoundView {
  return {
    id: round.id,
    kind: round.kind,
    versions: round.versions,
    opens: round.opens,
    closes: round.closes,
    closedAt: round.closedAt,
    open: !isRoundOver(round, now) && round.opens <= now,
    notifiedAt: round.notifiedAt,
    notified: round.notified,
    commentsPublishedAt: round.commentsPublishedAt,
  };
}

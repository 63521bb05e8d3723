import type { CorrectionView, RoundView, VersionView } from '@draagvlak/contract/server';
import { type Dossier, type FrozenVersion, isRoundOver, type Round } from '@draagvlak/procedure';
import type { CorrectionRecord } from './erratum.ts';
import type { PeopleView } from './people-view.ts';
import type { WordStore } from './word-store.ts';

/** What an erratum mended; nothing for a concept. */
export async function correctionsOf(
  dossier: Dossier,
  version: FrozenVersion,
  words: WordStore,
): Promise<readonly CorrectionView[]> {
  if (version.corrections === undefined) return [];
  const text = await words.text({ blob: version.corrections }, dossier);
  if (text === null) return [];
  const { corrections } = JSON.parse(text) as CorrectionRecord;
  return corrections.map(({ block, was, becomes, inDraft }) => ({ block, was, becomes, inDraft }));
}

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
    corrections: await correctionsOf(dossier, version, words),
    note: await words.shown(version.note, dossier),
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

import type { Dossier } from '@draagvlak/procedure';
import { carryAll, type Placement } from '@draagvlak/review';
import type { Text, Texts } from './texts.ts';

/** Where every comment on one version stands in a later one, as computed when that was frozen. */
export interface PlacementRecord {
  readonly from: string;
  readonly to: string;
  readonly placements: Readonly<Record<string, Placement>>;
}

/** The version of a document that people reacted on last, before this one. */
export function reactedVersion(dossier: Dossier, document: string, than: string | null) {
  const before = dossier.versions.slice(
    0,
    than === null ? undefined : dossier.versions.findIndex(({ id }) => id === than),
  );
  return before.findLast(
    (version) => version.document === document && dossier.rounds.some(({ versions }) => versions.includes(version.id)),
  );
}

/**
 * Carries every comment on the version that people reacted on last into the text that is being frozen; `null` where
 * nobody reacted yet. What is stored does not move any more when the comparison gets better.
 */
export async function placementsAtFreeze(
  texts: Texts,
  dossier: Dossier,
  document: string,
  version: string,
  after: Text,
): Promise<PlacementRecord | null> {
  const from = reactedVersion(dossier, document, null);
  if (from === undefined) return null;
  const comments = dossier.comments.filter((comment) => comment.version === from.id);
  const before = await texts.version(from);
  const placed = carryAll(
    comments.map(({ anchor }) => anchor),
    before.document,
    after.document,
    texts.compare(before, after),
  );
  const placements = Object.fromEntries(comments.map(({ id }, index) => [id, placed[index] as Placement]));
  return { from: from.id, to: version, placements };
}

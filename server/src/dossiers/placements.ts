import type { Dossier } from '@draagvlak/procedure';
import { carryAll, type Placement } from '@draagvlak/review';
import { type CommentsOn, sameConcept } from './same-concept.ts';
import type { Text, Texts } from './texts.ts';

/** Where every comment on one version stands in a later one, as computed when that was frozen. */
export interface PlacementRecord {
  readonly from: string;
  readonly to: string;
  readonly placements: Readonly<Record<string, Placement>>;
}

/** The version of a document that people reacted on last, before this one, with its mistakes mended. */
export function reactedVersion(dossier: Dossier, document: string, than: string | null) {
  const before = dossier.versions.slice(
    0,
    than === null ? undefined : dossier.versions.findIndex(({ id }) => id === than),
  );
  const reacted = before.findLast(
    (version) => version.document === document && dossier.rounds.some(({ versions }) => versions.includes(version.id)),
  );
  if (reacted === undefined) return undefined;
  const concept = sameConcept(dossier, reacted);
  return before.findLast((version) => concept.includes(version));
}

/**
 * Carries every comment on the version that people reacted on last into the text that is being frozen; `null` where
 * nobody reacted yet. What is stored does not move any more when the comparison gets better.
 */
export async function placementsAtFreeze(
  texts: Texts,
  commentsOn: CommentsOn,
  dossier: Dossier,
  document: string,
  version: string,
  after: Text,
): Promise<PlacementRecord | null> {
  const from = reactedVersion(dossier, document, null);
  if (from === undefined) return null;
  const comments = await commentsOn(dossier, dossier.comments, from);
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

import type { Dossier } from '@draagvlak/procedure';
import type { Placement } from '@draagvlak/review';
import type { Places } from './places.ts';
import { type CommentsOn, sameConcept } from './same-concept.ts';
import type { Text } from './texts.ts';

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
 * nobody reacted yet. What is stored does not move any more when the comparison gets better. What a person confirmed in
 * the draft holds for the concept made of it.
 */
export async function placementsAtFreeze(
  parts: { readonly places: Places; readonly commentsOn: CommentsOn },
  dossier: Dossier,
  frozen: { readonly document: string; readonly version: string; readonly from: 'draft' | 'version' },
  text: Text,
): Promise<PlacementRecord | null> {
  const from = reactedVersion(dossier, frozen.document, null);
  if (from === undefined) return null;
  const comments = await parts.commentsOn(dossier, dossier.comments, from);
  const version = frozen.from === 'draft' ? null : { id: frozen.version };
  const placements = await parts.places(dossier, comments, from, { version, text });
  return { from: from.id, to: frozen.version, placements: Object.fromEntries(placements) };
}

import type { Dossier, FrozenVersion } from '@draagvlak/procedure';
import type { Comment } from '@draagvlak/review';
import type { Places } from './places.ts';
import type { Texts } from './texts.ts';

/** The versions that this one mends, the nearest first. */
export function mendedBy(dossier: Dossier, version: FrozenVersion): readonly FrozenVersion[] {
  const found: FrozenVersion[] = [];
  for (let of = version.erratumOf; of !== null; of = found.at(-1)?.erratumOf ?? null) {
    const mended = dossier.versions.find(({ id }) => id === of);
    if (mended === undefined) throw new Error(`version ${version.id} mends unknown version ${of}`);
    found.push(mended);
  }
  return found;
}

/** A concept with its errata, in the order in which they were frozen. */
export function sameConcept(dossier: Dossier, version: FrozenVersion): readonly FrozenVersion[] {
  const first = (one: FrozenVersion) => mendedBy(dossier, one).at(-1)?.id ?? one.id;
  return dossier.versions.filter((one) => first(one) === first(version));
}

/** Comments on a concept, each pointing at its place in one of its versions. */
export type CommentsOn = (
  dossier: Dossier,
  comments: readonly Comment[],
  version: FrozenVersion,
) => Promise<readonly Comment[]>;

/**
 * A comment stays where it was made. Where an erratum is read or answered, it is shown at the place it has there; its
 * quote stays the words that were seen.
 */
export function createCommentsOn(texts: Texts, places: Places): CommentsOn {
  return async (dossier, comments, version) => {
    const after = { version, text: await texts.version(version) };
    const placed = new Map<string, Comment>();
    for (const other of sameConcept(dossier, version)) {
      const own = comments.filter((comment) => comment.version === other.id);
      if (own.length === 0) continue;
      if (other.id === version.id) for (const comment of own) placed.set(comment.id, comment);
      else {
        const found = await places(dossier, own, other, after);
        for (const comment of own) {
          const { section = null, node = null, start = null, end = null } = found.get(comment.id) ?? {};
          const anchor = { ...comment.anchor, version: version.id, section, start, end };
          placed.set(comment.id, { ...comment, anchor: { ...anchor, node: anchor.scope === 'passage' ? null : node } });
        }
      }
    }
    return comments.flatMap((comment) => placed.get(comment.id) ?? []);
  };
}

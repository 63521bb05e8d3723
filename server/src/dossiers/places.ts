import type { Comparison } from '@draagvlak/compare';
import type { Dossier, FrozenVersion } from '@draagvlak/procedure';
import { type Anchor, carryAll, type Comment, confirmedPlace, type Placement } from '@draagvlak/review';
import type { Blobs } from '@draagvlak/storage';
import type { PlacementRecord } from './placements.ts';
import type { Text, Texts } from './texts.ts';

/** Where comments on one version stand in another text: as a person confirmed, as was stored, else as computed now. */
export type Places = (
  dossier: Dossier,
  comments: readonly Comment[],
  before: FrozenVersion,
  after: { readonly version: Pick<FrozenVersion, 'id'> | null; readonly text: Text },
) => Promise<ReadonlyMap<string, Placement>>;

export function createPlaces(texts: Texts, blobs: Blobs): Places {
  const records = new Map<string, PlacementRecord>();
  /** An anchor never changes, so between two texts it is carried once, however often people act. */
  const computed = new WeakMap<Comparison, WeakMap<Anchor, Placement>>();

  async function recorded(dossier: Dossier, before: FrozenVersion, after: Pick<FrozenVersion, 'id'> | null) {
    const ref = after === null ? undefined : dossier.placements[after.id];
    if (ref === undefined) return null;
    let record = records.get(ref);
    if (record === undefined) {
      const blob = await blobs.get(ref);
      if (blob === null || 'erased' in blob) return null;
      record = JSON.parse(new TextDecoder().decode(blob.bytes)) as PlacementRecord;
      records.set(ref, record);
    }
    return record.from === before.id ? record.placements : null;
  }

  return async (dossier, comments, before, after) => {
    const stored = await recorded(dossier, before, after.version);
    const first = await texts.version(before);
    const comparison = await texts.compare(first, after.text);
    const known = computed.get(comparison) ?? new WeakMap<Anchor, Placement>();
    computed.set(comparison, known);
    const fresh = comments.flatMap(({ anchor }) => (known.has(anchor) ? [] : [anchor]));
    if (fresh.length > 0) {
      const carried = carryAll(fresh, first.document, after.text.document, comparison);
      fresh.forEach((anchor, index) => known.set(anchor, carried[index] as Placement));
    }
    const target = after.version?.id ?? 'draft';
    return new Map(
      comments.map((comment) => {
        const found = stored?.[comment.id] ?? (known.get(comment.anchor) as Placement);
        const confirmed = dossier.confirmedPlacements.findLast(
          (one) => one.comment === comment.id && one.target === target,
        );
        if (confirmed === undefined) return [comment.id, found] as const;
        const { anchor } = confirmed;
        // Nothing to point at: that the words are gone was confirmed.
        if (anchor === null) return [comment.id, { ...found, confirmed: true }] as const;
        return [comment.id, confirmedPlace(comment.anchor, anchor, found, after.text.document) ?? found] as const;
      }),
    );
  };
}

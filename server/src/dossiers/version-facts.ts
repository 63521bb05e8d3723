import { type ChangeAttribution, SpanIndex } from '@draagvlak/attribution';
import { plainText, textBlocks } from '@draagvlak/document';
import { type ErratumFacts, fillVersionFacts, type VersionFacts } from '@draagvlak/document/yjs';
import { type Dossier, type DossierDocument, type FrozenVersion, nextErratum, nextNumber } from '@draagvlak/procedure';
import type { AttachedGround } from '@draagvlak/review';
import { nl } from '@draagvlak/wording';
import type { Rooms } from '../realtime/rooms.ts';

/** Who stands behind what the product writes in a text by itself: nobody who could sign in. */
export const GENERATOR = '@dossier';

/** What is known of the version that a freeze makes now; `null` in a phase that makes none. */
function factsOf(dossier: Dossier, document: DossierDocument, now: string): VersionFacts | null {
  const version = nextNumber(dossier, document.id);
  if (version === null) return null;
  const { phase, adoption } = dossier;
  const statuses: Readonly<Partial<Record<typeof phase, string>>> = nl.document.versionStatuses;
  return {
    version,
    status: statuses[phase] ?? nl.vocabulary.statuses[phase],
    date: nl.dates.day(now),
    effective: adoption === null ? null : nl.dates.day(adoption.effective),
  };
}

/**
 * Brings the version's number, status and date into the text before it is frozen: a stored edit of its own, under its own
 * name. Only in a text that began from the template, since there these rows are the product's; an imported text has its
 * own, kept by its authors. What anybody wrote in them stays.
 */
export async function writeVersionFacts(
  rooms: Rooms,
  dossier: Dossier,
  document: DossierDocument,
  now: string,
): Promise<void> {
  const facts = factsOf(dossier, document, now);
  if (facts === null || !dossier.templateDrafts.includes(document.id)) return;
  const { document: text, clocks } = await rooms.read(document.draft);
  const spans = new SpanIndex(await rooms.spans(document.draft));
  const generated = new Map<string, string>();
  for (const { block } of textBlocks(text)) {
    const { id } = block.attrs;
    const ranges = id === null ? undefined : clocks.blocks[id];
    if (id === null || ranges === undefined || ranges.length === 0) continue;
    const grounds = ranges.flatMap((range) => spans.grounds(range));
    if (grounds.every(({ ground }) => ground?.person === GENERATOR)) generated.set(id, plainText(block.content));
  }
  await rooms.edit(document.draft, { person: GENERATOR, at: now, comment: null }, (tr) =>
    fillVersionFacts(tr, facts, generated),
  );
}

/** What the product writes of an erratum by itself; `null` in a text whose rows are its authors' own. */
export function erratumFacts(dossier: Dossier, mended: FrozenVersion, note: string, now: string): ErratumFacts | null {
  if (!dossier.templateDrafts.includes(mended.document)) return null;
  return {
    version: nextErratum(dossier, mended),
    mends: { version: mended.number, date: nl.dates.day(mended.frozenAt) },
    date: nl.dates.day(now),
    note: note.trim(),
  };
}

/** Grounds of the changes that the product made by itself and nobody had a hand in. */
export function generatedGrounds(attributions: readonly ChangeAttribution[]): readonly AttachedGround[] {
  return attributions
    .filter(({ people, unknown }) => !unknown && people.length > 0 && people.every((person) => person === GENERATOR))
    .map(({ key }) => ({ change: key, comment: null, reason: nl.document.generatedReason, by: GENERATOR }));
}

import { type ClockMap, clocksOf, correctedClocks, type ReplacedUnits, unknownClocks } from '@draagvlak/attribution';
import { compare } from '@draagvlak/compare';
import {
  corrected,
  type Correction,
  type DocumentJson,
  inlineText,
  lastFirst,
  narrow,
  textBlocks,
} from '@draagvlak/document';
import { fillErratumFacts, replaceText, withErratumFacts } from '@draagvlak/document/yjs';
import type { Command, Context, Dossier, DossierDocument, FrozenVersion } from '@draagvlak/procedure';
import { carryAll, makeAnchor, type Placement } from '@draagvlak/review';
import type { Transform } from 'prosemirror-transform';
import type { Rooms } from '../realtime/rooms.ts';
import type { Text, Texts } from './texts.ts';
import { erratumFacts, GENERATOR } from './version-facts.ts';

export type MakeErratum = Extract<Command, { type: 'make-erratum' }>;

/** What was mended in an erratum, and whether the draft has it too. */
export interface CorrectionRecord {
  readonly corrections: readonly (Correction & { readonly inDraft: boolean })[];
}

export interface Erratum {
  readonly mended: FrozenVersion;
  readonly document: DossierDocument;
  /** The mended text; its key is empty, since nothing is stored yet. */
  readonly text: Text;
  readonly record: CorrectionRecord;
}

/** Times that the draft is looked at again because somebody typed in between. */
const ATTEMPTS = 3;

/**
 * Makes the text of an erratum: the frozen one with these corrections and nothing else, whatever became of the draft. Only
 * where the product itself wrote which version it is, that is told anew: its number, its date and what it mends. The
 * draft gets the same corrections in the name of who mends, where the words still stand as they were frozen; it is mended
 * first, so that no erratum tells of a mended draft that is not. Asking twice corrects once.
 */
export async function makeErratum(
  texts: Texts,
  rooms: Rooms,
  dossier: Dossier,
  { of, version, corrections, note }: MakeErratum,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
): Promise<Erratum> {
  const mended = dossier.versions.find(({ id }) => id === of);
  const document = dossier.documents.find(({ id }) => id === mended?.document);
  if (mended === undefined || document === undefined) throw new Error(`decide allowed mending unknown version ${of}`);
  const base = await texts.version(mended);
  const facts = erratumFacts(dossier, mended, note, now);
  const text = { document: corrected(base.document, corrections), clocks: null, key: '' };
  const started = dossier.startedDrafts.includes(document.id);

  let left = corrections;
  for (let attempt = 0; left.length > 0 && attempt < ATTEMPTS; attempt += 1) {
    const draft = await texts.draft(document, started);
    if (draft === null) break;
    const standing = standingIn(left, base, draft, mended.id);
    if (standing.length === 0) break;
    const author = { person: actor.person, at: now, comment: null };
    const done: Correction[] = [];
    await rooms.edit(document.draft, author, (tr) => {
      done.length = 0;
      for (const { correction, at } of standing) if (replaceThere(tr, at, correction)) done.push(correction);
    });
    left = left.filter((correction) => !done.includes(correction));
  }

  // The same row in both texts, so that the next concept has it as what it is.
  const ids = Array.from({ length: ROW_IDS }, (_, index) => `${version}-${index}`);
  if (facts !== null && started) {
    await rooms.edit(document.draft, { person: GENERATOR, at: now, comment: null }, (tr) =>
      fillErratumFacts(tr, facts, ids),
    );
  }
  const draft = await texts.draft(document, started);
  const found = draft === null ? new Map<Correction, Correction>() : mendedPlaces(corrections, text, draft, mended.id);
  const record = {
    corrections: corrections.map((one) => ({ ...one, inDraft: found.has(one) || !left.includes(one) })),
  };
  const clocks =
    base.clocks === null
      ? null
      : correctedClocks(
          base.clocks,
          corrections.map((one) => replacedUnits(one, found.get(one), draft?.clocks ?? null)),
        );
  if (facts === null) return { mended, document, text: { ...text, clocks }, record };
  const filled = withErratumFacts(text.document, facts, ids);
  return {
    mended,
    document,
    text: { ...text, document: filled, clocks: clocks && draftClocks(text.document, filled, clocks, draft) },
    record,
  };
}

/** Ids that one row of the table of changes takes: its own, and of three cells with a block each. */
const ROW_IDS = 7;

/** The clocks of what the product wrote: those of the draft where that has the same words, else nobody's. */
function draftClocks(before: DocumentJson, after: DocumentJson, clocks: ClockMap, draft: Text | null): ClockMap {
  const wordsIn = (document: DocumentJson) =>
    new Map([...textBlocks(document)].map(({ block }) => [block.attrs.id ?? '', inlineText(block)]));
  const [old, standing] = [wordsIn(before), draft === null ? new Map<string, string>() : wordsIn(draft.document)];
  const blocks = { ...clocks.blocks };
  const written: string[] = [];
  for (const [id, words] of wordsIn(after)) {
    if (old.get(id) === words) continue;
    written.push(id);
    const typed = standing.get(id) === words ? draft?.clocks?.blocks[id] : undefined;
    blocks[id] = typed ?? unknownClocks(words.length);
  }
  const known = <T>(map: Readonly<Record<string, T>> | undefined): Readonly<Record<string, T>> =>
    Object.fromEntries(written.flatMap((id) => (map?.[id] === undefined ? [] : [[id, map[id]]])));
  return { ...clocks, blocks, nodes: { ...known(draft?.clocks?.nodes), ...clocks.nodes } };
}

interface Standing {
  readonly correction: Correction;
  /** The correction where its words stand in the draft. */
  readonly at: Correction;
}

/** Where the words of each correction stand in the draft unchanged, the last first. */
function standingIn(corrections: readonly Correction[], base: Text, draft: Text, version: string): Standing[] {
  const places = placesOf(corrections, base, draft, version);
  const standing = corrections.flatMap((correction, index) => {
    const place = places[index];
    if (place === undefined || place === null || (place.rung !== 'exact' && place.rung !== 'moved')) return [];
    const { start, end, quote } = place;
    if (start === null || end === null || start.block !== end.block || quote !== correction.was) return [];
    return [{ correction, at: { ...correction, block: start.block, from: start.offset, to: end.offset } }];
  });
  const order = lastFirst(standing.map(({ at }) => at));
  return standing.toSorted((one, other) => order.indexOf(one.at) - order.indexOf(other.at));
}

/** The place of each correction's words in another text; `null` where they are no words to look for. */
function placesOf(
  corrections: readonly Correction[],
  from: Text,
  to: Text,
  version: string,
): readonly (Placement | null)[] {
  const anchors = corrections.map(({ block, from: start, to: end }) =>
    makeAnchor(
      from.document,
      { scope: 'passage', start: { block, offset: start }, end: { block, offset: end } },
      version,
    ),
  );
  const known = anchors.filter((anchor) => anchor !== null);
  const placed = carryAll(known, from.document, to.document, compare(from.document, to.document));
  return anchors.map((anchor) => (anchor === null ? null : (placed[known.indexOf(anchor)] ?? null)));
}

/** The correction's words as they read in a mended text, and where they stand there. */
function asMended(correction: Correction, all: readonly Correction[]): Correction {
  const before = all.filter(({ block, from }) => block === correction.block && from < correction.from);
  const shift = before.reduce((sum, { from, to, becomes }) => sum + becomes.length - (to - from), 0);
  const from = correction.from + shift;
  return { ...correction, from, to: from + correction.becomes.length, was: correction.becomes };
}

/** Where the draft has the mended words of each correction. */
function mendedPlaces(
  corrections: readonly Correction[],
  text: Text,
  draft: Text,
  version: string,
): ReadonlyMap<Correction, Correction> {
  const mended = corrections.map((one) => asMended(one, corrections));
  const found = new Map<Correction, Correction>();
  for (const { correction, at } of standingIn(mended, text, draft, version)) {
    const original = corrections[mended.indexOf(correction)];
    if (original !== undefined) found.set(original, at);
  }
  return found;
}

function replaceThere(tr: Transform, at: Correction, { was, becomes }: Correction): boolean {
  const found = [...textBlocks(tr.doc.toJSON())].find(({ block }) => block.attrs.id === at.block);
  if (found === undefined || inlineText(found.block).slice(at.from, at.to) !== was) return false;
  const change = narrow(was, becomes);
  replaceText(tr, at.block, at.from + change.from, at.from + change.to, change.text);
  return true;
}

/** The units that a correction put in, with who typed them as far as the draft tells. */
function replacedUnits(correction: Correction, at: Correction | undefined, draft: ClockMap | null): ReplacedUnits {
  const { from, to, text } = narrow(correction.was, correction.becomes);
  const typed =
    at === undefined || draft === null ? null : clocksOf(draft, at.block, at.from + from, at.from + from + text.length);
  const clocks = typed ?? unknownClocks(text.length);
  return { block: correction.block, from: correction.from + from, to: correction.from + to, clocks };
}

import { attribute, type ChangeAttribution } from '@draagvlak/attribution';
import type { Comparison } from '@draagvlak/compare';
import {
  type Dossier,
  type DossierDocument,
  frozenInPhase,
  type FrozenVersion,
  latestVersion,
  phaseDefinition,
} from '@draagvlak/procedure';
import { audit, type Comment, type Finding, ledger, type Link, type Placement, type Words } from '@draagvlak/review';
import { reactedVersion } from './placements.ts';
import type { Places } from './places.ts';
import type { CommentsOn } from './same-concept.ts';
import { Recent, type Text, type Texts } from './texts.ts';
import { generatedGrounds } from './version-facts.ts';
import type { WordStore } from './word-store.ts';

/** A text with the version it is, or `null` where it is the draft as it stands. */
export interface Side {
  readonly version: FrozenVersion | null;
  readonly text: Text;
}

/** What changed between two texts of one document, by whom and for which reaction, and what does not add up. */
export interface Evidence {
  readonly before: FrozenVersion;
  readonly beforeText: Text;
  readonly after: Side;
  readonly comparison: Comparison;
  readonly attributions: readonly ChangeAttribution[];
  /** Comments made on the first text or on another of its errata, each pointing at its place in the first text. */
  readonly comments: readonly Comment[];
  readonly placements: ReadonlyMap<string, Placement>;
  readonly links: readonly Link[];
  readonly findings: readonly Finding[];
}

export interface EvidenceOf {
  between(dossier: Dossier, document: DossierDocument, before: FrozenVersion, after: Side): Promise<Evidence>;
  /** From the version people reacted on last to the text of the present step; `null` before there are both. */
  present(dossier: Dossier, document: DossierDocument): Promise<Evidence | null>;
  /** Lets go of what was made before, which may hold words that are redacted or erased now. */
  forget(): void;
}

/**
 * The text a document's next step is about: the concept frozen in this phase; where the phase makes one, the draft it is
 * made from; else the newest version. `null` before it began.
 */
export async function presentText(texts: Texts, dossier: Dossier, document: DossierDocument): Promise<Side | null> {
  const makes = phaseDefinition(dossier).freezes !== null;
  const frozen = !makes || frozenInPhase(dossier, document.id) !== null;
  const version = frozen ? latestVersion(dossier, document.id) : null;
  if (version !== null) return { version, text: await texts.version(version) };
  const text = await texts.draft(document, dossier.startedDrafts.includes(document.id));
  return text === null ? null : { version: null, text };
}

export function createEvidenceOf(texts: Texts, words: WordStore, places: Places, commentsOn: CommentsOn): EvidenceOf {
  const made = new Recent<Promise<Evidence>>(20);

  async function between(
    dossier: Dossier,
    document: DossierDocument,
    before: FrozenVersion,
    after: Side,
  ): Promise<Evidence> {
    // A text of another dossier has no reactions here, and no history but as the beginning of this draft.
    const foreign = before.document !== document.id;
    const beforeText = foreign ? await asBase(texts, dossier, document, before) : await texts.version(before);
    const key = `${dossier.id} ${dossier.version} ${beforeText.key} ${after.version?.id ?? ''} ${after.text.key}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    // Everybody who follows the dossier asks at the same moment; who comes second waits for the same one.
    const making = make(dossier, document, before, beforeText, after);
    made.set(key, making);
    making.catch(() => made.delete(key, making));
    return making;
  }

  async function make(
    dossier: Dossier,
    document: DossierDocument,
    before: FrozenVersion,
    beforeText: Text,
    after: Side,
  ): Promise<Evidence> {
    const foreign = before.document !== document.id;
    const comparison = await texts.compare(beforeText, after.text);
    const kept = dossier.comments.filter((comment) => !dossier.takenBack.includes(comment.id));
    const comments = foreign ? [] : await commentsOn(dossier, kept, before);
    const placements = await places(dossier, comments, before, after);
    const attributions = attribute({
      comparison,
      before: beforeText.clocks,
      after: after.text.clocks,
      spans: await texts.spans(document.draft),
    });
    // A ground given on the draft holds for the version it became: the key of a change is made from what it is about.
    const grounds = await Promise.all(
      dossier.grounds
        .filter((one) => one.before === before.id && (one.after === null || one.after === after.version?.id))
        .map(async ({ change, comment, reason, by }) => ({
          change,
          comment,
          reason: await words.text(reason, dossier),
          by,
        })),
    );
    const settled = await Promise.all(
      dossier.settledFindings
        .filter((one) => one.document === document.id)
        .map(async ({ finding, reason }) => ({ finding, reason: (await words.text(reason, dossier)) ?? '' })),
    );
    const input = {
      comments,
      before: beforeText.document,
      after: after.text.document,
      comparison,
      attributions,
      placements,
    };
    const links = ledger({ ...input, grounds: [...grounds, ...generatedGrounds(attributions)] });
    const findings = foreign
      ? []
      : audit({ ...input, links, settled, wordsOf: await readWords(words, dossier, comments) });
    return { before, beforeText, after, comparison, attributions, comments, placements, links, findings };
  }

  return {
    between,
    forget: () => made.clear(),
    async present(dossier, document) {
      const side = await presentText(texts, dossier, document);
      const before = reactedVersion(dossier, document.id, side?.version?.id ?? null);
      return side === null || before === undefined ? null : between(dossier, document, before, side);
    },
  };
}

/** A text of another dossier, with the clocks that this draft gave it when it began with that text. */
async function asBase(
  texts: Texts,
  dossier: Dossier,
  document: DossierDocument,
  version: FrozenVersion,
): Promise<Text> {
  const text = await texts.version(version);
  const base = dossier.basedOn[document.id];
  const clocks = base?.version === version.id && base.clocks !== null ? await texts.clocks(base.clocks) : null;
  return { ...text, clocks };
}

/** Every word the audit may ask for, read beforehand, since the audit is pure and waits for nothing. */
async function readWords(
  words: WordStore,
  dossier: Dossier,
  comments: readonly Comment[],
): Promise<(asked: Words) => string | null> {
  const read = new Map<string, string | null>();
  const all = comments.flatMap(({ body, proposal, dispositions }) => [
    body,
    proposal,
    ...dispositions.map(({ decision }) => decision.motivation),
  ]);
  for (const one of all) {
    if (one !== null && 'blob' in one && !read.has(one.blob)) read.set(one.blob, await words.text(one, dossier));
  }
  return (asked) => ('words' in asked ? asked.words : (read.get(asked.blob) ?? null));
}

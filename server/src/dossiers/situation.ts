import type { SectionCompleteness } from '@draagvlak/contract/server';
import { completeness, correctionsHold, type DocumentJson, sectionsOfDocument, templates } from '@draagvlak/document';
import {
  type Command,
  type CommandType,
  type Context,
  type Dossier,
  type DossierDocument,
  isDefinitive,
  type MandatorySections,
} from '@draagvlak/procedure';
import { type Anchor, anchorExists, type Finding } from '@draagvlak/review';
import type { Blobs } from '@draagvlak/storage';
import { type EvidenceOf, presentText } from './evidence.ts';
import type { InForce } from './in-force.ts';
import { touches } from './touches.ts';
import type { Texts } from './texts.ts';
import { generatedGrounds } from './version-facts.ts';
import type { StoodIn } from './words-register.ts';

/** What the rules need to know beside the dossier, gathered for one command. */
export type Situation = (
  dossier: Dossier | null,
  command: Command,
  asked: Pick<Context, 'actor' | 'now'>,
) => Promise<Context>;

/** What the conditions of a step need: how full the texts are and what does not add up. */
export interface Conditions {
  readonly completeness: Readonly<Record<string, MandatorySections>>;
  readonly findings: Readonly<Record<string, readonly Finding[]>>;
}

/** Commands that are carried out only when the conditions of the phase hold. */
const NEEDS_CONDITIONS: ReadonlySet<CommandType> = new Set(['enter-phase', 'freeze', 'settle-finding']);

export function completenessOf(
  dossier: Dossier,
  document: DossierDocument,
  text: DocumentJson,
): readonly SectionCompleteness[] {
  return completeness(text, templates[document.kind], { definitive: isDefinitive(dossier.phase) });
}

export async function conditionsOf(texts: Texts, evidence: EvidenceOf, dossier: Dossier): Promise<Conditions> {
  const sections: Record<string, MandatorySections> = {};
  const findings: Record<string, readonly Finding[]> = {};
  const audited = ['processing', 'finalisation', 'approval'].includes(dossier.phase);
  for (const document of dossier.documents) {
    const present = await presentText(texts, dossier, document);
    if (present === null) continue;
    const mandatory = completenessOf(dossier, document, present.text.document).filter((section) => section.mandatory);
    const filled = mandatory.filter(({ state }) => state === 'filled').length;
    sections[document.id] = { filled, total: mandatory.length };
    if (audited) findings[document.id] = (await evidence.present(dossier, document))?.findings ?? [];
  }
  return { completeness: sections, findings };
}

/**
 * Changes of content since the inspected concept. What is only put differently does not count, nor what the product
 * wrote itself, nor what tells of the document and not of the work: its data, its accountability, its changes.
 */
export async function substantiveSinceInspection(
  texts: Texts,
  evidence: EvidenceOf,
  dossier: Dossier,
): Promise<number> {
  const inspected = dossier.rounds.findLast(({ kind }) => kind === 'inspection')?.versions ?? [];
  let count = 0;
  for (const document of dossier.documents) {
    const version = dossier.versions.find(({ id, document: of }) => of === document.id && inspected.includes(id));
    const present = await presentText(texts, dossier, document);
    if (version === undefined || present === null) continue;
    const {
      comparison,
      attributions,
      beforeText: before,
    } = await evidence.between(dossier, document, version, present);
    const generated = new Set(generatedGrounds(attributions).map(({ change }) => change));
    const ofDocument = new Set(
      [before.document, present.text.document].flatMap((text) => [
        ...sectionsOfDocument(text, templates[document.kind]),
      ]),
    );
    count += comparison.changes.filter(
      ({ key, category, before: was, after: now }) =>
        !generated.has(key) &&
        ['substantive', 'new', 'deleted'].includes(category) &&
        ![was?.section, now?.section].some((section) => section != null && ofDocument.has(section)),
    ).length;
  }
  return count;
}

export function createSituation(parts: {
  readonly texts: Texts;
  readonly evidence: EvidenceOf;
  readonly blobs: Blobs;
  readonly inForce: InForce;
  readonly stoodIn: StoodIn;
}): Situation {
  const { texts, evidence, blobs, inForce, stoodIn } = parts;

  async function anchorHolds(dossier: Dossier, anchor: Anchor, target: string): Promise<boolean> {
    if (target === 'draft') {
      const version = dossier.versions.find(({ id }) => id === anchor.version);
      const document = dossier.documents.find(({ id }) => id === version?.document);
      const text = document && (await texts.draft(document, dossier.startedDrafts.includes(document.id)));
      return text ? anchorExists(text.document, anchor) : false;
    }
    const version = dossier.versions.find(({ id }) => id === target);
    if (version === undefined || anchor.version !== target) return false;
    return anchorExists((await texts.version(version)).document, anchor);
  }

  /** Whether the passage differs from the first concept that was reacted on; a document without one counts as new. */
  async function passageChanged(dossier: Dossier, anchor: Anchor): Promise<boolean> {
    const version = dossier.versions.find(({ id }) => id === anchor.version);
    if (version === undefined) return true;
    const consulted = dossier.rounds.findLast(({ kind }) => kind === 'consultation')?.versions ?? [];
    const first = dossier.versions.find(({ id, document }) => document === version.document && consulted.includes(id));
    if (first === undefined || first.id === version.id) return true;
    const [before, after] = [await texts.version(first), await texts.version(version)];
    return touches(await texts.compare(before, after), after.document, anchor);
  }

  return async (dossier, command, asked) => {
    if (dossier === null) return asked;
    if (command.type === 'submit-comment') {
      return {
        ...asked,
        anchorValid: await anchorHolds(dossier, command.anchor, command.version),
        passageChanged: await passageChanged(dossier, command.anchor),
      };
    }
    if (command.type === 'start-draft' && command.from === 'version') {
      const document = dossier.documents.find(({ id }) => id === command.document);
      const present = document && (await inForce.present(dossier, document));
      return { ...asked, versionInForce: present?.version.id === command.version };
    }
    if (command.type === 'make-erratum') {
      const mended = dossier.versions.find(({ id }) => id === command.of);
      if (mended === undefined) return asked;
      const { document } = await texts.version(mended);
      return { ...asked, correctionsHold: correctionsHold(document, command.corrections) };
    }
    if (command.type === 'confirm-placement') {
      const { anchor, target } = command;
      return { ...asked, anchorValid: anchor === null || (await anchorHolds(dossier, anchor, target)) };
    }
    if (command.type === 'erase-words') return { ...asked, formerWords: await stoodIn(dossier.id, command.blob) };
    if (command.type === 'redact-words') {
      const bytes = new TextEncoder().encode(command.replacement);
      const replacement = await blobs.put(bytes, { salted: true, type: 'text/plain; charset=utf-8' });
      return { ...asked, replacement, formerWords: await stoodIn(dossier.id, command.blob) };
    }
    if (!NEEDS_CONDITIONS.has(command.type)) return asked;
    const context = { ...asked, ...(await conditionsOf(texts, evidence, dossier)) };
    if (command.type !== 'enter-phase' || command.phase !== 'approval') return context;
    return { ...context, substantiveSinceInspection: await substantiveSinceInspection(texts, evidence, dossier) };
  };
}

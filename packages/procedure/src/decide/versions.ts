import type { Context, Frozen } from '../context.ts';
import type { Dossier } from '../dossier.ts';
import type { DossierDocument, Version } from '../fact.ts';
import { gates } from '../gates.ts';
import { phaseDefinition } from '../members.ts';
import type { Refusal } from '../refusal.ts';
import { alreadyDone, facts, type Outcome, refusal, refuse } from '../refuse.ts';
import { frozenInPhase, latestVersion, nextErratum, nextNumber } from '../versions.ts';
import { type Give, isBlank, optionalWords } from './input.ts';

export function startDraft(dossier: Dossier, command: Give<'start-draft'>, context: Context): Outcome {
  if (!dossier.documents.some((one) => one.id === command.document)) return refuse('unknown-document', 'document');
  if (dossier.startedDrafts.includes(command.document)) return alreadyDone;
  if (command.from !== 'version') return facts({ ...command, type: 'draft-started' });
  if (context.versionInForce !== true) return refuse('unknown-version', 'version');
  return facts({ ...command, type: 'draft-started' });
}

/** Why the concept of a document cannot be frozen now; `null` when it can. */
export function freezeRefusal(dossier: Dossier, document: DossierDocument, context: Context): Refusal | null {
  const phase = phaseDefinition(dossier);
  if (phase.freezes === null) return refusal('wrong-phase');
  if (!dossier.startedDrafts.includes(document.id)) return refusal('nothing-to-freeze', 'document');
  if (frozenInPhase(dossier, document.id) !== null) return refusal('already-frozen', 'document');
  const unmet = gates({ ...dossier, documents: [document] }, phase.freezeNeeds, context).filter((one) => !one.met);
  return unmet.length > 0 ? refusal('gates-unmet', null, unmet) : null;
}

export function freeze(dossier: Dossier, command: Give<'freeze'>, context: Context): Outcome {
  const document = dossier.documents.find((one) => one.id === command.document);
  if (document === undefined) return refuse('unknown-document', 'document');
  if (dossier.versions.some((one) => one.id === command.version)) return refuse('already-exists', 'version');
  const refused = freezeRefusal(dossier, document, context);
  if (refused !== null) return { refusal: refused };
  const number = nextNumber(dossier, document.id);
  if (number === null) return refuse('wrong-phase');
  if (command.number !== '' && command.number !== number) return refuse('wrong-number', 'number');
  const { id, title } = document;
  return frozenAs({ id: command.version, document: id, number, title, erratumOf: null }, command.note, context.frozen);
}

/**
 * A mistake in a frozen text is mended by a further version beside it, never in it. Only the newest text of a document
 * has one: what came after an older one has been written on from it.
 */
export function makeErratum(dossier: Dossier, command: Give<'make-erratum'>, context: Context): Outcome {
  const mended = dossier.versions.find((one) => one.id === command.of);
  if (mended === undefined) return refuse('unknown-version', 'of');
  if (dossier.versions.some((one) => one.id === command.version)) return refuse('already-exists', 'version');
  if (latestVersion(dossier, mended.document)?.id !== mended.id) return refuse('wrong-number', 'of');
  if (command.corrections.length === 0) return refuse('words-required', 'corrections');
  if (isBlank(command.note)) return refuse('reason-required', 'note');
  if (context.correctionsHold !== true) return refuse('anchor-not-in-version', 'corrections');
  const { document, title } = mended;
  const number = nextErratum(dossier, mended);
  const version = { id: command.version, document, number, title, erratumOf: mended.id };
  return frozenAs(version, command.note, context.frozen);
}

type Name = Pick<Version, 'id' | 'document' | 'number' | 'title' | 'erratumOf'>;

function frozenAs(name: Name, note: string, frozen: Frozen | undefined): Outcome {
  // asked before the text is taken: freezing would be allowed
  if (frozen === undefined) return facts();
  const { title, content, clocks, words, corrections } = frozen;
  return facts({
    type: 'version-frozen',
    version: {
      ...name,
      title: isBlank(title) ? name.title : title,
      content,
      clocks,
      words,
      ...(corrections === undefined ? {} : { corrections }),
      note: optionalWords(note),
    },
  });
}

export function publish(dossier: Dossier, command: Give<'publish'>): Outcome {
  const found = command.versions.map((id) => dossier.versions.find((one) => one.id === id));
  if (found.length === 0 || found.some((one) => one === undefined)) return refuse('unknown-version', 'versions');
  const fresh = found.filter((one) => one !== undefined && one.publishedAt === null).map((one) => one?.id ?? '');
  if (fresh.length === 0) return alreadyDone;
  if (isBlank(command.where)) return refuse('words-required', 'where');
  return facts({ type: 'version-published', versions: [...new Set(fresh)], where: command.where.trim() });
}

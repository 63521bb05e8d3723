import type { Context, Frozen } from '../context.ts';
import type { Dossier } from '../dossier.ts';
import type { DossierDocument } from '../fact.ts';
import { gates } from '../gates.ts';
import { phaseDefinition } from '../members.ts';
import type { Refusal } from '../refusal.ts';
import { alreadyDone, facts, type Outcome, refusal, refuse } from '../refuse.ts';
import { frozenInPhase, latestVersion, nextErratum, nextNumber } from '../versions.ts';
import { type Give, isBlank, optionalWords } from './input.ts';

export function startDraft(dossier: Dossier, command: Give<'start-draft'>): Outcome {
  if (!dossier.documents.some((one) => one.id === command.document)) return refuse('unknown-document', 'document');
  if (dossier.startedDrafts.includes(command.document)) return alreadyDone;
  return facts({ type: 'draft-started', document: command.document, from: command.from });
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
  if (command.erratumOf !== null) return freezeErratum(dossier, command, document, context);
  const refused = freezeRefusal(dossier, document, context);
  if (refused !== null) return { refusal: refused };
  const number = nextNumber(dossier, document.id);
  if (number === null) return refuse('wrong-phase');
  return frozenAs(number, command, document, context.frozen);
}

/** A mistake in a frozen text is mended by a further version beside it, never in it. */
function freezeErratum(
  dossier: Dossier,
  command: Give<'freeze'>,
  document: DossierDocument,
  context: Context,
): Outcome {
  const mended = dossier.versions.find((one) => one.id === command.erratumOf && one.document === document.id);
  if (mended === undefined) return refuse('unknown-version', 'erratumOf');
  if (isBlank(command.note)) return refuse('reason-required', 'note');
  if (latestVersion(dossier, document.id)?.id !== mended.id) return refuse('wrong-number', 'erratumOf');
  // where authors write on after a freeze of an earlier phase, the draft is no longer that concept
  const writing = (phaseDefinition(dossier).acts['write-draft'] ?? []).length > 0;
  if (writing && frozenInPhase(dossier, document.id) === null) return refuse('wrong-phase');
  return frozenAs(nextErratum(dossier, mended), command, document, context.frozen);
}

function frozenAs(
  number: string,
  command: Give<'freeze'>,
  document: DossierDocument,
  frozen: Frozen | undefined,
): Outcome {
  if (command.number !== '' && command.number !== number) return refuse('wrong-number', 'number');
  // asked before the text is taken: freezing would be allowed
  if (frozen === undefined) return facts();
  return facts({
    type: 'version-frozen',
    version: {
      id: command.version,
      document: document.id,
      number,
      title: isBlank(frozen.title) ? document.title : frozen.title,
      content: frozen.content,
      clocks: frozen.clocks,
      words: frozen.words,
      erratumOf: command.erratumOf,
      note: optionalWords(command.note),
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

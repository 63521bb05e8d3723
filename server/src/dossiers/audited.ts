import { type Actor, can, type Dossier, frozenInPhase, latestVersion, phaseDefinition } from '@draagvlak/procedure';
import type { DocumentView } from '@draagvlak/contract/server';
import { reactedVersion } from './placements.ts';

/**
 * The two texts between which promises and changes are held against each other now: the concept that people reacted on
 * last, and what the present step is about. `null` before there are both, and for who may not see what does not add up.
 */
export function auditedPair(dossier: Dossier, document: string, actor: Actor): DocumentView['audited'] {
  if (can(actor, 'read-audit', { dossier }) !== true) return null;
  const isMade = phaseDefinition(dossier).freezes === null || frozenInPhase(dossier, document) !== null;
  const version = isMade ? latestVersion(dossier, document) : null;
  if (version === null && !dossier.startedDrafts.includes(document)) return null;
  if (version === null && can(actor, 'read-draft', { dossier }) !== true) return null;
  const before = reactedVersion(dossier, document, version?.id ?? null);
  if (before === undefined) return null;
  return { before: before.id, after: version?.id ?? 'draft', blocking: dossier.definition.blockingFindings };
}

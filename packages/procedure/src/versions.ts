import type { DocumentId } from '@draagvlak/review';
import type { Phase } from './definition.ts';
import type { Dossier, FrozenVersion } from './dossier.ts';
import { phaseDefinition } from './members.ts';

/** When the present visit of the current phase began. */
export function phaseSince(dossier: Dossier): string {
  return dossier.history.at(-1)?.at ?? dossier.openedAt;
}

/** The newest frozen text of a document, errata included. */
export function latestVersion(dossier: Dossier, document: DocumentId): FrozenVersion | null {
  return dossier.versions.findLast((one) => one.document === document) ?? null;
}

/** The concept of a document that was frozen in this visit of the phase, without its errata. */
export function frozenInPhase(dossier: Dossier, document: DocumentId): FrozenVersion | null {
  const visit = dossier.versions.slice(dossier.versionsBeforePhase);
  return visit.find((one) => one.document === document && one.erratumOf === null) ?? null;
}

interface Parts {
  readonly major: number;
  readonly minor: number;
}

function parts(number: string): Parts {
  const [major = 0, minor = 0] = number.split('.').map(Number);
  return { major, minor };
}

function after(one: Parts, other: Parts): boolean {
  return one.major > other.major || (one.major === other.major && one.minor > other.minor);
}

/**
 * Number that the next concept of a document gets in the current phase: the phase's own (0.1, 0.2, 0.9, 1.0), or after a
 * way back the first one higher than all there are. `null` in a phase that freezes nothing.
 */
export function nextNumber(dossier: Dossier, document: DocumentId): string | null {
  const own = phaseDefinition(dossier).freezes;
  if (own === null) return null;
  let highest: Parts | null = null;
  for (const version of dossier.versions) {
    const number = parts(version.number);
    if (version.document === document && (highest === null || after(number, highest))) highest = number;
  }
  if (highest === null || after(parts(own), highest)) return own;
  return `${highest.major}.${highest.minor + 1}`;
}

/** Number of the next erratum of a version: "0.1.1", then "0.1.2". */
export function nextErratum(dossier: Dossier, version: FrozenVersion): string {
  const { major, minor } = parts(version.number);
  const base = `${major}.${minor}`;
  const errata = dossier.versions.filter(
    (one) => one.document === version.document && one.number.startsWith(`${base}.`),
  );
  return `${base}.${errata.length + 1}`;
}

/**
 * Phases from which a text must hold what only the definitive concept needs. The steering group decides on the words of
 * 0.9 and 1.0 has the same, so both are asked alike.
 */
const definitive: readonly Phase[] = ['finalisation', 'approval', 'adopted', 'in-force'];

/** Whether the texts of this phase must hold what only the definitive concept needs. */
export function isDefinitive(phase: Phase): boolean {
  return definitive.includes(phase);
}

/** The newest text of each document, which is what a round, a publication or a decision is about. */
export function currentVersions(dossier: Dossier): readonly FrozenVersion[] {
  return dossier.documents.flatMap((one) => latestVersion(dossier, one.id) ?? []);
}

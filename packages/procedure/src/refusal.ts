import type { Gate } from './definition.ts';

/** Why something was not done; a closed set, each with a sentence in `wording`. */
export const REFUSALS = [
  'not-allowed',
  'wrong-phase',
  'gates-unmet',
  'unknown-dossier',
  'unknown-document',
  'unknown-version',
  'unknown-comment',
  'unknown-disposition',
  'unknown-round',
  'unknown-person',
  'already-exists',
  'already-frozen',
  'already-confirmed',
  'round-not-open',
  'round-over',
  'too-late-to-edit',
  'anchor-not-in-version',
  'words-required',
  'motivation-required',
  'place-required',
  'merge-target-required',
  'merge-cycle',
  'own-organisation',
  'proposal-needs-passage',
  'date-in-past',
  'date-in-future',
  'date-invalid',
  'term-too-short',
  'wrong-number',
  'chair-required',
  'not-your-own',
  'nothing-to-freeze',
  'reason-required',
  'last-chair',
  'last-secretary',
  'bundle-too-small',
  'already-bundled',
  'unknown-bundle',
  'already-proposed',
  'changed-meanwhile',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** A gate that does not hold, with the figures its sentence needs ("nog 6 van 43"). */
export interface UnmetGate {
  readonly gate: Gate;
  readonly done: number;
  readonly total: number;
  /** Instant from which it can hold, for a term. */
  readonly from: string | null;
}

/** An expected "no": a value, never thrown. Reaches the API, the button and the Dutch sentence unchanged. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Field of the command concerned, for a message at the field. */
  readonly field: string | null;
  readonly gates: readonly UnmetGate[];
}

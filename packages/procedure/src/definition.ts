/** Phases of every procedure we know; a definition uses the ones it needs, in its own order. */
export const PHASES = [
  'preparation',
  'drafting',
  'consultation',
  'processing',
  'inspection',
  'finalisation',
  'approval',
  'adopted',
  'in-force',
  'withdrawn',
] as const;
export type Phase = (typeof PHASES)[number];

/** Roles are per dossier; one person can have several. */
export const ROLES = [
  'wbc-member',
  'wbc-chair',
  'secretary',
  'steering-member',
  'impact-member',
  'stakeholder',
  'partner',
  'reader',
  'administrator',
] as const;
export type DossierRole = (typeof ROLES)[number];

/** What a role may do in a phase, as the table of rights has it (R, C, W, D). */
export const RIGHTS = ['read', 'react', 'write', 'decide'] as const;
export type Right = (typeof RIGHTS)[number];

/** Conditions for leaving a phase; a closed vocabulary, each with one check in `gates` and one sentence in `wording`. */
export const GATES = [
  'qualifications-named',
  'committee-complete',
  'stakeholders-invited',
  'planning-set',
  'drafts-started',
  'mandatory-sections-filled',
  'rules-question-answered',
  'committee-decided',
  'concept-frozen',
  'presentation-held',
  'survey-held',
  'summary-held',
  'round-closed',
  'minimum-term-passed',
  'impact-concluded',
  'comments-disposed',
  'dispositions-confirmed',
  'audit-settled',
  'published',
  'stakeholders-notified',
  'objections-disposed',
  'steering-approved',
  'effective-date-set',
] as const;
export type Gate = (typeof GATES)[number];

export interface Step {
  readonly to: Phase;
  /** Who takes the step. */
  readonly by: readonly DossierRole[];
  /** All must hold. A way back has few. */
  readonly gates: readonly Gate[];
  readonly back: boolean;
}

export interface PhaseDefinition {
  readonly phase: Phase;
  readonly rights: Readonly<Partial<Record<DossierRole, readonly Right[]>>>;
  readonly steps: readonly Step[];
  /** Minimum duration in calendar days (Europe/Amsterdam), counted from the day after publication and notices. */
  readonly minimumDays: number;
  /** Days a round lasts unless the secretary sets otherwise; 0 for a phase without a round. */
  readonly defaultDays: number;
  readonly round: 'consultation' | 'inspection' | null;
  /** Number the concept frozen in this phase gets: "0.1". */
  readonly freezes: string | null;
  /** Phase beside which the impact analysis may run. */
  readonly impactTrack: boolean;
}

/** A procedure as data. A running dossier keeps the definition it started with. */
export interface ProcedureDefinition {
  readonly id: string;
  readonly release: number;
  readonly phases: readonly PhaseDefinition[];
}

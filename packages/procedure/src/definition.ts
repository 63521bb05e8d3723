import type { Finding } from '@draagvlak/review';
import type { CommandType } from './command.ts';

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
  /** Rights of a member who was invited to read along before it is their turn ("R if invited"). */
  readonly invited: Readonly<Partial<Record<DossierRole, readonly Right[]>>>;
  /** Which roles give each command in this phase, and which read and write the living text: the notes in the cells. */
  readonly acts: Readonly<Partial<Record<CommandType | 'read-draft' | 'write-draft', readonly DossierRole[]>>>;
  /** A role that is not named sees its own comments and what is published. */
  readonly sees: Readonly<Partial<Record<DossierRole, CommentSight>>>;
  readonly steps: readonly Step[];
  /** What the minimum duration counts from. */
  readonly countsFrom: 'opening' | 'publication-and-notices';
  /** Minimum duration in calendar days (Europe/Amsterdam), counted from the day after publication and notices. */
  readonly minimumDays: number;
  /** Days a round lasts unless the secretary sets otherwise; 0 for a phase without a round. */
  readonly defaultDays: number;
  readonly round: 'consultation' | 'inspection' | null;
  /** Number the concept frozen in this phase gets: "0.1". */
  readonly freezes: string | null;
  /** What must hold before the concept of this phase is frozen. */
  readonly freezeNeeds: readonly Gate[];
  /** Phase beside which the impact analysis may run. */
  readonly impactTrack: boolean;
}

/** What one may do, beside the commands: looking, and writing the living text. */
export const LOOKS = [
  'read-dossier',
  'read-draft',
  'write-draft',
  'read-version',
  'read-comparison',
  'read-comments',
  'read-comment',
  'read-proposals',
  'read-impact',
  'read-references',
  'read-audit',
  'read-notes',
  'add-file',
] as const;
export type Look = (typeof LOOKS)[number];

/**
 * Whose comments a role sees in a phase: all; those of rounds that are over, beside its own and what is published; or its
 * own and what is published.
 */
export type CommentSight = 'all' | 'past-rounds' | 'own';

/** A procedure as data. A running dossier keeps the definition it started with. */
export interface ProcedureDefinition {
  readonly id: string;
  readonly release: number;
  readonly phases: readonly PhaseDefinition[];
  /** Calendar days between the presentation and the summary of a consultation, at least. */
  readonly daysBetweenMeetings: number;
  /** Seconds in which a submitter can take a comment back before it counts. */
  readonly takeBackSeconds: number;
  /** Findings of the audit that hold up the gate `audit-settled`; the others are shown. */
  readonly blockingFindings: readonly Finding['kind'][];
  /** The impact analysis runs beside the phases; its report is written and read by these. */
  readonly impact: {
    readonly rights: Readonly<Partial<Record<DossierRole, readonly Right[]>>>;
    /** Roles that read the report once it is published with the concept that follows it. */
    readonly readWhenPublished: readonly DossierRole[];
  };
}

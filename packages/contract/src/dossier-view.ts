import type {
  CommandType,
  DocumentKind,
  DossierRole,
  Gate,
  Party,
  Phase,
  Refusal,
  Right,
  SectionImpact,
} from '@draagvlak/procedure';
import type { CommentKind, DispositionKind, Finding } from '@draagvlak/review';
import type { PersonView } from './person-view.ts';

export interface PhaseView {
  readonly phase: Phase;
  readonly state: 'done' | 'current' | 'ahead';
  /** When it began and ended, or the planning where it is still ahead. */
  readonly from: string | null;
  readonly until: string | null;
  readonly planned: boolean;
}

export interface GateView {
  readonly gate: Gate;
  readonly met: boolean;
  readonly done: number;
  readonly total: number;
  readonly from: string | null;
}

export interface StepView {
  readonly to: Phase;
  readonly back: boolean;
  readonly by: readonly DossierRole[];
  readonly gates: readonly GateView[];
  /** Whether the step is refused without a reason. */
  readonly needsReason: boolean;
  /** `null` when the person who asks may take the step now. */
  readonly refusal: Refusal | null;
}

export interface CorrectionView {
  /** Id of the text block. */
  readonly block: string;
  readonly was: string;
  readonly becomes: string;
  /** `false`: the draft had other words there by then. */
  readonly inDraft: boolean;
}

export interface VersionView {
  readonly id: string;
  readonly document: string;
  readonly number: string;
  readonly title: string;
  /** SHA-256 over the stored bytes, hexadecimal. */
  readonly hash: string;
  readonly words: number;
  readonly frozenAt: string;
  readonly frozenBy: string | null;
  readonly publishedAt: string | null;
  readonly phase: Phase;
  readonly erratumOf: string | null;
  /** Of an erratum: what was mended, and whether the draft was mended as well. */
  readonly corrections: readonly CorrectionView[];
  readonly note: string | null;
}

export interface SectionCompleteness {
  readonly section: string | null;
  readonly slot: string;
  readonly title: string;
  readonly mandatory: boolean;
  readonly state: 'missing' | 'empty' | 'started' | 'filled';
}

/** A text that was adopted in another dossier. */
export interface AdoptedTextView {
  readonly version: string;
  readonly number: string;
  readonly title: string;
  /** Whether the draft began with it. */
  readonly base: boolean;
  /** Whether the person who asks may compare it with this document. */
  readonly mayCompare: boolean;
}

export interface DocumentView {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  /** Room name for `/sync/{draft}`; `null` for who may not read the draft. */
  readonly draft: string | null;
  readonly mayWrite: boolean;
  /** May read the authors' margin notes on the draft. */
  readonly mayNote: boolean;
  readonly started: boolean;
  /** The text this draft began with, else the text that is in force; `null` where there is none. */
  readonly inForce: AdoptedTextView | null;
  readonly versions: readonly VersionView[];
  readonly completeness: readonly SectionCompleteness[];
  /** What is held against each other now; `null` for who may not see what does not add up. */
  readonly audited: {
    readonly before: string;
    /** Id of a version, or `draft`. */
    readonly after: string;
    /** Kinds of findings that hold up the next concept until each is solved or settled. */
    readonly blocking: readonly Finding['kind'][];
  } | null;
}

export interface RoundView {
  readonly id: string;
  readonly kind: 'consultation' | 'inspection';
  readonly versions: readonly string[];
  readonly opens: string;
  readonly closes: string;
  readonly closedAt: string | null;
  readonly open: boolean;
  readonly notifiedAt: string | null;
  readonly notified: number;
  readonly commentsPublishedAt: string | null;
}

export interface ReferenceView {
  readonly id: string;
  readonly title: string;
  readonly kind: 'file' | 'link';
  readonly href: string;
  readonly type: string | null;
}

/** What the person who asks may do now; a refusal where the act exists for them but not yet. */
export interface AllowedView {
  readonly command: CommandType;
  readonly refusal: Refusal | null;
}

export interface DossierView {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly qualifications: readonly { readonly id: string; readonly name: string }[];
  readonly phase: Phase;
  readonly phases: readonly PhaseView[];
  readonly steps: readonly StepView[];
  readonly allowed: readonly AllowedView[];
  readonly roles: readonly DossierRole[];
  readonly rights: readonly Right[];
  readonly ball: readonly DossierRole[];
  readonly due: string | null;
  readonly documents: readonly DocumentView[];
  readonly members: readonly { readonly person: PersonView; readonly role: DossierRole; readonly since: string }[];
  readonly rounds: readonly RoundView[];
  readonly references: readonly ReferenceView[];
  readonly meetings: readonly {
    readonly kind: 'presentation' | 'summary';
    readonly on: string;
    readonly report: string | null;
  }[];
  readonly surveys: readonly { readonly round: string; readonly responses: number; readonly report: string | null }[];
  readonly rulesQuestion: { readonly changesRules: boolean; readonly list: string | null; readonly at: string } | null;
  readonly impact: {
    readonly kind: 'reported' | 'not-applicable';
    readonly text: string | null;
    readonly at: string;
    /** What it means for parts of a concept, as far as the report says. */
    readonly sections: readonly SectionImpact<string>[];
  } | null;
  readonly impactGroup: readonly PersonView[];
  readonly decisions: readonly {
    readonly outcome: 'approved' | 'approved-provided' | 'returned';
    readonly on: string;
    readonly at: string;
    readonly present: number;
    readonly reasons: string | null;
    readonly decidedOn: readonly { readonly version: string; readonly hash: string }[];
  }[];
  readonly adoption: { readonly effective: string; readonly transition: string | null; readonly at: string } | null;
  /** Counts follow what the person who asks may read. */
  readonly counts: {
    readonly comments: number;
    readonly open: number;
    readonly proposed: number;
    readonly confirmed: number;
    readonly byKind: Readonly<Partial<Record<CommentKind, number>>>;
    readonly byDisposition: Readonly<Partial<Record<DispositionKind, number>>>;
    readonly byParty: Readonly<
      Partial<Record<Party, { readonly invited: number; readonly reacted: number; readonly comments: number }>>
    >;
  };
  readonly head: string;
}

export interface LogLine {
  readonly version: number;
  readonly at: string;
  readonly by: PersonView | null;
  readonly type: string;
  /** Short values the sentence needs: numbers, titles, dates; never words of a person. */
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly hash: string;
}

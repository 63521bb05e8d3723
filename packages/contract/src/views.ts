import type { ChangeAttribution } from '@draagvlak/attribution';
import type { Comparison } from '@draagvlak/compare';
import type { DocumentJson } from '@draagvlak/document';
import type {
  CommandType,
  DocumentKind,
  DossierRole,
  Gate,
  Party,
  Phase,
  Refusal,
  RemarkKind,
  Right,
  SectionImpact,
} from '@draagvlak/procedure';
import type {
  Anchor,
  ChangedPlace,
  Channel,
  CommentKind,
  DispositionKind,
  Finding,
  Link,
  Placement,
} from '@draagvlak/review';

import type { BundleView, HandlingView } from './handling-view.ts';

/** Person as others may see them: a natural person outside the WBC is a party and a number, never a name. */
export interface PersonView {
  readonly person: string;
  readonly name: string;
  readonly party: Party | null;
  readonly organisation: string | null;
}

export interface SessionView {
  readonly person: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly administrator: boolean;
  /** Colour and dash (1 to 4) in which colleagues see this person's caret. */
  readonly colour: 1 | 2 | 3 | 4;
  readonly language: 'nl' | 'en';
  readonly demo: boolean;
  /** Key of the demo persona, else `null`. */
  readonly persona: string | null;
}

export interface PersonaView {
  readonly persona: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}

/** Something that waits for the person who asks; `href` is a path of the app. */
export interface TaskView {
  readonly kind:
    | 'write'
    | 'react'
    | 'process'
    | 'confirm'
    | 'settle'
    | 'answer'
    | 'step'
    | 'decide'
    | 'object'
    | 'read'
    | 'impact'
    | 'start';
  readonly dossier: string | null;
  readonly title: string;
  readonly href: string;
  readonly due: string | null;
  readonly late: boolean;
  readonly count: number;
}

export interface DossierSummary {
  readonly id: string;
  readonly title: string;
  readonly qualifications: readonly string[];
  readonly documents: readonly { readonly id: string; readonly kind: DocumentKind; readonly title: string }[];
  readonly phase: Phase;
  /** Whose turn it is. */
  readonly ball: readonly DossierRole[];
  readonly due: string | null;
  readonly late: boolean;
  readonly comments: number;
  readonly openComments: number;
  readonly phases: readonly PhaseView[];
}

export interface QualificationView {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  /** "naam te bevestigen" */
  readonly provisional: boolean;
  readonly cluster: string;
  readonly dossiers: readonly string[];
}

export interface OverviewView {
  readonly tasks: readonly TaskView[];
  readonly qualifications: readonly QualificationView[];
  readonly dossiers: readonly DossierSummary[];
  readonly mayOpenDossier: boolean;
  readonly mayNameQualifications: boolean;
}

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

export interface DispositionView {
  readonly id: string;
  readonly kind: DispositionKind;
  readonly motivation: string | null;
  readonly places: readonly ChangedPlace[];
  readonly into: string | null;
  readonly proposedBy: PersonView;
  readonly proposedAt: string;
  readonly confirmedBy: PersonView | null;
  readonly confirmedAt: string | null;
  readonly supersedes: string | null;
  readonly takenBackAt: string | null;
}

export interface CommentView {
  readonly id: string;
  readonly number: string;
  readonly document: string;
  readonly version: string;
  readonly round: string;
  readonly anchor: Anchor;
  readonly kind: CommentKind;
  /** `null` when the words were erased. */
  readonly body: string | null;
  readonly proposal: string | null;
  readonly by: PersonView;
  readonly channel: Channel;
  readonly at: string;
  readonly editedAt: string | null;
  readonly late: boolean;
  readonly outOfScope: boolean;
  readonly follows: string | null;
  readonly withdrawnAt: string | null;
  readonly replies: readonly {
    readonly id: string;
    readonly by: PersonView;
    readonly at: string;
    readonly body: string | null;
  }[];
  readonly standing: DispositionView | null;
  readonly history: readonly DispositionView[];
  readonly mine: boolean;
  readonly mayEdit: boolean;
  readonly mayWithdraw: boolean;
  /** Until when it can be taken back without a trace of its words; `null` when past. */
  readonly takeBackUntil: string | null;
  readonly mayReply: boolean;
  readonly mayPropose: Refusal | null | true;
  readonly mayConfirm: Refusal | null | true;
}

/** A version's text with what the person who asks may know of it. */
export interface ReadingView {
  readonly dossier: string;
  readonly version: VersionView;
  readonly document: DocumentJson;
  readonly comments: readonly CommentView[];
  /** Number of visible comments per heading id, subsections not included. */
  readonly perSection: Readonly<Record<string, number>>;
  readonly mayComment: Refusal | true;
  /** Whether the person who asks may redact and erase words. */
  readonly mayRedact: boolean;
  readonly round: RoundView | null;
}

/** Comments on a version with the place each has in the current draft. */
export interface WorkbenchView {
  readonly dossier: string;
  readonly version: VersionView;
  readonly comments: readonly (CommentView & { readonly placement: Placement; readonly handling: HandlingView })[];
  /** Comments that are handled as one. */
  readonly bundles: readonly BundleView[];
  /** Who a comment can be assigned to. */
  readonly authors: readonly PersonView[];
  /** Whether the person who asks may divide the work now. */
  readonly mayHandle: boolean;
  readonly progress: {
    readonly total: number;
    readonly open: number;
    readonly proposed: number;
    readonly confirmed: number;
  };
  readonly findings: readonly Finding[];
}

export interface ComparisonView {
  readonly dossier: string;
  readonly document: string;
  readonly before: VersionView;
  /** `null`: the draft as it stands. */
  readonly after: VersionView | null;
  readonly beforeDocument: DocumentJson;
  readonly afterDocument: DocumentJson;
  readonly comparison: Comparison;
  readonly attributions: readonly ChangeAttribution[];
  readonly links: readonly Link[];
  readonly findings: readonly Finding[];
  readonly comments: readonly (CommentView & { readonly placement: Placement })[];
  readonly people: Readonly<Record<string, PersonView>>;
  readonly remarks: readonly {
    readonly id: string;
    readonly change: string;
    readonly kind: RemarkKind;
    /** What an answer answers. */
    readonly about: string | null;
    readonly body: string | null;
    readonly by: PersonView;
    readonly at: string;
  }[];
  readonly read: readonly string[];
}

export interface HealthView {
  readonly status: 'ok';
  readonly storage: 'ok';
  readonly schema: string;
}

/** What a draft may hold: names of nodes and marks with their attributes, and a hash over them. */
export interface SchemaView {
  readonly hash: string;
  /** The one root of a draft: the name of its XmlFragment. */
  readonly fragment: string;
  readonly nodes: readonly { readonly name: string; readonly attributes: readonly string[] }[];
  readonly marks: readonly { readonly name: string; readonly attributes: readonly string[] }[];
}

/** People and organisations that the secretary can invite. */
export interface RegisterView {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly party: Party;
    readonly organisation: string | null;
    readonly organisationName: string | null;
  }[];
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly party: Party }[];
}

/** A reaction that nobody has seen yet but who is writing it. */
export interface CommentDraftView {
  /** Id that the comment gets when it is sent. */
  readonly id: string;
  readonly anchor: Anchor;
  readonly kind: CommentKind;
  readonly body: string;
  readonly proposal: string | null;
  readonly savedAt: string;
}

/** Text that lost its place: a colleague removed or moved the part meanwhile, or the draft was closed. */
export interface KeptTextView {
  readonly id: string;
  readonly text: string;
  /** Id of the block it stood in or near; `null` when nothing is near. */
  readonly block: string | null;
  readonly at: string;
}

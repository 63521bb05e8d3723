import type { ChangeAttribution } from '@draagvlak/attribution';
import type { Comparison } from '@draagvlak/compare';
import type { DocumentJson } from '@draagvlak/document';
import type { Refusal, RemarkKind } from '@draagvlak/procedure';
import type { Finding, Link, Placement } from '@draagvlak/review';
import type { Followable } from './changes.ts';
import type { CommentView } from './comment-view.ts';
import type { RoundView, VersionView } from './dossier-view.ts';
import type { BundleView, HandlingView } from './handling-view.ts';
import type { PersonView } from './person-view.ts';

/** A version's text with what the person who asks may know of it. */
export interface ReadingView extends Followable {
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
export interface WorkbenchView extends Followable {
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

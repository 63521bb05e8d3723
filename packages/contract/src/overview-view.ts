import type { DocumentKind, DossierRole, Phase } from '@draagvlak/procedure';
import type { PhaseView } from './dossier-view.ts';

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

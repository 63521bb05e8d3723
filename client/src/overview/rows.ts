import type { DossierSummary, OverviewView, QualificationView } from '@draagvlak/contract/client';
import { type DossierRole, type Phase, PHASES } from '@draagvlak/procedure';

/** One qualification with the dossiers that count for it now. */
export interface Row {
  readonly qualification: QualificationView;
  /** The running dossiers, newest last; the withdrawn ones only when there is nothing else. */
  readonly dossiers: readonly DossierSummary[];
}

export interface Filters {
  readonly cluster: string | null;
  readonly phase: Phase | 'not-started' | null;
  readonly turn: DossierRole | null;
}

export interface Group {
  readonly cluster: string;
  readonly rows: readonly Row[];
}

export function rowsOf(view: OverviewView): readonly Row[] {
  return view.qualifications.map((qualification) => {
    const all = view.dossiers.filter((dossier) => qualification.dossiers.includes(dossier.id));
    const running = all.filter((dossier) => dossier.phase !== 'withdrawn');
    return { qualification, dossiers: running.length > 0 ? running : all };
  });
}

/** Rows that fit, by committee in the order of the qualifications. */
export function grouped(rows: readonly Row[], filters: Filters): readonly Group[] {
  const fitting = rows.filter(
    ({ qualification, dossiers }) =>
      (filters.cluster === null || qualification.cluster === filters.cluster) &&
      (filters.phase === null ||
        (filters.phase === 'not-started'
          ? dossiers.length === 0
          : dossiers.some((dossier) => dossier.phase === filters.phase))) &&
      (filters.turn === null || dossiers.some((dossier) => turnOf(dossier.ball).includes(filters.turn!))),
  );
  const clusters = [...new Set(fitting.map((row) => row.qualification.cluster))];
  return clusters.map((cluster) => ({
    cluster,
    rows: fitting.filter((row) => row.qualification.cluster === cluster),
  }));
}

/** Whose turn it is in few words: the committee includes its chair, and a round is for all who may react. */
export function turnOf(ball: readonly DossierRole[]): readonly DossierRole[] {
  if (ball.includes('stakeholder')) return ['stakeholder'];
  return ball.includes('wbc-member') ? ball.filter((role) => role !== 'wbc-chair') : ball;
}

/** The dossier in which this kind of document is made. */
export function dossierWith(row: Row, kind: 'taakprofiel' | 'opleiderdocument'): DossierSummary | undefined {
  return row.dossiers.findLast((dossier) => dossier.documents.some((document) => document.kind === kind));
}

/** The phase that comes after the one of now. */
export function nextPhase(dossier: DossierSummary): Phase | null {
  const current = dossier.phases.findIndex((phase) => phase.state === 'current');
  return dossier.phases[current + 1]?.phase ?? null;
}

/** How many dossiers stand in each phase, in the order of the procedure; qualifications without one come first. */
export function standing(rows: readonly Row[], dossiers: readonly DossierSummary[]) {
  const phases = PHASES.filter((phase) => phase !== 'withdrawn');
  return [
    { phase: 'not-started' as const, count: rows.filter((row) => row.dossiers.length === 0).length },
    ...phases.map((phase) => ({ phase, count: dossiers.filter((dossier) => dossier.phase === phase).length })),
  ];
}

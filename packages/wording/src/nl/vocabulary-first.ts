import type { DocumentKind, Phase } from '@draagvlak/procedure';

/** What a reader of a text is told about it, per phase of its dossier. */
const statuses: Record<Phase | 'expired' | 'not-started', string> = {
  preparation: 'In voorbereiding',
  drafting: 'Concept',
  consultation: 'Ter inspraak',
  processing: 'In verwerking',
  inspection: 'Ter inzage',
  finalisation: 'Definitief concept',
  approval: 'Ligt voor besluit',
  adopted: 'Vastgesteld',
  'in-force': 'In werking',
  withdrawn: 'Ingetrokken',
  expired: 'Vervallen',
  'not-started': 'Niet in beeld',
};

const documentKinds: Record<DocumentKind, string> = {
  taakprofiel: 'Taakprofiel',
  opleiderdocument: 'Opleiderdocument',
};

/** The terms in the bar of a dossier. */
export const vocabularyFirst = {
  statuses,
  documentKinds,
  lateStatus: (status: string) => `${status}, te laat`,
};

import type { SubjectKey } from './small-documents.ts';
import type { SmallStage } from './small-story.ts';

/**
 * The dossiers of the demo besides Gasmeten: one for every phase. `since` is how many days ago the phase it stands in
 * began, so that every round is open and every term is under way, whenever the demo is made.
 */
export const plan: readonly {
  readonly qualification: string;
  readonly subject: SubjectKey;
  readonly stage: SmallStage;
  readonly since: number;
}[] = [
  { qualification: 'flensverbindingen', subject: 'flens', stage: 'in-force', since: 300 },
  { qualification: 'flensverbindingen-protocol', subject: 'flensProtocol', stage: 'adopted', since: 5 },
  { qualification: 'twin-ferrule', subject: 'twinFerrule', stage: 'withdrawn', since: 60 },
  { qualification: 'buitenwacht', subject: 'buitenwacht', stage: 'consultation', since: 9 },
  { qualification: 'adembescherming', subject: 'adembescherming', stage: 'preparation', since: 4 },
  { qualification: 'aanslaan-begeleiden', subject: 'lasten', stage: 'processing', since: 10 },
  { qualification: 'hijsgereedschap', subject: 'hijsen', stage: 'finalisation', since: 3 },
  { qualification: 'vorkheftruck', subject: 'vorkheftruck', stage: 'drafting', since: 12 },
  { qualification: 'verreiker', subject: 'verreiker', stage: 'inspection', since: 4 },
];

/** Which of them is being revised by now, and how many days ago the round on the first concept of that began. */
export const revision = { qualification: 'flensverbindingen', since: 2 };

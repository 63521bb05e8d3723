import { definitiveConcept } from './opleiderdocument-definitive.ts';
import { discuss } from './remarks.ts';
import { sample } from './sample.ts';
import { dispose, placed, state, write } from './story-work.ts';
import * as taakprofielEdits from './taakprofiel-edits.ts';
import type { Concepts, Telling } from './telling.ts';

/** Closes the inspection and begins the work on the definitive concept. */
export async function closeInspection({ at, act }: Telling, { round: inspection }: Concepts): Promise<void> {
  await act('secretaris', at('2026-04-14', '09:00'), { type: 'close-round', round: inspection });
  await act('secretaris', at('2026-04-14', '09:30'), {
    type: 'enter-phase',
    phase: 'finalisation',
    reason: '',
    closes: null,
    round: null,
  });
}

/** Answers the objections, freezes the definitive concepts and lays them before the steering group. */
export async function finalise(telling: Telling, firstConcepts: Concepts, secondConcepts: Concepts): Promise<void> {
  const { stage, calendar, at, act, dossier, document, draft, taakprofiel, taakprofielDraft, comments } = telling;
  const { opleiderdocument: first } = firstConcepts;
  const { opleiderdocument: second, taakprofiel: secondTaakprofiel } = secondConcepts;
  const final = await write(stage, calendar, ['2026-04-21'], draft, definitiveConcept, comments);
  const finalTaakprofiel = await write(
    stage,
    calendar,
    ['2026-04-20'],
    taakprofielDraft,
    taakprofielEdits.definitiveConcept,
    comments,
  );
  await dispose(
    stage,
    calendar,
    '2026-04-22',
    dossier,
    sample.bezwaren.map(({ id, besluit, motivering }) => ({ id, besluit, motivering, into: '' })),
    comments,
    final.places,
    placed(await stage.draft(draft)),
  );
  await state(stage, at('2026-04-23'), { dossier, document, before: second }, final.own);
  await state(
    stage,
    at('2026-04-23', '10:30'),
    { dossier, document: taakprofiel, before: secondTaakprofiel },
    finalTaakprofiel.own,
  );
  await act('voorzitter', at('2026-04-24', '15:00'), {
    type: 'freeze',
    document: taakprofiel,
    version: stage.newId(),
    number: '0.9',
    note: '',
  });
  const definitive = stage.newId();
  await act('voorzitter', at('2026-04-24', '15:05'), {
    type: 'freeze',
    document,
    version: definitive,
    number: '0.9',
    note: '',
  });
  await act('voorzitter', at('2026-05-01', '09:00'), {
    type: 'enter-phase',
    phase: 'approval',
    reason: 'De wijzigingen volgen uit de bezwaren en raken de inhoud niet verder; een nieuwe inzage is niet nodig.',
    closes: null,
    round: null,
  });
  await discuss(stage, (day) => at(day), { dossier, document, before: first, after: definitive });
}

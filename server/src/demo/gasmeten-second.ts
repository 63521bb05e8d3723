import { outline } from '@draagvlak/document';
import { layOpen } from './gasmeten-lay-open.ts';
import { impactOf } from './impact.ts';
import { secondConcept } from './opleiderdocument-second.ts';
import { sample, submitter } from './sample.ts';
import { anchorOf, dispose, placed, settle, state, write } from './story-work.ts';
import * as taakprofielEdits from './taakprofiel-edits.ts';
import type { Concepts, Telling } from './telling.ts';

/** Answers every reaction, freezes the second concepts and lays them open for inspection, with the objections to them. */
export async function inspect(
  telling: Telling,
  { opleiderdocument: first, taakprofiel: firstTaakprofiel }: Concepts,
): Promise<Concepts> {
  const { stage, calendar, at, act, dossier, document, draft, taakprofiel, taakprofielDraft, comments } = telling;
  await act('werkgroep', at('2026-03-06', '12:00'), {
    type: 'report-impact',
    report:
      'Kwaliteit: meer praktijk en kleinere groepen helpen. Tijd: groep A blijft op acht uur, groep B gaat naar twaalf uur. Kosten: bij acht deelnemers per docent stijgen de kosten per deelnemer met een tiende, bij zes met een derde. Acceptatie: breed, met zorgen over de agenda in een stop.',
    sections: impactOf(document, outline(await stage.draft(draft))),
  });
  const writingDays = ['2026-03-02', '2026-03-03', '2026-03-09', '2026-03-10', '2026-03-16', '2026-03-17'];
  const taakprofielWork = await write(
    stage,
    calendar,
    writingDays,
    taakprofielDraft,
    taakprofielEdits.secondConcept,
    comments,
  );
  const work = await write(stage, calendar, writingDays, draft, secondConcept, comments);
  await dispose(
    stage,
    calendar,
    '2026-03-24',
    dossier,
    sample.reacties.map(({ id, besluit, motivering, duplicaatVan }) => ({
      id,
      besluit,
      motivering,
      into: duplicaatVan,
    })),
    comments,
    work.places,
    placed(await stage.draft(draft)),
  );
  await state(stage, at('2026-03-25'), { dossier, document, before: first }, work.own);
  await state(
    stage,
    at('2026-03-25', '10:30'),
    { dossier, document: taakprofiel, before: firstTaakprofiel },
    taakprofielWork.own,
  );
  await settle(stage, at('2026-03-26'), { dossier, document });
  await settle(stage, at('2026-03-26', '10:30'), { dossier, document: taakprofiel });
  const second = stage.newId();
  const secondTaakprofiel = stage.newId();
  await act('voorzitter', at('2026-03-27', '15:00'), {
    type: 'freeze',
    document: taakprofiel,
    version: secondTaakprofiel,
    number: '0.2',
    note: '',
  });
  await act('voorzitter', at('2026-03-27', '15:05'), {
    type: 'freeze',
    document,
    version: second,
    number: '0.2',
    note: '',
  });
  const inspection = await layOpen(telling, 'inspection', '2026-03-30', '2026-04-13', {
    taakprofiel: secondTaakprofiel,
    opleiderdocument: second,
  });
  for (const [index, objection] of sample.bezwaren.entries()) {
    const id = stage.newId();
    comments.set(objection.id, id);
    const who = submitter(objection.indiener, objection.rol);
    await act(who, at(objection.datum, `11:${String(index).padStart(2, '0')}`), {
      type: 'submit-comment',
      comment: id,
      version: second,
      anchor: await anchorOf(stage, dossier, second, '', objection.onderdeel),
      kind: 'objection',
      body: objection.bezwaar,
      proposal: null,
      follows: objection.vervolgOp === '' ? null : (comments.get(objection.vervolgOp) ?? null),
      registered: null,
    });
  }
  return { opleiderdocument: second, taakprofiel: secondTaakprofiel, round: inspection };
}

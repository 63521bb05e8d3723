import type { Party } from '@draagvlak/procedure';
import { people } from './cast.ts';
import { layOpen } from './gasmeten-lay-open.ts';
import { KINDS, sample, type SampleComment, submitter } from './sample.ts';
import { anchorOf } from './story-work.ts';
import type { Concepts, Telling } from './telling.ts';

const isLate = (comment: SampleComment) => comment.datum > '2026-02-06';

async function submit(
  { stage, at, act, dossier, comments }: Telling,
  first: string,
  comment: SampleComment,
  minute: number,
): Promise<void> {
  const id = stage.newId();
  comments.set(comment.id, id);
  const who = submitter(comment.indiener, comment.rol);
  const person = people.find(({ key }) => key === who);
  const channel = comment.kanaal === 'e-mail' ? 'e-mail' : comment.kanaal === 'online overleg' ? 'meeting' : 'web';
  const when = at(comment.datum, `11:${String(minute).padStart(2, '0')}`);
  const anchor = await anchorOf(stage, dossier, first, comment.citaat, comment.onderdeel);
  await act(channel === 'web' ? who : 'secretaris', when, {
    type: 'submit-comment',
    comment: id,
    version: first,
    anchor,
    kind: KINDS[comment.soort] ?? 'substantive',
    body: comment.reactie,
    proposal:
      comment.tekstvoorstel === '' ||
      comment.citaat === '' ||
      comment.citaat.startsWith('|') ||
      comment.citaat.startsWith('#')
        ? null
        : comment.tekstvoorstel,
    follows: null,
    registered:
      channel === 'web'
        ? null
        : {
            by: stage.person(who),
            organisation: person?.organisation ? stage.organisation(person.organisation) : null,
            party: (person?.party ?? 'overig') as Party,
            channel,
            receivedAt: when,
          },
  });
}

/** Freezes the first concepts and lays them before everybody, who react. */
export async function consult(telling: Telling): Promise<Concepts> {
  const { stage, calendar, at, act, document, taakprofiel } = telling;
  await act('voorzitter', at('2026-01-08', '15:00'), {
    type: 'answer-rules-question',
    changesRules: true,
    list: 'Opleidingsduur per doelgroep; groepsgrootte praktijk; eisen aan docenten; bewaartermijn; herhaling; taal; audit; middelen; veiligheid bij oefenen.',
  });
  const first = stage.newId();
  const firstTaakprofiel = stage.newId();
  await act('voorzitter', at('2026-01-08', '15:30'), {
    type: 'freeze',
    document: taakprofiel,
    version: firstTaakprofiel,
    number: '0.1',
    note: '',
  });
  await act('voorzitter', at('2026-01-08', '15:35'), {
    type: 'freeze',
    document,
    version: first,
    number: '0.1',
    note: '',
  });
  await act('secretaris', at('2026-01-08', '16:00'), {
    type: 'record-committee-decision',
    on: calendar.date('2026-01-08'),
    minutes: 'De WBC legt het eerste concept van beide documenten voor aan alle belanghebbenden.',
  });
  const consultation = await layOpen(telling, 'consultation', '2026-01-12', '2026-02-06', {
    taakprofiel: firstTaakprofiel,
    opleiderdocument: first,
  });
  await act('secretaris', at('2026-01-14', '16:00'), {
    type: 'record-meeting',
    kind: 'presentation',
    on: calendar.date('2026-01-14'),
    report: 'Online overleg met 34 deelnemers. De WBC lichtte beide concepten toe.',
  });
  for (const [index, comment] of sample.reacties.entries())
    if (!isLate(comment)) await submit(telling, first, comment, index);
  return { opleiderdocument: first, taakprofiel: firstTaakprofiel, round: consultation };
}

/** Closes the consultation, takes in what came late and begins the work on the second concept. */
export async function closeConsultation(
  telling: Telling,
  { opleiderdocument: first, round: consultation }: Concepts,
): Promise<void> {
  const { stage, calendar, at, act } = telling;
  await act('stuurgroep', at('2026-01-20', '14:00'), {
    type: 'name-impact-group',
    people: [stage.person('werkgroep')],
  });
  await act('secretaris', at('2026-02-07', '09:00'), {
    type: 'record-survey',
    round: consultation,
    responses: 28,
    report: '28 van de 61 genodigden vulden de enquête in. Twee derde steunt onderscheid naar doelgroep.',
  });
  await act('voorzitter', at('2026-02-07', '09:30'), { type: 'close-round', round: consultation });
  await act('secretaris', at('2026-02-17', '16:00'), {
    type: 'record-meeting',
    kind: 'summary',
    on: calendar.date('2026-02-17'),
    report: 'Terugkoppeling van de hoofdlijnen: duur, groepsgrootte, docenten, privacy.',
  });
  await act('voorzitter', at('2026-02-18', '09:00'), {
    type: 'enter-phase',
    phase: 'processing',
    reason: '',
    closes: null,
    round: null,
  });
  for (const comment of sample.reacties) if (isLate(comment)) await submit(telling, first, comment, 0);
  await act('secretaris', at('2026-02-18', '11:30'), { type: 'publish-comments', round: consultation });
}

import type { Calendar } from './calendar.ts';
import { firstConcept } from './opleiderdocument-first.ts';
import { read } from './sample.ts';
import type { Stage } from './stage.ts';
import { members, write } from './story-work.ts';
import type { Telling } from './telling.ts';

/** Opens the dossier, plans it and writes the first concept. */
export async function draftFirst(stage: Stage, calendar: Calendar): Promise<Telling> {
  const taakprofiel = stage.newId();
  const document = stage.newId();
  const taakprofielDraft = stage.newId();
  const draft = stage.newId();
  const comments = new Map<string, string>();
  const at = calendar.at;

  const dossier = await stage.open('secretaris', at('2025-11-03'), {
    definition: 'sog-p',
    title: 'Gasmeten',
    qualifications: ['gasmeten'],
    documents: [
      { id: taakprofiel, kind: 'taakprofiel', title: 'Taakprofiel Gasmeten', draft: taakprofielDraft },
      { id: document, kind: 'opleiderdocument', title: 'Opleiderdocument Gasmeten', draft },
    ],
    members: members(stage),
  });
  const act: Telling['act'] = (role, when, command) => stage.act(role, when, dossier, command);
  const plan = [
    ['drafting', '2025-11-03', '2026-01-11'],
    ['consultation', '2026-01-12', '2026-02-17'],
    ['processing', '2026-02-18', '2026-03-29'],
    ['inspection', '2026-03-30', '2026-04-13'],
    ['finalisation', '2026-04-14', '2026-04-30'],
    ['approval', '2026-05-01', '2026-05-19'],
    ['adopted', '2026-05-20', '2026-06-15'],
  ] as const;
  for (const [phase, from, end] of plan) {
    await act('secretaris', at('2025-11-03', '10:30'), {
      type: 'set-planning',
      phase,
      from: calendar.date(from),
      until: calendar.date(end),
      reason: '',
    });
  }
  await act('secretaris', at('2025-11-03', '10:40'), {
    type: 'add-reference',
    reference: {
      id: stage.newId(),
      title: 'Toetsmatrijs Gasmeten, huidige examendocumentatie',
      kind: 'link',
      blob: null,
      href: 'https://www.ssvv.nl/opleiding/sog-petrochemie',
      type: null,
    },
  });
  await act('secretaris', at('2025-11-03', '11:00'), {
    type: 'enter-phase',
    phase: 'drafting',
    reason: '',
    closes: null,
    round: null,
  });
  await stage.start('auteur', at('2025-11-04'), dossier, taakprofiel, calendar.moveText(read('taakprofiel-v1.md')));
  await stage.start(
    'auteur',
    at('2025-11-04', '10:05'),
    dossier,
    document,
    calendar.moveText(read('opleiderdocument-v1.md')),
  );
  await write(stage, calendar, ['2025-11-18', '2025-12-02', '2025-12-16'], draft, firstConcept, comments);
  return { stage, calendar, at, act, dossier, taakprofiel, taakprofielDraft, document, draft, comments };
}

import { outline } from '@draagvlak/document';
import { findQuote, makeAnchor } from '@draagvlak/review';
import type { Phase } from '@draagvlak/procedure';
import type { Calendar } from './calendar.ts';
import { commentsOn, type SmallComment } from './small-comments.ts';
import { members } from './story-work.ts';
import { smallOpleiderdocument, type SmallSubject } from './small-documents.ts';
import { divideWork } from './divided-work.ts';
import { keepAnswers } from './kept-answers.ts';
import type { Role, Stage } from './stage.ts';

/** Phases in which a smaller dossier of the demo can stand; `withdrawn` is left from `drafting`. */
const ORDER = [
  'preparation',
  'drafting',
  'consultation',
  'processing',
  'inspection',
  'finalisation',
  'approval',
  'adopted',
  'in-force',
] as const;
export type SmallStage = (typeof ORDER)[number] | 'withdrawn';

/**
 * Days of a smaller story, on the same calendar for all: each phase begins on its day, so moving the calendar puts the
 * dossier where it should be today.
 */
export const BEGINS: Readonly<Record<(typeof ORDER)[number], string>> = {
  preparation: '2026-01-05',
  drafting: '2026-01-12',
  consultation: '2026-02-16',
  processing: '2026-03-23',
  inspection: '2026-04-20',
  finalisation: '2026-05-06',
  approval: '2026-05-18',
  adopted: '2026-06-08',
  'in-force': '2026-06-22',
};

/** Plays a smaller dossier up to the start of a phase; some of its work is then under way, as in real life. */
export async function playSmall(
  stage: Stage,
  calendar: Calendar,
  qualification: string,
  subject: SmallSubject,
  until: SmallStage,
): Promise<string> {
  const goal = until === 'withdrawn' ? 'drafting' : until;
  const reached = (phase: (typeof ORDER)[number]) => ORDER.indexOf(phase) <= ORDER.indexOf(goal);
  const at = calendar.at;
  const document = stage.newId();
  const draft = stage.newId();
  const dossier = await stage.open('secretaris', at(BEGINS.preparation), {
    definition: 'sog-p',
    title: subject.name,
    qualifications: [qualification],
    documents: [{ id: document, kind: 'opleiderdocument', title: `Opleiderdocument ${subject.name}`, draft }],
    members: members(stage),
  });
  const act = (role: Role, when: string, command: Parameters<Stage['act']>[3]) =>
    stage.act(role, when, dossier, command);
  const enter = (role: Role, phase: Phase, time: string, round: { id: string; closes: string } | null = null) =>
    act(role, at(BEGINS[phase as (typeof ORDER)[number]], time), {
      type: 'enter-phase',
      phase,
      reason: '',
      closes: round?.closes ?? null,
      round: round?.id ?? null,
    });
  const freeze = async (role: Role, when: string, number: string) => {
    const version = stage.newId();
    await act(role, when, { type: 'freeze', document, version, number, note: '' });
    return version;
  };
  const planned = ORDER.slice(1, 7);
  for (const [index, phase] of planned.entries()) {
    const next = ORDER[ORDER.indexOf(phase) + 1] ?? phase;
    await act('secretaris', at(BEGINS.preparation, `11:0${index}`), {
      type: 'set-planning',
      phase,
      from: calendar.date(BEGINS[phase]),
      until: calendar.date(BEGINS[next]),
      reason: '',
    });
  }
  if (!reached('drafting')) return dossier;

  await enter('secretaris', 'drafting', '09:00');
  await stage.start('auteur', at(BEGINS.drafting, '10:00'), dossier, document, smallOpleiderdocument(subject));
  await stage.edit('auteur', at('2026-01-13'), draft, null, [
    {
      attributes: [
        'Groepsgrootte',
        'Bij praktijk zijn er',
        {
          role: 'requirement',
          quantity: 'groepsgrootte praktijk',
          comparator: 'at-most',
          value: String(subject.group),
          unit: 'deelnemers per docent',
        },
      ],
    },
  ]);
  await stage.edit('tweede-auteur', at('2026-01-14'), draft, null, [
    {
      attributes: [
        'Docenten',
        'Een docent heeft',
        {
          role: 'requirement',
          quantity: 'werkervaring',
          comparator: 'at-least',
          value: String(subject.years),
          unit: 'jaar',
        },
      ],
    },
  ]);
  if (until === 'withdrawn') {
    await act('secretaris', at('2026-01-20'), {
      type: 'withdraw-dossier',
      reason: 'De WBC neemt deze kwalificatie samen met een andere. Dit dossier gaat daarom niet verder.',
    });
    return dossier;
  }
  if (!reached('consultation')) return dossier;

  // The dossier that is being worked on waits for its impact analysis, so that the working group has something to do.
  const asksImpact = goal === 'processing';
  await act('voorzitter', at('2026-02-12', '14:00'), {
    type: 'answer-rules-question',
    changesRules: asksImpact,
    list: asksImpact ? 'De praktijkgroep wordt kleiner; de opleiding kan langer duren.' : '',
  });
  const first = await freeze('voorzitter', at('2026-02-12', '15:00'), '0.1');
  await act('secretaris', at('2026-02-12', '16:00'), {
    type: 'record-committee-decision',
    on: calendar.date('2026-02-12'),
    minutes: 'De WBC legt het eerste concept voor.',
  });
  const consultation = { id: stage.newId(), closes: at('2026-03-16', '23:59:59') };
  await enter('secretaris', 'consultation', '09:00', consultation);
  await act('secretaris', at(BEGINS.consultation, '09:05'), { type: 'publish', versions: [first], where: 'ssvv.nl' });
  await act('secretaris', at(BEGINS.consultation, '09:10'), {
    type: 'record-notices',
    round: consultation.id,
    people: 24,
  });
  await act('secretaris', at('2026-02-17', '16:00'), {
    type: 'record-meeting',
    kind: 'presentation',
    on: calendar.date('2026-02-17'),
    report: 'Online overleg met 18 deelnemers.',
  });
  const text = await stage.version(dossier, first);
  const view = outline(text);
  const list = commentsOn(subject);
  const ids = new Map<SmallComment, string>();
  for (const [index, comment] of list.entries()) {
    const section = view.sections.find(({ title }) => title === comment.section);
    const match = findQuote(text, comment.words, section?.id ?? null);
    const anchor = 'found' in match ? makeAnchor(text, match.found, first) : null;
    if (!anchor) throw new Error(`"${comment.words}" does not stand in ${comment.section}`);
    const id = stage.newId();
    ids.set(comment, id);
    await act(comment.by, at(`2026-02-${18 + index}`, '11:00'), {
      type: 'submit-comment',
      comment: id,
      version: first,
      anchor,
      kind: comment.kind,
      body: comment.body,
      proposal: comment.proposal,
      follows: null,
      registered: null,
    });
  }
  if (!reached('processing')) return dossier;

  await act('secretaris', at('2026-03-17', '09:00'), {
    type: 'record-survey',
    round: consultation.id,
    responses: 11,
    report: 'Elf reacties, overwegend positief.',
  });
  await act('voorzitter', at('2026-03-17', '09:30'), { type: 'close-round', round: consultation.id });
  await act('secretaris', at('2026-03-19', '16:00'), {
    type: 'record-meeting',
    kind: 'summary',
    on: calendar.date('2026-03-19'),
    report: 'Terugkoppeling van de hoofdlijnen.',
  });
  await enter('voorzitter', 'processing', '09:00');
  await act('secretaris', at(BEGINS.processing, '09:30'), { type: 'publish-comments', round: consultation.id });
  if (asksImpact) {
    await act('stuurgroep', at(BEGINS.processing, '14:00'), {
      type: 'name-impact-group',
      people: [stage.person('werkgroep')],
    });
  }
  await keepAnswers(stage, dossier);
  const answers = reached('inspection') ? list : list.slice(0, 3);
  if (!reached('inspection')) {
    const waiting = list.slice(answers.length).map((comment) => ids.get(comment) ?? '');
    await divideWork(stage, act, (time) => at('2026-03-24', time), waiting, {
      soon: calendar.date('2026-03-27'),
      later: calendar.date('2026-04-10'),
    });
  }
  for (const [index, comment] of answers.entries()) {
    const id = ids.get(comment) ?? '';
    const day = `2026-03-${24 + index}`;
    const places = comment.edit
      ? await stage.edit('auteur', at(day, '10:00'), draft, id, [
          { words: [comment.section, comment.edit[0], comment.edit[1]] },
        ])
      : [];
    if (comment.section === 'Groepsgrootte' && comment.edit) {
      await stage.edit('auteur', at(day, '10:10'), draft, id, [
        { attributes: ['Groepsgrootte', 'Bij praktijk zijn er', { value: String(subject.group - 2) }] },
      ]);
    }
    const { sectionOf } = outline(await stage.draft(draft));
    const disposition = stage.newId();
    await act('auteur', at(day, '11:00'), {
      type: 'propose-disposition',
      disposition,
      comment: id,
      decision: {
        kind: comment.answer,
        motivation: comment.motivation,
        places: places.map((node) => ({ node, section: sectionOf(node)?.id ?? null })),
        into: null,
      },
      supersedes: null,
    });
    // In the dossier that is being worked on, the chair has not seen the last proposal yet.
    if (reached('inspection') || index < 2) {
      await act('voorzitter', at(day, '15:00'), { type: 'confirm-disposition', disposition });
    }
  }
  if (!reached('inspection')) return dossier;

  await act('secretaris', at('2026-03-30', '09:00'), {
    type: 'declare-impact-not-applicable',
    reason: 'Het eerste concept verandert niets aan de huidige regels of uitvoering.',
  });
  const second = await freeze('voorzitter', at('2026-04-16', '15:00'), '0.2');
  const inspection = { id: stage.newId(), closes: at('2026-05-05', '23:59:59') };
  await enter('secretaris', 'inspection', '09:00', inspection);
  await act('secretaris', at(BEGINS.inspection, '09:05'), { type: 'publish', versions: [second], where: 'ssvv.nl' });
  await act('secretaris', at(BEGINS.inspection, '09:10'), { type: 'record-notices', round: inspection.id, people: 24 });
  const secondText = await stage.version(dossier, second);
  const duration = outline(secondText).sections.find(({ title }) => title === 'Duur');
  const about = duration ? makeAnchor(secondText, { scope: 'section', node: duration.id }, second) : null;
  if (!about) throw new Error('the second concept has no section on its duration');
  const objected = list[1];
  const objection = stage.newId();
  await act('vandalen', at('2026-04-22', '10:00'), {
    type: 'submit-comment',
    comment: objection,
    version: second,
    anchor: about,
    kind: 'objection',
    body: 'Wij houden het bezwaar tegen de langere opleiding.',
    proposal: null,
    follows: objected ? (ids.get(objected) ?? null) : null,
    registered: null,
  });
  if (!reached('finalisation')) return dossier;

  await act('secretaris', at('2026-05-06', '08:30'), { type: 'close-round', round: inspection.id });
  await enter('secretaris', 'finalisation', '09:00');
  if (!reached('approval')) return dossier;

  const disposition = stage.newId();
  await act('auteur', at('2026-05-07', '10:00'), {
    type: 'propose-disposition',
    disposition,
    comment: objection,
    decision: {
      kind: 'not-accepted',
      motivation: 'Geen nieuwe argumenten. Het verschil van inzicht is gemeld aan de Stuurgroep.',
      places: [],
      into: null,
    },
    supersedes: null,
  });
  await act('voorzitter', at('2026-05-07', '14:00'), { type: 'confirm-disposition', disposition });
  const definitive = await freeze('voorzitter', at('2026-05-12', '15:00'), '0.9');
  await enter('voorzitter', 'approval', '09:00');
  if (!reached('adopted')) return dossier;

  await act('stuurgroep', at('2026-06-03', '16:00'), {
    type: 'decide',
    outcome: 'approved',
    on: calendar.date('2026-06-03'),
    present: 6,
    reasons: '',
    versions: [definitive],
  });
  await enter('secretaris', 'adopted', '09:00');
  if (!reached('in-force')) return dossier;

  const final = await freeze('secretaris', at('2026-06-09', '10:00'), '1.0');
  await act('secretaris', at('2026-06-09', '10:30'), { type: 'publish', versions: [final], where: 'ssvv.nl' });
  await act('secretaris', at('2026-06-09', '11:00'), {
    type: 'adopt',
    effective: calendar.date('2026-06-20'),
    transition: 'Tot de ingangsdatum mag een opleider volgens de oude of de nieuwe eisen opleiden.',
  });
  await enter('secretaris', 'in-force', '09:00');
  return dossier;
}

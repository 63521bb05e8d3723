import { compare } from '@draagvlak/compare';
import { type CommentKind, findQuote, makeAnchor } from '@draagvlak/review';
import type { Command } from '@draagvlak/procedure';
import type { Calendar } from './calendar.ts';
import { flangeRevision } from './revision-edits.ts';
import { BEGINS } from './small-story.ts';
import type { Role, Stage } from './stage.ts';
import { members } from './story-work.ts';

/** The text that is revised: the dossier it was adopted in. */
export interface Revised {
  readonly qualification: string;
  readonly name: string;
  readonly dossier: string;
}

interface Reaction {
  readonly by: Role;
  readonly words: string;
  readonly kind: CommentKind;
  readonly body: string;
}

const REACTIONS: readonly Reaction[] = [
  {
    by: 'opleider',
    words: 'minimaal 10 uur',
    kind: 'substantive',
    body: 'Tien uur past niet in een dag. Mag de opleiding over twee dagen worden verdeeld?',
  },
  {
    by: 'opdrachtgever',
    words: 'halve dag bijscholing',
    kind: 'support',
    body: 'Goed dat docenten bijblijven. Wij merken op de locatie dat de kennis van pakkingen veroudert.',
  },
];

/** A text in force is revised: begun from that text, explained change by change, and open for consultation. */
export async function playRevision(stage: Stage, calendar: Calendar, revised: Revised): Promise<void> {
  const { at } = calendar;
  const [inForce] = await stage.newest(revised.dossier);
  if (inForce === undefined) throw new Error(`${revised.name} has no text in force`);
  const [document, draft, first, round] = [stage.newId(), stage.newId(), stage.newId(), stage.newId()];
  const dossier = await stage.open('secretaris', at(BEGINS.preparation), {
    definition: 'sog-p',
    title: `${revised.name}, herziening`,
    qualifications: [revised.qualification],
    documents: [{ id: document, kind: 'opleiderdocument', title: inForce.title, draft }],
    members: members(stage),
  });
  const act = (role: Role, when: string, command: Command) => stage.act(role, when, dossier, command);
  const phases = [
    'drafting',
    'consultation',
    'processing',
    'inspection',
    'finalisation',
    'approval',
    'adopted',
  ] as const;
  for (const [index, phase] of phases.slice(0, -1).entries()) {
    await act('secretaris', at(BEGINS.preparation, `11:0${index}`), {
      type: 'set-planning',
      phase,
      from: calendar.date(BEGINS[phase]),
      until: calendar.date(BEGINS[phases[index + 1] ?? phase]),
      reason: '',
    });
  }
  const step = { type: 'enter-phase', reason: '' } as const;
  await act('secretaris', at(BEGINS.drafting, '09:00'), { ...step, phase: 'drafting', closes: null, round: null });
  await stage.revise('auteur', at(BEGINS.drafting, '10:00'), dossier, document, inForce.id);
  for (const { by, day, edits } of flangeRevision) await stage.edit(by, at(day), draft, null, edits);
  const { changes } = compare(await stage.version(revised.dossier, inForce.id), await stage.draft(draft));
  for (const { by, why } of flangeRevision) {
    if (why === undefined) continue;
    const change = changes.find(why.of);
    if (change === undefined) throw new Error(`nothing changed for the reason "${why.reason}"`);
    const ground = { document, before: inForce.id, after: null, change: change.key, comment: null } as const;
    await act(by, at('2026-02-10'), { type: 'attach-ground', ...ground, reason: why.reason });
  }
  await act('voorzitter', at('2026-02-12', '14:00'), { type: 'answer-rules-question', changesRules: false, list: '' });
  await act('voorzitter', at('2026-02-12', '15:00'), {
    type: 'freeze',
    document,
    version: first,
    number: '0.1',
    note: 'Herziening na het eerste jaar.',
  });
  await act('secretaris', at('2026-02-12', '16:00'), {
    type: 'record-committee-decision',
    on: calendar.date('2026-02-12'),
    minutes: 'De WBC legt het eerste concept van de herziening voor.',
  });
  const closes = at('2026-03-16', '23:59:59');
  await act('secretaris', at(BEGINS.consultation, '09:00'), { ...step, phase: 'consultation', closes, round });
  await act('secretaris', at(BEGINS.consultation, '09:05'), { type: 'publish', versions: [first], where: 'ssvv.nl' });
  await act('secretaris', at(BEGINS.consultation, '09:10'), { type: 'record-notices', round, people: 24 });
  const text = await stage.version(dossier, first);
  for (const [index, { by, words, kind, body }] of REACTIONS.entries()) {
    const match = findQuote(text, words, null);
    const anchor = 'found' in match ? makeAnchor(text, match.found, first) : null;
    if (anchor === null) throw new Error(`"${words}" does not stand in the revision`);
    const about = { version: first, anchor, kind, body, proposal: null, follows: null, registered: null } as const;
    const when = at('2026-02-16', `1${index + 3}:00`);
    await act(by, when, { type: 'submit-comment', comment: stage.newId(), ...about });
  }
}

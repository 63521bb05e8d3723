import type { Anchor } from '@draagvlak/review';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import type { DossierRole } from './definition.ts';
import type { Actor, Dossier } from './dossier.ts';
import { evolve } from './evolve.ts';
import type { Entry, Fact, Member, Party } from './fact.ts';
import type { Refusal } from './refusal.ts';
import { addDays, dayOf } from './term.ts';

/** A person per role, an extra of some, for the stories that tests tell. Organisation "o-<person>" unless none. */
const cast: readonly (readonly [string, DossierRole, Party])[] = [
  ['chair', 'wbc-chair', 'wbc'],
  ['anna', 'wbc-member', 'wbc'],
  ['bram', 'wbc-member', 'wbc'],
  ['secretary', 'secretary', 'overig'],
  ['steering', 'steering-member', 'stuurgroep'],
  ['opleider', 'stakeholder', 'opleider'],
  ['examencentrum', 'stakeholder', 'examencentrum'],
  ['partner', 'partner', 'partner'],
  ['reader', 'reader', 'overig'],
];

const members: readonly Member[] = cast.map(([person, role, party]) => ({
  person,
  role,
  party,
  organisation: person === 'secretary' ? null : `o-${person}`,
}));

export function actor(person: string): Actor {
  return { person, administrator: false, secretariat: person === 'secretary' };
}

export function anchor(version: string, scope: Anchor['scope'] = 'passage'): Anchor {
  const start = { block: 'b1', offset: 0 };
  const end = { block: 'b1', offset: 4 };
  const isPassage = scope === 'passage';
  return {
    version,
    scope,
    section: null,
    node: isPassage || scope === 'document' ? null : 'b1',
    start: isPassage ? start : null,
    end: isPassage ? end : null,
    quote: scope === 'document' ? '' : 'twee',
    prefix: '',
    suffix: '',
  };
}

export function openingCommand(id: string): Command {
  return {
    type: 'open-dossier',
    definition: 'sog-p',
    title: `Dossier ${id}`,
    qualifications: ['gasmeten'],
    documents: [{ id: 'doc', kind: 'opleiderdocument', title: 'Opleiderdocument Gasmeten', draft: 'draft' }],
    members,
  };
}

const filled = { doc: { filled: 10, total: 10 } };

/**
 * A dossier with a clock that a test moves. `act` applies what was decided, as the server does with its journal; `ask`
 * only asks. Whatever a rule needs from outside is supplied as all well, unless the test says otherwise.
 */
export class Story {
  dossier: Dossier | null = null;
  now = '2026-01-05T09:00:00.000Z';
  readonly facts: Fact[] = [];
  readonly entries: Pick<Entry, 'version' | 'at' | 'by' | 'fact'>[] = [];
  #count = 0;

  get state(): Dossier {
    if (this.dossier === null) throw new Error('The story has not begun');
    return this.dossier;
  }

  context(person: string, more: Partial<Context> = {}): Context {
    this.#count += 1;
    return {
      actor: actor(person),
      now: this.now,
      anchorValid: true,
      completeness: filled,
      findings: { doc: [] },
      frozen: { title: 'Opleiderdocument Gasmeten', content: `hash-${this.#count}`, clocks: null, words: 100 },
      replacement: `blob-${this.#count}`,
      ...more,
    };
  }

  ask(person: string, command: Command, more: Partial<Context> = {}): readonly Fact[] | Refusal {
    const outcome = decide(this.dossier, command, this.context(person, more));
    return 'refusal' in outcome ? outcome.refusal : outcome.facts;
  }

  /** The refusal's code, or `null` when it was done. */
  act(person: string, command: Command, more: Partial<Context> = {}): string | null {
    const outcome = this.ask(person, command, more);
    if ('code' in outcome) return outcome.code;
    for (const fact of outcome) this.record(fact, person);
    return null;
  }

  /** Does what must succeed; a refusal here is a mistake of the test. */
  must(person: string, command: Command, more: Partial<Context> = {}): this {
    const outcome = this.ask(person, command, more);
    if ('code' in outcome) {
      const gates = outcome.gates.map((one) => one.gate).join(', ');
      throw new Error(`${command.type} was refused: ${outcome.code} ${outcome.field ?? ''} ${gates}`);
    }
    for (const fact of outcome) this.record(fact, person);
    return this;
  }

  record(fact: Fact, by: string): void {
    this.facts.push(fact);
    const version = (this.dossier?.version ?? 0) + 1;
    const entry = { version, at: this.now, by, fact };
    this.entries.push(entry);
    this.dossier = evolve(this.dossier, entry, 'dossier');
  }

  /** Moves the clock to nine in the morning, some days later. */
  days(count: number): this {
    this.now = `${addDays(dayOf(this.now), count)}T09:00:00.000Z`;
    return this;
  }

  at(instant: string): this {
    this.now = instant;
    return this;
  }
}

const enter = (phase: Dossier['phase'], round: string | null = null, reason = ''): Command => ({
  type: 'enter-phase',
  phase,
  reason,
  closes: null,
  round,
});

export const step = enter;

export function freezeCommand(version: string, number = ''): Command {
  return { type: 'freeze', document: 'doc', version, number, note: '' };
}

export function commentCommand(
  comment: string,
  version = 'v01',
  more: Partial<Extract<Command, { type: 'submit-comment' }>> = {},
): Command {
  return {
    type: 'submit-comment',
    comment,
    version,
    anchor: anchor(version),
    kind: 'substantive',
    body: 'Acht uur is te kort.',
    proposal: null,
    follows: null,
    registered: null,
    ...more,
  };
}

export function proposalCommand(
  disposition: string,
  comment: string,
  more: Partial<Extract<Command, { type: 'propose-disposition' }>['decision']> = {},
  supersedes: string | null = null,
): Command {
  return {
    type: 'propose-disposition',
    disposition,
    comment,
    decision: {
      kind: 'accepted',
      motivation: 'Juist.',
      places: [{ section: null, node: 'b1' }],
      into: null,
      ...more,
    },
    supersedes,
  };
}

const plannedPhases = ['drafting', 'consultation', 'processing', 'inspection', 'finalisation', 'approval'] as const;

/** Tells the whole story up to the moment after a phase was entered, with one comment and one objection in it. */
export function storyUntil(phase: Dossier['phase']): Story {
  const story = new Story();
  story.must('secretary', openingCommand('one'));
  const chapters: readonly (readonly [Dossier['phase'], () => void])[] = [
    ['preparation', () => undefined],
    ['drafting', () => begin(story)],
    ['consultation', () => draft(story)],
    ['processing', () => consult(story)],
    ['inspection', () => process(story)],
    ['finalisation', () => inspect(story)],
    ['approval', () => finalise(story)],
    ['adopted', () => approve(story)],
    ['in-force', () => adopt(story)],
  ];
  for (const [name, tell] of chapters) {
    tell();
    if (name === phase) return story;
  }
  if (phase === 'withdrawn') story.must('secretary', { type: 'withdraw-dossier', reason: 'Niet meer nodig.' });
  return story;
}

function begin(story: Story): void {
  for (const phase of plannedPhases) {
    story.must('secretary', {
      type: 'set-planning',
      phase,
      from: addDays(dayOf(story.now), 30 * plannedPhases.indexOf(phase)),
      until: addDays(dayOf(story.now), 30 * plannedPhases.indexOf(phase) + 29),
      reason: '',
    });
  }
  story.must('secretary', step('drafting'));
}

function draft(story: Story): void {
  story.must('anna', { type: 'start-draft', document: 'doc', from: 'template' });
  story.must('anna', { type: 'answer-rules-question', changesRules: true, list: 'De duur.' });
  story.must('chair', freezeCommand('v01', '0.1'));
  story.must('secretary', { type: 'record-committee-decision', on: dayOf(story.now), minutes: '' });
  story.must('secretary', step('consultation', 'r1'));
}

function consult(story: Story): void {
  story.days(1).must('secretary', { type: 'record-meeting', kind: 'presentation', on: dayOf(story.now), report: '' });
  story.must('opleider', commentCommand('c1'));
  story.days(22).must('secretary', { type: 'record-meeting', kind: 'summary', on: dayOf(story.now), report: '' });
  story.must('secretary', { type: 'record-survey', round: 'r1', responses: 12, report: '' });
  story.days(7).must('secretary', step('processing'));
}

function process(story: Story): void {
  story.days(3).must('anna', proposalCommand('d1', 'c1'));
  story.must('chair', { type: 'confirm-disposition', disposition: 'd1' });
  story.must('secretary', { type: 'report-impact', report: 'Twaalf uur volstaat.' });
  story.must('chair', freezeCommand('v02', '0.2'));
  story.must('secretary', step('inspection', 'r2'));
}

function inspect(story: Story): void {
  story.must('secretary', { type: 'publish', versions: ['v02'], where: 'ssvv.nl' });
  story.must('secretary', { type: 'record-notices', round: 'r2', people: 9 });
  story.must('opleider', commentCommand('b1', 'v02', { kind: 'objection' }));
  story.days(15).must('secretary', step('finalisation'));
}

function finalise(story: Story): void {
  story.must('anna', proposalCommand('d2', 'b1', { kind: 'not-accepted', places: [] }));
  story.must('chair', { type: 'confirm-disposition', disposition: 'd2' });
  story.must('chair', freezeCommand('v09', '0.9'));
  story.must('chair', step('approval'));
}

function approve(story: Story): void {
  story.days(14).must('steering', {
    type: 'decide',
    outcome: 'approved',
    on: dayOf(story.now),
    present: 7,
    reasons: '',
    versions: ['v09'],
  });
  story.must('secretary', step('adopted'));
}

function adopt(story: Story): void {
  story.must('secretary', freezeCommand('v10', '1.0'));
  story.must('secretary', { type: 'publish', versions: ['v10'], where: 'ssvv.nl' });
  story.must('secretary', { type: 'adopt', effective: addDays(dayOf(story.now), 30), transition: 'Een half jaar.' });
  story.days(30).must('secretary', step('in-force'));
}

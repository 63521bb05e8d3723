import { describe, expect, it } from 'vitest';
import { steps } from './allowed.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import type { Phase } from './definition.ts';
import { gateState } from './gates.ts';
import { dayOf } from './term.ts';
import { commentCommand, freezeCommand, proposalCommand, step, type Story, storyUntil } from './testing.ts';

function unmet(story: Story, to: Phase, person = 'secretary', more = {}): readonly string[] {
  const outcome = story.ask(person, step(to, 'r9', 'Reden.'), more);
  return 'code' in outcome ? outcome.gates.map((one) => one.gate) : [];
}

describe('what must happen before the next step', () => {
  it('[GAT1] preparation: qualification, committee, the five fixed groups and a planning', () => {
    const story = storyUntil('preparation');
    expect(unmet(story, 'drafting')).toEqual(['planning-set']);
    for (const person of ['opleider', 'examencentrum', 'partner', 'steering']) {
      const role = story.state.members.find((one) => one.person === person)?.role ?? 'reader';
      story.must('secretary', { type: 'remove-member', person, role });
    }
    story.must('secretary', { type: 'remove-member', person: 'chair', role: 'wbc-chair' });
    expect(unmet(story, 'drafting')).toEqual(['committee-complete', 'stakeholders-invited', 'planning-set']);
    const groups = gateState(story.state, 'stakeholders-invited', story.context('secretary'));
    expect([groups.done, groups.total]).toEqual([1, 5]);
  });

  it('[GAT2] drafting: mandatory sections, the question on the rules, a frozen 0.1 and the decision of the committee', () => {
    const story = storyUntil('drafting');
    expect(unmet(story, 'consultation', 'secretary', { completeness: {} })).toEqual([
      'drafts-started',
      'mandatory-sections-filled',
      'rules-question-answered',
      'concept-frozen',
      'committee-decided',
    ]);
    expect(story.act('secretary', step('consultation', 'r1'))).toBe('gates-unmet');
  });

  it('[GAT2] a concept with an empty mandatory section is not frozen', () => {
    const story = storyUntil('drafting').must('anna', { type: 'start-draft', document: 'doc', from: 'template' });
    const half = { completeness: { doc: { filled: 9, total: 10 } } };
    expect(story.ask('chair', freezeCommand('v01'), half)).toMatchObject({
      code: 'gates-unmet',
      gates: [{ gate: 'mandatory-sections-filled', done: 9, total: 10, from: null }],
    });
  });

  it('[GAT3] consultation: presentation, survey, summary three weeks later, and the round over', () => {
    const story = storyUntil('consultation');
    expect(unmet(story, 'processing')).toEqual([
      'presentation-held',
      'round-closed',
      'minimum-term-passed',
      'survey-held',
      'summary-held',
    ]);
    const meeting = (kind: 'presentation' | 'summary'): Command => ({
      type: 'record-meeting',
      kind,
      on: dayOf(story.now),
      report: '',
    });
    expect(story.act('secretary', meeting('summary'))).toBe('gates-unmet');
    story.must('secretary', meeting('presentation'));
    expect(story.days(20).act('secretary', meeting('summary'))).toBe('term-too-short');
    const summary = gateState(story.state, 'summary-held', story.context('secretary'));
    expect(summary.from).toBe('2026-01-25T23:00:00.000Z');
    expect(story.days(1).act('secretary', meeting('summary'))).toBeNull();
    expect(story.act('secretary', { ...meeting('summary'), on: '2027-01-01' } as Command)).toBe('date-in-future');
  });

  it('[GAT4] a consultation lasts four weeks unless said otherwise, and at least three', () => {
    const story = storyUntil('drafting');
    story.must('anna', { type: 'start-draft', document: 'doc', from: 'template' });
    story.must('anna', { type: 'answer-rules-question', changesRules: false, list: '' });
    story.must('chair', freezeCommand('v01'));
    story.must('secretary', { type: 'record-committee-decision', on: dayOf(story.now), minutes: '' });
    const open = (closes: string | null): Command => ({
      type: 'enter-phase',
      phase: 'consultation',
      reason: '',
      closes,
      round: 'r1',
    });
    expect(story.act('secretary', open('2026-01-25'))).toBe('term-too-short');
    expect(story.act('secretary', open('2025-12-25'))).toBe('date-in-past');
    expect(story.act('secretary', open('ooit'))).toBe('date-invalid');
    expect(story.act('secretary', { ...open(null), round: null } as Command)).toBe('unknown-round');
    story.must('secretary', open('2026-01-26'));
    expect(story.state.rounds[0]?.closes).toBe('2026-01-26T22:59:59.000Z');
  });

  it('[GAT5] a round closes by hand only after its minimum, and is extended with a reason', () => {
    const story = storyUntil('consultation');
    const close: Command = { type: 'close-round', round: 'r1' };
    const extend = (closes: string, reason = 'Veel vragen.'): Command => ({
      type: 'extend-round',
      round: 'r1',
      closes,
      reason,
    });
    expect(story.act('chair', close)).toBe('term-too-short');
    expect(story.act('secretary', close)).toBe('wrong-phase');
    expect(story.act('anna', close)).toBe('not-allowed');
    expect(story.act('chair', extend('2026-02-10', ''))).toBe('reason-required');
    expect(story.act('chair', extend('2026-01-20'))).toBe('term-too-short');
    story.must('chair', extend('2026-02-10'));
    expect(story.state.rounds[0]?.closes).toBe('2026-02-10T22:59:59.000Z');
    expect(story.days(21).act('chair', close)).toBe('term-too-short');
    expect(story.days(1).act('chair', close)).toBeNull();
    expect(story.act('opleider', commentCommand('c1'))).toBe('round-over');
  });

  it('[GAT6] processing: every reaction decided and confirmed, the impact concluded, nothing that does not add up', () => {
    const story = storyUntil('processing');
    const finding = {
      key: 'k1',
      kind: 'accepted-without-change',
      comment: 'c1',
      change: null,
      node: null,
      text: null,
      settled: null,
    } as const;
    const more = { findings: { doc: [finding] } };
    expect(unmet(story, 'inspection', 'secretary', more)).toEqual([
      'comments-disposed',
      'impact-concluded',
      'audit-settled',
      'concept-frozen',
    ]);
    expect(story.ask('chair', freezeCommand('v02'))).toMatchObject({
      gates: [{ gate: 'comments-disposed', total: 1 }],
    });
    story.must('anna', proposalCommand('d1', 'c1'));
    expect(unmet(story, 'inspection', 'secretary', more)).toContain('dispositions-confirmed');
    story.must('chair', { type: 'settle-finding', document: 'doc', finding: 'k1', reason: 'Stond er al.' });
    expect(unmet(story, 'inspection', 'secretary', more)).not.toContain('audit-settled');
  });

  it('[GAT6] an unexplained change is shown and does not hold up the step', () => {
    const story = storyUntil('processing');
    const finding = {
      key: 'k2',
      kind: 'change-without-ground',
      comment: null,
      change: 'x',
      node: 'b1',
      text: null,
      settled: null,
    } as const;
    expect(unmet(story, 'inspection', 'secretary', { findings: { doc: [finding] } })).not.toContain('audit-settled');
  });

  it('[GAT6] the impact analysis is asked only when the concept changes rules or practice', () => {
    const story = storyUntil('processing');
    expect(unmet(story, 'inspection')).toContain('impact-concluded');
    story.must('steering', { type: 'declare-impact-not-applicable', reason: 'Alleen taal.' });
    expect(unmet(story, 'inspection')).not.toContain('impact-concluded');
    const other = storyUntil('drafting');
    other.must('anna', { type: 'answer-rules-question', changesRules: false, list: '' });
    expect(gateState(other.state, 'impact-concluded', other.context('anna')).met).toBe(true);
  });

  it('[GAT7] a late reaction may stay without a decision', () => {
    const story = storyUntil('processing').must('anna', proposalCommand('d1', 'c1'));
    const registered = {
      by: 'x',
      organisation: null,
      party: 'overig',
      channel: 'letter',
      receivedAt: story.now,
    } as const;
    story.must('secretary', commentCommand('late', 'v01', { registered }));
    expect(gateState(story.state, 'comments-disposed', story.context('anna'))).toMatchObject({ met: true, total: 1 });
  });

  it('[GAT8] inspection: fourteen days from the day after publication and notices, whichever was later', () => {
    const story = storyUntil('inspection');
    expect(story.now).toBe('2026-02-07T09:00:00.000Z');
    expect(unmet(story, 'finalisation')).toEqual([
      'published',
      'stakeholders-notified',
      'round-closed',
      'minimum-term-passed',
    ]);
    story.must('secretary', { type: 'publish', versions: ['v02'], where: 'ssvv.nl' });
    story.days(2).must('secretary', { type: 'record-notices', round: 'r2', people: 9 });
    // the term began two days later than the round, so the round ends later too
    expect(story.state.rounds[1]?.closes).toBe('2026-02-23T22:59:59.000Z');
    const gate = gateState(story.state, 'minimum-term-passed', story.context('secretary'));
    expect(gate).toMatchObject({ met: false, from: '2026-02-23T23:00:00.000Z' });
    expect(story.at('2026-02-23T22:59:59.500Z').act('secretary', step('finalisation'))).toBe('gates-unmet');
    expect(story.at('2026-02-23T23:00:00.000Z').act('secretary', step('finalisation'))).toBeNull();
  });

  it('[GAT9] the definitive concept waits for a decision on every objection', () => {
    const story = storyUntil('finalisation');
    expect(unmet(story, 'approval')).toEqual(['objections-disposed', 'concept-frozen']);
    expect(story.act('chair', freezeCommand('v09'))).toBe('gates-unmet');
  });

  it('[GAT9] the definitive concept has what only a definitive text needs, before it is frozen and before it is decided', () => {
    const story = storyUntil('finalisation');
    story.must('anna', proposalCommand('d2', 'b1', { kind: 'not-accepted', places: [] }));
    story.must('chair', { type: 'confirm-disposition', disposition: 'd2' });
    const lacking = { completeness: { doc: { filled: 13, total: 14 } } };
    expect(story.ask('chair', freezeCommand('v09'), lacking)).toMatchObject({
      code: 'gates-unmet',
      gates: [{ gate: 'mandatory-sections-filled', done: 13, total: 14, from: null }],
    });
    expect(story.ask('chair', step('approval'), lacking)).toMatchObject({
      code: 'gates-unmet',
      gates: [{ gate: 'mandatory-sections-filled' }, { gate: 'concept-frozen' }],
    });
    story.must('chair', freezeCommand('v09')).must('chair', step('approval'));
  });

  it('[GAT11] the adopted text is asked the same', () => {
    const story = storyUntil('adopted');
    const lacking = { completeness: { doc: { filled: 13, total: 14 } } };
    expect(story.ask('secretary', freezeCommand('v10'), lacking)).toMatchObject({
      code: 'gates-unmet',
      gates: [{ gate: 'mandatory-sections-filled' }],
    });
    story.must('secretary', freezeCommand('v10'));
  });

  it('[GAT10] the steering group approves exactly the newest text, by version and hash', () => {
    const story = storyUntil('approval');
    const decide = (versions: string[], outcome: 'approved' | 'returned' = 'approved', reasons = ''): Command => ({
      type: 'decide',
      outcome,
      on: dayOf(story.now),
      present: 7,
      reasons,
      versions,
    });
    expect(story.act('chair', decide(['v09']))).toBe('not-allowed');
    expect(story.act('steering', decide(['v02']))).toBe('unknown-version');
    expect(story.act('steering', decide(['v09'], 'returned'))).toBe('reason-required');
    story.must('steering', decide(['v09'], 'returned', 'Nog niet.'));
    expect(unmet(story, 'adopted')).toEqual(['steering-approved']);
    story.must('steering', decide(['v09']));
    expect(story.state.decisions.at(-1)?.decidedOn).toEqual([
      { version: 'v09', content: story.state.versions.at(-1)?.content },
    ]);
    expect(unmet(story, 'adopted')).toEqual([]);
  });

  it('[GAT11] in force from the effective date, not before', () => {
    const story = storyUntil('adopted');
    story
      .must('secretary', freezeCommand('v10'))
      .must('secretary', { type: 'publish', versions: ['v10'], where: 'ssvv.nl' });
    expect(story.act('secretary', { type: 'adopt', effective: '2025-01-01', transition: '' })).toBe('date-in-past');
    story.must('secretary', { type: 'adopt', effective: '2027-01-01', transition: 'Een half jaar.' });
    expect(unmet(story, 'in-force')).toEqual(['effective-date-set']);
    expect(story.at('2026-12-31T22:59:59Z').act('secretary', step('in-force'))).toBe('gates-unmet');
    expect(story.at('2026-12-31T23:00:00Z').act('secretary', step('in-force'))).toBeNull();
  });
});

describe('ways back and out', () => {
  it('[WAY1] back to the committee after the steering group returned it: a new number, never an old one', () => {
    const story = storyUntil('approval');
    expect(story.act('secretary', step('processing'))).toBe('reason-required');
    story.must('secretary', step('processing', null, 'De Stuurgroep vraagt meer onderbouwing.'));
    story.must('chair', freezeCommand('v10'));
    expect(story.state.versions.map((one) => one.number)).toEqual(['0.1', '0.2', '0.9', '0.10']);
  });

  it('[WAY2] a substantive change after the inspection is inspected again, by decision of the chair', () => {
    const story = storyUntil('finalisation');
    story.must('anna', proposalCommand('d2', 'b1')).must('chair', { type: 'confirm-disposition', disposition: 'd2' });
    story.must('chair', freezeCommand('v09'));
    expect(story.act('secretary', step('inspection', 'r3', 'Nieuwe eis.'))).toBe('chair-required');
    story.must('chair', step('inspection', 'r3', 'Nieuwe eis.'));
    expect(story.state.rounds.at(-1)).toMatchObject({ id: 'r3', kind: 'inspection', versions: ['v09'] });
    expect(unmet(story, 'finalisation')).toContain('minimum-term-passed');
  });

  it('[WAY2] without a new inspection the chair says why', () => {
    const story = storyUntil('finalisation');
    story.must('anna', proposalCommand('d2', 'b1')).must('chair', { type: 'confirm-disposition', disposition: 'd2' });
    story.must('chair', freezeCommand('v09'));
    expect(story.act('chair', step('approval'), { substantiveSinceInspection: 1 })).toBe('reason-required');
    // the form asks by the same rule
    const asked = (more: Partial<Context>) =>
      steps(story.state, story.context('chair', more)).flatMap(({ to, needsReason }) => (needsReason ? [to] : []));
    expect(asked({ substantiveSinceInspection: 1 })).toEqual(['approval', 'inspection', 'withdrawn']);
    expect(asked({ substantiveSinceInspection: 0 })).toEqual(['inspection', 'withdrawn']);
    const reasoned = step('approval', null, 'Alleen de datum schuift op.');
    expect(story.act('chair', reasoned, { substantiveSinceInspection: 1 })).toBeNull();
  });

  it('[WAY3] the secretary withdraws a dossier from any phase, with a reason; then nothing goes on', () => {
    for (const phase of ['preparation', 'consultation', 'approval', 'in-force'] as const) {
      const story = storyUntil(phase);
      expect(story.act('secretary', { type: 'withdraw-dossier', reason: ' ' })).toBe('reason-required');
      expect(story.act('chair', { type: 'withdraw-dossier', reason: 'Nee.' })).toBe('not-allowed');
      story.must('secretary', { type: 'withdraw-dossier', reason: 'Samengevoegd.' });
      expect(story.state.phase).toBe('withdrawn');
      expect(story.state.rounds.every((one) => one.closedAt !== null)).toBe(true);
      expect(steps(story.state, story.context('secretary'))).toEqual([]);
      expect(story.act('secretary', step('drafting'))).toBe('wrong-phase');
    }
  });

  it('[WAY4] no step leads to a phase the definition does not name', () => {
    const story = storyUntil('drafting');
    expect(story.act('secretary', step('approval'))).toBe('wrong-phase');
    expect(story.act('anna', step('consultation', 'r1'))).toBe('not-allowed');
  });
});

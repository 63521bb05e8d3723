import { describe, expect, it } from 'vitest';
import { allowed } from './allowed.ts';
import type { Phase } from './definition.ts';
import { tasks } from './tasks.ts';
import { commentCommand, freezeCommand, proposalCommand, step, type Story, storyUntil } from './testing.ts';
import { ball, due, phaseTimeline } from './timeline.ts';

describe('the course on a page', () => {
  it('[TIM1] what is done has its dates, the present its end, what is ahead its planning', () => {
    const story = storyUntil('consultation');
    const course = phaseTimeline(story.state);
    expect(course.map((one) => [one.phase, one.state])).toEqual([
      ['preparation', 'done'],
      ['drafting', 'done'],
      ['consultation', 'current'],
      ['processing', 'ahead'],
      ['inspection', 'ahead'],
      ['finalisation', 'ahead'],
      ['approval', 'ahead'],
      ['adopted', 'ahead'],
      ['in-force', 'ahead'],
    ]);
    expect(course[2]).toMatchObject({ until: '2026-02-02T22:59:59.000Z' });
    expect(course[3]).toMatchObject({ from: '2026-03-05T23:00:00.000Z', planned: true });
    expect(course[7]).toMatchObject({ from: null, until: null, planned: false });
  });

  it('[TIM2] after a way back what lies behind it is ahead again; a withdrawn dossier ends where it was', () => {
    const back = storyUntil('approval').must('secretary', step('processing', null, 'Terug.'));
    expect(
      phaseTimeline(back.state)
        .map((one) => one.state)
        .slice(2),
    ).toEqual(['done', 'current', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead']);
    const ended = phaseTimeline(
      storyUntil('consultation').must('secretary', { type: 'withdraw-dossier', reason: 'x' }).state,
    );
    expect(ended.at(-1)).toMatchObject({ phase: 'withdrawn', state: 'current' });
    expect(ended[2]).toMatchObject({ phase: 'consultation', state: 'done' });
  });

  it('[TIM3] the phase runs until its round ends, else as planned', () => {
    expect(due(storyUntil('consultation').state)).toBe('2026-02-02T22:59:59.000Z');
    expect(due(storyUntil('drafting').state)).toBe('2026-02-03T22:59:59.000Z');
    expect(due(storyUntil('in-force').state)).toBeNull();
  });

  it('[TIM4] whose turn it is follows from the first thing that is not done', () => {
    const turn = (story: Story) => ball(story.state, story.context('secretary'));
    expect(turn(storyUntil('drafting'))).toEqual(['wbc-member']);
    expect(turn(storyUntil('consultation'))).toEqual(['wbc-member', 'steering-member', 'stakeholder', 'partner']);
    expect(turn(storyUntil('consultation').days(40))).toEqual(['secretary']);
    const story = storyUntil('processing');
    expect(turn(story)).toEqual(['wbc-member']);
    expect(turn(story.must('anna', proposalCommand('d1', 'c1')))).toEqual(['wbc-chair']);
    expect(turn(storyUntil('approval'))).toEqual(['steering-member']);
    expect(turn(storyUntil('in-force'))).toEqual([]);
  });
});

describe('what is expected of a person', () => {
  const kinds = (person: string, phase: Phase, change: (story: Story) => unknown = () => null) => {
    const story = storyUntil(phase);
    change(story);
    return tasks(story.state, story.context(person)).map((one) => one.kind);
  };

  it('[TSK1] everybody who takes part finds their work', () => {
    expect(kinds('secretary', 'preparation')).toEqual(['step']);
    expect(kinds('anna', 'drafting')).toContain('start');
    expect(
      kinds('anna', 'drafting', (story) =>
        story.must('anna', { type: 'start-draft', document: 'doc', from: 'template' }),
      ),
    ).toContain('write');
    expect(kinds('opleider', 'consultation')).toEqual(['react']);
    expect(kinds('steering', 'consultation')).toEqual(['react', 'impact']);
    expect(kinds('secretary', 'consultation')).toEqual(['step']);
    expect(kinds('anna', 'processing')).toEqual(['write', 'process']);
    expect(kinds('chair', 'processing', (story) => story.must('anna', proposalCommand('d1', 'c1')))).toEqual([
      'confirm',
      'step',
    ]);
    expect(kinds('opleider', 'inspection')).toEqual(['object']);
    expect(kinds('reader', 'inspection')).toEqual(['read']);
    expect(kinds('chair', 'inspection')).toEqual(['read']);
    expect(kinds('steering', 'approval')).toEqual(['decide']);
    expect(kinds('secretary', 'adopted')).toEqual(['step']);
    expect(kinds('opleider', 'in-force')).toEqual(['read']);
    expect(kinds('stranger', 'consultation')).toEqual([]);
    expect(kinds('opleider', 'drafting')).toEqual([]);
  });

  it('[TSK2] the impact group reports when the concept changes the rules', () => {
    const named = (story: Story) => story.must('steering', { type: 'name-impact-group', people: ['partner'] });
    expect(kinds('partner', 'processing', named)).toEqual(['impact']);
    expect(kinds('steering', 'processing', named)).toEqual(['read']);
  });

  it('[TSK3] what is past its date is late, and counts what waits', () => {
    const story = storyUntil('processing').at('2026-08-01T09:00:00Z');
    expect(tasks(story.state, story.context('anna')).find((one) => one.kind === 'process')).toMatchObject({
      count: 1,
      late: true,
      version: 'v01',
      document: 'doc',
    });
  });
});

describe('what may be done now', () => {
  const answer = (story: Story, person: string, command: string) =>
    allowed(story.state, story.context(person)).find((one) => one.command === command);

  it('[ALL1] names what the roles of a person do in this phase, with why not just now', () => {
    const story = storyUntil('drafting');
    expect(answer(story, 'chair', 'freeze')).toEqual({
      command: 'freeze',
      refusal: expect.objectContaining({ code: 'nothing-to-freeze' }) as unknown,
    });
    story.must('anna', { type: 'start-draft', document: 'doc', from: 'template' });
    expect(answer(story, 'chair', 'freeze')?.refusal).toBeNull();
    story.must('chair', freezeCommand('v01'));
    expect(answer(story, 'chair', 'freeze')?.refusal).toMatchObject({ code: 'already-frozen' });
    expect(answer(story, 'anna', 'freeze')).toBeUndefined();
    expect(answer(story, 'opleider', 'submit-comment')).toBeUndefined();
  });

  it('[ALL2] reacting, changing and confirming follow the state of the round and the comments', () => {
    const story = storyUntil('consultation');
    expect(answer(story, 'opleider', 'submit-comment')?.refusal).toBeNull();
    expect(answer(story, 'opleider', 'edit-comment')?.refusal).toMatchObject({ code: 'unknown-comment' });
    story.must('opleider', commentCommand('c1'));
    expect(answer(story, 'opleider', 'edit-comment')?.refusal).toBeNull();
    story.days(40);
    expect(answer(story, 'opleider', 'submit-comment')?.refusal).toMatchObject({ code: 'round-over' });
    expect(answer(story, 'secretary', 'submit-comment')?.refusal).toBeNull();
    expect(answer(story, 'chair', 'close-round')?.refusal).toBeNull();
    const processing = storyUntil('processing');
    expect(answer(processing, 'chair', 'confirm-disposition')?.refusal).toMatchObject({ code: 'unknown-disposition' });
    processing.must('anna', proposalCommand('d1', 'c1'));
    expect(answer(processing, 'chair', 'confirm-disposition')?.refusal).toBeNull();
    expect(answer(processing, 'bram', 'confirm-disposition')?.refusal).toMatchObject({ code: 'chair-required' });
  });

  it('[ALL3] the step on names its open conditions', () => {
    const story = storyUntil('processing');
    expect(answer(story, 'secretary', 'enter-phase')?.refusal).toMatchObject({ code: 'gates-unmet' });
    expect(answer(story, 'chair', 'enter-phase')?.refusal).toBeNull();
  });
});

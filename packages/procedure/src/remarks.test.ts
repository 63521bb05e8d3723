import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { tasks } from './tasks.ts';
import { type Story, storyUntil } from './testing.ts';

const say = (
  remark: string,
  kind: Extract<Command, { type: 'remark-on-change' }>['kind'],
  more: Partial<Extract<Command, { type: 'remark-on-change' }>> = {},
): Command => ({
  type: 'remark-on-change',
  remark,
  document: 'doc',
  before: 'v01',
  after: 'v02',
  change: 'a change',
  kind,
  body: 'Waarom acht en niet zes?',
  ...more,
});

const asks = (story: Story, person: string) =>
  tasks(story.state, story.context(person)).filter(({ kind }) => kind === 'answer');

describe('what the steering group says about a change', () => {
  it('[REM1] the steering group asks, remarks and advises; the committee answers, at the same change', () => {
    const story = storyUntil('approval').must('steering', say('q1', 'question')).must('steering', say('a1', 'advice'));
    expect(story.act('steering', say('x', 'answer', { about: 'q1' }))).toBe('not-allowed');
    expect(story.act('chair', say('x', 'answer'))).toBe('unknown-comment');
    expect(story.act('chair', say('x', 'answer', { about: 'q1', change: 'another' }))).toBe('unknown-comment');
    expect(story.act('chair', say('x', 'answer', { about: 'q1', body: ' ' }))).toBe('words-required');
    story.must('chair', say('x', 'answer', { about: 'q1', body: 'Zes is niet te betalen.' }));
    expect(story.state.remarks.at(-1)).toMatchObject({ kind: 'answer', about: 'q1', by: 'chair' });
    expect(story.act('chair', say('y', 'answer', { about: 'x' })), 'an answer is not answered').toBe('unknown-comment');
    expect(story.act('steering', say('z', 'remark', { about: 'q1' })), 'only an answer is about a question').toBe(
      'unknown-comment',
    );
  });

  it('[REM2] a question waits for the committee until it has an answer; a remark and an advice do not', () => {
    const story = storyUntil('approval').must('steering', say('r1', 'remark')).must('steering', say('a1', 'advice'));
    expect(asks(story, 'anna')).toEqual([]);
    story.must('steering', say('q1', 'question'));
    expect(asks(story, 'anna')).toMatchObject([{ document: 'doc', version: 'v02', count: 1 }]);
    expect(asks(story, 'steering')).toEqual([]);
    story.must('anna', say('x', 'answer', { about: 'q1' }));
    expect(asks(story, 'chair')).toEqual([]);
  });

  it('[REM3] it may also be done while the second concept lies open', () => {
    const story = storyUntil('inspection').must('steering', say('q1', 'question'));
    expect(asks(story, 'chair')).toHaveLength(1);
    story.must('secretary', say('x', 'answer', { about: 'q1' }));
  });
});

describe('what a concept means', () => {
  const none = { quality: null, time: null, costs: null, acceptance: null };
  const report = (sections: Extract<Command, { type: 'report-impact' }>['sections']): Command => ({
    type: 'report-impact',
    report: 'Te doen.',
    ...(sections === undefined ? {} : { sections }),
  });

  it('[IMP1] a report may say it per part, on four axes; empty words and parts without any are left out', () => {
    const story = storyUntil('processing').must(
      'secretary',
      report([
        { document: 'doc', section: 's1', ...none, costs: 'Een tiende hoger.', quality: '  ' },
        { document: 'doc', section: 's2', ...none },
      ]),
    );
    expect(story.state.impact).toMatchObject({
      sections: [{ document: 'doc', section: 's1', ...none, costs: { words: 'Een tiende hoger.' } }],
    });
  });

  it('[IMP2] a part is of a document of the dossier and is named once', () => {
    const story = storyUntil('processing');
    const costs = { ...none, costs: 'Hoger.' };
    expect(story.act('secretary', report([{ document: 'x', section: 's1', ...costs }]))).toBe('unknown-document');
    const twice = { document: 'doc', section: 's1', ...costs };
    expect(story.act('secretary', report([twice, twice]))).toBe('already-exists');
  });

  it('[IMP3] a report without parts stays as it was', () => {
    const story = storyUntil('processing').must('secretary', report(undefined));
    expect(story.facts.at(-1)).toEqual({ type: 'impact-reported', report: { words: 'Te doen.' } });
  });
});

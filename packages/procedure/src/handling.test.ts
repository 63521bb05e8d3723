import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { decide } from './decide.ts';
import { bundleOf, handlingOf } from './handling.ts';
import { commentCommand, proposalCommand, step, Story, storyUntil } from './testing.ts';
import { undoOf } from './undo.ts';

/** In `processing`, with four comments of which the second came by letter. */
function bench(): Story {
  const story = storyUntil('consultation');
  story
    .days(1)
    .must('secretary', { type: 'record-meeting', kind: 'presentation', on: story.now.slice(0, 10), report: '' });
  for (const id of ['c1', 'c2', 'c3', 'c4']) story.must(id === 'c3' ? 'examencentrum' : 'opleider', commentCommand(id));
  story.days(22).must('secretary', { type: 'record-meeting', kind: 'summary', on: story.now.slice(0, 10), report: '' });
  story.must('secretary', { type: 'record-survey', round: 'r1', responses: 12, report: '' });
  return story.days(7).must('secretary', step('processing'));
}

const assign = (comment: string, person: string | null): Command => ({ type: 'assign-comment', comment, person });
const due = (comment: string, day: string | null): Command => ({ type: 'set-comment-due', comment, due: day });
const bundle = (id: string, ...comments: string[]): Command => ({ type: 'bundle-comments', bundle: id, comments });

describe('dividing the work', () => {
  it('[HAN1] a comment is assigned to one of the committee, to another and to nobody', () => {
    const story = bench().must('anna', assign('c1', 'bram')).must('chair', assign('c1', 'secretary'));
    expect(handlingOf(story.state, 'c1').assignee).toBe('secretary');
    expect(handlingOf(story.must('anna', assign('c1', null)).state, 'c1').assignee).toBeNull();
    expect(story.act('anna', assign('c1', 'opleider'))).toBe('unknown-person');
    expect(story.act('anna', assign('c9', 'bram'))).toBe('unknown-comment');
  });

  it('[HAN1] nobody outside the committee divides its work', () => {
    const story = bench();
    for (const person of ['opleider', 'steering', 'partner', 'reader']) {
      expect(story.act(person, assign('c1', 'bram'))).not.toBeNull();
      expect(story.act(person, { type: 'discuss-comment', comment: 'c1', message: 'm', body: 'x' })).not.toBeNull();
    }
  });

  it('[HAN2] a comment is due on a calendar day from today', () => {
    const story = bench();
    const today = story.now.slice(0, 10);
    expect(handlingOf(story.must('secretary', due('c1', today)).state, 'c1').due).toBe(today);
    expect(story.act('secretary', due('c1', '2026-02-30'))).toBe('date-invalid');
    expect(story.act('secretary', due('c1', '2026-01-05'))).toBe('date-in-past');
  });

  it('[HAN3] the committee discusses a comment in words that can be redacted; a second submit says it once', () => {
    const say: Command = { type: 'discuss-comment', comment: 'c1', message: 'm1', body: 'Acht past bij 7.3.' };
    const story = bench().must('anna', say).must('anna', say);
    expect(handlingOf(story.state, 'c1').talk).toMatchObject([
      { id: 'm1', by: 'anna', body: { words: 'Acht past bij 7.3.' } },
    ]);
    expect(story.act('bram', say)).toBe('already-exists');
    expect(story.act('bram', { ...say, message: 'm2', body: ' ' } as Command)).toBe('words-required');
  });

  it('[HAN4] comments are bundled by a person, the bundle grows and ends; each keeps a decision of its own', () => {
    const story = bench()
      .must('anna', bundle('x', 'c1', 'c2'))
      .must('anna', bundle('x', 'c1', 'c2', 'c3'));
    expect(bundleOf(story.state, 'c3')?.comments).toEqual(['c1', 'c2', 'c3']);
    story.must('anna', proposalCommand('d1', 'c1')).must('anna', proposalCommand('d2', 'c2', { kind: 'answered' }));
    expect(story.state.comments.map((one) => one.dispositions[0]?.decision.kind)).toEqual([
      'accepted',
      'answered',
      undefined,
      undefined,
    ]);
    story.must('bram', { type: 'dissolve-bundle', bundle: 'x' });
    expect(bundleOf(story.state, 'c1')).toBeNull();
    expect(story.ask('bram', { type: 'dissolve-bundle', bundle: 'x' })).toEqual([]);
  });

  it('[HAN4] a bundle has two comments at least, all there, none in another bundle', () => {
    const story = bench().must('anna', bundle('x', 'c1', 'c2'));
    expect(story.act('anna', bundle('y', 'c3', 'c3'))).toBe('bundle-too-small');
    expect(story.act('anna', bundle('y', 'c3', 'c9'))).toBe('unknown-comment');
    expect(story.act('anna', bundle('y', 'c2', 'c3'))).toBe('already-bundled');
    expect(story.act('anna', { type: 'dissolve-bundle', bundle: 'y' })).toBe('unknown-bundle');
  });

  it('[HAN5] a proposal that is to be fresh takes the place of no other', () => {
    const story = bench().must('anna', proposalCommand('d1', 'c1'));
    const fresh = { ...proposalCommand('d2', 'c1'), fresh: true } as Command;
    expect(story.act('bram', fresh)).toBe('already-proposed');
  });
});

describe('taking back', () => {
  const comment = fc.constantFrom('c1', 'c2', 'c3', 'c4');
  const command: fc.Arbitrary<Command> = fc.oneof(
    fc.tuple(comment, fc.constantFrom('anna', 'bram', 'opleider', null)).map(([id, person]) => assign(id, person)),
    fc.tuple(comment, fc.constantFrom('2026-03-06', '2026-09-09', '2020-01-01', null)).map(([id, day]) => due(id, day)),
    fc
      .tuple(fc.constantFrom('x', 'y'), fc.uniqueArray(comment, { minLength: 1, maxLength: 4 }))
      .map(([id, comments]) => bundle(id, ...comments)),
    fc.constantFrom('x', 'y').map((id): Command => ({ type: 'dissolve-bundle', bundle: id })),
    fc
      .tuple(fc.constantFrom('d1', 'd2', 'd3'), comment)
      .map(([id, about]) => ({ ...proposalCommand(id, about), fresh: true }) as Command),
  );
  const begin = bench();

  it('[HAN6] what takes back a run of acts leaves the dossier as it was', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        const story = new Story().at(begin.now);
        story.dossier = begin.state;
        const undo: Command[] = [];
        for (const given of commands) {
          const before = story.state;
          const outcome = decide(before, given, story.context('anna'));
          if ('refusal' in outcome || outcome.facts.length === 0) continue;
          for (const fact of outcome.facts) story.record(fact, 'anna');
          const back = undoOf(before, given);
          if (back !== null) undo.unshift(back);
        }
        // later, when some days are past
        story.days(400);
        for (const back of undo) story.must('anna', back);
        for (const { id, dispositions } of story.state.comments) {
          expect(handlingOf(story.state, id)).toEqual(handlingOf(begin.state, id));
          expect(bundleOf(story.state, id)).toEqual(bundleOf(begin.state, id));
          expect(dispositions.every(({ takenBackAt }) => takenBackAt !== null)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('[HAN7] nothing is taken back that a colleague changed since', () => {
    const story = bench();
    const back = undoOf(story.state, assign('c1', 'bram')) as Command;
    story.must('anna', assign('c1', 'bram')).must('chair', assign('c1', 'secretary'));
    expect(story.act('anna', back)).toBe('changed-meanwhile');
    story.must('anna', proposalCommand('d1', 'c1'));
    expect(undoOf(story.state, proposalCommand('d2', 'c1'))).toBeNull();
    story.must('chair', { type: 'confirm-disposition', disposition: 'd1' });
    expect(story.act('anna', { type: 'take-back-disposition', disposition: 'd1' })).toBe('already-confirmed');
  });
});

import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { actor, anchor, commentCommand, proposalCommand, step, storyUntil } from './testing.ts';
import { visibleComments, visibleDispositions } from './visible.ts';

type Registered = NonNullable<Extract<Command, { type: 'submit-comment' }>['registered']>;
const letter = (receivedAt: string, more: Partial<Registered> = {}): Registered => ({
  by: 'deelnemer',
  organisation: null,
  party: 'deelnemer',
  channel: 'letter',
  receivedAt,
  ...more,
});

describe('reacting', () => {
  it('[COM1] is possible in an open round, to the last second, and then not', () => {
    const story = storyUntil('consultation');
    const closes = story.state.rounds[0]?.closes ?? '';
    expect(closes).toBe('2026-02-02T22:59:59.000Z');
    story.at('2026-02-02T22:59:59.900Z').must('opleider', commentCommand('c1'));
    expect(story.at('2026-02-02T23:00:00.000Z').act('opleider', commentCommand('c2'))).toBe('round-over');
  });

  it('[COM1] is refused on a version that lies in no round', () => {
    const story = storyUntil('drafting');
    story.must('anna', { type: 'start-draft', document: 'doc', from: 'template' });
    story.must('chair', { type: 'freeze', document: 'doc', version: 'v01', number: '', note: '' });
    expect(story.act('anna', commentCommand('c1'))).toBe('wrong-phase');
    expect(storyUntil('inspection').act('opleider', commentCommand('c9', 'v01'))).toBe('round-over');
  });

  it('[COM2] stands on a passage of that version', () => {
    const story = storyUntil('consultation');
    expect(story.act('opleider', commentCommand('c1'), { anchorValid: false })).toBe('anchor-not-in-version');
    expect(story.act('opleider', commentCommand('c1', 'v01', { anchor: anchor('other') }))).toBe(
      'anchor-not-in-version',
    );
    const whole = commentCommand('c2', 'v01', { anchor: anchor('v01', 'document') });
    expect(story.act('opleider', whole, { anchorValid: false })).toBeNull();
    expect(story.act('opleider', commentCommand('c3', 'nowhere'))).toBe('unknown-version');
  });

  it('[COM3] needs words or a text proposal; a proposal replaces a piece of text', () => {
    const story = storyUntil('consultation');
    expect(story.act('opleider', commentCommand('c1', 'v01', { body: '  ' }))).toBe('words-required');
    const proposed = { body: '', proposal: 'twaalf' };
    expect(story.act('opleider', commentCommand('c2', 'v01', proposed))).toBeNull();
    const onSection = commentCommand('c3', 'v01', { ...proposed, anchor: anchor('v01', 'section') });
    expect(story.act('opleider', onSection)).toBe('proposal-needs-passage');
  });

  it('[COM4] gets a number in the order of arrival, R in a consultation and B in an inspection; one is used once', () => {
    const story = storyUntil('consultation');
    story.must('opleider', commentCommand('c1')).must('examencentrum', commentCommand('c2'));
    story.must('examencentrum', { type: 'withdraw-comment', comment: 'c2' }).must('partner', commentCommand('c3'));
    expect(story.state.comments.map((one) => one.number)).toEqual(['R01', 'R02', 'R03']);
    expect(storyUntil('finalisation').state.comments.map((one) => one.number)).toEqual(['R01', 'B01']);
  });

  it('[COM5] the secretary registers letters and mail, for somebody and not for themselves', () => {
    const story = storyUntil('consultation').days(2);
    expect(story.act('secretary', commentCommand('c1'))).toBe('not-allowed');
    const registered = letter('2026-01-06T10:00:00+01:00');
    expect(story.act('opleider', commentCommand('c2', 'v01', { registered }))).toBe('not-allowed');
    story.must('secretary', commentCommand('c3', 'v01', { registered }));
    expect(story.state.comments[0]).toMatchObject({
      by: 'deelnemer',
      organisation: null,
      channel: 'letter',
      at: '2026-01-06T09:00:00.000Z',
      late: false,
    });
  });

  it('[COM5] a registered reaction came in before now, in or after its round', () => {
    const story = storyUntil('consultation').days(2);
    const code = (receivedAt: string) =>
      story.act('secretary', commentCommand('c1', 'v01', { registered: letter(receivedAt) }));
    expect(code('2026-01-09T10:00:00Z')).toBe('date-in-future');
    expect(code('2025-12-01T10:00:00Z')).toBe('date-in-past');
    expect(code('gisteren')).toBe('date-invalid');
  });

  it('[COM6] what comes in after closing is kept and marked; what came in before and is registered later is not late', () => {
    const story = storyUntil('processing');
    const ended = story.state.rounds[0]?.closes ?? '';
    const register = (comment: string, receivedAt: string) =>
      story.must('secretary', commentCommand(comment, 'v01', { registered: letter(receivedAt) }));
    register('late', '2026-02-03T08:00:00Z');
    register('in-time', ended);
    const late = story.state.comments.filter((one) => one.late).map((one) => one.id);
    expect(late).toEqual(['late']);
  });

  it('[COM7] in an inspection a reaction on a passage that did not change is kept for the next revision', () => {
    const story = storyUntil('inspection');
    story.must('opleider', commentCommand('b1', 'v02'), { passageChanged: false });
    story.must('opleider', commentCommand('b2', 'v02', { follows: 'c1' }), { passageChanged: false });
    story.must('examencentrum', commentCommand('b3', 'v02'), { passageChanged: true });
    expect(story.state.comments.filter((one) => one.outOfScope).map((one) => one.id)).toEqual(['b1']);
  });

  it('[COM7] an objection upholds an earlier reaction of the own organisation only', () => {
    const story = storyUntil('inspection');
    expect(story.act('examencentrum', commentCommand('b1', 'v02', { follows: 'c1' }))).toBe('not-your-own');
    expect(story.act('opleider', commentCommand('b1', 'v02', { follows: 'nothing' }))).toBe('unknown-comment');
  });
});

describe('changing what was sent', () => {
  const edit = (comment: string, body = 'Twaalf uur is genoeg.'): Command => ({
    type: 'edit-comment',
    comment,
    kind: 'objection',
    body,
    proposal: null,
  });
  const withdraw = (comment: string): Command => ({ type: 'withdraw-comment', comment });

  it('[COM8] taken back within thirty seconds nobody sees it again; later it is withdrawn and stays visible', () => {
    const story = storyUntil('consultation').at('2026-01-06T09:00:00.000Z');
    story.must('opleider', commentCommand('c1')).must('opleider', commentCommand('c2'));
    story.at('2026-01-06T09:00:30.000Z').must('opleider', withdraw('c1'));
    story.at('2026-01-06T09:00:30.001Z').must('opleider', withdraw('c2'));
    expect(visibleComments(story.state, actor('chair')).map((one) => one.id)).toEqual(['c2']);
    expect(visibleComments(story.state, actor('opleider')).map((one) => one.id)).toEqual(['c2']);
    expect(story.state.comments.every((one) => one.withdrawnAt !== null)).toBe(true);
  });

  it('[COM9] the submitter edits and withdraws until the round closes', () => {
    const story = storyUntil('consultation').must('opleider', commentCommand('c1'));
    story.days(3).must('opleider', edit('c1'));
    expect(story.state.comments[0]).toMatchObject({ kind: 'objection', editedAt: story.now });
    expect(story.act('opleider', edit('c1', ' '))).toBe('words-required');
    story.at('2026-02-02T23:00:00.000Z');
    expect(story.act('opleider', edit('c1'))).toBe('too-late-to-edit');
    expect(story.act('opleider', withdraw('c1'))).toBe('too-late-to-edit');
  });

  it("[COM10] nobody else changes or withdraws it, and an outsider does not learn that it's there", () => {
    const story = storyUntil('consultation').must('opleider', commentCommand('c1'));
    expect(story.act('anna', edit('c1'))).toBe('not-your-own');
    expect(story.act('anna', withdraw('c1'))).toBe('not-your-own');
    expect(story.act('examencentrum', withdraw('c1'))).toBe('unknown-comment');
    expect(story.act('secretary', withdraw('c1'))).toBe('not-allowed');
  });

  it('[COM10] a colleague of the same organisation does', () => {
    const story = storyUntil('consultation').must('opleider', commentCommand('c1'));
    const colleague = {
      person: 'colleague',
      role: 'stakeholder',
      party: 'opleider',
      organisation: 'o-opleider',
    } as const;
    story.must('secretary', { type: 'add-member', member: colleague });
    expect(story.act('colleague', edit('c1'))).toBeNull();
  });

  it('[COM11] the submitter and the committee reply to each other', () => {
    const story = storyUntil('consultation').must('opleider', commentCommand('c1'));
    const reply = (name: string): Command => ({ type: 'reply', comment: 'c1', reply: name, body: 'Welke groep?' });
    story.must('anna', reply('r1')).must('opleider', reply('r2'));
    expect(story.act('examencentrum', reply('r3'))).toBe('unknown-comment');
    expect(story.state.comments[0]?.replies.map((one) => one.by)).toEqual(['anna', 'opleider']);
  });
});

describe('who sees which reactions', () => {
  const seenBy = (person: string, story = storyUntil('consultation')) => {
    story.must('opleider', commentCommand('c1')).must('examencentrum', commentCommand('c2'));
    return visibleComments(story.state, actor(person)).map((one) => one.id);
  };

  it('[VIS1] while the round runs an organisation sees its own, the committee and the secretary all', () => {
    expect(seenBy('opleider')).toEqual(['c1']);
    expect(seenBy('steering')).toEqual([]);
    expect(seenBy('partner')).toEqual([]);
    for (const person of ['anna', 'chair', 'secretary']) expect(seenBy(person)).toEqual(['c1', 'c2']);
    expect(seenBy('stranger')).toEqual([]);
  });

  it('[VIS2] what is published everybody in the dossier sees, and nothing is published while the round runs', () => {
    const story = storyUntil('consultation').must('opleider', commentCommand('c1'));
    const publish: Command = { type: 'publish-comments', round: 'r1' };
    expect(story.act('secretary', publish)).toBe('gates-unmet');
    story.days(60).must('secretary', publish);
    expect(visibleComments(story.state, actor('examencentrum')).map((one) => one.id)).toEqual(['c1']);
  });

  it('[VIS3] bodies that read along in the processing see all then, and in the inspection all of the rounds before', () => {
    const processing = storyUntil('processing').state;
    expect(visibleComments(processing, actor('steering'))).toHaveLength(1);
    expect(visibleComments(processing, actor('examencentrum'))).toHaveLength(0);
    const story = storyUntil('inspection').must('opleider', commentCommand('b1', 'v02'));
    expect(visibleComments(story.state, actor('steering')).map((one) => one.id)).toEqual(['c1']);
    expect(visibleComments(story.state, actor('anna')).map((one) => one.id)).toEqual(['c1', 'b1']);
  });

  it('[VIS4] a proposal is the committee’s, the confirmed decision also the submitter’s', () => {
    const story = storyUntil('processing').must('anna', proposalCommand('d1', 'c1'));
    const seen = (person: string) => {
      const [comment] = story.state.comments;
      return comment === undefined ? 0 : visibleDispositions(story.state, actor(person), comment).length;
    };
    expect([seen('anna'), seen('opleider')]).toEqual([1, 0]);
    story.must('chair', { type: 'confirm-disposition', disposition: 'd1' });
    expect([seen('anna'), seen('opleider')]).toEqual([1, 1]);
  });

  it('[VIS1] also when the phase has moved on, what an organisation sent stays its own to see', () => {
    const story = storyUntil('finalisation');
    expect(visibleComments(story.state, actor('opleider')).map((one) => one.id)).toEqual(['c1', 'b1']);
    expect(story.act('secretary', step('approval'))).toBe('gates-unmet');
  });
});

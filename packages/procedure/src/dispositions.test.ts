import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { confirmedDisposition } from './dispositions.ts';
import { commentCommand, proposalCommand, type Story, storyUntil } from './testing.ts';

const confirm = (disposition: string): Command => ({ type: 'confirm-disposition', disposition });
const takeBack = (disposition: string): Command => ({ type: 'take-back-disposition', disposition });
const decided = (story: Story, comment: string) => {
  const found = story.state.comments.find((one) => one.id === comment);
  return found === undefined ? null : (confirmedDisposition(found)?.id ?? null);
};

/** A processing phase in which a reaction came from the organisation of the committee member Anna, and one of the chair. */
function ownComments(): Story {
  const story = storyUntil('consultation');
  const as = (person: string) => ({
    by: `employee-of-${person}`,
    organisation: `o-${person}`,
    party: 'werkgever' as const,
    channel: 'e-mail' as const,
    receivedAt: '2026-01-06T10:00:00.000Z',
  });
  story.days(1).must('secretary', {
    type: 'record-meeting',
    kind: 'presentation',
    on: '2026-01-06',
    report: '',
  });
  story.days(1);
  story.must('secretary', commentCommand('of-anna', 'v01', { registered: as('anna') }));
  story.must('secretary', commentCommand('of-chair', 'v01', { registered: as('chair') }));
  story.days(24).must('secretary', { type: 'record-meeting', kind: 'summary', on: '2026-01-31', report: '' });
  story.must('secretary', { type: 'record-survey', round: 'r1', responses: 3, report: '' });
  return story
    .days(7)
    .must('chair', { type: 'enter-phase', phase: 'processing', reason: '', closes: null, round: null });
}

describe('deciding on a reaction', () => {
  it('[DIS1] an author proposes, the chair confirms', () => {
    const story = storyUntil('processing').must('anna', proposalCommand('d1', 'c1'));
    expect(decided(story, 'c1')).toBeNull();
    expect(story.act('bram', confirm('d1'))).toBe('chair-required');
    expect(story.act('secretary', confirm('d1'))).toBe('not-allowed');
    story.must('chair', confirm('d1'));
    expect(decided(story, 'c1')).toBe('d1');
  });

  it('[DIS2] each decision carries what its kind demands', () => {
    const story = storyUntil('processing');
    const code = (more: Parameters<typeof proposalCommand>[2]) => story.act('anna', proposalCommand('d1', 'c1', more));
    expect(code({ motivation: '' })).toBe('motivation-required');
    expect(code({ places: [] })).toBe('place-required');
    expect(code({ kind: 'not-accepted', motivation: ' ' })).toBe('motivation-required');
    expect(code({ kind: 'merged', into: null })).toBe('merge-target-required');
    expect(code({ kind: 'merged', into: 'c1' })).toBe('merge-cycle');
    expect(code({ kind: 'merged', into: 'nothing' })).toBe('unknown-comment');
    expect(code({ kind: 'noted', motivation: '', places: [] })).toBeNull();
  });

  it('[DIS3] a proposal on a reaction of the own organisation needs another member', () => {
    const story = ownComments().must('anna', proposalCommand('d1', 'of-anna'));
    expect(story.act('anna', confirm('d1'))).toBe('own-organisation');
    story.must('chair', confirm('d1'));
  });

  it('[DIS3] the chair does not confirm on the own organisation; then another member does, but not who proposed', () => {
    const story = ownComments().must('anna', proposalCommand('d1', 'of-chair'));
    expect(story.act('chair', confirm('d1'))).toBe('own-organisation');
    expect(story.act('anna', confirm('d1'))).toBe('chair-required');
    story.must('bram', confirm('d1'));
    expect(decided(story, 'of-chair')).toBe('d1');
  });

  it('[DIS4] an unconfirmed proposal is taken back by who made it or by the chair', () => {
    const story = storyUntil('processing').must('anna', proposalCommand('d1', 'c1'));
    expect(story.act('bram', takeBack('d1'))).toBe('not-your-own');
    story.must('anna', takeBack('d1'));
    expect(story.act('chair', confirm('d1'))).toBe('unknown-disposition');
    story.must('bram', proposalCommand('d2', 'c1')).must('chair', takeBack('d2'));
    story.must('bram', proposalCommand('d3', 'c1')).must('chair', confirm('d3'));
    expect(story.act('bram', takeBack('d3'))).toBe('already-confirmed');
  });

  it('[DIS5] a second proposal takes the place of the first', () => {
    const story = storyUntil('processing').must('anna', proposalCommand('d1', 'c1'));
    story.must('bram', proposalCommand('d2', 'c1'));
    expect(story.state.comments[0]?.dispositions.map((one) => one.takenBackAt !== null)).toEqual([true, false]);
  });

  it('[DIS6] a confirmed decision is corrected by one that supersedes it; every version is kept', () => {
    const story = storyUntil('processing').must('anna', proposalCommand('d1', 'c1')).must('chair', confirm('d1'));
    expect(story.act('anna', proposalCommand('d2', 'c1'))).toBe('already-confirmed');
    expect(story.act('anna', proposalCommand('d2', 'c1', {}, 'other'))).toBe('unknown-disposition');
    story.must('anna', proposalCommand('d2', 'c1', { kind: 'not-accepted' }, 'd1'));
    expect(decided(story, 'c1')).toBe('d1');
    story.must('chair', confirm('d2'));
    expect(decided(story, 'c1')).toBe('d2');
    expect(story.state.comments[0]?.dispositions).toHaveLength(2);
  });

  it('[DIS7] a withdrawn reaction gets no decision', () => {
    const story = storyUntil('consultation').must('opleider', commentCommand('c1'));
    story.days(1).must('opleider', { type: 'withdraw-comment', comment: 'c1' });
    expect(story.act('secretary', proposalCommand('d1', 'c1', { kind: 'merged', into: 'c1' }))).toBe('unknown-comment');
  });

  it('[DIS8] while people still react the secretary only puts doubles together', () => {
    const story = storyUntil('consultation')
      .must('opleider', commentCommand('c1'))
      .must('partner', commentCommand('c2'));
    expect(story.act('secretary', proposalCommand('d1', 'c2'))).toBe('wrong-phase');
    expect(story.act('secretary', proposalCommand('d1', 'c2', { kind: 'merged', into: 'c1' }))).toBeNull();
    expect(story.act('anna', proposalCommand('d2', 'c1', { kind: 'merged', into: 'c2' }))).toBe('wrong-phase');
  });
});

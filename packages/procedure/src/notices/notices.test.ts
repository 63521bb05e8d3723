import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evolve, type Dossier } from '../index.ts';
import { PHASES } from '../definition.ts';
import { actor, commentCommand, proposalCommand, storyUntil, type Story } from '../testing.ts';
import { isCommentVisible, isVersionVisible } from '../visible.ts';
import { gatheringKey, isWaiting, type Notice, noticeOf, reminders } from './index.ts';
import { workingDaysBefore } from './reminder.ts';

interface Told {
  readonly at: string;
  readonly notice: Notice;
  readonly dossier: Dossier;
}

/** What somebody was told in a story, oldest first. */
function told(story: Story, person: string, since = 0): readonly Told[] {
  const found: Told[] = [];
  let dossier: Dossier | null = null;
  for (const entry of story.entries) {
    dossier = evolve(dossier, entry, 'dossier');
    const notice = entry.version > since ? noticeOf(entry, dossier, person) : null;
    if (notice !== null) found.push({ at: entry.at, notice, dossier });
  }
  return found;
}
const kinds = (all: readonly Told[]): readonly string[] => all.map(({ notice }) => notice.kind);
const people = ['chair', 'anna', 'bram', 'secretary', 'steering', 'opleider', 'examencentrum', 'partner', 'reader'];

describe('what people are told', () => {
  it('[NOT1] the whole course, each in their own part', () => {
    const story = storyUntil('in-force');
    expect(kinds(told(story, 'opleider'))).toEqual([
      'round-opened',
      'meeting-held',
      'meeting-held',
      'comment-answered',
      'round-opened',
      'comment-answered',
      'steering-decided',
      'version-published',
      'adopted',
      'phase-entered',
    ]);
    expect(kinds(told(story, 'steering'))).toContain('decision-asked');
    expect(kinds(told(story, 'chair'))).toEqual(
      expect.arrayContaining(['added', 'comment-received', 'disposition-to-confirm', 'steering-decided']),
    );
    expect(kinds(told(story, 'stranger'))).toEqual([]);
  });

  it('[NOT1] nobody is told of what they did themselves', () => {
    const story = storyUntil('in-force');
    for (const person of people) {
      for (const entry of story.entries.filter(({ by }) => by === person)) {
        expect(noticeOf(entry, story.state, person)).toBeNull();
      }
    }
  });

  it('[NOT2] nobody is told of what they may not know, in any phase', () => {
    const mayKnow = (person: string, { notice: { about }, dossier }: Told): boolean => {
      const comment = dossier.comments.find(({ id }) => id === about.comment);
      const version = dossier.versions.find(({ id }) => id === about.version);
      if (comment !== undefined) return isCommentVisible(dossier, actor(person), comment);
      return version === undefined || isVersionVisible(dossier, actor(person), version);
    };
    const holds = fc.property(fc.constantFrom(...PHASES), fc.constantFrom(...people, 'stranger'), (phase, person) =>
      told(storyUntil(phase), person).every((one) => mayKnow(person, one)),
    );
    expect(fc.check(holds)).toMatchObject({ failed: false });
  });

  it('[NOT2] a notice holds no words of people, only numbers, titles, codes and dates', () => {
    const story = storyUntil('in-force');
    for (const person of people) {
      const text = JSON.stringify(told(story, person).map(({ notice }) => notice));
      expect(text).not.toMatch(/Acht uur|Juist|Twaalf uur|De duur|half jaar|"words"|"blob"/);
    }
  });

  it('[NOT3] a submitter is told of the decision, a reply and words that were taken away; another organisation is not', () => {
    const story = storyUntil('processing');
    const since = story.state.version;
    story.must('anna', { type: 'reply', comment: 'c1', reply: 'a1', body: 'Dank u.' });
    story.must('anna', proposalCommand('d1', 'c1'));
    story.must('chair', { type: 'confirm-disposition', disposition: 'd1' });
    const { body } = story.state.comments[0]!;
    story.record(
      { type: 'words-redacted', from: 'blob' in body ? body.blob : '', to: 'b2', reason: 'privacy' },
      'secretary',
    );
    const found = told(story, 'opleider', since);
    expect(kinds(found).slice(0, 2)).toEqual(['comment-replied', 'comment-answered']);
    expect(found.every(({ notice }) => notice.topic === 'own-comments')).toBe(true);
    expect(told(story, 'examencentrum', since)).toEqual([]);
  });

  it('[NOT3] an answer of a submitter reaches the committee, one of the committee does not', () => {
    const story = storyUntil('consultation');
    story.must('opleider', commentCommand('c9'));
    const since = story.state.version;
    story.must('secretary', { type: 'reply', comment: 'c9', reply: 'a1', body: 'Wat bedoelt u?' });
    expect(kinds(told(story, 'anna', since))).toEqual([]);
    story.must('opleider', { type: 'reply', comment: 'c9', reply: 'a2', body: 'Twaalf uur.' });
    expect(kinds(told(story, 'anna', since))).toEqual(['comment-replied']);
  });

  it('[NOT4] who may confirm is asked, and is asked no more once it is done', () => {
    const story = storyUntil('processing');
    const since = story.state.version;
    story.must('anna', proposalCommand('d1', 'c1'));
    expect(kinds(told(story, 'bram', since))).toEqual([]);
    const [asked] = told(story, 'chair', since);
    expect(asked?.notice.kind).toBe('disposition-to-confirm');
    expect(isWaiting(asked!.notice, story.state, 'chair', story.now)).toBe(true);
    story.must('chair', { type: 'confirm-disposition', disposition: 'd1' });
    expect(isWaiting(asked!.notice, story.state, 'chair', story.now)).toBe(false);
    expect(kinds(told(story, 'anna', since))).toEqual(['disposition-confirmed']);
  });

  it('[NOT4] who is given a comment is told, with its date and what is said of it, and nobody outside the committee', () => {
    const story = storyUntil('processing');
    const since = story.state.version;
    story.must('chair', { type: 'assign-comment', comment: 'c1', person: 'bram' });
    const [given] = told(story, 'bram', since);
    expect(isWaiting(given!.notice, story.state, 'bram', story.now)).toBe(true);
    story.must('chair', { type: 'set-comment-due', comment: 'c1', due: '2026-12-31' });
    story.must('chair', { type: 'discuss-comment', comment: 'c1', message: 'm1', body: 'Geheim overleg.' });
    expect(kinds(told(story, 'bram', since))).toEqual(['comment-assigned', 'comment-due', 'comment-discussed']);
    expect(told(story, 'anna', since)).toEqual([]);
    for (const person of ['opleider', 'steering', 'partner']) expect(told(story, person, since)).toEqual([]);
    story.must('bram', proposalCommand('d1', 'c1'));
    expect(isWaiting(given!.notice, story.state, 'bram', story.now)).toBe(false);
  });

  it('[NOT4] what is said of a comment that nobody works on is for the whole committee', () => {
    const story = storyUntil('processing');
    const since = story.state.version;
    story.must('chair', { type: 'discuss-comment', comment: 'c1', message: 'm1', body: 'Wie?' });
    expect(kinds(told(story, 'anna', since))).toEqual(['comment-discussed']);
    expect(kinds(told(story, 'bram', since))).toEqual(['comment-discussed']);
  });

  it('[NOT5] a round is reminded of once, some working days before it closes, and its end is told once', () => {
    const story = storyUntil('consultation');
    const [round] = story.state.rounds;
    const before = new Date(Date.parse(round!.closes) - 8 * 86_400_000).toISOString();
    expect(reminders(story.state, 'opleider', before)).toEqual([]);
    const near = new Date(Date.parse(round!.closes) - 86_400_000).toISOString();
    expect(reminders(story.state, 'opleider', near).map(({ notice }) => notice.kind)).toEqual(['round-closes-soon']);
    const after = new Date(Date.parse(round!.closes) + 1000).toISOString();
    expect(reminders(story.state, 'opleider', after).map(({ notice }) => notice.kind)).toEqual([
      'round-closes-soon',
      'round-closed',
    ]);
    expect(reminders(story.state, 'reader', after)).toEqual([]);
    expect(reminders(story.state, 'stranger', after)).toEqual([]);
    const later = storyUntil('processing');
    const told1 = kinds(told(later, 'opleider')).filter((kind) => kind === 'round-closed').length;
    const told2 = reminders(later.state, 'opleider', later.now).filter((one) => one.notice.kind === 'round-closed');
    expect(told1 + told2.length).toBe(1);
  });

  it('[NOT5] working days leave out the weekend', () => {
    expect(workingDaysBefore('2026-04-13', 1)).toBe('2026-04-10');
    expect(workingDaysBefore('2026-04-13', 5)).toBe('2026-04-06');
    expect(workingDaysBefore('2026-04-12', 3)).toBe('2026-04-08');
  });

  it('[NOT6] what comes in numbers is gathered per kind and document, what stands alone is not', () => {
    const story = storyUntil('consultation');
    const since = story.state.version;
    story.must('opleider', commentCommand('c8')).must('examencentrum', commentCommand('c9'));
    const keys = told(story, 'anna', since).map(({ notice }) => gatheringKey(notice));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).not.toBeNull();
    const opened = told(story, 'opleider').find(({ notice }) => notice.kind === 'round-opened');
    expect(gatheringKey(opened!.notice)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { openingCommand, Story, storyUntil } from './testing.ts';

type Opening = Extract<Command, { type: 'open-dossier' }>;
const opening = (more: Partial<Opening>): Command => ({ ...(openingCommand('one') as Opening), ...more });

describe('beginning a dossier', () => {
  it('[PEO1] needs a known procedure, a title, a qualification and documents of its own', () => {
    const code = (more: Partial<Opening>) => new Story().ask('secretary', opening(more));
    expect(code({ definition: 'toString' })).toMatchObject({ field: 'definition' });
    expect(code({ title: ' ' })).toMatchObject({ code: 'words-required', field: 'title' });
    expect(code({ qualifications: [] })).toMatchObject({ field: 'qualifications' });
    expect(code({ documents: [] })).toMatchObject({ field: 'documents' });
    const twice = { id: 'doc', kind: 'taakprofiel', title: 'Een', draft: 'doc' } as const;
    expect(code({ documents: [twice] })).toMatchObject({ code: 'already-exists' });
  });

  it('[PEO1] makes who begins it its secretary unless another is named', () => {
    const story = new Story().must('secretary', opening({ members: [] }));
    expect(story.state.members.map((one) => [one.person, one.role])).toEqual([['secretary', 'secretary']]);
  });

  it('[PEO1] keeps the definition it began with in its first fact', () => {
    const story = storyUntil('preparation');
    expect(story.facts[0]).toMatchObject({ type: 'dossier-opened', definition: { id: 'sog-p', release: 3 } });
  });
});

describe('the people of a dossier', () => {
  it('[PEO2] a person has a role once, and can have several', () => {
    const story = storyUntil('drafting');
    const member = { person: 'chair', role: 'wbc-member', party: 'wbc', organisation: 'o-chair' } as const;
    story.must('secretary', { type: 'add-member', member }).must('secretary', { type: 'add-member', member });
    expect(story.state.members.filter((one) => one.person === 'chair').map((one) => one.role)).toEqual([
      'wbc-chair',
      'wbc-member',
    ]);
  });

  it('[PEO3] there is always a secretary, and after the preparation a chair', () => {
    const story = storyUntil('drafting');
    const remove = (person: string, role: 'secretary' | 'wbc-chair' | 'reader'): Command => ({
      type: 'remove-member',
      person,
      role,
    });
    expect(story.act('secretary', remove('secretary', 'secretary'))).toBe('last-secretary');
    expect(story.act('secretary', remove('chair', 'wbc-chair'))).toBe('last-chair');
    expect(story.act('secretary', remove('stranger', 'reader'))).toBe('unknown-person');
    story.must('secretary', remove('reader', 'reader')).must('secretary', remove('reader', 'reader'));
    expect(story.state.formerMembers).toHaveLength(1);
  });

  it('[PEO4] a planning lies ahead and is changed with a reason', () => {
    const story = storyUntil('drafting');
    const plan = (from: string, until: string, reason = ''): Command => ({
      type: 'set-planning',
      phase: 'inspection',
      from,
      until,
      reason,
    });
    expect(story.act('secretary', plan('2026-06-01', '2026-05-01'))).toBe('term-too-short');
    expect(story.act('secretary', plan('2025-06-01', '2025-07-01'))).toBe('date-in-past');
    expect(story.act('secretary', plan('zomer', 'herfst'))).toBe('date-invalid');
    expect(story.act('secretary', plan('2026-06-01', '2026-07-01'))).toBe('reason-required');
    expect(story.act('secretary', plan('2026-06-01', '2026-07-01', 'Vakantie.'))).toBeNull();
  });

  it('[PEO5] a reference is a file, or a link to the web and nothing else', () => {
    const story = storyUntil('drafting');
    const link = (href: string): Command => ({
      type: 'add-reference',
      reference: { id: 'ref', title: 'Toetsmatrijs', kind: 'link', blob: null, href, type: null },
    });
    expect(story.act('secretary', link('javascript:alert(1)'))).toBe('words-required');
    expect(story.act('secretary', link('https://ssvv.nl/matrijs'))).toBeNull();
    story.must('secretary', { type: 'remove-reference', reference: 'ref' });
    expect(story.state.references).toEqual([]);
  });

  it('[PEO6] the steering group names the impact group from the people of the dossier, who get the role with it', () => {
    const story = storyUntil('consultation');
    const name = (...people: string[]): Command => ({ type: 'name-impact-group', people });
    expect(story.act('steering', name('stranger'))).toBe('unknown-person');
    expect(story.act('secretary', name('opleider'))).toBe('not-allowed');
    story.must('steering', name('opleider', 'steering'));
    story.must('steering', name('steering', 'partner'));
    const holders = story.state.members.filter((one) => one.role === 'impact-member').map((one) => one.person);
    expect(holders).toEqual(['steering', 'partner']);
  });
});

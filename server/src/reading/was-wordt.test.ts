import type { ComparisonView } from '@draagvlak/contract/server';
import { describe, expect, it } from 'vitest';
import { groundsOf } from './was-wordt.ts';

type View = Parameters<typeof groundsOf>[0];
const comment = (id: string, number: string, motivation: string) =>
  ({ id, number, standing: { motivation } }) as unknown as ComparisonView['comments'][number];
const link = (comment: string | null, how: string, reason: string | null = null) =>
  ({ change: 'c', comment, how, reason, by: null }) as View['links'][number];

describe('what stands behind a change in the was-wordt table', () => {
  it('names each reaction once, in the order of their numbers, and tells a shared motivation once', () => {
    const grounds = groundsOf({
      comments: [
        comment('b', 'R14', 'Korte intake.'),
        comment('a', 'R9', 'Niet nodig.'),
        comment('d', 'R13', 'Korte intake.'),
      ],
      links: [link('b', 'recorded'), link('a', 'recorded'), link('d', 'disposition'), link('b', 'disposition')],
    } as View);
    expect(grounds.get('c')).toEqual({
      comments: ['R9', 'R13', 'R14'],
      ownInitiative: false,
      reason: 'Korte intake. Niet nodig.',
    });
  });

  it('has a row for what the committee did on its own initiative, and none for a reaction that is merely near', () => {
    const comments = [comment('a', 'R1', 'Nee.')];
    expect(groundsOf({ comments, links: [link(null, 'attached', 'Wet gewijzigd.')] } as View).get('c')).toEqual({
      comments: [],
      ownInitiative: true,
      reason: 'Wet gewijzigd.',
    });
    expect(groundsOf({ comments, links: [link('a', 'overlap')] } as View).size).toBe(0);
  });
});

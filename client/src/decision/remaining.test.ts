import type { CommentView } from '@draagvlak/contract/client';
import { describe, expect, it } from 'vitest';
import { remainingObjections } from './remaining.ts';

const comment = (id: string, kind: string, standing: string | null, over: Partial<CommentView> = {}) =>
  ({ id, kind, standing: standing && { kind: standing }, withdrawnAt: null, follows: null, ...over }) as CommentView;

describe('objections that the steering group should know of', () => {
  it('are those without an answer, refused, or met in part', () => {
    const all = [
      comment('open', 'objection', null),
      comment('niet', 'objection', 'not-accepted'),
      comment('deels', 'objection', 'partly-accepted'),
      comment('wel', 'objection', 'accepted'),
      comment('vraag', 'question', null),
      comment('weg', 'objection', null, { withdrawnAt: '2026-02-01T00:00:00Z' }),
    ];
    expect(remainingObjections(all).map(({ id }) => id)).toEqual(['open', 'niet', 'deels']);
  });
  it('count once when an objection upholds an earlier one', () => {
    const all = [
      comment('R03', 'objection', 'not-accepted'),
      comment('B01', 'objection', 'not-accepted', { follows: 'R03' }),
    ];
    expect(remainingObjections(all).map(({ id }) => id)).toEqual(['B01']);
  });
});

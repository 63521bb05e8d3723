import { describe, expect, it } from 'vitest';
import type { Decision } from './comment.ts';
import { answer, checkDecision, decisionDemands, pending, standing } from './disposition.ts';
import { aComment, aDisposition } from './testing.ts';

const words = { words: 'Omdat het werk daarom vraagt.' };
const place = { section: 's4', node: 'b12' };

describe('what a decision demands', () => {
  it('[DIS1] asks a motivation for every decision that says no, waits or explains', () => {
    for (const kind of ['not-accepted', 'answered', 'out-of-scope', 'deferred'] as const) {
      expect(decisionDemands(kind)).toEqual({ motivation: 'required', places: 'none', into: 'none' });
      const decision: Decision = { kind, motivation: { words: '  ' } };
      expect(checkDecision({ comment: 'r1', decision }, [])).toEqual({
        code: 'motivation-required',
        field: 'motivation',
      });
      expect(checkDecision({ comment: 'r1', decision: { kind, motivation: words } }, [])).toBeNull();
    }
  });

  it('[DIS2] asks accepted and partly accepted for the place that bears it out', () => {
    for (const kind of ['accepted', 'partly-accepted'] as const) {
      const without: Decision = { kind, motivation: words, places: [] };
      expect(checkDecision({ comment: 'r1', decision: without }, [])).toEqual({
        code: 'place-required',
        field: 'places',
      });
      expect(checkDecision({ comment: 'r1', decision: { ...without, places: [place] } }, [])).toBeNull();
    }
  });

  it('[DIS1] lets a note go without a word', () => {
    expect(checkDecision({ comment: 'r1', decision: { kind: 'noted', motivation: null } }, [])).toBeNull();
  });

  it('[DIS3] lets a merge point at another comment on the same document, and never in a circle', () => {
    const into = (target: string): Decision => ({ kind: 'merged', into: target, motivation: null });
    const first = aComment({ id: 'r1', dispositions: [aDisposition('r1', into('r2'))] });
    const second = aComment({ id: 'r2' });
    const elsewhere = aComment({ id: 'r3', document: 'other' });
    const withdrawn = aComment({ id: 'r4', withdrawnAt: '2026-01-20T10:00:00.000Z' });
    const all = [first, second, elsewhere, withdrawn];
    const check = (comment: string, target: string) =>
      checkDecision({ comment, decision: into(target) }, all)?.code ?? null;
    expect(check('r1', 'r2')).toBeNull();
    expect(check('r2', 'r1')).toBe('merge-cycle');
    expect(check('r2', 'r2')).toBe('merge-cycle');
    expect(check('r2', '')).toBe('merge-target-required');
    expect(check('r2', 'r3')).toBe('unknown-comment');
    expect(check('r2', 'r4')).toBe('unknown-comment');
    expect(check('r2', 'nobody')).toBe('unknown-comment');
  });
});

describe('the disposition that holds', () => {
  const noted: Decision = { kind: 'noted', motivation: null };
  const refused: Decision = { kind: 'not-accepted', motivation: words };
  const proposal = (id: string, supersedes: string | null = null) =>
    aDisposition('r1', refused, { id, supersedes, confirmedAt: null, confirmedBy: null });

  it('[DIS4] is the latest proposal until one is confirmed', () => {
    expect(standing(aComment({ id: 'r1' }))).toBeNull();
    expect(standing({ dispositions: [proposal('d1'), proposal('d2')] })?.id).toBe('d2');
    const takenBack = { ...proposal('d2'), takenBackAt: '2026-02-22T10:00:00.000Z' };
    expect(standing({ dispositions: [proposal('d1'), takenBack] })?.id).toBe('d1');
  });

  it('[DIS4] stays the confirmed one while a correction waits for the chair', () => {
    const confirmed = aDisposition('r1', noted, { id: 'd1' });
    const correction = proposal('d2', 'd1');
    expect(standing({ dispositions: [confirmed, correction] })?.id).toBe('d1');
    expect(pending({ dispositions: [confirmed, correction] })?.id).toBe('d2');
    const done = { ...correction, confirmedAt: '2026-02-23T10:00:00.000Z', confirmedBy: 'chair' };
    expect(standing({ dispositions: [confirmed, done] })?.id).toBe('d2');
    expect(pending({ dispositions: [confirmed, done] })).toBeNull();
  });

  it('[DIS5] of a merged comment is that of the main one, and a circle answers nobody', () => {
    const into = (target: string): Decision => ({ kind: 'merged', into: target, motivation: null });
    const main = aComment({ id: 'r3', dispositions: [aDisposition('r3', refused)] });
    const second = aComment({ id: 'r2', dispositions: [aDisposition('r2', into('r3'))] });
    const first = aComment({ id: 'r1', dispositions: [aDisposition('r1', into('r2'))] });
    expect(answer(first, [first, second, main])?.comment).toBe('r3');
    const open = aComment({ id: 'r3' });
    expect(answer(first, [first, second, open])).toBeNull();
    const round = aComment({ id: 'r3', dispositions: [aDisposition('r3', into('r1'))] });
    expect(answer(first, [first, second, round])).toBeNull();
  });
});

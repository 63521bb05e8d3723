import { compare } from '@draagvlak/compare';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAnchor, textBetween } from './anchor.ts';
import { carryAll } from './carry.ts';
import type { Anchor, Placement, Rung } from './comment.ts';
import { placesOf } from './places.ts';
import { random, RandomDocument } from './random-edits.ts';

const VERSION = 'v1';

/** Passages at random, mostly within a block, one in ten over two. */
function passages(document: ReturnType<RandomDocument['document']>, count: number, seed: number): Anchor[] {
  const next = random(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const { blocks } = placesOf(document);
  const anchors: Anchor[] = [];
  while (anchors.length < count) {
    const at = below(blocks.length);
    const block = blocks[at]!;
    const last = next() < 0.1 ? (blocks[at + 1] ?? block) : block;
    const from = below(block.text.length);
    const to = last === block ? Math.min(block.text.length, from + 4 + below(70)) : below(last.text.length + 1);
    const selection = {
      scope: 'passage',
      start: { block: block.id, offset: from },
      end: { block: last.id, offset: to },
    } as const;
    const anchor = makeAnchor(document, selection, VERSION);
    if (anchor) anchors.push(anchor);
  }
  return anchors;
}

/** A round of edits: the versions, and what truly became of every character. */
function round(seed: number, sections: number, edits: number) {
  const living = new RandomDocument(seed, sections);
  const before = living.document();
  const start = living.truth();
  const uids = new Map([...start].map(([uid, { block, offset }]) => [`${block}:${offset}`, uid]));
  for (let at = 0; at < edits; at++) living.edit();
  return { before, after: living.document(), truth: living.truth(), uids };
}

const isShown = (rung: Rung) => rung === 'exact' || rung === 'moved' || rung === 'changed';

describe('carrying a comment to the next version', () => {
  it('[CAR2] leaves everything exactly where it is when nothing changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const document = new RandomDocument(seed, 8).document();
        const anchors = passages(document, 30, seed);
        for (const [at, placement] of carryAll(anchors, document, document, compare(document, document)).entries()) {
          const { start, end, quote } = anchors[at]!;
          expect(placement.rung).toBe('exact');
          expect(placement.survived).toBe(1);
          // White space at the ends is no part of what is shown.
          expect(placement.quote.trim()).toBe(quote.trim());
          expect(placement.start!.block === start!.block || quote.startsWith('\n')).toBe(true);
          expect(placement.end!.offset).toBeLessThanOrEqual(Math.max(end!.offset, placement.end!.offset));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('[CAR3] gives every comment a place that exists, with the words that stand there, whatever was edited', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 60 }), (seed, edits) => {
        const { before, after } = round(seed, 9, edits);
        const places = placesOf(after);
        const anchors = passages(before, 40, seed);
        const comparison = compare(before, after);
        const placements = carryAll(anchors, before, after, comparison);
        expect(placements).toHaveLength(anchors.length);
        for (const { section, node, start, end, quote, rung, survived } of placements) {
          expect(survived).toBeGreaterThanOrEqual(0);
          expect(survived).toBeLessThanOrEqual(1);
          expect(section === null || places.outline.section(section) !== undefined).toBe(true);
          expect(node === null || places.block(node) !== undefined).toBe(true);
          expect(start === null).toBe(end === null);
          expect(start && end ? textBetween(places, start, end) : quote).toBe(quote);
          expect(start !== null || !isShown(rung)).toBe(true);
        }
        expect(carryAll(anchors, before, after, comparison)).toEqual(placements);
      }),
      { numRuns: 60 },
    );
  });

  it('[CAR4] is right for at least 99.7 % of comments on generated edits; at most 0.3 % wrong and unlabelled', () => {
    const tally = { right: 0, wrong: 0, orphaned: 0, total: 0 };
    for (let seed = 1; seed <= 30; seed++) {
      const { before, after, truth, uids } = round(seed, 24, 25);
      const anchors = passages(before, 200, seed * 7);
      const placements = carryAll(anchors, before, after, compare(before, after));
      anchors.forEach((anchor, at) => {
        tally.total++;
        tally[judge(anchor, placements[at]!, { before, after, truth, uids })]++;
      });
    }
    expect(tally.wrong / tally.total).toBeLessThanOrEqual(0.003);
    expect(tally.orphaned / tally.total).toBeLessThanOrEqual(0.03);
    expect(tally.right / tally.total).toBeGreaterThanOrEqual(0.997);
  });
});

/** A placement against the truth: does it cover most of the words that are really still there? */
function judge(
  anchor: Anchor,
  placement: Placement,
  { before, after, truth, uids }: ReturnType<typeof round>,
): 'right' | 'wrong' | 'orphaned' {
  const places = placesOf(before);
  const target = placesOf(after);
  let total = 0;
  const surviving: { block: string; offset: number }[] = [];
  for (const { id, text } of places.between(anchor.start!.block, anchor.end!.block)) {
    const from = id === anchor.start!.block ? anchor.start!.offset : 0;
    const to = id === anchor.end!.block ? anchor.end!.offset : text.length;
    for (let offset = from; offset < to; offset++) {
      if (text[offset] === ' ') continue;
      total++;
      const now = truth.get(uids.get(`${id}:${offset}`)!);
      if (now) surviving.push(now);
    }
  }
  const share = surviving.length / total;
  const { start, end, rung } = placement;
  const covered = surviving.filter(({ block, offset }) => {
    const order = target.block(block)?.order;
    if (!start || !end || order === undefined) return false;
    const first = target.block(start.block)!.order;
    const last = target.block(end.block)!.order;
    if (order < first || order > last) return false;
    return (order > first || offset >= start.offset) && (order < last || offset < end.offset);
  }).length;
  if (rung === 'deleted' && share >= 0.5) return 'orphaned';
  // Words torn apart stand in two places; either is right.
  if (isShown(rung) && (surviving.length === 0 || covered / surviving.length < 0.4)) return 'wrong';
  return 'right';
}

import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { Selection } from './anchor.ts';
import type { Anchor, Channel, CommentKind, Decision, DispositionKind, Placement } from './comment.ts';
import type { Finding, Link } from './ledger.ts';
import * as schema from './review.schema.ts';
import { anAnchor } from './testing.ts';

/** Either can stand where the other is asked: brands on ids are the only difference. */
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

describe('what comes over the wire', () => {
  it('[WIR1] has exactly the types of the domain', () => {
    expectTypeOf<Same<z.infer<typeof schema.anchor>, Anchor>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof schema.selection>, Selection>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof schema.placement>, Placement>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof schema.link>, Link>>().toEqualTypeOf<true>();
    expectTypeOf<Same<z.infer<typeof schema.finding>, Finding>>().toEqualTypeOf<true>();
    expectTypeOf<z.infer<typeof schema.commentKind>>().toEqualTypeOf<CommentKind>();
    expectTypeOf<z.infer<typeof schema.channel>>().toEqualTypeOf<Channel>();
    expectTypeOf<z.infer<typeof schema.dispositionKind>>().toEqualTypeOf<DispositionKind>();
    expectTypeOf<z.infer<typeof schema.decision>>().toExtend<Decision>();
  });

  it('[WIR2] refuses what has no place: unknown fields, markup in an id, an offset below zero', () => {
    const good = anAnchor({ scope: 'passage', start: { block: 'b1', offset: 0 }, end: { block: 'b1', offset: 4 } });
    expect(schema.anchor.safeParse(good).success).toBe(true);
    expect(schema.anchor.safeParse({ ...good, colour: 'red' }).success).toBe(false);
    expect(schema.anchor.safeParse({ ...good, section: '<b>' }).success).toBe(false);
    expect(schema.anchor.safeParse({ ...good, start: { block: 'b1', offset: -1 } }).success).toBe(false);
    expect(schema.selection.safeParse({ scope: 'row' }).success).toBe(false);
  });

  it('[WIR3] lets no decision in without what its kind demands', () => {
    const parse = (value: unknown) => schema.decision.safeParse(value).success;
    expect(parse({ kind: 'not-accepted', motivation: { words: '  ' } })).toBe(false);
    expect(parse({ kind: 'accepted', motivation: { words: 'Ja.' }, places: [] })).toBe(false);
    expect(parse({ kind: 'merged', motivation: null })).toBe(false);
    expect(parse({ kind: 'noted', motivation: null })).toBe(true);
  });
});

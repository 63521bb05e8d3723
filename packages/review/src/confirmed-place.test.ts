import { doc, h1, p } from '@draagvlak/document/testing';
import { describe, expect, test } from 'vitest';
import { makeAnchor, type Selection } from './anchor.ts';
import type { Anchor, Placement } from './comment.ts';
import { confirmedPlace } from './confirmed-place.ts';

const draft = doc(
  h1('Duur', { id: 'h' }),
  p('De opleiding duurt acht uur.', { id: 'a' }),
  p('De toets duurt een half uur.', { id: 'b' }),
);
const on = (selection: Selection, document = draft): Anchor => {
  const anchor = makeAnchor(document, selection, 'v');
  if (anchor === null) throw new Error('no such place');
  return anchor;
};
const passage = (block: string, from: number, to: number): Selection => ({
  scope: 'passage',
  start: { block, offset: from },
  end: { block, offset: to },
});
/** "duurt acht uur", as it was commented on. */
const made = on(passage('a', 13, 27));
const computed: Placement = {
  rung: 'uncertain',
  section: 'h',
  node: null,
  start: { block: 'a', offset: 13 },
  end: { block: 'a', offset: 27 },
  survived: 0.2,
  quote: 'duurt acht uur',
};

describe('a place that a person confirmed', () => {
  test('[CNF1] is the place; its rung says what became of the words', () => {
    expect(confirmedPlace(made, on(passage('a', 13, 27)), computed, draft)).toMatchObject({
      rung: 'moved',
      start: computed.start,
      survived: 1,
      confirmed: true,
    });
    expect(confirmedPlace(made, on(passage('a', 13, 27)), { ...computed, rung: 'exact' }, draft)?.rung).toBe('exact');
    const other = confirmedPlace(made, on(passage('b', 9, 27)), computed, draft);
    expect(other).toMatchObject({ rung: 'changed', start: { block: 'b' }, quote: 'duurt een half uur' });
    expect(confirmedPlace(made, on(passage('b', 0, 8)), computed, draft)).toMatchObject({
      rung: 'replaced',
      survived: 0,
    });
    expect(confirmedPlace(made, on({ scope: 'section', node: 'h' }), computed, draft)).toMatchObject({
      rung: 'section',
      node: 'h',
    });
    expect(confirmedPlace(made, on({ scope: 'document' }), computed, draft)).toMatchObject({
      rung: 'document',
      node: null,
    });
  });

  test('[CNF2] goes along with the words in their paragraph', () => {
    const later = doc(h1('Duur', { id: 'h' }), p('Ook geldt: de toets duurt een half uur.', { id: 'b' }));
    expect(confirmedPlace(made, on(passage('b', 9, 27)), computed, later)).toMatchObject({
      start: { block: 'b', offset: 20 },
      end: { block: 'b', offset: 38 },
      quote: 'duurt een half uur',
    });
  });

  test('[CNF3] falls back to the paragraph, the section, and then to what is computed', () => {
    const confirmed = on(passage('b', 9, 27));
    const reworded = doc(h1('Duur', { id: 'h' }), p('De toets is kort.', { id: 'b' }));
    expect(confirmedPlace(made, confirmed, computed, reworded)).toMatchObject({
      node: 'b',
      start: null,
      rung: 'replaced',
    });
    const removed = doc(h1('Duur', { id: 'h' }), p('Iets anders.', { id: 'x' }));
    expect(confirmedPlace(made, confirmed, computed, removed)).toMatchObject({ rung: 'section', node: 'h' });
    expect(confirmedPlace(made, confirmed, computed, doc(p('Niets.', { id: 'x' })))).toBeNull();
  });
});

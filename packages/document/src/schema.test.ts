import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { KINDS, PLAIN_BLOCK, ROLES } from './json.ts';
import { isSafeHref, schema } from './schema.ts';
import { doc, p } from './testing.ts';

describe('the schema', () => {
  test('[SCH6] no mark stands twice on the same words; what the binding needs for that is left out of the page', () => {
    for (const mark of Object.values(schema.marks)) expect(mark.excludes(mark)).toBe(true);
  });

  test('[SCH2] names never change: a draft of today opens in every later release', () => {
    expect(Object.keys(schema.nodes)).toEqual([
      'doc',
      'block',
      'text',
      'footnote',
      'reference',
      'break',
      'table',
      'row',
      'cell',
      'image',
      'source',
    ]);
    expect(Object.keys(schema.marks)).toEqual([
      'link',
      'emphasis',
      'strong',
      'subscript',
      'superscript',
      'language',
      'dated',
    ]);
    expect([...ROLES, ...KINDS]).toEqual([
      'paragraph',
      'heading',
      'item',
      'requirement',
      'definition',
      'note',
      'quote',
      'bullet',
      'ordered',
      'annex',
      'unnumbered',
      'recommendation',
    ]);
    expect(schema.nodes['block']?.create().attrs).toEqual(PLAIN_BLOCK);
  });
  test('[SCH3] no content is demanded: everything may be empty and in any order', () => {
    for (const type of ['doc', 'block', 'table', 'row', 'cell', 'footnote'])
      expect(() => Node.fromJSON(schema, { type }).check()).not.toThrow();
    const mixed = {
      type: 'doc',
      content: [
        { type: 'table' },
        { type: 'block' },
        { type: 'table' },
        { type: 'image', attrs: { src: 'blob:x' } },
        { type: 'block' },
      ],
    };
    expect(() => Node.fromJSON(schema, mixed).check()).not.toThrow();
  });
  test('[SCH3] what holds text holds it beside anything that may stand there', () => {
    const cell = { type: 'cell', content: [{ type: 'image', attrs: { src: 'blob:x' } }, { type: 'block' }] };
    expect(() =>
      Node.fromJSON(schema, {
        type: 'doc',
        content: [{ type: 'table', content: [{ type: 'row', content: [cell] }, { type: 'row' }] }],
      }).check(),
    ).not.toThrow();
  });
  test('[SCH4] attributes hold only what they are for', () => {
    const wrong = [{ role: 'chapter' }, { kind: 'star' }, { level: '1' }, { comparator: 'about' }, { id: 7 }];
    const taken = wrong.filter((attrs) => {
      const json = doc({ ...p('x'), attrs: { ...PLAIN_BLOCK, ...attrs } as never });
      try {
        Node.fromJSON(schema, json).check();
        return true;
      } catch (error) {
        return !(error instanceof RangeError);
      }
    });
    expect(taken).toEqual([]);
  });
});

describe('links', () => {
  test.each(['https://ssvv.nl/a?b=c#d', 'http://x', 'mailto:a@b.nl', '#sectie', 'HTTPS://X'])(
    '[SCH5] %s may be followed',
    (href) => {
      expect(isSafeHref(href)).toBe(true);
    },
  );
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    ' https://x',
    'https://x\u0000',
    'java\nscript:x',
    '//x.nl',
    '/pad',
    'file:///etc',
    '',
    'blob:x',
    'https://a b',
  ])('[SCH5] %j may not', (href) => {
    expect(isSafeHref(href)).toBe(false);
    const mark = schema.mark('link', { href });
    expect(mark.type.spec.toDOM?.(mark, true)).toMatchObject(['a', { href: '#' }, 0]);
  });
});

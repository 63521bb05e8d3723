import { expect, test } from 'vitest';
import { vocabulary } from './vocabulary.ts';

test('updates are vetted against the names of the schema', () => {
  expect(vocabulary.root).toBe('prosemirror');
  expect(Object.keys(vocabulary.nodes)).toEqual(expect.arrayContaining(['block', 'table', 'row', 'cell', 'footnote']));
  expect(Object.keys(vocabulary.nodes)).not.toContain('doc');
  expect(vocabulary.nodes['cell']).toContain('colwidth');
  expect(vocabulary.marks).toMatchObject({ link: ['href'], strong: [] });
});

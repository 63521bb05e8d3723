import * as contract from '@draagvlak/contract/socket';
import * as sync from '@draagvlak/sync';
import { expect, test } from 'vitest';
import { vocabulary } from './vocabulary.ts';

test('the rooms speak the protocol that the contract publishes', () => {
  expect(sync.MESSAGE).toEqual(contract.MESSAGE);
  expect(sync.CLOSE).toEqual(contract.CLOSE);
});

test('updates are vetted against the names of the schema', () => {
  expect(vocabulary.root).toBe('prosemirror');
  expect(Object.keys(vocabulary.nodes)).toEqual(expect.arrayContaining(['block', 'table', 'row', 'cell', 'footnote']));
  expect(Object.keys(vocabulary.nodes)).not.toContain('doc');
  expect(vocabulary.nodes['cell']).toContain('colwidth');
  expect(vocabulary.marks).toMatchObject({ link: ['href'], strong: [] });
});

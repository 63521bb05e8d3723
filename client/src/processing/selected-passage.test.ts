import { doc, footnote, h1, p } from '@draagvlak/document/testing';
import { schema } from '@draagvlak/document';
import { makeAnchor } from '@draagvlak/review';
import { Node } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import { expect, test } from 'vitest';
import type { WorkComment } from './comment-state.ts';
import { rungCounts } from './rung-counts.ts';
import { selectedPassage } from './selected-passage.ts';

const document = doc(
  h1('Duur', { id: 'h' }),
  p('De toets', footnote('mondeling'), ' duurt een half uur. 👩‍🚒', { id: 'a' }),
  p('Daarna niets.', { id: 'b' }),
);
const node = Node.fromJSON(schema, document);
const find = (words: string): number => {
  let at = -1;
  node.descendants((child, pos) => {
    const index = child.isText ? (child.text ?? '').indexOf(words) : -1;
    if (index >= 0 && at < 0) at = pos + index;
  });
  return at;
};
const select = (from: number, to: number) =>
  selectedPassage(EditorState.create({ doc: node, selection: TextSelection.create(node, from, to) }));

test('what is selected in the draft is the passage that an anchor quotes, footnotes counted as one', () => {
  const from = find('duurt');
  const selection = select(from, from + 'duurt een half uur'.length);
  expect(selection).not.toBeNull();
  expect(selection && makeAnchor(document, selection, 'v')?.quote).toBe('duurt een half uur');
});

test('a selection over two paragraphs, and none', () => {
  const selection = select(find('half'), find('niets'));
  expect(selection && makeAnchor(document, selection, 'v')?.quote).toBe('half uur. 👩‍🚒\nDaarna ');
  expect(select(find('half'), find('half'))).toBeNull();
});

test('every rung is counted, a withdrawn comment on none', () => {
  const on = (rung: string, withdrawnAt: string | null = null) => ({ placement: { rung }, withdrawnAt }) as WorkComment;
  expect(rungCounts([on('deleted'), on('exact'), on('exact'), on('moved', '2026-01-01')])).toEqual([
    { rung: 'exact', count: 2 },
    { rung: 'deleted', count: 1 },
  ]);
});

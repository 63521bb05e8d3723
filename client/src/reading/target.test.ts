// @vitest-environment happy-dom
import type { BlockJson, DocumentJson } from '@draagvlak/document';
import { renderDocument } from '@draagvlak/render';
import type { CommentView } from '@draagvlak/contract/client';
import { nl } from '@draagvlak/wording';
import { beforeEach, describe, expect, it } from 'vitest';
import { byElement } from './marks.ts';
import { elementOf, partAround, rangeOf } from './places.ts';
import { choicesAt, choicesFor, takesProposal } from './target.ts';

const attrs = {
  kind: null,
  indent: 0,
  slot: null,
  term: null,
  quantity: null,
  comparator: null,
  value: null,
  unit: null,
};
const block = (id: string, role: BlockJson['attrs']['role'], text: string, level = 0): BlockJson => ({
  type: 'block',
  attrs: { ...attrs, id, role, level },
  content: [{ type: 'text', text }],
});
const cell = (id: string, column: string, text: string) =>
  ({
    type: 'cell',
    attrs: { id, column, header: false, colspan: 1, rowspan: 1, colwidth: null },
    content: [block(`${id}-p`, 'paragraph', text)],
  }) as const;
const text: DocumentJson = {
  type: 'doc',
  content: [
    block('h1', 'heading', 'Groepsgrootte', 1),
    block('p1', 'paragraph', 'Bij praktijk 👷 zijn er ten hoogste 12 deelnemers.'),
    block('eis', 'requirement', 'Ten hoogste 12 per docent.'),
    {
      type: 'table',
      attrs: { id: 't', caption: null },
      content: [
        { type: 'row', attrs: { id: 'r1' }, content: [cell('c11', 'k1', 'Theorie'), cell('c12', 'k2', '8 uur')] },
        { type: 'row', attrs: { id: 'r2' }, content: [cell('c21', 'k1', 'Praktijk'), cell('c22', 'k2', '4 uur')] },
      ],
    },
  ],
};
const page = () => document.querySelector<HTMLElement>('.body-text')!;
const at = (selector: string) => page().querySelector(selector);

beforeEach(() => {
  document.body.innerHTML = `<div class="text body-text">${renderDocument(text, { words: nl })}</div>`;
});

describe('what a comment can be about', () => {
  it('is the words that were selected, emoji and all, and what they stand in', () => {
    const words = at('[data-block="p1"]')!.firstChild!;
    const range = document.createRange();
    range.setStart(words, 13);
    range.setEnd(words, 24);
    const choices = choicesFor(page(), text, 'v1', range);
    expect(choices.map(({ name }) => name)).toEqual(['passage', 'block', 'section', 'document']);
    expect(choices[0]?.anchor.quote).toBe('👷 zijn er t'.slice(0, 11));
    expect(rangeOf(page(), choices[0]!.anchor)?.toString()).toBe(choices[0]?.anchor.quote);
  });

  it('is a requirement as a whole, also from its number', () => {
    const number = at('.req-no a');
    const names = choicesAt(text, 'v1', partAround(number)).map(({ name, anchor }) => [name, anchor.node]);
    expect(names).toEqual([
      ['requirement', 'eis'],
      ['section', 'h1'],
      ['document', null],
    ]);
  });

  it('is a cell, its row or its column', () => {
    const choices = choicesAt(text, 'v1', partAround(at('[data-cell="c22"]')));
    expect(choices.map(({ name, anchor }) => [name, anchor.node]).slice(0, 3)).toEqual([
      ['cell', 'c22'],
      ['row', 'r2'],
      ['column', 'k2'],
    ]);
    expect(choices.map(({ anchor }) => takesProposal(anchor))).toEqual([true, false, false, false, false]);
  });

  it('is the section when somebody stands on its heading', () => {
    expect(choicesAt(text, 'v1', at('h2[data-block="h1"]')).map(({ name }) => name)).toEqual(['section', 'document']);
  });

  it('is the whole document when nobody stands anywhere', () => {
    expect(choicesAt(text, 'v1', null).map(({ name }) => name)).toEqual(['document']);
  });

  it('is nothing when a selection holds no words', () => {
    const range = document.createRange();
    range.selectNodeContents(at('.req-no')!);
    range.collapse(true);
    expect(choicesFor(page(), text, 'v1', range)).toEqual([]);
  });
});

describe('where comments stand on the page', () => {
  it('is one place for comments that overlap, and none for the whole document', () => {
    const comment = (id: string, choice: number, part: string | null) =>
      ({ id, anchor: choicesAt(text, 'v1', part === null ? null : at(part))[choice]?.anchor }) as CommentView;
    const places = byElement(page(), [
      comment('a', 0, '[data-block="p1"]'),
      comment('b', 0, '[data-block="p1"]'),
      comment('c', 1, '[data-cell="c21"]'),
      comment('d', 0, null),
    ]);
    expect([...places].map(([place, here]) => [place.tagName, here.map(({ id }) => id)])).toEqual([
      ['P', ['a', 'b']],
      ['TR', ['c']],
    ]);
    expect(elementOf(page(), comment('d', 0, null).anchor)).toBeNull();
  });
});

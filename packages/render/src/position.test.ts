import { inlineText, textBlocks } from '@draagvlak/document';
import {
  br,
  cell,
  definition,
  doc,
  em,
  footnote,
  h1,
  item,
  link,
  measure,
  p,
  reference,
  req,
  strong,
  table,
} from '@draagvlak/document/testing';
import { nl } from '@draagvlak/wording';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { blockElement, blockLength, domFromPoint, pointFromDom, pointsFromRange, renderDocument } from './index.ts';

const document = doc(
  h1('Groepen'),
  p(
    'Een 👩‍🚒 ',
    strong('vette '),
    em('zin'),
    footnote('noot met woorden', 'f'),
    ' en ',
    link('meer', 'https://x.nl'),
    br,
    'tekst',
    { id: 'rijk' },
  ),
  req('Ten hoogste acht.', measure('at-most', '8', 'deelnemers'), { id: 'eis' }),
  definition('Docent', 'wie lesgeeft', { id: 'def' }),
  item('een', { id: 'i1' }),
  item('onder', { indent: 1, id: 'i2' }),
  table([['Kop'], [cell([p('cel ', reference('eis'), { id: 'c1' }), p('twee', { id: 'c2' })])]]),
  p('', { id: 'leeg' }),
);
const page = (
  comments = new Map([
    ['rijk', 3],
    ['eis', 1],
    ['groepen', 1],
  ]),
) => {
  const window = new Window();
  window.document.body.innerHTML = `<main>${renderDocument(document, { words: nl, comments })}</main>`;
  return window.document.querySelector('main') as unknown as HTMLElement;
};

describe('offsets on the page are offsets in the document', () => {
  const root = page();
  test('[POS1] every block is on the page once, with exactly its own units', () => {
    for (const { block } of textBlocks(document)) {
      const id = block.attrs.id as string;
      expect(root.querySelectorAll(`[data-block="${id}"]`)).toHaveLength(1);
      expect([id, blockLength(blockElement(root, id) as Element)]).toEqual([id, inlineText(block).length]);
    }
  });
  test('[POS2] every offset of every block goes to the page and comes back, as a start and as an end', () => {
    for (const { block } of textBlocks(document)) {
      for (let offset = 0; offset <= inlineText(block).length; offset += 1) {
        for (const edge of ['start', 'end'] as const) {
          const point = { block: block.attrs.id as string, offset };
          const place = domFromPoint(root, point, edge);
          expect(place && pointFromDom(root, place, edge)).toEqual(point);
        }
      }
    }
  });
  test('[POS2] a range of the page holds the words between its points, emoji whole', () => {
    const words = inlineText([...textBlocks(document)][1]?.block as never);
    const at = (text: string) => words.indexOf(text);
    const read = (from: number, to: number) => {
      const range = root.ownerDocument.createRange();
      const start = domFromPoint(root, { block: 'rijk', offset: from }, 'start');
      const end = domFromPoint(root, { block: 'rijk', offset: to }, 'end');
      range.setStart(start?.node as Node, start?.offset ?? 0);
      range.setEnd(end?.node as Node, end?.offset ?? 0);
      return range.toString();
    };
    expect(read(0, at(' vette'))).toBe('Een 👩‍🚒');
    expect(read(at('zin'), at('zin') + 3)).toBe('zin');
    expect(read(at('meer'), at('meer') + 4)).toBe('meer');
    expect(read(at('tekst'), words.length)).toBe('tekst');
  });
});

describe('places that are not in the words', () => {
  const root = page();
  const find = (selector: string) => root.querySelector(selector) as Element;
  test('[POS3] a number, a link to the section, a count of comments count nothing', () => {
    expect(pointFromDom(root, { node: find('h2 .no').firstChild as Node, offset: 1 })).toEqual({
      block: 'groepen',
      offset: 0,
    });
    expect(pointFromDom(root, { node: find('h2 .anchor').firstChild as Node, offset: 1 })).toEqual({
      block: 'groepen',
      offset: 7,
    });
    const count = find('[data-block="rijk"] .mark-count').firstChild as Node;
    expect(pointFromDom(root, { node: count, offset: 1 }, 'end')?.offset).toBe(
      blockLength(find('[data-block="rijk"]')),
    );
  });
  test('[POS3] inside a footnote mark a start stands before it and an end behind it', () => {
    const mark = find('.fn-ref').firstChild as Node;
    const start = pointFromDom(root, { node: mark, offset: 1 }, 'start');
    const end = pointFromDom(root, { node: mark, offset: 0 }, 'end');
    expect((end?.offset ?? 0) - (start?.offset ?? 0)).toBe(1);
  });
  test("[POS4] a triple click that ends at the next element's start ends with the words before it", () => {
    const range = {
      startContainer: find('[data-block="eis"]').firstChild as Node,
      startOffset: 0,
      endContainer: find('dl'),
      endOffset: 0,
    };
    expect(pointsFromRange(root, range)).toEqual({
      start: { block: 'eis', offset: 0 },
      end: { block: 'eis', offset: 17 },
    });
  });
  test("[POS4] a requirement's number goes to the requirement's words", () => {
    const range = {
      startContainer: find('.req-no a').firstChild as Node,
      startOffset: 0,
      endContainer: find('[data-block="eis"]').firstChild as Node,
      endOffset: 3,
    };
    expect(pointsFromRange(root, range)).toEqual({
      start: { block: 'eis', offset: 0 },
      end: { block: 'eis', offset: 3 },
    });
  });
  test('[POS4] a selection over several blocks, and one without words', () => {
    const over = {
      startContainer: find('[data-block="i1"]').firstChild as Node,
      startOffset: 1,
      endContainer: find('[data-block="c2"]').firstChild as Node,
      endOffset: 2,
    };
    expect(pointsFromRange(root, over)).toEqual({ start: { block: 'i1', offset: 1 }, end: { block: 'c2', offset: 2 } });
    const none = { ...over, endContainer: over.startContainer, endOffset: 1 };
    expect(pointsFromRange(root, none)).toBeNull();
    expect(domFromPoint(root, { block: 'weg', offset: 0 })).toBeNull();
  });
  test('[POS4] the whole page selected is the first to the last word', () => {
    const range = { startContainer: root, startOffset: 0, endContainer: root, endOffset: root.childNodes.length };
    expect(pointsFromRange(root, range)).toEqual({
      start: { block: 'groepen', offset: 0 },
      end: { block: 'leeg', offset: 0 },
    });
  });
});

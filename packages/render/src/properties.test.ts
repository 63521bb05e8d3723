import { inlineText, textBlocks } from '@draagvlak/document';
import { arbitraryDocument } from '@draagvlak/document/testing';
import { nl } from '@draagvlak/wording';
import fc from 'fast-check';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { blockElement, blockLength, domFromPoint, pointFromDom, renderDocument } from './index.ts';

test('[POS5] any document is on the page block by block, and every offset goes there and back', () => {
  const window = new Window();
  fc.assert(
    fc.property(arbitraryDocument(10), fc.boolean(), (document, counted) => {
      const blocks = [...textBlocks(document)].map(({ block }) => block);
      const comments = new Map(counted ? blocks.map(({ attrs }) => [attrs.id ?? '', 1]) : []);
      window.document.body.innerHTML = `<main>${renderDocument(document, { words: nl, comments })}</main>`;
      const root = window.document.querySelector('main') as unknown as HTMLElement;
      const onPage = [...root.querySelectorAll('[data-block]')].map((each) => each.getAttribute('data-block'));
      expect(onPage).toEqual(blocks.map(({ attrs }) => attrs.id));
      for (const block of blocks) {
        const id = block.attrs.id ?? '';
        const { length } = inlineText(block);
        expect(blockLength(blockElement(root, id) as Element)).toBe(length);
        for (const edge of ['start', 'end'] as const) {
          for (let offset = 0; offset <= length; offset += 1) {
            const place = domFromPoint(root, { block: id, offset }, edge);
            expect(place && pointFromDom(root, place, edge)).toEqual({ block: id, offset });
          }
        }
      }
    }),
    { numRuns: 25 },
  );
});

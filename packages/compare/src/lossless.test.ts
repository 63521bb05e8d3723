import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentJson } from '@draagvlak/document';
import { compare } from './compare.ts';
import { documents, versions } from './random-documents.ts';
import { apply, revert } from './script.ts';

const both = (before: DocumentJson, after: DocumentJson) => {
  const comparison = compare(before, after);
  return [apply(before, comparison), revert(after, comparison)];
};

test('[LOS1] applying a comparison to the first version gives exactly the second, and back, whatever was edited', () => {
  fc.assert(
    fc.property(versions, ({ before, after }) => {
      expect(both(before, after)).toEqual([after, before]);
    }),
    { numRuns: 400 },
  );
});

test('[LOS1] even two documents that have nothing to do with each other', () => {
  fc.assert(
    fc.property(documents, documents, (before, after) => {
      expect(both(before, after)).toEqual([after, before]);
    }),
    { numRuns: 200 },
  );
});

test('[LOS2] a version compared with itself has no changes', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const { changes, limited } = compare(document, document);
      expect(changes).toEqual([]);
      expect(limited).toBe(false);
    }),
  );
});

test('[LOS3] the same two versions always give the same comparison', () => {
  fc.assert(
    fc.property(versions, ({ before, after }) => {
      expect(compare(structuredClone(before), structuredClone(after))).toEqual(compare(before, after));
    }),
    { numRuns: 50 },
  );
});

import { doc, h1, p, reference, req } from '@draagvlak/document/testing';
import { expect, test } from 'vitest';
import { compare } from './index.ts';

const text = p('Zie ', reference('groep'), ' en ', reference('eis'), '.', { id: 'zie' });
const before = doc(h1('Begin'), text, h1('Groep', { id: 'groep' }), req('Ten hoogste 12.', { id: 'eis' }));

test('[TXT6] what a reference points to gets another number: the text that refers to it did not change', () => {
  const after = doc(
    h1('Begin'),
    text,
    h1('Nieuw'),
    h1('Groep', { id: 'groep' }),
    req('Ten hoogste 12.', { id: 'eis' }),
  );
  const { changes } = compare(before, after);
  expect(changes.map(({ kind, category }) => `${kind} ${category}`)).toEqual(['inserted new', 'renumbered renumbered']);
});

test('[TXT6] a reference that points elsewhere did change, even when it says the same number', () => {
  const after = doc(
    h1('Begin'),
    p('Zie ', reference('ander'), ' en ', reference('eis'), '.', { id: 'zie' }),
    h1('Ander', { id: 'ander' }),
    h1('Groep', { id: 'groep' }),
    req('Ten hoogste 12.', { id: 'eis' }),
  );
  expect(
    compare(before, after).changes.some(({ unit, category }) => unit !== 'section' && category !== 'renumbered'),
  ).toBe(true);
});

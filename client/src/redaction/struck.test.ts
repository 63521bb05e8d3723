import { expect, it } from 'vitest';
import { struck } from './struck.ts';

const TEXT = 'Mijn collega Jan de Wit heeft hetzelfde probleem.';

it('what is selected makes place for the marker, the spaces around it stay', () => {
  const from = TEXT.indexOf(' Jan');
  const done = struck(TEXT, { from, to: from + ' Jan de Wit '.length }, '[weggelakt: naam]');
  expect(done?.text).toBe('Mijn collega [weggelakt: naam] heeft hetzelfde probleem.');
  expect(done?.text.slice(0, done.caret)).toBe('Mijn collega [weggelakt: naam]');
});

it('nothing selected takes nothing away', () => {
  expect(struck(TEXT, { from: 4, to: 4 }, '[weggelakt]')).toBeNull();
  expect(struck(TEXT, { from: 4, to: 5 }, '[weggelakt]')).toBeNull();
});

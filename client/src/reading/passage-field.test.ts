// @vitest-environment happy-dom
import type { DocumentJson } from '@draagvlak/document';
import { makeAnchor } from '@draagvlak/review';
import { readingPage } from '@draagvlak/wording/reading-page';
import { beforeAll, expect, test } from 'vitest';
import { narrowing } from './narrowing.ts';
import { passageField } from './passage-field.ts';
import { speak } from './words.ts';

const PLAIN = { level: 0, kind: null, indent: 0, slot: null, term: null, quantity: null, comparator: null };
const block = (id: string, content: readonly object[], role = 'paragraph') => ({
  type: 'block',
  attrs: { ...PLAIN, value: null, unit: null, role, id },
  content,
});
const DOCUMENT = {
  type: 'doc',
  content: [
    block('a', [
      { type: 'text', text: 'De opleiding' },
      { type: 'footnote', attrs: { id: 'n' }, content: [{ type: 'text', text: 'noot' }] },
      { type: 'text', text: ' duurt acht uur.' },
    ]),
  ],
} as unknown as DocumentJson;
const whole = makeAnchor(DOCUMENT, { scope: 'block', node: 'a' }, 'v')!;

beforeAll(() => speak(readingPage));

test('words that are selected in the field are the words in the text, also behind a footnote', () => {
  const narrow = narrowing(DOCUMENT, whole)!;
  expect(narrow.text).toBe('De opleiding* duurt acht uur.');
  const chosen: string[] = [];
  const root = passageField(narrow, (anchor) => chosen.push(anchor.quote));
  document.body.replaceChildren(root);
  root.querySelector('button')?.click();
  const field = root.querySelector('textarea')!;
  expect(document.activeElement).toBe(field);
  // Nothing can be typed in it.
  expect(field.dispatchEvent(new InputEvent('beforeinput', { cancelable: true, data: 'x' }))).toBe(false);
  field.setSelectionRange(narrow.text.indexOf('acht'), narrow.text.indexOf('acht') + 8);
  field.dispatchEvent(new Event('keyup'));
  expect(chosen).toEqual(['acht uur']);
  // A caret without words is no choice, and the same words are chosen once.
  field.dispatchEvent(new Event('select'));
  field.setSelectionRange(3, 3);
  field.dispatchEvent(new Event('keyup'));
  expect(chosen).toEqual(['acht uur']);
});

test('a passage, a section or the whole document has no words to choose among', () => {
  expect(narrowing(DOCUMENT, makeAnchor(DOCUMENT, { scope: 'document' }, 'v')!)).toBeNull();
});

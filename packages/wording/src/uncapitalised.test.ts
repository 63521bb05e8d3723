import { expect, it } from 'vitest';
import { uncapitalised } from './uncapitalised.ts';

it.each([
  ['Opleider', 'opleider'],
  ['WBC-lid', 'WBC-lid'],
  ['WBC', 'WBC'],
  ['Één van beide', 'één van beide'],
  ['', ''],
])('writes "%s" as "%s" within a sentence', (name, within) => {
  expect(uncapitalised(name)).toBe(within);
});

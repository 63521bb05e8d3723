// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { WorkComment } from './comment-state.ts';
import { answering } from './work-picker.ts';

const comment = (number: string, body: string, section: string) =>
  ({ id: number, number, body, by: { name: 'Vakschool De Toren' }, section }) as unknown as WorkComment;
const all = [
  comment('R07', 'Met twaalf mensen staat de helft te kijken.', '4.3 Groepsgrootte'),
  comment('R17', 'Reken ook met een responsfactor; zie 7.', '3.1 Tabel met leerdoelen'),
  comment('R70', 'Eén coördinator is genoeg.', '7.1 Vakbekwaamheid'),
];
const sectionOf = (one: WorkComment) => (one as unknown as { section: string }).section;
const found = (typed: string) => answering(all, typed, sectionOf).map(({ number }) => number);

describe('choosing the comment one writes for', () => {
  it('by its number, however it is typed: that one stands first', () => {
    for (const typed of ['7', 'R07', 'r7', ' R7 ']) expect(found(typed)[0]).toBe('R07');
    expect(found('r7')).toEqual(['R07', 'R70']);
    expect(found('17')).toEqual(['R17']);
  });

  it('by words of it, of its section or of who sent it, without capitals and accents', () => {
    expect(found('helft kijken')).toEqual(['R07']);
    expect(found('een COORDINATOR')).toEqual(['R70']);
    expect(found('leerdoelen')).toEqual(['R17']);
    expect(found('toren')).toEqual(['R07', 'R17', 'R70']);
    expect(found('kalibratie')).toEqual([]);
  });

  it('shows all as long as nothing is typed', () => {
    expect(found('')).toEqual(['R07', 'R17', 'R70']);
  });
});

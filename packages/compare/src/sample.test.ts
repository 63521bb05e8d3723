import { readFileSync } from 'node:fs';
import type { DocumentJson } from '@draagvlak/document';
import { fromMarkdown } from '@draagvlak/document/markdown';
import { counter } from '@draagvlak/document/testing';
import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { Change } from './comparison.ts';
import { apply, revert } from './script.ts';

const read = (name: string, prefix: string): DocumentJson =>
  fromMarkdown(readFileSync(new URL(`../../../server/sample/${name}.md`, import.meta.url), 'utf8'), counter(prefix))
    .document;

// imported apart, so no id of one is in the other: the hardest case
const pairs = ['opleiderdocument', 'taakprofiel'].map((name) => ({
  name,
  before: read(`${name}-v1`, 'a'),
  after: read(`${name}-v2`, 'b'),
}));
const [provider, profile] = pairs as [(typeof pairs)[number], (typeof pairs)[number]];

const told = (change: Change) => change.pieces.map((piece) => (piece.kind === 'kept' ? '' : piece.text)).join('|');

describe.each(pairs)('the sample $name', ({ before, after }) => {
  test('[LOS1] is compared without loss', () => {
    const comparison = compare(before, after);
    expect(comparison.limited).toBe(false);
    expect(apply(before, comparison)).toEqual(after);
    expect(revert(after, comparison)).toEqual(before);
  });

  test('[LOS3] backwards it tells the same, mirrored', () => {
    const kinds = (changes: readonly Change[], mirrored: boolean) => {
      const names: Partial<Record<string, string>> = mirrored
        ? { inserted: 'deleted', deleted: 'inserted', split: 'merged', merged: 'split' }
        : {};
      return changes.map(({ kind }) => names[kind] ?? kind).toSorted();
    };
    expect(kinds(compare(after, before).changes, true)).toEqual(kinds(compare(before, after).changes, false));
  });
});

describe('what the sample changes on purpose', () => {
  const { changes, sections } = compare(provider.before, provider.after);
  const at = (label: string) =>
    changes.filter((change) => (change.after ?? change.before)?.label.startsWith(`${label} `));

  test('chapter 11 moved to 6, with its own edits inside, and 6 to 10 only got another number', () => {
    const move = changes.find(
      (change) => change.kind === 'moved' && change.unit === 'section' && change.after?.label.startsWith('6 '),
    );
    expect(move?.before?.label).toBe('11 Veiligheid tijdens de opleiding');
    expect(changes.filter((change) => change.within === move?.key).map((change) => change.after?.label)).toEqual([
      '6.2 Oefenen met gas',
      '6.4 Incidenten',
    ]);
    const numbers = changes
      .filter((change) => change.kind === 'renumbered')
      .map((change) => `${change.before?.text}>${change.after?.text}`);
    expect(numbers).toEqual(expect.arrayContaining(['6>7', '7>8', '8>9', '9>10', '10>11']));
    expect(sections.some((pair) => pair.states.includes('moved'))).toBe(true);
  });

  test('12 became 8, 5 years became 3, 2 days became 5: all substantive', () => {
    for (const [label, words] of [
      ['4.3', '|12|8|'],
      ['8.1', '|5|3|'],
      ['10.2', '|2|5|'],
    ] as const) {
      expect(
        at(label).some(
          (change) => `|${told(change)}|`.replaceAll(/\|+/gu, '|').includes(words) && change.category === 'substantive',
        ),
      ).toBe(true);
    }
  });

  test('the table of hours got two columns and two other numbers', () => {
    expect(at('4.1').map(({ kind, unit }) => `${kind} ${unit}`)).toEqual([
      'text block',
      'inserted column',
      'inserted column',
      'text cell',
      'text cell',
      'text cell',
      'inserted block',
    ]);
  });

  test('new 4.5 and 12, and annex A is gone while B became A', () => {
    expect(at('4.5')).toMatchObject([{ kind: 'inserted', unit: 'section', category: 'new' }]);
    expect(['12', '12.1', '12.2', '12.3'].map((label) => at(label).map((change) => change.kind))).toEqual(
      Array.from({ length: 4 }, () => ['inserted']),
    );
    expect(
      changes
        .filter((change) => change.kind === 'deleted' && change.unit === 'section')
        .map((change) => change.before?.label),
    ).toEqual(['A Relatie tussen leerdoelen en taken']);
    expect(changes.some((change) => change.kind === 'renumbered' && change.after?.label === 'A Wijzigingen')).toBe(
      true,
    );
  });

  test('changes that no reaction asked for are changes too: the reporting time, inertgas, on paper or digital', () => {
    const all = changes.map(told).join('\n');
    for (const words of [
      'vijf werkdagen',
      'ook door inertgas',
      'kruisgevoeligheid',
      'aanzuigtijd',
      'op papier of digitaal',
      '100 lesuren',
    ]) {
      expect(all).toContain(words);
    }
  });

  test('in the profile chapter 7 moved to 3', () => {
    const move = compare(profile.before, profile.after).changes.find((change) => change.kind === 'moved');
    expect(move).toMatchObject({ unit: 'section', before: { label: '7 Wet- en regelgeving en normen' } });
  });
});

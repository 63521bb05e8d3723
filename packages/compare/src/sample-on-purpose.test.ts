import { readFileSync } from 'node:fs';
import type { DocumentJson } from '@draagvlak/document';
import { fromMarkdown } from '@draagvlak/document/markdown';
import { counter } from '@draagvlak/document/testing';
import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { Change } from './comparison.ts';

/** What the second versions of the sample change on purpose to try a comparison, one by one. */

const read = (name: string, prefix: string): DocumentJson =>
  fromMarkdown(readFileSync(new URL(`../../../server/sample/${name}.md`, import.meta.url), 'utf8'), counter(prefix))
    .document;
const { changes, sections } = compare(read('opleiderdocument-v1', 'a'), read('opleiderdocument-v2', 'b'));
const profile = compare(read('taakprofiel-v1', 'a'), read('taakprofiel-v2', 'b'));

const told = ({ kind, unit }: Change) => `${kind} ${unit}`;
const words = (change: Change, kind: 'deleted' | 'inserted') =>
  change.pieces.flatMap((piece) => (piece.kind === kind ? [piece.text.trim()] : []));
const now = (all: readonly Change[], label: string) =>
  all.filter((change) => change.after?.label.startsWith(`${label} `));
const was = (all: readonly Change[], label: string) =>
  all.filter((change) => change.before?.label.startsWith(`${label} `));

describe('the provider document', () => {
  test('[SEC3] chapters 6 to 10 are said once to have become 7 to 11, and annex B annex A', () => {
    const numbers = changes
      .filter(({ kind, before }) => kind === 'renumbered' && !before?.text.includes('.'))
      .map(({ before, after }) => `${before?.text}>${after?.text}`);
    expect(numbers).toEqual(['6>7', '7>8', '8>9', '9>10', '10>11', 'B>A']);
  });

  test('[MOV2] sentences of chapter 11 that only moved, as 11.1 and 11.3, are no changes', () => {
    expect(now(changes, '6.1')).toEqual([]);
    expect(now(changes, '6.3')).toEqual([]);
    expect(changes.filter(({ kind, unit }) => kind === 'moved' && unit === 'section')).toHaveLength(1);
  });

  test('[TXT1] the other document’s chapter 3 that became 4 is one number in a sentence, and substantive', () => {
    const [reference] = now(changes, '2.1');
    expect(reference).toMatchObject({ kind: 'text', category: 'substantive' });
    expect(words(reference as Change, 'deleted')).toEqual(['3']);
    expect(words(reference as Change, 'inserted')[0]).toBe('4');
  });

  test('[TAB1] the table of learning goals got one column and one row, and only its edited cells changed', () => {
    expect(now(changes, '3.1').map(told).toSorted()).toEqual([
      'inserted column',
      'inserted row',
      'text cell',
      'text cell',
      'text cell',
      'text cell',
      'text cell',
      'text cell',
    ]);
  });

  test('[SEC2] the list of 6.1 was split: what stayed is edited, 7.2 was split off, 7.3 is new', () => {
    expect(now(changes, '7.1').map(told)).toContain('retitled section');
    expect(now(changes, '7.2').map(told)).toContain('split section');
    expect(now(changes, '7.3').map(told)).toContain('inserted section');
    const gone = was(changes, '6.1').filter(({ kind, unit }) => kind === 'deleted' && unit === 'item');
    expect(gone).toHaveLength(2);
  });

  test('[SEC1] 4.5 and chapter 12 are new, annex A is gone', () => {
    const of = (state: 'added' | 'removed') => sections.filter(({ states }) => states.includes(state)).length;
    expect([of('added'), of('removed')]).toEqual([6, 1]);
    expect(was(changes, 'A').map(told)).toEqual(['deleted section']);
  });

  test('[CAT3] no changed number, term or deadline passes for editorial', () => {
    const editorial = changes.filter(({ category }) => category === 'editorial');
    expect(editorial.map(({ pieces }) => pieces.filter(({ kind }) => kind !== 'kept').map(({ text }) => text))).toEqual(
      [[';', '.']],
    );
  });
});

describe('the profile', () => {
  test('[MOV1] [SEC3] chapter 7 moved to 3, and 3 to 6 only got another number', () => {
    const moves = profile.changes.filter(({ kind }) => kind === 'moved');
    expect(moves.map(({ before, after }) => `${before?.label}>${after?.label}`)).toEqual([
      '7 Wet- en regelgeving en normen>3 Wet- en regelgeving en normen',
    ]);
    const numbers = profile.changes
      .filter(({ kind, before }) => kind === 'renumbered' && !before?.text.includes('.'))
      .map(({ before, after }) => `${before?.text}>${after?.text}`);
    expect(numbers).toEqual(['3>4', '4>5', '5>6', '6>7']);
  });

  test('[TXT3] the list of 4.2 was split in two: its points stayed, with two new lines that lead them in', () => {
    const here = now(profile.changes, '5.2').map(told);
    expect(here.filter((each) => each === 'text item')).toHaveLength(8);
    expect(here.filter((each) => each === 'inserted block')).toHaveLength(2);
    expect(here.filter((each) => each.endsWith(' item') && each !== 'text item')).toEqual([]);
  });

  test('[TAB1] the table of measurements got a column, the table of terms a row', () => {
    expect(now(profile.changes, '2.3').map(told)).toContain('inserted column');
    expect(now(profile.changes, '2.4').map(told)).toEqual(['text cell', 'inserted row']);
  });
});

import { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { replaceText } from '../edits.ts';
import { type BlockJson, type DocumentJson, textBlocks } from '../json.ts';
import { schema } from '../schema.ts';
import { counter, doc, h1, table } from '../testing.ts';
import { plainText } from '../text.ts';
import { fillVersionFacts, type VersionFacts } from './document-data.ts';
import { templateDocument, templates } from './index.ts';

const FIRST: VersionFacts = { version: '0.1', status: 'concept', date: '12 januari 2026', effective: null };
const SECOND: VersionFacts = { ...FIRST, version: '0.2', date: '30 maart 2026' };

const fresh = () => templateDocument(templates.taakprofiel, counter(), {});
const edited = (document: DocumentJson, edit: (tr: Transform) => void): DocumentJson => {
  const tr = new Transform(Node.fromJSON(schema, document));
  edit(tr);
  tr.doc.check();
  return tr.doc.toJSON() as DocumentJson;
};
const filled = (document: DocumentJson, facts: VersionFacts, generated: ReadonlyMap<string, string> = new Map()) =>
  edited(document, (tr) => fillVersionFacts(tr, facts, generated));
const rows = (document: DocumentJson, slot: string): string[][] => {
  const at = document.content!.findIndex((node) => node.type === 'block' && node.attrs.slot === slot);
  const found = document.content![at + 1]!;
  if (found.type !== 'table') throw new Error('no table');
  return (found.content ?? []).map((row) =>
    (row.content ?? []).map((cell) => plainText((cell.content![0] as BlockJson).content)),
  );
};
const value = (document: DocumentJson, label: string) =>
  rows(document, 'documentgegevens').find(([first]) => first === label)?.[1];
/** Everything that is in the second text and not in the first, as the product's own words. */
const madeBetween = (before: DocumentJson, after: DocumentJson): ReadonlyMap<string, string> => {
  const old = new Map([...textBlocks(before)].map(({ block }) => [block.attrs.id, plainText(block.content)]));
  return new Map(
    [...textBlocks(after)]
      .map(({ block }) => [block.attrs.id ?? '', plainText(block.content)] as const)
      .filter(([id, text]) => old.get(id) !== text),
  );
};
const cellOf = (document: DocumentJson, label: string): string => {
  const blocks = [...textBlocks(document)].map(({ block }) => block);
  return blocks[blocks.findIndex(({ content }) => plainText(content) === label) + 1]!.attrs.id!;
};

describe('the facts of a version in its own text', () => {
  test('[GEN1] the rows that the template has are filled, and the changes get a row for the version', () => {
    const first = filled(fresh(), FIRST);
    expect(['Versie', 'Status', 'Datum', 'Ingangsdatum'].map((label) => value(first, label))).toEqual([
      '0.1',
      'concept',
      '12 januari 2026',
      '',
    ]);
    expect(rows(first, 'wijzigingen')).toEqual([
      ['Versie', 'Datum', 'Wijziging'],
      ['0.1', '12 januari 2026', 'concept'],
    ]);
    expect(value(filled(fresh(), { ...FIRST, effective: '1 juli 2026' }), 'Ingangsdatum')).toBe('1 juli 2026');
  });

  test('[GEN2] the next version replaces what was generated and adds a row; doing it twice changes nothing more', () => {
    const first = filled(fresh(), FIRST);
    const second = filled(first, SECOND, madeBetween(fresh(), first));
    expect(value(second, 'Versie')).toBe('0.2');
    expect(value(second, 'Datum')).toBe('30 maart 2026');
    expect(rows(second, 'wijzigingen').slice(1)).toEqual([
      ['0.1', '12 januari 2026', 'concept'],
      ['0.2', '30 maart 2026', 'concept'],
    ]);
    expect(filled(second, SECOND, madeBetween(first, second))).toEqual(second);
  });

  test('[GEN3] what somebody wrote stays, whatever it says', () => {
    let document = fresh();
    const said = (label: string, words: string) => {
      document = edited(document, (tr) => replaceText(tr, cellOf(document, label), 0, 0, words));
    };
    said('Versie', 'werkversie van Anna');
    said('Eerste auteur', 'Waarborgcommissie');
    const first = filled(document, FIRST);
    expect(value(first, 'Versie')).toBe('werkversie van Anna');
    expect(value(first, 'Eerste auteur')).toBe('Waarborgcommissie');
    // The generated date, edited by an author since, is the author's.
    const generated = madeBetween(document, first);
    const corrected = edited(first, (tr) => replaceText(tr, cellOf(first, 'Datum'), 0, 2, '13'));
    expect(value(filled(corrected, SECOND, generated), 'Datum')).toBe('13 januari 2026');
  });

  test('[GEN4] a sentence that authors wrote for the coming version gets its number and date', () => {
    const empty = fresh();
    const written = edited(empty, (tr) => {
      const blocks = [...textBlocks(empty)].map(({ block }) => block);
      replaceText(tr, blocks.at(-1)!.attrs.id!, 0, 0, 'taken 4.2 en 4.3 toegevoegd');
    });
    expect(rows(filled(written, FIRST), 'wijzigingen')[1]).toEqual([
      '0.1',
      '12 januari 2026',
      'taken 4.2 en 4.3 toegevoegd',
    ]);
    const numbered = filled(written, FIRST);
    expect(filled(numbered, { ...FIRST, date: '1 mei 2026' }).content).toHaveLength(numbered.content!.length);
    expect(rows(filled(numbered, { ...FIRST, date: '1 mei 2026' }), 'wijzigingen')).toHaveLength(2);
  });

  test('[GEN5] a table of another shape, or none, is left alone', () => {
    const other = doc(
      h1('Wijzigingen', { slot: 'wijzigingen' }),
      table([
        ['Versie', 'Wat'],
        ['', ''],
      ]),
    );
    expect(filled(other, FIRST)).toEqual(other);
    expect(filled(doc(h1('Documentgegevens', { slot: 'documentgegevens' })), FIRST)).toEqual(
      doc(h1('Documentgegevens', { slot: 'documentgegevens' })),
    );
  });
});

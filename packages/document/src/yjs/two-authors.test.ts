import { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import { repairIds } from '../identity.ts';
import type { BlockJson, DocumentJson, TableJson } from '../json.ts';
import { outline } from '../outline.ts';
import { FRAGMENT, schema } from '../schema.ts';
import { counter, doc, h1, h2, item, p, req, step, table } from '../testing.ts';
import { documentText } from '../text.ts';
import {
  editDraft,
  findById,
  initialUpdate,
  insertBlocksAfter,
  insertColumn,
  insertRow,
  joinBlock,
  moveSection,
  readDraft,
  removeNode,
  replaceText,
  setAttributes,
  splitBlock,
} from './index.ts';

/** Two authors have the same draft; each does one thing before hearing of the other; then both hear. */
function together(document: DocumentJson, mine: (ydoc: Y.Doc) => void, theirs: (ydoc: Y.Doc) => void) {
  // Made once, as in the product: two makings would be two documents.
  const first = initialUpdate(document);
  const [a, b] = [new Y.Doc(), new Y.Doc()];
  for (const draft of [a, b]) Y.applyUpdate(draft, first);
  mine(a);
  theirs(b);
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, fromB);
  Y.applyUpdate(b, fromA);
  expect(readDraft(a)).toEqual(readDraft(b));
  // What every editor does on hearing of it: convert with y-prosemirror, on a copy here. It must not delete anything.
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(a));
  const deletions: unknown[] = [];
  copy.on('update', (update: Uint8Array) => deletions.push(update));
  const converted = yXmlFragmentToProseMirrorRootNode(copy.getXmlFragment(FRAGMENT), schema);
  expect(converted.toJSON()).toEqual(readDraft(a));
  expect(deletions).toEqual([]);
  editDraft(a, (tr) => void repairIds(tr, { newId: counter('r') }), counter('r'));
  return readDraft(a);
}

const edit = (act: (tr: Transform) => void, prefix: string) => (ydoc: Y.Doc) => editDraft(ydoc, act, counter(prefix));
const types = (block: string, at: number, text: string) => edit((tr) => replaceText(tr, block, at, at, text), 'b');
const find = (document: DocumentJson, id: string) => findById(Node.fromJSON(schema, document), id)?.node;

const chapter = doc(
  h1('Groepen'),
  h2('Theorie', { id: 'theorie' }),
  p('Bij theorie zijn er zestien deelnemers.', { id: 'zestien' }),
  item('een lokaal', { id: 'i1' }),
  item('een bord', { id: 'i2' }),
  p('Daarna volgt de praktijk.', { id: 'daarna' }),
  req('Ten hoogste acht deelnemers.', { id: 'acht' }),
  h2('Praktijk', { id: 'praktijk' }),
  p('Slot.', { id: 'slot' }),
);
const WORDS = ' van mijn collega ';

describe('one author acts while a colleague types in the text concerned', () => {
  const acts: Record<
    string,
    { act: (tr: Transform) => void; target: string; check: (document: DocumentJson) => void }
  > = {
    'a section is demoted': {
      act: (tr) => setAttributes(tr, 'theorie', { level: 3 }),
      target: 'theorie',
      check: (document) => expect(outline(document).section('theorie')?.level).toBe(3),
    },
    'a section is promoted with its subsections': {
      act: (tr) => {
        setAttributes(tr, 'theorie', { level: 1 });
        setAttributes(tr, 'praktijk', { level: 2 });
      },
      target: 'zestien',
      check: (document) => expect(outline(document).section('praktijk')?.number).toBe('2.1'),
    },
    'a section is split by a new heading': {
      act: (tr) => insertBlocksAfter(tr, 'i2', [h2('Nieuw', { id: 'nieuw' })]),
      target: 'daarna',
      check: (document) => expect(outline(document).sectionOf('daarna')?.id).toBe('nieuw'),
    },
    'two sections are merged': {
      act: (tr) => removeNode(tr, 'praktijk'),
      target: 'slot',
      check: (document) => expect(outline(document).sectionOf('slot')?.id).toBe('theorie'),
    },
    'a heading becomes a paragraph': {
      act: (tr) => setAttributes(tr, 'praktijk', { role: 'paragraph', level: 0 }),
      target: 'praktijk',
      check: (document) => expect(outline(document).section('praktijk')).toBeUndefined(),
    },
    'items are indented': {
      act: (tr) => setAttributes(tr, 'i2', { indent: 1 }),
      target: 'i2',
      check: (document) => expect(find(document, 'i2')?.attrs['indent']).toBe(1),
    },
    'bullets become numbers': {
      act: (tr) => {
        setAttributes(tr, 'i1', { kind: 'ordered' });
        setAttributes(tr, 'i2', { kind: 'ordered' });
      },
      target: 'i1',
      check: (document) => expect(outline(document).itemNumber('i2')).toBe('2'),
    },
    'a paragraph becomes an item': {
      act: (tr) => setAttributes(tr, 'daarna', { role: 'item', kind: 'bullet' }),
      target: 'daarna',
      check: (document) => expect(find(document, 'daarna')?.attrs['role']).toBe('item'),
    },
    'a paragraph becomes a requirement with a measure': {
      act: (tr) => setAttributes(tr, 'zestien', { role: 'requirement', comparator: 'at-most', value: '16' }),
      target: 'zestien',
      check: (document) => expect(outline(document).requirementNumber('zestien')).toBe('1.1.1'),
    },
    'a requirement gets another number': {
      act: (tr) => setAttributes(tr, 'acht', { value: '6' }),
      target: 'acht',
      check: (document) => expect(find(document, 'acht')?.attrs['value']).toBe('6'),
    },
    'a paragraph is put in the middle of a list': {
      act: (tr) => insertBlocksAfter(tr, 'i1', [p('tussendoor', { id: 'tussendoor' })]),
      target: 'i2',
      check: (document) => expect(document.content).toHaveLength((chapter.content?.length ?? 0) + 1),
    },
  };
  test.each(Object.entries(acts))('[TWO1] %s', (_name, { act, target, check }) => {
    const result = together(chapter, edit(act, 'a'), types(target, 3, WORDS));
    const before = find(chapter, target)?.textContent ?? '';
    expect(find(result, target)?.textContent).toBe(before.slice(0, 3) + WORDS + before.slice(3));
    check(result);
    // every other block's words are as they were
    const untouched = (chapter.content as BlockJson[])
      .map((block) => block.attrs.id as string)
      .filter((id) => id !== target && find(result, id));
    expect(untouched.map((id) => find(result, id)?.textContent)).toEqual(
      untouched.map((id) => find(chapter, id)?.textContent),
    );
  });
});

describe('splitting and joining', () => {
  test('[TWO2] a block is split while a colleague types in the half that stays', () => {
    const result = together(
      chapter,
      edit((tr) => splitBlock(tr, 'zestien', 20), 'a'),
      types('zestien', 3, WORDS),
    );
    expect(documentText(result)).toContain(`Bij${WORDS} theorie`);
    expect(find(result, 'zestien')).toBeDefined();
  });
  test('[TWO2] a block is split while a colleague types in the half that goes: the words stay before the split', () => {
    const result = together(
      chapter,
      edit((tr) => splitBlock(tr, 'zestien', 12), 'a'),
      types('zestien', 30, WORDS),
    );
    expect(documentText(result)).toContain(`Bij theorie ${WORDS}\nzijn er zestien deelnemers.`);
    expect(find(result, 'zestien')?.textContent).toBe('zijn er zestien deelnemers.');
  });
  test('[TWO2] two blocks are joined while a colleague types in the first', () => {
    const result = together(
      chapter,
      edit((tr) => joinBlock(tr, 'daarna'), 'a'),
      types('daarna', 3, WORDS),
    );
    expect(documentText(result)).toContain('Daa van mijn collega rna volgt de praktijk.Ten hoogste acht');
    expect(find(result, 'daarna')).toBeDefined();
  });
  test('[TWO2] both split the same block: nobody loses words and every id occurs once', () => {
    const result = together(
      chapter,
      edit((tr) => splitBlock(tr, 'zestien', 10), 'a'),
      edit((tr) => splitBlock(tr, 'zestien', 30), 'b'),
    );
    for (const word of ['Bij theori', 'e zijn er zestien', 'elnemers.']) expect(documentText(result)).toContain(word);
    const ids = (result.content ?? []).map((node) => node.attrs.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(null);
  });
});

describe('structure from both sides', () => {
  test('[TWO3] one adds a subsection and the other a paragraph at the same place', () => {
    const result = together(
      chapter,
      edit((tr) => insertBlocksAfter(tr, 'daarna', [h2('Onder', { id: 'onder' }), p('van a', { id: 'van-a' })]), 'a'),
      edit((tr) => insertBlocksAfter(tr, 'daarna', [p('van b', { id: 'van-b' })]), 'b'),
    );
    expect(documentText(result).split('\n')).toEqual(expect.arrayContaining(['Onder', 'van a', 'van b', 'Slot.']));
  });
  test('[TWO3] one replaces a paragraph, the other too: both texts stay', () => {
    const result = together(
      chapter,
      edit((tr) => (removeNode(tr, 'daarna'), insertBlocksAfter(tr, 'i2', [p('nieuw van a')])), 'a'),
      edit((tr) => (removeNode(tr, 'daarna'), insertBlocksAfter(tr, 'i2', [p('nieuw van b')])), 'b'),
    );
    expect(documentText(result)).toContain('nieuw van a');
    expect(documentText(result)).toContain('nieuw van b');
    expect(documentText(result)).not.toContain('Daarna');
  });
  test('[TWO3] a section moves while a colleague types elsewhere and adds a chapter', () => {
    const result = together(
      chapter,
      (ydoc) => moveSection(ydoc, 'praktijk', 'theorie'),
      edit((tr) => {
        replaceText(tr, 'zestien', 0, 3, 'In');
        insertBlocksAfter(tr, 'slot', [h1('Einde', { id: 'einde' })]);
      }, 'b'),
    );
    expect(outline(result).sections.map(({ id, number }) => [id, number])).toEqual([
      ['groepen', '1'],
      ['praktijk', '1.1'],
      ['theorie', '1.2'],
      ['einde', '2'],
    ]);
    expect(find(result, 'zestien')?.textContent).toBe('In theorie zijn er zestien deelnemers.');
  });
  test('[TWO3] numbers and bullets, an item split in two, a colleague in the next item', () => {
    const steps = doc(step('eerst dit', { id: 's1' }), step('dan dat', { id: 's2' }));
    const result = together(
      steps,
      edit((tr) => splitBlock(tr, 's1', 6), 'a'),
      edit((tr) => (setAttributes(tr, 's2', { kind: 'bullet' }), replaceText(tr, 's2', 0, 3, 'daarna')), 'b'),
    );
    expect(documentText(result)).toBe('eerst \ndit\ndaarna dat');
  });
});

describe('tables', () => {
  const hours = doc(
    table(
      [
        ['Onderdeel', 'Duur'],
        ['Theorie', '5,5 uur'],
      ],
      { id: 't' },
    ),
  );
  test('[TWO4] one adds a column, the other a row: both stay, and every column has one id', () => {
    const result = together(
      hours,
      edit((tr) => insertColumn(tr, 't', 't-k2', ['Groep B', '8 uur']), 'a'),
      edit((tr) => insertRow(tr, 't', 't-r2', ['Praktijk', '2,5 uur']), 'b'),
    );
    expect(documentText(result).split('\n')).toEqual([
      'Onderdeel',
      'Duur',
      'Groep B',
      'Theorie',
      '5,5 uur',
      '8 uur',
      'Praktijk',
      '2,5 uur',
    ]);
  });
  test('[TWO4] both add a column at one place: both columns stay, with ids of their own', () => {
    const result = together(
      hours,
      edit((tr) => insertColumn(tr, 't', 't-k2', ['van a']), 'a'),
      edit((tr) => insertColumn(tr, 't', 't-k2', ['van b']), 'b'),
    );
    expect(documentText(result)).toContain('van a');
    expect(documentText(result)).toContain('van b');
    const rows = ((result.content ?? [])[0] as TableJson).content ?? [];
    const columns = rows.map((row) => (row.content ?? []).map((cell) => cell.attrs.column));
    expect(columns[0]).toEqual(columns[1]);
    expect(new Set(columns[0]).size).toBe(4);
  });
  test('[TWO4] a colleague types in a cell of a table that gets a header cell', () => {
    const result = together(
      hours,
      edit((tr) => setAttributes(tr, 't-r2k1', { header: true }), 'a'),
      types('t-r2k1-p', 7, ' en meer'),
    );
    expect(documentText(result)).toContain('Theorie en meer');
    expect(find(result, 't-r2k1')?.attrs['header']).toBe(true);
  });
});

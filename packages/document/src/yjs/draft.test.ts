import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import type { BlockJson } from '../json.ts';
import { FRAGMENT, schema } from '../schema.ts';
import {
  counter,
  doc,
  em,
  footnote,
  foreign,
  h1,
  h2,
  image,
  item,
  link,
  measure,
  p,
  req,
  source,
  step,
  strong,
  table,
} from '../testing.ts';
import {
  checkDraft,
  editDraft,
  initialUpdate,
  insertBlocksAfter,
  joinBlock,
  moveSection,
  readDraft,
  removeNode,
  repairDraft,
  replaceText,
  setAttributes,
  splitBlock,
} from './index.ts';

const everything = doc(
  h1('Inleiding', { slot: 'inleiding' }),
  p(
    'Gewone ',
    em('nadruk'),
    ' en ',
    strong('vet'),
    ' en ',
    link('hier', 'https://example.org'),
    foreign('sampling', 'en'),
  ),
  req('Ten hoogste acht.', measure('at-most', '8', 'deelnemers', 'per docent')),
  step('een'),
  item('twee', { indent: 1 }),
  p('Met noot', footnote('De noot.'), ' erna'),
  table(
    [
      ['Kop', 'Kop 2'],
      ['a', [p('b'), item('c')]],
    ],
    { caption: 'Tabel' },
  ),
  image('plaatje'),
  source('NEN', { number: '1' }),
);

const open = (document = everything) => {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, initialUpdate(document));
  return ydoc;
};
const textOf = (ydoc: Y.Doc) => ((readDraft(ydoc).content ?? [])[0] as BlockJson).content;
const updates = (ydoc: Y.Doc) => {
  const seen: Uint8Array[] = [];
  ydoc.on('update', (update: Uint8Array) => seen.push(update));
  return seen;
};

describe('reading', () => {
  test('[YJS1] what goes into a draft comes out of it, and y-prosemirror reads the same', () => {
    const ydoc = open();
    expect(readDraft(ydoc)).toEqual(everything);
    expect(yXmlFragmentToProseMirrorRootNode(ydoc.getXmlFragment(FRAGMENT), schema).toJSON()).toEqual(everything);
  });
  test('[YJS2] reading never writes, not even where the schema knows nothing of what it finds', () => {
    const ydoc = open(doc(p('blijft')));
    const fragment = ydoc.getXmlFragment(FRAGMENT);
    const stray = new Y.XmlElement('onbekend');
    const bad = new Y.XmlElement('block');
    bad.setAttribute('role', 'schurk');
    bad.insert(0, [new Y.XmlText('tekst')]);
    fragment.insert(1, [stray, bad, new Y.XmlText('los')]);
    const before = Y.encodeStateAsUpdate(ydoc);
    const seen = updates(ydoc);
    expect(readDraft(ydoc).content?.map((node) => node.type)).toEqual(['block', 'block']);
    expect(checkDraft(ydoc).map(({ kind, name }) => [kind, name])).toEqual([
      ['node', 'onbekend'],
      ['attribute', 'role'],
      ['node', 'text'],
    ]);
    expect(seen).toEqual([]);
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
  });
  test('[YJS3] a repair removes only what offends, gives it back, and then nothing is left to repair', () => {
    const ydoc = open(doc(p('blijft', { id: 'x' })));
    const fragment = ydoc.getXmlFragment(FRAGMENT);
    const text = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.format(0, 3, { knipper: true });
    text.insertEmbed(2, { iets: 1 });
    fragment.insert(1, [new Y.XmlElement('script')]);
    ydoc.getMap('elders').set('a', 1);
    const found = repairDraft(ydoc);
    expect(found.map(({ name }) => name).toSorted()).toEqual(
      ['embed', 'knipper', 'knipper', 'root elders', 'script'].toSorted(),
    );
    expect(readDraft(ydoc)).toEqual(doc(p('blijft', { id: 'x' })));
    expect(checkDraft(ydoc).filter(({ name }) => !name.startsWith('root'))).toEqual([]);
    expect(ydoc.getMap('elders').size).toBe(0);
  });
});

describe('editing', () => {
  const clocks = (ydoc: Y.Doc) => Y.getState(ydoc.store, ydoc.clientID);

  test('[YJS4] an edit costs what it changes: one word in one block of many', () => {
    const ydoc = open(
      doc(...Array.from({ length: 200 }, (_, index) => p(`alinea ${index} met wat woorden`, { id: `p${index}` }))),
    );
    const seen = updates(ydoc);
    editDraft(ydoc, (tr) => replaceText(tr, 'p100', 7, 10, 'honderd'), counter());
    expect(clocks(ydoc)).toBe('honderd'.length);
    expect(seen).toHaveLength(1);
    expect(readDraft(ydoc).content?.[100]).toEqual(p('alinea honderd met wat woorden', { id: 'p100' }));
  });
  test('[YJS4] an attribute costs one item, a split the second half', () => {
    const ydoc = open(doc(p('een'), p('de tweede alinea', { id: 'x' }), p('drie')));
    editDraft(ydoc, (tr) => setAttributes(tr, 'x', { role: 'item', kind: 'bullet' }), counter());
    expect(clocks(ydoc)).toBe(2);
    editDraft(ydoc, (tr) => splitBlock(tr, 'x', 3), counter());
    expect(readDraft(ydoc).content).toEqual(
      [p('een'), p('de ', { id: 'n1' }), p('tweede alinea', { id: 'x' }), p('drie')].map((node) =>
        expect.objectContaining({ content: node.content }),
      ),
    );
  });
  test('[YJS4] two changes far apart leave what stands between them alone', () => {
    const ydoc = open(
      doc(...Array.from({ length: 100 }, (_, index) => p(`alinea ${index} met wat woorden`, { id: `p${index}` }))),
    );
    const between = (ydoc.getXmlFragment(FRAGMENT).get(50) as Y.XmlElement)._item?.id;
    editDraft(
      ydoc,
      (tr) => {
        removeNode(tr, 'p3');
        insertBlocksAfter(tr, 'p90', [p('nieuw', { id: 'nieuw' })]);
      },
      counter(),
    );
    expect((ydoc.getXmlFragment(FRAGMENT).get(49) as Y.XmlElement)._item?.id).toEqual(between);
    expect(clocks(ydoc)).toBeLessThan(20);
  });
  test('[YJS5] an edit that changes nothing writes nothing', () => {
    const ydoc = open();
    const seen = updates(ydoc);
    editDraft(ydoc, () => {}, counter());
    editDraft(ydoc, (tr) => setAttributes(tr, 'inleiding', { role: 'heading' }), counter());
    expect(seen).toEqual([]);
  });
  test('[YJS5] an edit that throws writes nothing', () => {
    const ydoc = open();
    const seen = updates(ydoc);
    expect(() =>
      editDraft(
        ydoc,
        (tr) => {
          removeNode(tr, 'inleiding');
          replaceText(tr, 'weg', 0, 0, 'x');
        },
        counter(),
      ),
    ).toThrow(RangeError);
    expect(seen).toEqual([]);
  });
  test('[YJS6] offsets count a footnote as one and its words not at all', () => {
    const ydoc = open(doc(p('a', footnote('lange noot'), 'bc', { id: 'x' })));
    editDraft(ydoc, (tr) => replaceText(tr, 'x', 2, 3, 'B'), counter());
    expect(readDraft(ydoc).content?.[0]).toMatchObject({
      content: [{ text: 'a' }, { type: 'footnote' }, { text: 'Bc' }],
    });
    expect(() => editDraft(ydoc, (tr) => replaceText(tr, 'x', 4, 9, 'x'), counter())).toThrow(RangeError);
  });
  test('[YJS6] replaced text keeps the marks the old text had throughout', () => {
    const ydoc = open(doc(p('een ', strong('twee'), { id: 'x' })));
    editDraft(ydoc, (tr) => replaceText(tr, 'x', 4, 8, 'drie'), counter());
    expect(textOf(ydoc)).toEqual([{ type: 'text', text: 'een ' }, strong('drie')]);
    editDraft(ydoc, (tr) => replaceText(tr, 'x', 0, 8, 'alles'), counter());
    expect(textOf(ydoc)).toEqual([{ type: 'text', text: 'alles' }]);
  });
  test('[YJS7] blocks are inserted, joined and removed by id', () => {
    const ydoc = open(doc(h1('kop'), p('a'), p('b'), table([['k'], ['c']])));
    editDraft(
      ydoc,
      (tr) => {
        insertBlocksAfter(tr, 'a', [p('tussen', { id: null })]);
        insertBlocksAfter(tr, null, [p('eerst', { id: 'eerst' })]);
        insertBlocksAfter(tr, 't-r2k1-p', [p('in de cel', { id: 'cel' })]);
        insertBlocksAfter(tr, 't-r2k1-p', [h2('onder de tabel', { id: 'onder' }), table([['x']], { id: 'u' })]);
        joinBlock(tr, 'a');
        removeNode(tr, 'b');
      },
      counter(),
    );
    const result = readDraft(ydoc);
    expect(result.content?.map((node) => node.attrs.id)).toEqual(['eerst', 'kop', 'a', 't', 'onder', 'u']);
    expect(Node.fromJSON(schema, result).child(2).textContent).toBe('atussen');
    expect(Node.fromJSON(schema, result).child(3).textContent).toBe('kcin de cel');
  });
});

describe('moving a section', () => {
  const long = doc(
    ...Array.from({ length: 20 }, (_, chapter) => [
      h1(`Hoofdstuk ${chapter}`, { id: `h${chapter}` }),
      h2(`Paragraaf ${chapter}`, { id: `s${chapter}` }),
      ...Array.from({ length: 5 }, (_unused, index) =>
        p(`Tekst ${chapter} ${index} van dit hoofdstuk`, { id: `p${chapter}-${index}` }),
      ),
    ]).flat(),
  );
  test('[YJS8] a section moves with its subsections, ids and words, and the rest keeps its items', () => {
    const ydoc = open(long);
    const seen = updates(ydoc);
    moveSection(ydoc, 'h3', 'h15');
    const heads = readDraft(ydoc)
      .content?.filter((node) => node.type === 'block' && node.attrs.level === 1)
      .map((node) => node.attrs.id);
    expect(heads?.slice(0, 16)).toEqual([
      'h0',
      'h1',
      'h2',
      ...Array.from({ length: 11 }, (_, n) => `h${n + 4}`),
      'h3',
      'h15',
    ]);
    expect(readDraft(ydoc).content).toHaveLength(long.content?.length ?? 0);
    expect(seen).toHaveLength(1);
    // seven blocks of about 25 characters and a handful of attributes each
    expect(Y.getState(ydoc.store, ydoc.clientID)).toBeLessThan(400);
  });
  test('[YJS8] a colleague who types elsewhere at the same time keeps every word', () => {
    const mine = open(long);
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    moveSection(mine, 'h10', 'h2');
    editDraft(theirs, (tr) => replaceText(tr, 'p5-2', 0, 0, 'NIEUW '), counter());
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    expect(readDraft(mine)).toEqual(readDraft(theirs));
    expect(JSON.stringify(readDraft(mine))).toContain('NIEUW Tekst 5 2');
  });
  test('[YJS8] to the end, to where it is, into itself, unknown', () => {
    const ydoc = open(doc(h1('a'), h2('b'), h1('c')));
    const order = () => readDraft(ydoc).content?.map((node) => node.attrs.id);
    moveSection(ydoc, 'a', null);
    expect(order()).toEqual(['c', 'a', 'b']);
    const seen = updates(ydoc);
    moveSection(ydoc, 'a', null);
    expect(seen).toEqual([]);
    expect(() => moveSection(ydoc, 'a', 'b')).toThrow(RangeError);
    expect(() => moveSection(ydoc, 'weg', null)).toThrow(RangeError);
  });
});

import type { DocumentJson } from '@draagvlak/document';
import {
  cell,
  definition,
  doc,
  footnote,
  h1,
  h2,
  item,
  link,
  measure,
  p,
  reference,
  req,
  strong,
  table,
} from '@draagvlak/document/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { Change } from './comparison.ts';
import { mapRange } from './map-range.ts';
import { documents, versions } from './random-documents.ts';
import { summarise, textSummary } from './summarise.ts';

const changes = (before: DocumentJson, after: DocumentJson) => compare(before, after).changes;
const only = (before: DocumentJson, after: DocumentJson): Change => {
  const found = changes(before, after);
  expect(found).toHaveLength(1);
  return found[0] as Change;
};
/** The same document as imported anew: every id is another one. */
const renamed = (document: DocumentJson): DocumentJson =>
  JSON.parse(JSON.stringify(document), (name: string, value: unknown) =>
    (name === 'id' || name === 'column') && typeof value === 'string' ? `x-${value}` : value,
  ) as DocumentJson;

const ALINEA = 'De opleider controleert bij de start van de opleiding de identiteit van elke deelnemer.';
const TWEEDE = 'Elke deelnemer krijgt het lesmateriaal uiterlijk op de eerste lesdag van de opleiding.';
const DERDE = 'Tijdens de praktijk houdt de docent voortdurend toezicht op alle deelnemers in de groep.';

describe('which is which', () => {
  test('[LOS2] other ids alone are no change', () => {
    const document = doc(
      h1('Doel'),
      p(ALINEA),
      table([
        ['Kop', 'Waarde'],
        ['Duur', '8 uur'],
      ]),
      item('een punt'),
    );
    expect(changes(document, renamed(document))).toEqual([]);
    fc.assert(
      fc.property(documents, (each) => {
        expect(changes(each, renamed(each))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('[LOS4] every character is kept by position or in the range of a change', () => {
    fc.assert(
      fc.property(versions, ({ before, after }) => {
        const result = compare(renamed(unique(before)), unique(after));
        for (const [of, document] of [
          ['before', renamed(unique(before))],
          ['after', unique(after)],
        ] as const) {
          const seen = new Map<string, number>();
          const note = (block: string, count: number) => seen.set(block, (seen.get(block) ?? 0) + count);
          for (const run of result.kept) note(run[of].block, run.count);
          for (const change of result.changes) {
            if (change.unit === 'footnote') continue;
            for (const range of change[of]?.ranges ?? []) note(range.block, range.to - range.from);
          }
          for (const [id, length] of lengths(document)) expect([id, seen.get(id) ?? 0]).toEqual([id, length]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('[ALI1] of two blocks that carry one id, the one with the text is the same', () => {
    const before = doc(p(ALINEA, { id: 'a' }));
    const after = doc(p(DERDE, { id: 'a' }), p(ALINEA, { id: 'a' }));
    expect(only(before, after)).toMatchObject({ kind: 'inserted', after: { text: DERDE } });
  });

  test('[ALI2] an imported version without any identity gives the same changes', () => {
    const before = doc(h1('Toelating'), p(ALINEA), h1('Lesmateriaal'), p(TWEEDE), item('eerste punt van de lijst'));
    const after = doc(
      h1('Toelating'),
      p(ALINEA.replace('identiteit', 'leeftijd'), { id: 'de-opleider-controleert' }),
      h1('Lesmateriaal'),
      p(TWEEDE),
      item('eerste punt van de lijst'),
      item('nog een punt erbij'),
    );
    const told = (document: DocumentJson) =>
      changes(before, document).map((change) => [change.kind, change.unit, change.pieces]);
    expect(told(renamed(after))).toEqual(told(after));
    expect(told(after).map(([kind, unit]) => `${String(kind)} ${String(unit)}`)).toEqual([
      'text block',
      'inserted item',
    ]);
  });

  test('[ALI3] a section with a new title is retitled, also when it was imported', () => {
    const before = doc(h1('Merk en type'), p(ALINEA), p(TWEEDE));
    const after = doc(h1('Type instrument'), p(ALINEA), p(TWEEDE));
    const change = only(before, renamed(after));
    expect(change).toMatchObject({ kind: 'retitled', unit: 'section', category: 'substantive' });
    expect(compare(before, renamed(after)).sections).toMatchObject([{ states: ['retitled'] }]);
  });

  test('[ALI4] a paragraph rewritten beyond recognition is one change with both texts whole', () => {
    const change = only(doc(h1('A'), p(ALINEA, { id: 'a' })), doc(h1('A'), p(DERDE, { id: 'a' })));
    expect(change.kind).toBe('rewritten');
    expect(change.pieces.map(({ kind, text }) => [kind, text])).toEqual([
      ['deleted', ALINEA],
      ['inserted', DERDE],
    ]);
  });
});

describe('moves and sections', () => {
  const before = doc(
    h1('Een'),
    p(ALINEA),
    p(TWEEDE),
    h1('Twee'),
    p(DERDE),
    h1('Drie'),
    p(`${TWEEDE} ${ALINEA}`, { id: 'lang' }),
  );
  const after = doc(
    h1('Twee'),
    p(DERDE.replace('alle', 'tien'), { id: 'tijdens-de-praktijk' }),
    h1('Een'),
    p(ALINEA),
    p(TWEEDE),
    h1('Drie'),
    p(`${TWEEDE} ${ALINEA}`, { id: 'lang' }),
  );

  test('[MOV1] [MOV2] a moved and edited section is one move with its edit inside, never deleted and new', () => {
    const found = changes(before, after);
    expect(found.map((change) => change.kind)).toEqual(['moved', 'text', 'renumbered']);
    expect(found[0]).toMatchObject({ unit: 'section', before: { label: '2 Twee' }, after: { label: '1 Twee' } });
    expect(found[1]?.within).toBe(found[0]?.key);
  });

  test('[MOV1] a paragraph that moved and was edited is told as both', () => {
    const moved = doc(
      h1('Een'),
      p(TWEEDE),
      h1('Twee'),
      p(DERDE),
      p(ALINEA.replace('elke', 'iedere'), { id: 'de-opleider-controleert' }),
    );
    const found = changes(doc(h1('Een'), p(ALINEA), p(TWEEDE), h1('Twee'), p(DERDE)), moved);
    expect(found.map((change) => change.kind)).toEqual(['moved', 'text']);
  });

  test('[MOV3] a short common text is not believed to have moved without identity', () => {
    const one = doc(h1('Een'), p('Niet van toepassing.'), p(ALINEA), h1('Twee'), p(TWEEDE));
    const two = doc(h1('Een'), p(ALINEA), h1('Twee'), p(TWEEDE), p('Niet van toepassing.'));
    expect(changes(one, renamed(two)).map((change) => change.kind)).toEqual(['deleted', 'inserted']);
    expect(changes(one, two).map((change) => change.kind)).toEqual(['moved']);
  });

  test('[MOV3] two short titles that share a word are not one section that moved', () => {
    const one = doc(h1('Een'), h2('Of een'), p(ALINEA), item(DERDE), h1('Twee'), p(TWEEDE));
    const two = doc(h1('Een'), h1('Twee'), p(TWEEDE), h2('Vaardiger een'), p('Kosten en tarieven gelden per gebied.'));
    for (const second of [two, renamed(two)]) {
      expect(changes(one, second).map((change) => [change.kind, change.unit])).toEqual([
        ['deleted', 'section'],
        ['inserted', 'section'],
      ]);
    }
  });

  test('[SEC1] a new chapter is one change, each of its sections another within it', () => {
    const found = changes(
      doc(h1('Een'), p(ALINEA)),
      doc(h1('Een'), p(ALINEA), h1('Twee'), h2('Datum'), p(TWEEDE), item('punt')),
    );
    expect(found.map(({ kind, unit, after: side }) => [kind, unit, side?.label])).toEqual([
      ['inserted', 'section', '2 Twee'],
      ['inserted', 'section', '2.1 Datum'],
    ]);
    expect(found[1]).toMatchObject({ within: found[0]?.key, category: 'new' });
    expect(found[1]?.after?.nodes).toHaveLength(3);
  });

  test('[SEC2] a heading put in the middle of a section splits it: the words stay', () => {
    const one = doc(h1('Een'), p(ALINEA), p(TWEEDE), p(DERDE));
    const found = changes(one, doc(h1('Een'), p(ALINEA), h1('Nieuw'), p(TWEEDE), p(DERDE)));
    expect(found).toMatchObject([
      { kind: 'split', unit: 'section', before: { label: '1 Een' }, after: { text: 'Nieuw' } },
    ]);
    expect(changes(doc(h1('Een'), p(ALINEA), h1('Nieuw'), p(TWEEDE), p(DERDE)), one)).toMatchObject([
      { kind: 'merged', unit: 'section', category: 'deleted' },
    ]);
  });

  test('[SEC3] chapters that only got another number are told once each, their sections not', () => {
    const one = doc(h1('Een'), p(ALINEA), h1('Twee'), h2('Deel'), p(TWEEDE));
    const two = doc(h1('Nul'), p(DERDE), h1('Een'), p(ALINEA), h1('Twee'), h2('Deel'), p(TWEEDE));
    const found = changes(one, two).filter((change) => change.kind === 'renumbered');
    expect(found.map((change) => [change.before?.text, change.after?.text])).toEqual([
      ['1', '2'],
      ['2', '3'],
    ]);
    expect(only(doc(h1('6 Docenten', { id: 'd' })), doc(h1('7 Docenten', { id: 'd' })))).toMatchObject({
      kind: 'renumbered',
    });
  });

  test('[KEY2] what is gone is told where it stood', () => {
    const found = changes(
      doc(h1('Een'), p(ALINEA), p(TWEEDE), p(DERDE)),
      doc(h1('Een'), p(ALINEA), p(`${DERDE} Altijd.`, { id: 'tijdens-de-praktijk' })),
    );
    expect(found.map((change) => change.kind)).toEqual(['deleted', 'text']);
  });
});

describe('paragraphs, lists and notes', () => {
  test('[TXT1] a number is one word, and whole sentences are shown whole', () => {
    const change = only(
      doc(p('Theorie duurt 5,5 uur. Praktijk volgt later.', { id: 'a' })),
      doc(p('Theorie duurt 5 uur. Er is een toets. Praktijk volgt later.', { id: 'a' })),
    );
    expect(change.pieces.map(({ kind, text }) => [kind, text])).toEqual([
      ['kept', 'Theorie duurt '],
      ['deleted', '5,5'],
      ['inserted', '5'],
      ['kept', ' uur. '],
      ['inserted', 'Er is een toets. '],
      ['kept', 'Praktijk volgt later.'],
    ]);
  });

  test('[TXT2] a split and a merge keep their words', () => {
    const whole = doc(h1('A'), p(`${ALINEA} ${TWEEDE}`, { id: 'a' }));
    const parts = doc(h1('A'), p(`${ALINEA} `, { id: 'a' }), p(TWEEDE, { id: 'b' }));
    expect(only(whole, parts)).toMatchObject({ kind: 'split', category: 'editorial', editorialRule: 'paragraphing' });
    expect(only(parts, whole)).toMatchObject({
      kind: 'merged',
      before: { nodes: ['a', 'b'] },
      after: { nodes: ['a'] },
    });
  });

  test('[TXT3] items that came, moved and were nested otherwise', () => {
    const one = doc(item('meten aan de ingang'), item('de chemiekaart lezen'), item('het instrument controleren'));
    const two = doc(
      item('het instrument controleren'),
      item('meten aan de ingang'),
      item('een functietest doen'),
      item('de chemiekaart lezen', { indent: 1 }),
    );
    expect(changes(one, two).map(({ kind, unit }) => `${kind} ${unit}`)).toEqual([
      'moved item',
      'inserted item',
      'attribute item',
    ]);
  });

  test('[TXT4] a number in a requirement counts, also when only the attribute moved', () => {
    const make = (value: string) =>
      doc(req('De opleider meldt dit op tijd.', { id: 'r', ...measure('at-most', value, 'werkdagen') }));
    expect(only(make('2'), make('5'))).toMatchObject({
      kind: 'attribute',
      unit: 'requirement',
      category: 'substantive',
      attributes: [{ name: 'value', before: '2', after: '5' }],
    });
    expect(
      only(doc(definition('gas', 'een stof', { id: 'd' })), doc(definition('Gas', 'een stof', { id: 'd' }))).attributes,
    ).toHaveLength(1);
  });

  test('[TXT4] the address of a link counts as content, bold does not', () => {
    const linked = only(
      doc(p('zie ', link('de site', 'https://a.nl'), { id: 'a' })),
      doc(p('zie ', link('de site', 'https://b.nl'), { id: 'a' })),
    );
    expect(linked).toMatchObject({
      kind: 'mark',
      category: 'substantive',
      marks: [{ mark: 'link', kind: 'changed', after: 'https://b.nl' }],
    });
    const bold = only(doc(p('zie de site', { id: 'a' })), doc(p('zie ', strong('de site'), { id: 'a' })));
    expect(bold).toMatchObject({ kind: 'mark', category: 'editorial', editorialRule: 'formatting' });
  });

  test('[TXT5] a footnote that says something else is a change of that footnote', () => {
    const make = (text: string) => doc(p('De norm', footnote(text, 'n'), ' geldt.', { id: 'a' }));
    expect(only(make('NEN 1 uit 2010'), make('NEN 1 uit 2016'))).toMatchObject({
      unit: 'footnote',
      category: 'substantive',
    });
  });

  test('another reference is never editorial, and is read as its number', () => {
    const make = (target: string) =>
      doc(h1('Een', { id: 'een' }), h1('Twee', { id: 'twee' }), p('Zie ', reference(target), { id: 'a' }));
    const change = only(make('een'), make('twee'));
    expect(change.category).toBe('substantive');
    expect(change.pieces.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['kept Zie ', 'deleted 1', 'inserted 2']);
  });
});

describe('tables', () => {
  const rows = [
    ['Fase', 'Student', 'School', 'Leerbedrijf'],
    ['Voorbereiding', 'kiest een plek', 'helpt met kiezen', 'stelt een begeleider aan'],
    ['Uitvoering', 'werkt en leert', 'bezoekt de werkplek', 'leidt op in de praktijk'],
    ['Beoordeling', 'levert bewijzen aan', 'stelt het oordeel vast', 'geeft een advies'],
  ];
  const before = doc(h1('A'), table(rows));

  /** The table with its rows and columns in another order; ids go along. */
  const shuffled = (rowOrder: readonly number[], columnOrder: readonly number[]) => {
    const original = table(rows);
    return doc(h1('A'), {
      ...original,
      content: rowOrder.map((r) => {
        const row = original.content?.[r];
        if (!row) throw new Error('no such row');
        return { ...row, content: columnOrder.flatMap((c) => row.content?.[c] ?? []) };
      }),
    });
  };

  test('[TAB1] a moved row and a moved column are one change each, with ids and without', () => {
    const after = shuffled([0, 2, 3, 1], [0, 2, 3, 1]);
    for (const each of [after, renamed(after)]) {
      expect(changes(before, each).map(({ kind, unit }) => `${kind} ${unit}`)).toEqual(['moved column', 'moved row']);
    }
  });

  test('[TAB1] a new row and a new column are one change each; their common cell is told once', () => {
    const wider = [
      ...rows.map((row, r) => [...row, r === 0 ? 'SBB' : `taak ${r}`]),
      ['Evaluatie', 'vult in', 'leest', 'leest', 'bewaart'],
    ];
    expect(
      changes(before, renamed(doc(h1('A'), table(wider)))).map((change) => [change.unit, change.after?.text]),
    ).toEqual([
      ['column', 'SBB\ntaak 1\ntaak 2\ntaak 3'],
      ['row', 'Evaluatie | vult in | leest | leest | bewaart'],
    ]);
  });

  test('[TAB2] items of a list in a cell: one came, one got another word', () => {
    const lists = (...texts: string[]) =>
      doc(
        table([
          ['Fase', 'Student'],
          ['Start', texts.map((text) => item(text))],
        ]),
      );
    const found = changes(
      lists('kiest een plek', 'leest het protocol'),
      renamed(lists('kiest een goede plek', 'maakt een plan', 'leest het protocol')),
    );
    expect(found.map(({ kind, unit }) => `${kind} ${unit}`)).toEqual(['text item', 'inserted item']);
  });

  test('[TAB3] merging two cells is told at those cells', () => {
    const parted = doc(
      table([
        ['A', 'B', 'C'],
        ['een', 'twee', 'drie'],
      ]),
    );
    const merged = doc(
      table([
        ['A', 'B', 'C'],
        [cell('een', { id: 't-r2k1', colspan: 2 }), cell('drie', { id: 't-r2k3', column: 't-k3' })],
      ]),
    );
    expect(changes(parted, merged).map(({ kind, unit }) => `${kind} ${unit}`)).toEqual([
      'attribute cell',
      'deleted cell',
    ]);
  });
});

describe('what counts as editorial', () => {
  const rule = (before: string, after: string) =>
    only(doc(p(before, { id: 'a' })), doc(p(after, { id: 'a' }))).editorialRule;

  test.each([
    ['De calibratie is gedaan', 'De kalibratie is gedaan', 'spelling'],
    ['Een e-learning volgen', 'Een elearning volgen', 'spelling'],
    ['beschermingsmiddelen;', 'beschermingsmiddelen.', 'punctuation'],
    ['de SSVV-gids', 'de ssvv-gids', 'capitals'],
    ['de  gids', 'de gids', 'spacing'],
  ])('[CAT2] "%s" to "%s" is %s', (before, after, expected) => {
    expect(rule(before, after)).toBe(expected);
  });

  test.each([
    ['ten hoogste 12 deelnemers', 'ten hoogste 8 deelnemers'],
    ['duurt 5,5 uur', 'duurt 55 uur'],
    ['hij is bekwaam', 'hij is niet bekwaam'],
    ['de docent moet meten', 'de docent mag meten'],
    ['de docent dient te meten', 'de docent kan meten'],
    ['een dag', 'één dag'],
    ['Niet meten', 'niet meten'],
    ['de docent, die meet', 'de docent die meet'],
    ['de ruimte is veilig', 'de ruimte is onveilig'],
    ['minimaal', 'maximaal'],
    ['artikel 3.5', 'artikel 3:5'],
  ])('[CAT3] "%s" to "%s" is substantive', (before, after) => {
    expect(rule(before, after)).toBeNull();
  });
});

describe('keys, following a place, summaries', () => {
  test('[KEY1] the key of a change survives further editing of the same block, and no two are equal', () => {
    const make = (text: string) => doc(h1('A'), p(text, { id: 'a' }), p(TWEEDE, { id: 'b' }));
    const first = only(make(ALINEA), make(`${ALINEA} Altijd.`));
    expect(only(make(ALINEA), make(DERDE)).key).toBe(first.key);
    fc.assert(
      fc.property(versions, ({ before, after }) => {
        const keys = changes(before, after).map((change) => change.key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 60 },
    );
  });

  test('[MAP1] a range is followed through an edit, a split and a move', () => {
    const before = doc(h1('A'), p('De docent controleert altijd het instrument.', { id: 'a' }), h1('B'), p(TWEEDE));
    const after = doc(h1('A'), p('De docent test altijd het instrument.', { id: 'a' }), h1('B'), p(TWEEDE));
    const comparison = compare(before, after);
    expect(mapRange(comparison, { block: 'a', from: 22, to: 43 })).toMatchObject({
      survived: 21,
      runs: [{ after: { block: 'a', from: 15 }, count: 21 }],
    });
    expect(mapRange(comparison, { block: 'a', from: 10, to: 21 })).toMatchObject({
      survived: 0,
      runs: [],
      left: { block: 'a', offset: 10 },
      right: { block: 'a', offset: 14 },
      pair: { before: ['a'], after: ['a'] },
    });
    expect(mapRange(comparison, { block: 'elders', from: 0, to: 1 }).pair).toBeNull();
  });

  test('the summary counts per category and per section', () => {
    const comparison = compare(doc(h1('A'), p(ALINEA)), doc(h1('A'), p(ALINEA), p(TWEEDE)));
    expect(summarise(comparison)).toMatchObject({
      changes: 1,
      byCategory: { new: 1, moved: 0 },
      bySection: { a: 1 },
      sections: { touched: 1 },
    });
    expect(textSummary(comparison)).toBe(`1 new block inserted @ 1 A: {+${TWEEDE}+}`);
  });
});

/** Gives every node an id of its own: what a frozen version has. */
function unique(document: DocumentJson): DocumentJson {
  let count = 0;
  return JSON.parse(JSON.stringify(document), (name: string, value: unknown) =>
    name === 'id' ? `u${++count}` : value,
  ) as DocumentJson;
}

function* lengths(document: DocumentJson): Generator<[string, number]> {
  for (const node of document.content ?? []) {
    if (node.type === 'block') yield [node.attrs.id as string, width(node)];
    if (node.type !== 'table') continue;
    for (const row of node.content ?? []) {
      for (const each of row.content ?? []) {
        for (const block of each.content ?? [])
          if (block.type === 'block') yield [block.attrs.id as string, width(block)];
      }
    }
  }
}
const width = (block: { readonly content?: readonly { readonly type: string; readonly text?: string }[] }) =>
  (block.content ?? []).reduce((sum, node) => sum + (node.type === 'text' ? (node.text ?? '').length : 1), 0);

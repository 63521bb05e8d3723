import { type BlockJson, type CellJson, type DocumentJson, PLAIN_BLOCK, type TableJson } from '@draagvlak/document';
import { cell, doc, h1, item, link, p, table } from '@draagvlak/document/testing';
import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { Change } from './comparison.ts';
import { apply, revert } from './script.ts';

/**
 * Who does what during work placement: four phases by four parties, each cell a list of one to seven points with links.
 * The hardest table a policy document holds, changed in every way at once.
 */

const PHASES = ['Voorbereiding en matching', 'Bpv-periode', 'Beoordeling', 'Evaluatie'] as const;
const PARTIES = ['Student', 'School', 'Leerbedrijf', 'SBB'] as const;
type Phase = (typeof PHASES)[number];
type Party = (typeof PARTIES)[number];
type Lists = Readonly<Record<Phase, Readonly<Record<Party, readonly BlockJson[]>>>>;

/** Points with an id of their own, made from the place of the cell: ids stay when points move. */
const points = (place: string, ...texts: readonly (string | BlockJson)[]): BlockJson[] =>
  texts.map((text, index) => {
    const made = typeof text === 'string' ? item(text) : text;
    return { ...made, attrs: { ...PLAIN_BLOCK, ...made.attrs, id: `${place}-${index + 1}` } };
  });

const LISTS: Lists = {
  'Voorbereiding en matching': {
    Student: points(
      'vs',
      'Oriënteert zich op leerbedrijven en bespreekt de eigen leerdoelen met de studieloopbaanbegeleider.',
      item('Zoekt een plek via ', link('het overzicht van leerbedrijven', 'https://voorbeeld.nl/plekken'), '.'),
      'Schrijft een korte motivatie en stuurt die uiterlijk zes weken voor de start.',
    ),
    School: points(
      'vo',
      'Stelt per opleiding vast hoeveel uren praktijk er zijn en wanneer die vallen.',
      'Bereidt elke student voor op solliciteren en op veilig werken.',
      'Controleert de erkenning van het bedrijf.',
      item('Legt de afspraken vast in ', link('de praktijkovereenkomst', 'https://voorbeeld.nl/overeenkomst'), '.'),
      'Wijst een begeleider aan voor iedere groep.',
      'Bespreekt extra ondersteuning die een student nodig heeft.',
      'Deelt de kalender met alle betrokken bedrijven.',
    ),
    Leerbedrijf: points(
      'vl',
      'Noemt een praktijkopleider die daarvoor tijd en scholing krijgt.',
      'Voert een kennismakingsgesprek voordat de plaatsing doorgaat.',
    ),
    SBB: points(
      'vb',
      item('Houdt ', link('het register van erkende bedrijven', 'https://voorbeeld.nl/register'), ' bij.'),
      'Helpt zoeken wanneer er in een regio te weinig plekken zijn.',
    ),
  },
  'Bpv-periode': {
    Student: points(
      'ps',
      'Werkt aan de opdrachten uit het praktijkboek.',
      'Meldt ziekte op tijd bij school en bij het bedrijf.',
    ),
    School: points(
      'po',
      'Bezoekt het bedrijf ten minste twee keer en maakt daarvan een verslag.',
      'Is binnen één werkdag bereikbaar voor vragen van de praktijkopleider.',
    ),
    Leerbedrijf: points(
      'pl',
      'Biedt werk dat past bij de leerdoelen van deze student.',
      'Begeleidt de student dagelijks op de werkplek.',
      'Spreekt elke maand de voortgang door aan de hand van het praktijkboek.',
      'Zorgt voor een veilige werkplek met de nodige beschermingsmiddelen.',
    ),
    SBB: points('pb', 'Bemiddelt bij klachten die school en bedrijf samen niet oplossen.'),
  },
  Beoordeling: {
    Student: points('bs', 'Verzamelt bewijs van wat is geleerd en bespreekt dat met de beoordelaar.'),
    School: points(
      'bo',
      'Bepaalt samen met het bedrijf hoe het oordeel tot stand komt en blijft daarvoor verantwoordelijk.',
      'Legt het oordeel binnen tien werkdagen vast in het dossier.',
    ),
    Leerbedrijf: [],
    SBB: points('bb', 'Geeft voorlichting over beoordelen in de praktijk.'),
  },
  Evaluatie: {
    Student: points('es', 'Vult de vragenlijst in.'),
    School: points('eo', 'Bundelt de uitkomsten per opleiding.'),
    Leerbedrijf: points('el', 'Vult de vragenlijst in.'),
    SBB: points('eb', 'Maakt de cijfers openbaar.'),
  },
};

const ROWS: readonly (Phase | '')[] = ['', ...PHASES];
const COLUMNS: readonly (Party | '')[] = ['', ...PARTIES];

interface Shape {
  readonly lists?: Lists;
  readonly rows?: readonly (Phase | '')[];
  readonly columns?: readonly (Party | '')[];
  /** Phases whose cells of School and Leerbedrijf are one. */
  readonly merged?: readonly Phase[];
}

/** The matrix; rows, columns and cells keep their ids wherever they stand. */
function matrix({ lists = LISTS, rows = ROWS, columns = COLUMNS, merged = ['Beoordeling'] }: Shape = {}): DocumentJson {
  const made = table(
    rows.map((phase) =>
      columns.flatMap((party): CellJson[] => {
        const [r, k] = [ROWS.indexOf(phase), COLUMNS.indexOf(party)];
        const name = { id: `cel-${r}-${k}`, column: `kolom-${k}` };
        if (phase === '' || party === '') {
          const words = [p(phase || party || 'Fase', { id: `kop-${r}-${k}` })];
          return [cell(words, { ...name, header: true })];
        }
        const one = merged.includes(phase);
        if (one && party === 'Leerbedrijf') return [];
        return [cell(lists[phase][party], { ...name, colspan: one && party === 'School' ? 2 : 1 })];
      }),
    ),
    { id: 'rollen', header: false },
  );
  const named: TableJson = {
    ...made,
    content: (made.content ?? []).map((row, at) => ({
      ...row,
      attrs: { id: `rij-${ROWS.indexOf(rows[at] ?? '')}` },
    })),
  };
  return doc(h1('Wie doet wat'), named, p('Deze verdeling geldt voor alle opleidingen in de sector.'));
}

/** The same, as imported anew. */
const imported = (document: DocumentJson): DocumentJson =>
  JSON.parse(JSON.stringify(document), (name: string, value: unknown) =>
    (name === 'id' || name === 'column') && typeof value === 'string' ? `x-${value}` : value,
  ) as DocumentJson;

const put = (phase: Phase, party: Party, blocks: readonly BlockJson[]): Lists => ({
  ...LISTS,
  [phase]: { ...LISTS[phase], [party]: blocks },
});
const told = (change: Change) => `${change.kind} ${change.unit}`;
const at = (list: readonly BlockJson[], index: number) => list[index] as BlockJson;

/** Rows and columns moved, points edited, moved, new and gone, a link elsewhere, cells merged: all at once. */
function revised(): DocumentJson {
  const { Student, SBB } = LISTS['Voorbereiding en matching'];
  const firm = LISTS['Bpv-periode'].Leerbedrijf;
  const letter = at(Student, 2);
  let lists = put('Voorbereiding en matching', 'Student', [
    at(Student, 0),
    at(Student, 1),
    {
      ...letter,
      content: [
        { type: 'text', text: 'Schrijft een korte motivatie en stuurt die uiterlijk acht weken voor de start.' },
      ],
    },
  ]);
  const patch = (phase: Phase, party: Party, blocks: readonly BlockJson[]) =>
    (lists = { ...lists, [phase]: { ...lists[phase], [party]: blocks } });
  const register = item('Houdt ', link('het register van erkende bedrijven', 'https://voorbeeld.nl/nieuw'), ' bij.');
  patch('Voorbereiding en matching', 'SBB', [{ ...register, attrs: { ...register.attrs, id: 'vb-1' } }, at(SBB, 1)]);
  // the last point comes first, and one is new
  patch('Bpv-periode', 'Leerbedrijf', [
    at(firm, 3),
    at(firm, 0),
    at(firm, 1),
    at(firm, 2),
    ...points('pl-nieuw', 'Geeft elke student een eigen werkplek met computer.'),
  ]);
  patch('Bpv-periode', 'School', [at(LISTS['Bpv-periode'].School, 0)]);
  const verdict = at(LISTS.Beoordeling.School, 1);
  patch('Beoordeling', 'School', [
    at(LISTS.Beoordeling.School, 0),
    {
      ...verdict,
      content: [{ type: 'text', text: 'Legt het oordeel binnen vijf werkdagen vast in het dossier.' }],
    },
  ]);
  return matrix({
    lists,
    rows: ['', 'Voorbereiding en matching', 'Bpv-periode', 'Evaluatie', 'Beoordeling'],
    columns: ['', 'Student', 'SBB', 'School', 'Leerbedrijf'],
    merged: ['Beoordeling', 'Evaluatie'],
  });
}

describe('a matrix of lists', () => {
  const before = matrix();

  test('[TAB1] [TAB2] [TAB3] rows, columns, points, a link and merged cells changed at once: each told once', () => {
    const after = revised();
    const { changes } = compare(before, after);
    expect(changes.map(told).toSorted()).toEqual([
      'attribute cell',
      'deleted cell',
      'deleted item',
      'inserted item',
      'mark item',
      'moved column',
      'moved item',
      'moved row',
      'text item',
      'text item',
    ]);
    const find = (what: string) => changes.find((change) => told(change) === what) as Change;
    expect(find('moved row').after?.nodes).toEqual(['rij-4']);
    expect(find('moved column').after?.text).toMatch(/^SBB\n/u);
    expect(find('moved item').after?.nodes).toEqual(['pl-4']);
    expect(find('inserted item').after?.text).toContain('eigen werkplek');
    expect(find('deleted item').before?.nodes).toEqual(['po-2']);
    expect(find('mark item').marks).toMatchObject([
      { mark: 'link', kind: 'changed', before: 'https://voorbeeld.nl/register', after: 'https://voorbeeld.nl/nieuw' },
    ]);
    expect(find('mark item').category).toBe('substantive');
    // the cell of the firm went up in the school's
    expect(find('deleted cell').before?.nodes).toEqual(['cel-4-3']);
    expect(find('attribute cell').attributes).toEqual([{ name: 'colspan', before: 1, after: 2 }]);
    const edits = changes.filter((change) => change.kind === 'text');
    expect(
      edits.map((change) => change.pieces.filter((piece) => piece.kind !== 'kept').map((each) => each.text)),
    ).toEqual([
      ['zes', 'acht'],
      ['tien', 'vijf'],
    ]);
  });

  test('[LOS1] nothing of it is lost, forwards and backwards, with ids and as imported anew', () => {
    for (const after of [revised(), imported(revised())]) {
      const comparison = compare(before, after);
      expect(apply(before, comparison)).toEqual(after);
      expect(revert(after, comparison)).toEqual(before);
      expect(comparison.limited).toBe(false);
    }
  });

  test('[TAB1] imported anew, the moved row and column are still each one move', () => {
    const changes = compare(before, imported(revised())).changes.map(told);
    expect(changes.filter((each) => each === 'moved row' || each === 'moved column').toSorted()).toEqual([
      'moved column',
      'moved row',
    ]);
    expect(changes.filter((each) => /^(?:inserted|deleted) (?:row|column|table)$/u.test(each))).toEqual([]);
    expect(changes.filter((each) => each === 'text item')).toHaveLength(2);
  });
});

import { compare } from '@draagvlak/compare';
import { doc, h1, h2, image, item, link, measure, p, req, table } from '@draagvlak/document/testing';
import type { DocumentJson } from '@draagvlak/document';
import { wording } from '@draagvlak/wording';
import { expect, test } from 'vitest';
import { renderComparison } from './comparison.ts';
import { renderWasWordt, wasWordtCsv, wasWordtRows } from './was-wordt.ts';

const words = wording('nl');
const versions = (before: DocumentJson, after: DocumentJson) => ({ before, after, comparison: compare(before, after) });
const page = (before: DocumentJson, after: DocumentJson, options = {}) =>
  renderComparison(versions(before, after), { words, ...options });
/** The page as a screen reader says it. */
const spoken = (html: string) =>
  html
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();

const before = doc(
  h1('Groepsgrootte'),
  req('Ten hoogste 12 deelnemers per docent.', { id: 'eis', ...measure('at-most', '12', 'deelnemers', 'per docent') }),
  p('De docent houdt toezicht tijdens de praktijk.'),
  h1('Faciliteiten'),
  p('Het leslokaal heeft voldoende licht en ventilatie.'),
  p(
    'Op de leslocatie zijn chemiekaarten van ten minste tien stoffen, een toilet en een plaats om te schuilen bij slecht weer.',
  ),
  h1('Veiligheid'),
  p('De opleider heeft een actuele risico-inventarisatie voor de oefenlocatie.'),
  p('Er wordt nooit geoefend met giftige gassen.', { id: 'gas' }),
  h1('Examen'),
  p('Het examen staat in de examendocumentatie.'),
);
const after = doc(
  h1('Groepsgrootte'),
  req('Ten hoogste 8 deelnemers per docent.', { id: 'eis', ...measure('at-most', '8', 'deelnemers', 'per docent') }),
  p('De docent houdt toezicht tijdens de praktijk.'),
  h1('Veiligheid'),
  p('De opleider heeft een actuele risico-inventarisatie voor de oefenlocatie.'),
  p('Er wordt niet geoefend met giftige gassen.', { id: 'gas' }),
  h1('Faciliteiten'),
  p('Het leslokaal heeft voldoende licht en ventilatie.'),
  p(
    'Op de leslocatie zijn chemiekaarten van ten minste tien stoffen, een toilet en een plaats om te schuilen bij slecht weer.',
  ),
  h1('Examen'),
  p('Het examen staat in de examendocumentatie.'),
);

test('every change stands on the page once, with its address', () => {
  const { comparison } = versions(before, after);
  const html = page(before, after);
  expect(comparison.changes.length).toBeGreaterThan(2);
  for (const { key } of comparison.changes) expect(html.split(`id="change-${key}"`)).toHaveLength(2);
});

test('a picture that was replaced is shown as it was and as it is, and its address is never read out', () => {
  const text = (src: string, at: 'cell' | 'top') => {
    const picture = image('Een gasmeter', { id: 'meter', src });
    const held = at === 'top' ? picture : table([['Meter', [picture]]], { id: 'tabel' });
    return doc(h1('Meten'), p('Er wordt gemeten met een meter.'), held);
  };
  for (const at of ['top', 'cell'] as const) {
    const html = page(text('blob:oud', at), text('blob:nieuw', at), {
      image: (src: string) => `/beeld/${src.slice(5)}`,
    });
    const [, inline = ''] = html.split('class="in-line');
    expect(inline).toMatch(/\/beeld\/oud.*verwijderd: .*\/beeld\/nieuw.*ingevoegd: /u);
    expect(spoken(html)).toContain('De afbeelding is vervangen.');
    expect(spoken(html)).not.toMatch(/blob|oud|nieuw/u);
  }
});

test('a changed number is boxed in the sentence and in the measure, and said in words', () => {
  const html = page(before, after);
  expect(html).toContain('<del class="val-old"><span class="hidden-text">verwijderd: </span>12');
  expect(html).toContain('<ins class="val-new"><span class="hidden-text">ingevoegd: </span>8');
  expect(spoken(html)).toContain('Getal gewijzigd');
});

test('a moved section is one frame with its own change inside, and a line where it stood', () => {
  const html = page(before, after);
  const frame = /<section class="moved".*?<\/section>/su.exec(html)?.[0] ?? '';
  expect(spoken(frame)).toContain('er is 1 wijziging in de tekst');
  expect(spoken(frame)).toContain('Er wordt verwijderd: nooit einde verwijdering geoefend');
  expect(spoken(html)).toContain('3 Veiligheid is verplaatst naar 2');
});

test('an unchanged section is folded', () => {
  expect(page(before, after)).toMatch(/<details class="same"[^>]*><summary><span class="num">4<\/span> Examen/u);
});

test('a table is one grid: a new column is named, words inside a cell show their change', () => {
  const old = doc(
    h2('Duur'),
    table([
      ['Onderdeel', 'Duur'],
      ['Theorie', '5,5 uur'],
      ['Praktijk', 'ruim 2 uur'],
    ]),
  );
  const rows = old.content?.[1];
  if (rows?.type !== 'table') throw new Error('no table');
  const wider = table([
    ['Onderdeel', 'Duur', 'Herhaling'],
    ['Theorie', '4 uur', '1,5 uur'],
    ['Praktijk', 'ruim 2 uur', '2,5 uur'],
  ]);
  const html = page(old, doc(h2('Duur'), wider));
  const inline = /<div class="in-line text">.*?<\/table>/su.exec(html)?.[0] ?? '';
  expect(inline.match(/<table/gu)).toHaveLength(1);
  expect(inline).toContain('Nieuwe kolom: </span>Herhaling');
  expect(inline.match(/cell-new/gu)).toHaveLength(3);
  expect(spoken(inline)).toContain('verwijderd: 5,5 einde verwijdering ingevoegd: 4 einde invoeging uur');
});

test('reasons stand with the change; a change without one says so', () => {
  const { comparison } = versions(before, after);
  const [first] = comparison.changes;
  const grounds = new Map([[first?.key ?? '', { comments: ['R07', 'R08'], ownInitiative: false }]]);
  const html = page(before, after, { grounds, commentHref: (number: string) => `#${number}` });
  expect(html).toContain('<span class="refs"><a href="#R07">R07</a> <a href="#R08">R08</a></span>');
  expect(html).toContain('Geen reden bekend');
});

test('what an author wrote never becomes markup', () => {
  const html = page(
    doc(h1('A'), p('veilig', { id: 'x' })),
    doc(h1('A <script>'), p('<img src=x onerror=alert(1)> ', link('klik', 'javascript:alert(1)'), { id: 'x' })),
  );
  expect(html).not.toMatch(/<script|<img|javascript:/u);
});

test('an added list item is shown as an item', () => {
  const html = page(
    doc(h1('A'), item('een eerste punt')),
    doc(h1('A'), item('een eerste punt'), item('een tweede punt')),
  );
  expect(html).toContain('<li><ins class="ins">');
});

test('two equal versions say that nothing differs', () => {
  expect(spoken(page(before, before))).toBe(words.compare.noChanges);
});

test('the was-wordt table has each move once, with from and to, and says what is done on own initiative', () => {
  const both = versions(before, after);
  const own = both.comparison.changes.find((change) => change.kind === 'text' && change.unit === 'block');
  const grounds = new Map([[own?.key ?? '', { comments: [], ownInitiative: true, reason: 'verduidelijking' }]]);
  const rows = wasWordtRows(both, { words, grounds });
  expect(rows.filter((row) => row.kind === 'verplaatst')).toMatchObject([
    {
      sectionBefore: '3 Veiligheid',
      sectionAfter: '2 Veiligheid',
      textBefore: '',
      explanation: 'verplaatst van 3 naar 2',
    },
  ]);
  expect(rows.find((row) => row.key === own?.key)).toMatchObject({
    reason: 'Ambtshalve',
    explanation: 'verduidelijking',
    textBefore: 'Er wordt nooit geoefend met giftige gassen.',
  });
  const html = renderWasWordt(rows, words);
  expect(html.match(/<tr /gu)).toHaveLength(rows.length);
  // the words of the document and of the committee are Dutch on an English page too
  expect(html.match(/<td class="text" lang="nl" /gu)).toHaveLength(2 * rows.length);
  expect(html).toContain('"><span lang="nl">verduidelijking</span></td>');
});

test('the CSV keeps quotes and semicolons whole, and no cell can become a formula', () => {
  const rows = wasWordtRows(
    versions(doc(h1('A'), p('oud', { id: 'x' })), doc(h1('A'), p('=2+3; "nieuw"', { id: 'x' }))),
    { words },
  );
  const csv = wasWordtCsv(rows, words);
  expect(csv.startsWith('\ufeff"Nr";"Onderdeel was"')).toBe(true);
  expect(csv).toContain(`;"oud";"'=2+3; ""nieuw""";`);
});

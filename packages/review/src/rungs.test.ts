import { compare } from '@draagvlak/compare';
import type { DocumentJson } from '@draagvlak/document';
import { describe, expect, it } from 'vitest';
import { makeAnchor, type Selection } from './anchor.ts';
import { carry } from './carry.ts';
import { block, cell, document, heading, row, table } from './document.testing.ts';
import { findQuote } from './quote-match.ts';

const DURATION = 'De opleiding duurt minimaal 8 uur, exclusief pauzes en examen.';
const GROUPS = 'Bij praktijk zijn er ten hoogste 12 deelnemers per docent, tenzij een tweede docent meekijkt.';
const COPY = 'De opleider bewaart een kopie van het diploma in het dossier van de deelnemer.';
const SAFETY = 'Tijdens de praktijk houdt de docent voortdurend toezicht op alle deelnemers.';

const before = document(
  heading('h1', 'Duur'),
  block('p1', DURATION),
  heading('h2', 'Groepsgrootte'),
  block('p2', GROUPS),
  heading('h3', 'Toelating'),
  block('p3', COPY),
  heading('h4', 'Veiligheid'),
  block('p4', SAFETY),
);

/** Where the quoted words, or the part named, stand after the edit. */
function carried(what: string | Selection, after: DocumentJson, first: DocumentJson = before) {
  const match = typeof what === 'string' ? findQuote(first, what) : { found: what };
  if (!('found' in match)) throw new Error(match.refused);
  return carry(makeAnchor(first, match.found, 'v1')!, first, after, compare(first, after));
}
/** The document with some of its blocks put differently; `null` takes one out. */
const edited = (edits: Readonly<Record<string, string | null>>) =>
  document(
    ...before.content!.flatMap((node) => {
      const edit = edits[node.attrs.id!];
      if (edit === undefined) return [node];
      return edit === null ? [] : [{ ...block('', edit), attrs: node.attrs } as typeof node];
    }),
  );

describe('the ladder', () => {
  it('[CAR6] exact: the same words in the same place, whatever happened around them', () => {
    const after = edited({ p1: `Let op. ${DURATION}`, p3: null });
    expect(carried('minimaal 8 uur', after)).toMatchObject({ rung: 'exact', quote: 'minimaal 8 uur', survived: 1 });
  });

  it('[CAR7] moved: the same words elsewhere, alone or with their section', () => {
    const [h1, p1, ...rest] = before.content!;
    const after = document(...rest, h1!, p1!);
    expect(carried('minimaal 8 uur', after)).toMatchObject({ rung: 'moved', quote: 'minimaal 8 uur', section: 'h1' });
  });

  it('[CAR8] changed: at least half of the words survive; words put in the middle count as a change', () => {
    const after = edited({ p2: GROUPS.replace('12', '8') });
    expect(carried('ten hoogste 12 deelnemers', after)).toMatchObject({
      rung: 'changed',
      quote: 'ten hoogste 8 deelnemers',
    });
    const inserted = edited({ p1: DURATION.replace('8 uur', '8 klokuren of 10 uur') });
    expect(carried('minimaal 8 uur', inserted)).toMatchObject({
      rung: 'changed',
      quote: 'minimaal 8 klokuren of 10 uur',
    });
  });

  it('[CAR9] replaced: the paragraph stays, other words stand between the kept ones', () => {
    const after = edited({ p2: GROUPS.replace('12 deelnemers', 'acht personen') });
    expect(carried('12 deelnemers', after)).toMatchObject({ rung: 'replaced', quote: 'acht personen', survived: 0 });
  });

  it('[CAR10] deleted: nothing stands between the kept words; shown at the nearest kept heading', () => {
    const cut = edited({ p2: GROUPS.replace(', tenzij een tweede docent meekijkt', '') });
    expect(carried('tenzij een tweede docent meekijkt', cut)).toMatchObject({
      rung: 'deleted',
      section: 'h2',
      node: 'h2',
    });
    const without = edited({ p3: null, h3: null });
    expect(carried('een kopie van het diploma', without)).toMatchObject({ rung: 'deleted', section: 'h2', node: 'h2' });
  });

  it('[CAR11] uncertain: the passage is gone and the same words stand once somewhere else; never taken silently', () => {
    const first = document(...before.content!, heading('h5', 'Bijlage'), block('p5', 'Bewaar het bewijs zorgvuldig.'));
    const after = document(
      ...before.content!.filter(({ attrs }) => attrs.id !== 'p3'),
      heading('h5', 'Bijlage'),
      block('p5', `Bewaar het bewijs zorgvuldig. Wie wil, leest: ${COPY} Dat mag.`),
    );
    expect(carried('een kopie van het diploma', after, first)).toMatchObject({
      rung: 'uncertain',
      start: { block: 'p5' },
      survived: 0,
    });
  });

  it('[CAR12] section: a whole section by its heading, also moved or retitled; gone, at the heading before it', () => {
    const retitled = edited({ h2: 'Grootte van de groep' });
    expect(carried({ scope: 'section', node: 'h2' }, retitled)).toMatchObject({ rung: 'section', node: 'h2' });
    expect(carried({ scope: 'section', node: 'h3' }, edited({ h3: null, p3: null }))).toMatchObject({
      rung: 'deleted',
      node: 'h2',
    });
    expect(carried({ scope: 'document' }, retitled)).toMatchObject({ rung: 'document', section: null });
  });

  it('[CAR13] a row, cell or column keeps to its identity when it moves or its words change', () => {
    const lines = [
      row('r1', cell('c1', 'k1', 'Onderdeel'), cell('c2', 'k2', 'Minimale duur')),
      row('r2', cell('c3', 'k1', 'Theorie en bespreking'), cell('c4', 'k2', '5,5 uur')),
      row('r3', cell('c5', 'k1', 'Praktijk aan een oefenobject'), cell('c6', 'k2', '2,5 uur')),
    ];
    const first = document(heading('h1', 'Duur'), table('t', ...lines));
    const changed = [
      lines[0]!,
      row('r2', cell('c3', 'k1', 'Theorie en bespreking'), cell('c4', 'k2', '4 uur')),
      lines[2]!,
    ];
    const after = document(heading('h1', 'Duur'), table('t', ...changed));
    const where = (scope: 'row' | 'cell' | 'column', node: string, second = after) =>
      carried({ scope, node }, second, first);
    expect(where('row', 'r2')).toMatchObject({ rung: 'changed', node: 'r2' });
    expect(where('cell', 'c4')).toMatchObject({ node: 'c4', quote: '4 uur' });
    expect(where('row', 'r3')).toMatchObject({ rung: 'exact', node: 'r3' });
    expect(where('column', 'k2')).toMatchObject({ rung: 'changed', node: 'k2' });
    const moved = document(heading('h1', 'Duur'), table('t', lines[0]!, lines[2]!, lines[1]!));
    expect([where('row', 'r2', moved).rung, where('row', 'r3', moved).rung]).toContain('moved');
    const gone = document(heading('h1', 'Duur'), table('t', lines[0]!, lines[1]!));
    expect(where('row', 'r3', gone)).toMatchObject({ rung: 'deleted', node: 'h1' });
  });

  it('[CAR14] a requirement whose number changed is changed, though no word did', () => {
    const measure = { role: 'requirement', quantity: 'termijn', comparator: 'at-most', unit: 'werkdagen' } as const;
    const first = document(heading('h1', 'Melden'), block('e1', SAFETY, { ...measure, value: '2' }));
    const after = document(heading('h1', 'Melden'), block('e1', SAFETY, { ...measure, value: '5' }));
    expect(carried({ scope: 'block', node: 'e1' }, after, first)).toMatchObject({ rung: 'changed', node: 'e1' });
  });
});

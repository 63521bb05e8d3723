import { compare } from '@draagvlak/compare';
import { schema, type DocumentJson } from '@draagvlak/document';
import { describe, expect, it } from 'vitest';
import { attribute } from './attribute.ts';
import { clockMap } from './clock-map.ts';
import { decodeSpans, encodeSpans } from './encoding.ts';
import { block, Drafting } from './testing.ts';

const WORDS = 'Bij praktijk zijn er ten hoogste twaalf deelnemers per docent.';
const WORDS_OF_S = 'Tijdens de praktijk houdt de docent voortdurend toezicht op de hele groep.';

function aDraft() {
  const drafting = new Drafting([
    block('h1', 'Duur', { role: 'heading', level: 1 }),
    block('a', WORDS),
    block('b', 'De opleider mag de uren over meerdere dagen verdelen, in overleg met de deelnemers.'),
    block('h2', 'Veiligheid', { role: 'heading', level: 1 }),
    block('r', 'De opleider bewaart presentielijsten.', {
      role: 'requirement',
      quantity: 'jaren',
      comparator: 'at-least',
      value: '5',
    }),
    block('s', WORDS_OF_S),
  ]);
  const ann = drafting.author('ann', 11);
  const bob = drafting.author('bob', 12);
  const freeze = () => ({ document: drafting.document() as DocumentJson, clocks: clockMap(drafting.doc) });
  const first = freeze();
  drafting.minute = 10;
  /** Every change since the first version with who made it. */
  const changes = () => {
    const second = freeze();
    const comparison = compare(first.document, second.document);
    const spans = decodeSpans(encodeSpans(drafting.spans));
    const attributions = attribute({ comparison, before: first.clocks, after: second.clocks, spans });
    return comparison.changes.map((change, at) => ({ change, by: attributions[at]! }));
  };
  return { drafting, ann, bob, changes };
}

describe('who stands behind a change', () => {
  it('[ATT1] names the author, the moment and the comment of new and of removed words', () => {
    const { drafting, ann, bob, changes } = aDraft();
    ann.comment = 'R07';
    ann.edit((tr, at) => tr.replaceWith(at('a') + 34, at('a') + 40, schema.text('acht')));
    drafting.minute = 20;
    bob.erase('b', 51, 83);
    const found = changes();
    expect(found.map(({ by }) => [by.people, by.comments, by.mixed, by.unknown])).toEqual([
      [['ann'], ['R07'], false, false],
      [['bob'], [], false, false],
    ]);
    expect(found[0]!.by.first).toBe('2026-01-12T09:10:00.000Z');
    expect(found[1]!.by.last).toBe('2026-01-12T09:20:00.000Z');
  });

  it('[ATT2] is honest where two authors, with and without a comment, made one change', () => {
    const { drafting, ann, bob, changes } = aDraft();
    ann.comment = 'R07';
    ann.type('a', WORDS.length, ' Een tweede docent');
    ann.comment = 'R12';
    ann.type('a', WORDS.length + 18, ' helpt');
    drafting.minute = 11;
    bob.type('a', WORDS.length + 24, ' daarbij.');
    const [only] = changes();
    expect(only!.by).toMatchObject({ people: ['ann', 'bob'], comments: ['R07', 'R12'], mixed: true, unknown: false });
  });

  it('[ATT3] knows who changed a number that is an attribute', () => {
    const { ann, changes } = aDraft();
    ann.comment = 'R34';
    ann.edit((tr, at) => tr.setNodeAttribute(at('r'), 'value', '3'));
    const [only] = changes();
    expect(only!.change.attributes).toMatchObject([{ name: 'value', before: '5', after: '3' }]);
    expect(only!.by).toMatchObject({ people: ['ann'], comments: ['R34'], unknown: false });
  });

  it('[ATT4] knows who moved a section, and who changed a word in it afterwards', () => {
    const { drafting, ann, bob, changes } = aDraft();
    ann.comment = 'R36';
    for (const id of ['h2', 'r', 's']) ann.move(id, 'h1');
    drafting.minute = 30;
    bob.edit((tr, at) => tr.replaceWith(at('s') + 1 + 29, at('s') + 1 + 35, schema.text('begeleider')));
    const found = changes();
    const moved = found.find(({ change }) => change.kind === 'moved');
    expect(moved?.by).toMatchObject({ people: ['ann'], comments: ['R36'] });
    const edited = found.find(({ change }) => change.kind === 'text' || change.kind === 'rewritten');
    expect(edited?.by).toMatchObject({ people: ['bob'], comments: [], unknown: false });
  });

  it('[ATT5] knows who split a paragraph, and blames nobody for its words', () => {
    const { bob, changes } = aDraft();
    bob.enter('b', 53, 'b2');
    const found = changes();
    expect(found.map(({ change }) => change.kind)).toEqual(['split']);
    expect(found[0]!.by).toMatchObject({ people: ['bob'], unknown: false });
  });

  it('[ATT6] says who set a mark', () => {
    const { ann, changes } = aDraft();
    ann.comment = 'R01';
    ann.edit((tr, at) => tr.addMark(at('a') + 5, at('a') + 13, schema.mark('strong')));
    const [only] = changes();
    expect(only!.change.kind).toBe('mark');
    expect(only!.by).toMatchObject({ people: ['ann'], comments: ['R01'], unknown: false });
  });

  it('[ATT7] says who took out a paragraph', () => {
    const { ann, changes } = aDraft();
    ann.comment = 'R11';
    ann.edit((tr, at) => tr.delete(at('s'), at('s') + tr.doc.nodeAt(at('s'))!.nodeSize));
    const [only] = changes();
    expect(only!.by).toMatchObject({ people: ['ann'], comments: ['R11'], unknown: false });
  });

  it('[ATT9] gives a letter added to a word to who added it, and the word to nobody', () => {
    const { bob, changes } = aDraft();
    bob.type('s', WORDS_OF_S.indexOf('praktijk') + 'praktijk'.length, 'en');
    bob.erase('a', WORDS.length - 2, WORDS.length - 1);
    const found = changes();
    expect(found).toHaveLength(2);
    for (const { by } of found) expect(by).toMatchObject({ people: ['bob'], unknown: false });
  });

  it('[ATT8] says unknown for a version without history', () => {
    const { ann, drafting } = aDraft();
    const before = drafting.document() as DocumentJson;
    ann.type('a', 0, 'Let op. ');
    const comparison = compare(before, drafting.document() as DocumentJson);
    const [only] = attribute({ comparison, before: null, after: null, spans: drafting.spans });
    expect(only).toMatchObject({ people: [], comments: [], first: null, unknown: true });
  });
});

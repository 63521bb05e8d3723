import { compare } from '@draagvlak/compare';
import { inlineText, textBlocks, type DocumentJson } from '@draagvlak/document';
import { fromMarkdown } from '@draagvlak/document/markdown';
import {
  editDraft,
  initialUpdate,
  insertBlocksAfter,
  insertRow,
  joinBlock,
  moveSection,
  readDraft,
  replaceText,
  setAttributes,
  splitBlock,
} from '@draagvlak/document/yjs';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Span } from './attribution.ts';
import { attribute } from './attribute.ts';
import { clockMap } from './clock-map.ts';
import { Recorder, type Author } from './record.ts';
import { SpanIndex } from './span-index.ts';

const TEXT = `## Duur

De opleiding duurt minimaal 8 uur, exclusief pauzes.[^1]

| Onderdeel | Duur |
|---|---|
| Theorie | 5,5 uur |

## Groepsgrootte

Bij theorie zijn er ten hoogste zestien deelnemers per docent, en bij praktijk ten hoogste acht.

Een groep die groter is, krijgt voor de hele praktijk een tweede docent.

## Veiligheid

Tijdens de **praktijk** houdt de docent voortdurend toezicht.

- een helm;
- een gasmeter met een geldig certificaat.

[^1]: Ook bij herhaling.
`;

/** The server's own document, edited by its own commands on behalf of people. */
class Desk {
  readonly doc = new Y.Doc();
  readonly recorder = new Recorder(this.doc);
  readonly spans: Span[] = [];
  #ids = 0;
  readonly newId = () => `id${this.#ids++}`;

  constructor() {
    const { document } = fromMarkdown(TEXT, this.newId);
    const author: Author = { ...this.#by('bureau', null), origin: 'imported' };
    this.spans.push(...this.recorder.apply(initialUpdate(document), author));
  }
  #by(person: string, comment: string | null): Author {
    return { person, at: '2026-02-20T10:00:00.000Z', comment, origin: 'typed' };
  }
  act(person: string, comment: string | null, act: (doc: Y.Doc) => void): void {
    this.spans.push(...this.recorder.record(this.#by(person, comment), () => act(this.doc)));
  }
  freeze(): { document: DocumentJson; clocks: ReturnType<typeof clockMap> } {
    return { document: readDraft(this.doc), clocks: clockMap(this.doc) };
  }
  /** Id of the block that begins with these words. */
  id(words: string): string {
    for (const { block } of textBlocks(readDraft(this.doc)))
      if (inlineText(block).startsWith(words)) return block.attrs.id!;
    throw new RangeError(words);
  }
}

function aRound() {
  const desk = new Desk();
  const first = desk.freeze();
  const { newId } = desk;
  const duration = desk.id('De opleiding');
  desk.act('ann', 'R03', (doc) => editDraft(doc, (tr) => replaceText(tr, duration, 28, 29, '12'), newId));
  desk.act('bob', 'R36', (doc) => moveSection(doc, desk.id('Veiligheid'), desk.id('Duur')));
  desk.act('ann', null, (doc) => editDraft(doc, (tr) => splitBlock(tr, desk.id('Tijdens'), 28), newId));
  desk.act('bob', 'R24', (doc) => editDraft(doc, (tr) => joinBlock(tr, desk.id('een helm')), newId));
  desk.act('ann', 'R09', (doc) => editDraft(doc, (tr) => setAttributes(tr, duration, { role: 'requirement' }), newId));
  return { desk, first };
}

describe('the clocks of a frozen text', () => {
  it('[CLK1] are one for every unit of every block, and one for every node and attribute', () => {
    const { desk } = aRound();
    const { document, clocks } = desk.freeze();
    const index = new SpanIndex(desk.spans);
    let blocks = 0;
    for (const { block } of textBlocks(document)) {
      const runs = clocks.blocks[block.attrs.id!]!;
      expect(runs.reduce((sum, { count }) => sum + count, 0)).toBe(inlineText(block).length);
      for (const run of runs) for (const { ground } of index.grounds(run)) expect(ground).not.toBeNull();
      expect(clocks.nodes![block.attrs.id!]).toBeDefined();
      expect(clocks.attributes[block.attrs.id!]!['role']).toBeDefined();
      blocks++;
    }
    expect(blocks).toBeGreaterThan(8);
  });

  it('[CLK2] do not change the draft they are read from', () => {
    const { desk } = aRound();
    const before = Y.encodeStateAsUpdate(desk.doc);
    clockMap(desk.doc);
    expect(Y.encodeStateAsUpdate(desk.doc)).toEqual(before);
  });

  it('[ATT10] say for each change by the server’s own commands on whose behalf it was made', () => {
    const { desk, first } = aRound();
    const second = desk.freeze();
    const comparison = compare(first.document, second.document);
    const found = attribute({ comparison, before: first.clocks, after: second.clocks, spans: desk.spans });
    const by = comparison.changes.map(({ kind, unit }, at) => {
      const { people, comments, unknown } = found[at]!;
      return { what: `${kind} ${unit}`, people, comments, unknown };
    });
    expect(by).toEqual(
      expect.arrayContaining([
        { what: 'moved section', people: ['bob'], comments: ['R36'], unknown: false },
        { what: 'split block', people: ['ann'], comments: [], unknown: false },
        { what: 'merged item', people: ['bob'], comments: ['R24'], unknown: false },
      ]),
    );
    expect(by.filter(({ people }) => people.includes('ann')).flatMap(({ comments }) => comments)).toEqual(
      expect.arrayContaining(['R03', 'R09']),
    );
    expect(by.filter(({ unknown }) => unknown)).toEqual([]);
  });

  it.each([
    ['Groepsgrootte', 'Duur'],
    ['Duur', 'Veiligheid'],
    ['Duur', null],
    ['Veiligheid', 'Groepsgrootte'],
  ])('[ATT12] say who moved %s, whichever part the comparison calls moved', (section, target) => {
    const desk = new Desk();
    const first = desk.freeze();
    desk.act('ann', 'R36', (doc) => moveSection(doc, desk.id(section), target && desk.id(target)));
    const second = desk.freeze();
    const comparison = compare(first.document, second.document);
    const found = attribute({ comparison, before: first.clocks, after: second.clocks, spans: desk.spans });
    const moved = found.filter((_, at) => comparison.changes[at]!.kind === 'moved');
    expect(moved.length).toBeGreaterThan(0);
    for (const one of moved) expect(one).toMatchObject({ people: ['ann'], comments: ['R36'], unknown: false });
  });

  it('[ATT11] say who put in a row and a paragraph', () => {
    const desk = new Desk();
    const first = desk.freeze();
    const table = first.document.content!.find((node) => node.type === 'table')!;
    const paragraph = first.document.content!.find((node) => node.type === 'block' && node.attrs.role === 'paragraph')!;
    const copy = {
      ...paragraph,
      attrs: { ...paragraph.attrs, id: 'new' },
      content: [{ type: 'text', text: 'Nieuw.' }],
    };
    desk.act('ann', 'R06', (doc) =>
      editDraft(doc, (tr) => insertRow(tr, table.attrs.id!, null, ['Praktijk', '2,5 uur']), desk.newId),
    );
    desk.act('bob', 'R38', (doc) =>
      editDraft(doc, (tr) => insertBlocksAfter(tr, paragraph.attrs.id!, [copy as typeof paragraph]), desk.newId),
    );
    const second = desk.freeze();
    const comparison = compare(first.document, second.document);
    const found = attribute({ comparison, before: first.clocks, after: second.clocks, spans: desk.spans });
    const people = Object.fromEntries(comparison.changes.map(({ unit }, at) => [unit, found[at]!.people]));
    expect(people).toEqual({ row: ['ann'], block: ['bob'] });
    expect(found.map(({ unknown }) => unknown)).toEqual([false, false]);
  });
});

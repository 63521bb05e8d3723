import fc from 'fast-check';
import { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { findById, insertBlocksAfter, joinBlock, removeNode, replaceText, setAttributes, splitBlock } from './edits.ts';
import { repairIds } from './identity.ts';
import {
  type BlockAttributes,
  type BlockJson,
  COMPARATORS,
  type DocumentJson,
  type InlineJson,
  inlineText,
  type MarkJson,
  PLAIN_BLOCK,
  textBlocks,
  type TopJson,
} from './json.ts';
import { schema } from './schema.ts';
import { insertColumn, insertRow, removeColumn, removeRow } from './tables.ts';

/**
 * Documents and edits for property tests: every role, mark and node of the schema, Dutch words, emoji and accents, empty
 * blocks, ragged and merged tables. What they make always passes the schema's own check.
 */

const WORDS = [
  'de',
  'opleider',
  'deelnemer',
  'moet',
  'ten hoogste',
  '8',
  '5,5',
  'uur',
  'één',
  'coördineert',
  '👩‍🚒',
  'H₂S',
  'e-learning',
  'n.v.t.',
  '“citaat”',
];
const text = (maxLength: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength }).map((words) => words.join(' '));

const mark: fc.Arbitrary<MarkJson> = fc.constantFrom<MarkJson>(
  { type: 'strong' },
  { type: 'emphasis' },
  { type: 'subscript' },
  { type: 'link', attrs: { href: 'https://example.org' } },
  { type: 'language', attrs: { lang: 'en' } },
  { type: 'dated', attrs: { asOf: '2026-01-12', source: null } },
);

const inline: fc.Arbitrary<InlineJson> = fc.oneof(
  { weight: 6, arbitrary: text(6).map((words): InlineJson => ({ type: 'text', text: words })) },
  {
    weight: 2,
    arbitrary: fc.tuple(text(3), mark).map(([words, one]): InlineJson => ({ type: 'text', text: words, marks: [one] })),
  },
  {
    weight: 1,
    arbitrary: text(4).map((words): InlineJson => ({
      type: 'footnote',
      attrs: { id: null },
      content: [{ type: 'text', text: words }],
    })),
  },
  { weight: 1, arbitrary: fc.constant<InlineJson>({ type: 'break' }) },
  { weight: 1, arbitrary: fc.constant<InlineJson>({ type: 'reference', attrs: { target: 'b1' } }) },
);

const roleAttributes: fc.Arbitrary<Partial<BlockAttributes>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Partial<BlockAttributes>>({}) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        level: fc.integer({ min: 1, max: 4 }),
        kind: fc.constantFrom(null, null, null, 'annex' as const, 'unnumbered' as const),
      })
      .map((attributes): Partial<BlockAttributes> => ({ role: 'heading', ...attributes })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ kind: fc.constantFrom('bullet' as const, 'ordered' as const), indent: fc.integer({ min: 0, max: 3 }) })
      .map((attributes): Partial<BlockAttributes> => ({ role: 'item', ...attributes })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        comparator: fc.constantFrom(null, ...COMPARATORS),
        value: fc.constantFrom(null, '8', '5,5'),
        unit: fc.constantFrom(null, 'uur'),
      })
      .map((attributes): Partial<BlockAttributes> => ({ role: 'requirement', ...attributes })),
  },
  { weight: 1, arbitrary: fc.constant<Partial<BlockAttributes>>({ role: 'definition', term: 'Docent' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Partial<BlockAttributes>>({ role: 'note' }, { role: 'quote' }, { indent: 1 }),
  },
);

const block: fc.Arbitrary<BlockJson> = fc
  .tuple(roleAttributes, fc.array(inline, { maxLength: 4 }))
  .map(([attributes, content]) => ({ type: 'block', attrs: { ...PLAIN_BLOCK, ...attributes }, content }));

const table: fc.Arbitrary<TopJson> = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.array(block, { minLength: 1, maxLength: 2 }), { minLength: 16, maxLength: 16 }),
    fc.boolean(),
  )
  .map(([rows, columns, cells, merged]) => ({
    type: 'table',
    attrs: { id: null, caption: null },
    content: Array.from({ length: rows }, (_, row) => ({
      type: 'row' as const,
      attrs: { id: null },
      content: Array.from(
        { length: merged && row === 1 && columns > 1 ? columns - 1 : columns },
        (_unused, column) => ({
          type: 'cell' as const,
          attrs: {
            id: null,
            column: null,
            header: row === 0,
            colspan: merged && row === 1 && columns > 1 && column === 0 ? 2 : 1,
            rowspan: 1,
            colwidth: null,
          },
          content: cells[row * 4 + column] ?? [],
        }),
      ),
    })),
  }));

const top: fc.Arbitrary<TopJson> = fc.oneof(
  { weight: 12, arbitrary: block },
  { weight: 2, arbitrary: table },
  {
    weight: 1,
    arbitrary: fc.constant<TopJson>({ type: 'image', attrs: { id: null, src: 'blob:x', alt: 'schets', width: null } }),
  },
  {
    weight: 1,
    arbitrary: fc.constant<TopJson>({
      type: 'source',
      attrs: { id: null, title: 'NEN 1', owner: null, number: null, adopted: null, href: null },
    }),
  },
);

/** The document as the schema writes it, with every id: "b1", "b2", … in reading order. */
function settled(nodes: readonly TopJson[]): DocumentJson {
  const tr = new Transform(Node.fromJSON(schema, { type: 'doc', content: nodes }));
  let count = 0;
  repairIds(tr, { newId: () => `b${++count}` });
  return tr.doc.toJSON() as DocumentJson;
}

/** Any document, up to `maxLength` top-level nodes. */
export const arbitraryDocument = (maxLength = 14): fc.Arbitrary<DocumentJson> =>
  fc.array(top, { maxLength }).map(settled);

/** One thing an author does. `where` and `at` choose among what the document has; see {@link applyEdit}. */
export interface ArbitraryEdit {
  readonly act: (typeof ACTS)[number];
  readonly where: number;
  readonly at: number;
  readonly length: number;
  readonly words: string;
}
const ACTS = [
  'type',
  'replace',
  'delete-text',
  'split',
  'join',
  'role',
  'level',
  'indent',
  'measure',
  'insert',
  'remove',
  'add-row',
  'add-column',
  'remove-row',
  'remove-column',
] as const;

export const arbitraryEdit: fc.Arbitrary<ArbitraryEdit> = fc.record({
  act: fc.constantFrom(...ACTS),
  where: fc.nat(10_000),
  at: fc.nat(10_000),
  length: fc.integer({ min: 1, max: 30 }),
  words: text(3),
});

/** The offset, or the one before it if it would cut a character outside the basic plane in two, as no editor does. */
const whole = (written: string, offset: number): number =>
  /[\uDC00-\uDFFF]/.test(written[offset] ?? '') ? offset - 1 : offset;

/** Does an arbitrary edit on a transform; one for which the document has no place does nothing. */
export function applyEdit(tr: Transform, { act, where, at, length, words }: ArbitraryEdit): void {
  const document = tr.doc.toJSON() as DocumentJson;
  const blocks = [...textBlocks(document)].filter(({ block: each }) => each.attrs.id !== null);
  const chosen = blocks[where % Math.max(1, blocks.length)];
  const id = chosen?.block.attrs.id;
  if (act === 'insert') {
    const after = (document.content ?? [])[where % Math.max(1, document.content?.length ?? 0)]?.attrs.id ?? null;
    insertBlocksAfter(tr, after, [{ type: 'block', attrs: PLAIN_BLOCK, content: [{ type: 'text', text: words }] }]);
    return;
  }
  const tables = (document.content ?? []).filter((node) => node.type === 'table' && node.attrs.id !== null);
  const table_ = tables[where % Math.max(1, tables.length)];
  if (act.startsWith('add-') || act.endsWith('-row') || act.endsWith('-column')) {
    if (table_?.type !== 'table' || table_.attrs.id === null) return;
    const rows = table_.content ?? [];
    const row = rows[at % Math.max(1, rows.length)];
    const cells = row?.content ?? [];
    const column = cells[at % Math.max(1, cells.length)]?.attrs.column ?? null;
    if (act === 'add-row') insertRow(tr, table_.attrs.id, row?.attrs.id ?? null, [words]);
    else if (act === 'add-column') insertColumn(tr, table_.attrs.id, column, [words]);
    else if (act === 'remove-row' && row?.attrs.id) removeRow(tr, row.attrs.id);
    else if (act === 'remove-column' && column !== null) removeColumn(tr, table_.attrs.id, column);
    return;
  }
  if (!chosen || !id) return;
  const written = inlineText(chosen.block);
  const from = whole(written, at % (written.length + 1));
  const to = whole(written, Math.min(written.length, from + length));
  if (act === 'type') replaceText(tr, id, from, from, words);
  else if (act === 'replace') replaceText(tr, id, from, to, words);
  else if (act === 'delete-text') replaceText(tr, id, from, to, '');
  else if (act === 'split') splitBlock(tr, id, from);
  else if (act === 'join') {
    const found = findById(tr.doc, id);
    if (found && tr.doc.nodeAt(found.pos + found.node.nodeSize)?.type.name === 'block') joinBlock(tr, id);
  } else if (act === 'role')
    setAttributes(tr, id, { role: at % 2 ? 'item' : 'paragraph', kind: at % 2 ? 'bullet' : null, level: 0 });
  else if (act === 'level') setAttributes(tr, id, { role: 'heading', level: 1 + (at % 4), kind: null, indent: 0 });
  else if (act === 'indent') setAttributes(tr, id, { indent: at % 4 });
  else if (act === 'measure')
    setAttributes(tr, id, {
      role: 'requirement',
      level: 0,
      kind: null,
      comparator: 'at-most',
      value: String(at % 100),
    });
  else if (act === 'remove') removeNode(tr, id);
}

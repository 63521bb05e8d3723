import {
  type BlockAttributes,
  type BlockJson,
  type CellJson,
  type DocumentJson,
  type InlineJson,
  type MarkJson,
  type RowJson,
  type TopJson,
  PLAIN_BLOCK,
} from '@draagvlak/document';
import fc from 'fast-check';

/** Documents and versions of them for property tests: every node, mark and attribute of the schema, and odd input too. */

const WORDS =
  'de een opleider toont aan dat deelnemer 8 uur moet niet meten gas 5,5 docent praktijk theorie groep toets'.split(
    ' ',
  );

const id = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 400 }).map((n) => `n${n}`) }, fc.constant(null));
const words = (most: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((row) => row.join(' '));
const mark: fc.Arbitrary<MarkJson> = fc.oneof(
  fc.constantFrom<MarkJson>({ type: 'strong' }, { type: 'emphasis' }),
  fc.constantFrom('https://a.nl', 'https://b.nl').map((href): MarkJson => ({ type: 'link', attrs: { href } })),
  fc.constant<MarkJson>({ type: 'dated', attrs: { asOf: '2026-01-12', source: null } }),
);
const marks = fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(mark, { maxLength: 2 }));
const withMarks = <T extends InlineJson>(node: T, some: readonly MarkJson[]): T =>
  some.length > 0 ? { ...node, marks: some } : node;

const inline: fc.Arbitrary<InlineJson> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.oneof({ weight: 9, arbitrary: words(12) }, fc.string({ minLength: 1, unit: 'grapheme' })), marks)
      .map(([text, some]) => withMarks({ type: 'text', text }, some)),
  },
  fc.tuple(id, words(5)).map(([name, text]): InlineJson => ({
    type: 'footnote',
    attrs: { id: name },
    content: [{ type: 'text', text }],
  })),
  id.map((target): InlineJson => ({ type: 'reference', attrs: { target: target ?? 'x' } })),
  fc.constant<InlineJson>({ type: 'break' }),
);
const content = fc.array(inline, { maxLength: 4 });

const block: fc.Arbitrary<BlockJson> = fc
  .record({
    id,
    role: fc.constantFrom<BlockAttributes['role']>('paragraph', 'paragraph', 'heading', 'item', 'requirement', 'note'),
    level: fc.integer({ min: 1, max: 3 }),
    indent: fc.integer({ min: 0, max: 1 }),
    value: fc.constantFrom(null, '8', '12'),
    content,
  })
  .map(({ content: some, level, role, ...rest }) => ({
    type: 'block',
    attrs: { ...PLAIN_BLOCK, ...rest, role, level: role === 'heading' ? level : 0 },
    ...(some.length > 0 ? { content: some } : {}),
  }));

const cell: fc.Arbitrary<CellJson> = fc
  .record({
    id,
    column: fc.constantFrom('a', 'b', 'c', null),
    header: fc.boolean(),
    colspan: fc.constantFrom(1, 1, 1, 2),
    rowspan: fc.constantFrom(1, 1, 1, 2),
    blocks: fc.array(block, { maxLength: 2 }),
  })
  .map(({ blocks, ...attrs }) => ({ type: 'cell', attrs: { ...attrs, colwidth: null }, content: blocks }));
const row: fc.Arbitrary<RowJson> = fc
  .tuple(id, fc.array(cell, { maxLength: 4 }))
  .map(([name, cells]) => ({ type: 'row', attrs: { id: name }, content: cells }));

const top: fc.Arbitrary<TopJson> = fc.oneof(
  { weight: 8, arbitrary: block },
  fc.tuple(id, fc.array(row, { maxLength: 4 })).map(([name, rows]): TopJson => ({
    type: 'table',
    attrs: { id: name, caption: null },
    content: rows,
  })),
  fc.tuple(id, words(3)).map(([name, alt]): TopJson => ({
    type: 'image',
    attrs: { id: name, src: `blob:${alt}`, alt, width: null },
  })),
  fc.tuple(id, words(3)).map(([name, title]): TopJson => ({
    type: 'source',
    attrs: { id: name, title, owner: null, number: null, adopted: null, href: null },
  })),
);

export const documents: fc.Arbitrary<DocumentJson> = fc
  .array(top, { maxLength: 14 })
  .map((nodes) => ({ type: 'doc', content: nodes }));

/** One act of an author; positions are taken modulo what there is. */
type Act =
  | { readonly act: 'delete' | 'duplicate'; readonly at: number }
  | { readonly act: 'move'; readonly at: number; readonly count: number; readonly to: number }
  | { readonly act: 'insert'; readonly at: number; readonly node: TopJson }
  | { readonly act: 'words'; readonly at: number; readonly nth: number; readonly text: string }
  | { readonly act: 'split'; readonly at: number; readonly nth: number }
  | { readonly act: 'merge'; readonly at: number }
  | { readonly act: 'attribute'; readonly at: number; readonly value: string }
  | { readonly act: 'rows' | 'columns'; readonly at: number; readonly from: number; readonly to: number }
  | { readonly act: 'cell'; readonly at: number; readonly nth: number; readonly text: string };

const at = fc.nat({ max: 60 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constantFrom('delete' as const, 'duplicate' as const), at }),
  fc.record({ act: fc.constant('move' as const), at, count: fc.integer({ min: 1, max: 4 }), to: at }),
  fc.record({ act: fc.constant('insert' as const), at, node: top }),
  fc.record({ act: fc.constant('words' as const), at, nth: at, text: words(3) }),
  fc.record({ act: fc.constant('split' as const), at, nth: at }),
  fc.record({ act: fc.constant('merge' as const), at }),
  fc.record({ act: fc.constant('attribute' as const), at, value: words(1) }),
  fc.record({ act: fc.constantFrom('rows' as const, 'columns' as const), at, from: at, to: at }),
  fc.record({ act: fc.constant('cell' as const), at, nth: at, text: words(4) }),
);

/** A document and a version of it after some acts. */
export const versions: fc.Arbitrary<{ before: DocumentJson; after: DocumentJson }> = fc
  .tuple(documents, fc.array(act, { maxLength: 8 }))
  .map(([before, acts]) => ({ before, after: acts.reduce(perform, before) }));

function perform(document: DocumentJson, step: Act): DocumentJson {
  const nodes = [...(document.content ?? [])];
  const place = nodes.length === 0 ? 0 : step.at % nodes.length;
  const node = nodes[place];
  if (step.act === 'insert') nodes.splice(place, 0, step.node);
  else if (!node) return document;
  else if (step.act === 'delete') nodes.splice(place, 1);
  else if (step.act === 'duplicate') nodes.splice(place, 0, node);
  else if (step.act === 'move') {
    const moved = nodes.splice(place, step.count);
    nodes.splice(step.to % (nodes.length + 1), 0, ...moved);
  } else if (node.type === 'block')
    nodes.splice(place, step.act === 'merge' ? 2 : 1, ...inBlock(node, nodes[place + 1], step));
  else if (node.type === 'table') nodes[place] = { ...node, content: inTable(node.content ?? [], step) };
  return { ...document, content: nodes };
}

function inBlock(node: BlockJson, next: TopJson | undefined, step: Act): TopJson[] {
  const inlines = node.content ?? [];
  if (step.act === 'words') {
    const nth = inlines.length === 0 ? 0 : step.nth % inlines.length;
    return [
      { ...node, content: [...inlines.slice(0, nth), { type: 'text', text: step.text }, ...inlines.slice(nth + 1)] },
    ];
  }
  if (step.act === 'attribute') return [{ ...node, attrs: { ...node.attrs, value: step.value, role: 'requirement' } }];
  if (step.act === 'split') {
    const nth = inlines.length === 0 ? 0 : step.nth % inlines.length;
    return [
      { ...node, content: inlines.slice(0, nth) },
      { ...node, attrs: { ...node.attrs, id: `${node.attrs.id}-2` }, content: inlines.slice(nth) },
    ];
  }
  if (step.act === 'merge' && next) {
    return next.type === 'block' ? [{ ...node, content: [...inlines, ...(next.content ?? [])] }] : [node, next];
  }
  return [node];
}

function inTable(rows: readonly RowJson[], step: Act): RowJson[] {
  const shifted = <T>(list: readonly T[], from: number, to: number): T[] => {
    if (list.length === 0) return [];
    const rest = [...list];
    const [taken] = rest.splice(from % list.length, 1) as [T];
    // one in three goes away
    if (to % 3 > 0) rest.splice(to % (rest.length + 1), 0, taken);
    return rest;
  };
  if (step.act === 'rows') return shifted(rows, step.from, step.to);
  if (step.act === 'columns') {
    return rows.map((each) => ({ ...each, content: shifted(each.content ?? [], step.from, step.to) }));
  }
  if (step.act !== 'cell') return [...rows];
  return rows.map((each, r) => ({
    ...each,
    content: (each.content ?? []).map((one, c) =>
      (r + c) % 3 === step.nth % 3
        ? { ...one, content: [{ type: 'block', attrs: PLAIN_BLOCK, content: [{ type: 'text', text: step.text }] }] }
        : one,
    ),
  }));
}

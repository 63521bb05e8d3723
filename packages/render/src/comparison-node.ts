import type { Change } from '@draagvlak/compare';
import type { BlockJson, CellJson, ImageJson, Outline, SourceJson, TableJson, TopJson } from '@draagvlak/document';
import type { ComparisonIndex } from './comparison-index.ts';
import {
  type ComparisonContext,
  deleted,
  inserted,
  renderMeasure,
  renderPieces,
  renderRole,
  renderText,
  renderValues,
  type View,
} from './comparison-text.ts';
import { attributes, element, escapeHtml } from './escape.ts';

/** How a whole node is shown: as it stands, as gone or as new. */
export type Wrap = (html: string) => string;
const asIs: Wrap = (html) => html;

/** A node of one version without changes of its own, its words wrapped in what they are. */
export function renderWhole(node: TopJson, outline: Outline, context: ComparisonContext, wrap: Wrap = asIs): string {
  switch (node.type) {
    case 'block': {
      const html = renderText(node.content, outline, context);
      return renderRole(node, html === '' ? '' : wrap(html), outline, context);
    }
    case 'table':
      return renderWholeTable(node, outline, context, wrap);
    case 'image':
      return renderImage(node, context, wrap);
    case 'source':
      return `<p>${wrap(escapeHtml(sourceText(node)))}</p>`;
  }
}

export const sourceText = ({ attrs }: SourceJson): string =>
  [attrs.title, attrs.owner, attrs.number, attrs.adopted].filter((each) => each !== null && each !== '').join(', ');

function renderImage({ attrs }: ImageJson, context: ComparisonContext, wrap: Wrap): string {
  const address = context.image(attrs.src);
  const picture = address === null ? '' : `<img${attributes({ src: address, alt: attrs.alt, width: attrs.width })}>`;
  return `<figure>${picture}<figcaption>${wrap(escapeHtml(attrs.alt))}</figcaption></figure>`;
}

/** A picture that stands in both versions; where its bytes are others, the text as one shows the two of them. */
export function renderPicture(
  view: View,
  before: ImageJson,
  after: ImageJson,
  change: Change,
  context: ComparisonContext,
): string {
  if (view !== 'inline' || !change.attributes.some(({ name }) => name === 'src')) {
    return renderImage(view === 'was' ? before : after, context, asIs);
  }
  return (
    renderImage(before, context, (html) => deleted(html, context)) +
    renderImage(after, context, (html) => inserted(html, context))
  );
}

function renderWholeTable(table: TableJson, outline: Outline, context: ComparisonContext, wrap: Wrap): string {
  const rows = (table.content ?? []).map((row) => {
    const cells = (row.content ?? []).map((cell) =>
      cellElement(cell, (cell.content ?? []).map((node) => renderWhole(node, outline, context, wrap)).join(''), {}),
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const caption = table.attrs.caption === null ? '' : element('caption', {}, wrap(escapeHtml(table.attrs.caption)));
  return scrolling(`<table>${caption}<tbody>${rows.join('')}</tbody></table>`, table, context);
}

/** A table in a frame that scrolls by itself on a narrow screen, also by keyboard. */
export const scrolling = (html: string, table: TableJson, { words }: ComparisonContext): string =>
  element(
    'div',
    {
      class: 'table-scroll',
      tabindex: 0,
      role: 'region',
      'aria-label': table.attrs.caption ?? words.compare.units.table.name,
    },
    html,
  );

/** One cell; a lone plain paragraph needs no element of its own in it. */
export function cellElement(
  cell: CellJson,
  html: string,
  values: Readonly<Record<string, string | number | null>>,
  span: { readonly columns: number; readonly rows: number } = { columns: cell.attrs.colspan, rows: cell.attrs.rowspan },
): string {
  const { header } = cell.attrs;
  const bare = /^<p>((?:(?!<p>|<\/p>).)*)<\/p>$/su.exec(html)?.[1] ?? html;
  return element(
    header ? 'th' : 'td',
    {
      ...values,
      colspan: span.columns > 1 ? span.columns : null,
      rowspan: span.rows > 1 ? span.rows : null,
      scope: header ? 'col' : null,
    },
    bare,
  );
}

/** The changes that speak about the words or the attributes of one block itself. */
const EDITS: readonly Change['kind'][] = [
  'text',
  'rewritten',
  'attribute',
  'mark',
  'retitled',
  'renumbered',
  'split',
  'merged',
];
export const isEdit = (change: Change): boolean =>
  EDITS.includes(change.kind) &&
  change.before !== null &&
  change.after !== null &&
  !(change.kind === 'renumbered' && change.pieces.length === 0);

/** What a change did to one paragraph, or to those it was split into or merged from. */
export function renderEdit(view: View, change: Change, index: ComparisonIndex, context: ComparisonContext): string {
  const before = index.blocks('before', change.before?.nodes ?? []);
  const after = index.blocks('after', change.after?.nodes ?? []);
  const [old] = before;
  const [now] = after;
  if (!old || !now) return '';
  const values = renderValues(view, change, after, context);
  const role = (block: BlockJson, html: string, of: 'before' | 'after') =>
    renderRole(
      block,
      html,
      of === 'before' ? context.before : context.after,
      context,
      renderMeasure(view, change, old, now, context),
    );
  if (change.pieces.length === 0) {
    const block = view === 'was' ? old : now;
    const outline = view === 'was' ? context.before : context.after;
    return role(block, renderText(block.content, outline, context), view === 'was' ? 'before' : 'after') + values;
  }
  if (view === 'inline' && change.kind === 'rewritten') {
    const gone = renderPieces('was', change.pieces, before, after, context);
    const come = renderPieces('becomes', change.pieces, before, after, context);
    return role(old, gone, 'before') + role(now, come, 'after') + values;
  }
  const html = renderPieces(view, change.pieces, before, after, context);
  return (view === 'was' ? role(old, html, 'before') : role(now, html, 'after')) + values;
}

/** A footnote whose words changed: it has no paragraph, so its pieces are read as they are. */
export function renderFootnoteEdit(view: View, change: Change, context: ComparisonContext): string {
  const html = change.pieces
    .map((piece) => {
      const text = escapeHtml(piece.text);
      if (piece.kind === 'kept') return text;
      if (piece.kind === 'deleted') return view === 'becomes' ? '' : deleted(text, context);
      return view === 'was' ? '' : inserted(text, context);
    })
    .join('');
  return `<p class="footnote">${html}</p>`;
}

/** The content of a cell that stands on both sides, as one run: gone blocks stay where they were. */
export function renderCellContent(
  view: View,
  before: CellJson | null,
  after: CellJson | null,
  index: ComparisonIndex,
  context: ComparisonContext,
): string {
  const parts: string[] = [];
  const gone = (node: TopJson) =>
    index.changes('before', node.attrs.id).some((change) => change.kind === 'deleted' && change.after === null);
  const old = before?.content ?? [];
  if (view === 'was') {
    for (const node of old) parts.push(renderIn(view, node, 'before', gone(node), index, context));
    return parts.join('');
  }
  const lost = view === 'inline' ? old.map((node, at) => ({ node, at })).filter(({ node }) => gone(node)) : [];
  for (const [at, node] of (after?.content ?? []).entries()) {
    while (lost[0] && lost[0].at <= at) {
      parts.push(renderIn(view, (lost.shift() as { node: TopJson }).node, 'before', true, index, context));
    }
    const come = index.changes('after', node.attrs.id).some((change) => change.kind === 'inserted');
    parts.push(renderIn(view, node, 'after', come, index, context));
  }
  for (const { node } of lost) parts.push(renderIn(view, node, 'before', true, index, context));
  return parts.join('');
}

function renderIn(
  view: View,
  node: TopJson,
  of: 'before' | 'after',
  lone: boolean,
  index: ComparisonIndex,
  context: ComparisonContext,
): string {
  const outline = of === 'before' ? context.before : context.after;
  if (lone) {
    const wrap: Wrap = (html) => (of === 'before' ? deleted(html, context) : inserted(html, context));
    return renderWhole(node, outline, context, wrap);
  }
  const edit = index.changes(of, node.attrs.id).find(isEdit);
  if (edit && node.type === 'block') {
    // a split or merged paragraph is shown once, at its first block
    return edit[of]?.nodes[0] === node.attrs.id ? renderEdit(view, edit, index, context) : '';
  }
  const other = edit?.before?.nodes[0] === undefined ? undefined : index.held('before', edit.before.nodes[0])?.node;
  if (edit && node.type === 'image' && other?.type === 'image') {
    return renderPicture(view, other, node, edit, context);
  }
  return renderWhole(node, outline, context);
}

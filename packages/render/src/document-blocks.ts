import { type BlockJson, flow, type ImageJson, type List, type SourceJson, type TopJson } from '@draagvlak/document';
import { renderTable } from './document-table.ts';
import { type Context, countMark, idOf, renderWords } from './document-words.ts';
import { attributes, element, escapeHtml } from './escape.ts';

type Piece = TopJson | List<TopJson>;

/** What stands in a section or a cell: runs of definitions and quotes together, lists as trees. */
export function renderNodes(nodes: readonly TopJson[], context: Context): string {
  const pieces = flow(nodes);
  let html = '';
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] as Piece;
    const role = piece.type === 'block' ? piece.attrs.role : null;
    if (role !== 'definition' && role !== 'quote') {
      html += renderPiece(piece, context);
      continue;
    }
    const run: BlockJson[] = [];
    for (; index < pieces.length; index += 1) {
      const next = pieces[index] as Piece;
      if (next.type !== 'block' || next.attrs.role !== role) break;
      run.push(next);
    }
    index -= 1;
    html +=
      role === 'quote'
        ? element('blockquote', {}, run.map((block) => renderWords('p', {}, block, context)).join(''))
        : element('dl', { class: 'definitions' }, run.map((block) => renderDefinition(block, context)).join(''));
  }
  return html;
}

function renderPiece(piece: Piece, context: Context): string {
  switch (piece.type) {
    case 'list':
      return renderList(piece, context);
    case 'table':
      return renderTable(piece, context, renderNodes);
    case 'image':
      return renderImage(piece, context);
    case 'source':
      return renderSource(piece, context);
    case 'block':
      return renderBlock(piece, context);
  }
}

function renderBlock(block: BlockJson, context: Context): string {
  const { role, indent } = block.attrs;
  const indented = indent > 0 ? `indent-${Math.min(8, indent)}` : null;
  switch (role) {
    case 'requirement':
      return renderRequirement(block, context);
    case 'note':
      return renderWords('p', { class: 'note', role: 'note' }, block, context);
    case 'heading':
      // Only within a table cell: a heading that opens no section.
      return renderWords('p', { class: 'cell-heading' }, block, context);
    case 'paragraph':
    case 'item':
    case 'definition':
    case 'quote':
      return renderWords('p', { class: indented }, block, context);
  }
}

function renderRequirement(block: BlockJson, context: Context): string {
  const { id, kind } = block.attrs;
  const { words } = context;
  const number = id === null ? '' : (context.outline.requirementNumber(id) ?? '');
  const name = escapeHtml(words.document.requirement(number, kind === 'recommendation'));
  const measured = words.document.measure(block.attrs);
  const line =
    (id === null ? `<span>${name}</span>` : element('a', { href: `#${context.prefix}${id}` }, name)) +
    (measured === null ? '' : element('span', { class: 'measure' }, escapeHtml(measured)));
  return element(
    'div',
    { class: kind === 'recommendation' ? 'req recommendation' : 'req', id: idOf(id, context) },
    element('p', { class: 'req-no', 'data-generated': true }, line) + renderWords('p', { id: null }, block, context),
  );
}

function renderDefinition(block: BlockJson, context: Context): string {
  const term = element('dt', { 'data-generated': true }, `<dfn>${escapeHtml(block.attrs.term ?? '')}</dfn>`);
  // What explains a term does not send its reader round.
  return element('div', {}, term + renderWords('dd', {}, block, { ...context, terms: undefined }));
}

function renderList(list: List<TopJson>, context: Context): string {
  const items = list.items.map(({ block, content }) => {
    if (content.length === 0) return renderWords('li', {}, block, context);
    const below = content.map((piece) => renderPiece(piece, context)).join('');
    return element(
      'li',
      { id: idOf(block.attrs.id, context) },
      renderWords('span', { id: null }, block, context) + below,
    );
  });
  const type = list.numbering === 'letter' ? 'a' : list.numbering === 'roman' ? 'i' : null;
  return element(list.ordered ? 'ol' : 'ul', { type, class: type === null ? null : list.numbering }, items.join(''));
}

function renderImage(image: ImageJson, context: Context): string {
  const { id, src, alt, width } = image.attrs;
  const address = context.image(src);
  const shown =
    address === null
      ? element('p', { class: 'missing-image' }, escapeHtml(alt))
      : `<img${attributes({ src: address, alt, width, loading: 'lazy' })}>`;
  return element('figure', { id: idOf(id, context), 'data-image': id }, shown + countMark(id, context));
}

function renderSource(source: SourceJson, context: Context): string {
  const { id, title, href, owner, number, adopted } = source.attrs;
  const { source: words } = context.words.document;
  const name = escapeHtml(title);
  const safe = href !== null && /^https?:\/\//i.test(href) ? href : null;
  const facts = (
    [
      [words.owner, owner],
      [words.number, number],
      [words.adopted, adopted],
    ] as const
  )
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value ?? '')}</dd></div>`)
    .join('');
  return element(
    'div',
    { class: 'source', id: idOf(id, context), 'data-source': id },
    element(
      'p',
      { class: 'source-title' },
      safe === null ? name : element('a', { href: safe, rel: 'noopener noreferrer' }, name),
    ) +
      (facts === '' ? '' : `<dl>${facts}</dl>`) +
      countMark(id, context),
  );
}

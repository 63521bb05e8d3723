import {
  type BlockJson,
  type InlineJson,
  inlineText,
  type Outline,
  plainText,
  type TextJson,
} from '@draagvlak/document';
import type { Change, TextPiece } from '@draagvlak/compare';
import type { Wording } from '@draagvlak/wording';
import { renderInline } from './document-inline.ts';
import { attributes, element, escapeHtml } from './escape.ts';

/** The three ways a change is shown: what it was, what it becomes, and both in one text. */
export type View = 'was' | 'becomes' | 'inline';

export interface ComparisonContext {
  readonly words: Wording;
  readonly before: Outline;
  readonly after: Outline;
  /** Address of an image's bytes; `null`: its description stands in its place. */
  readonly image: (src: string) => string | null;
}

/** Deleted and inserted words, said as well as shown: colour and line are never the only sign. */
export function deleted(html: string, { words }: ComparisonContext, value = false): string {
  const { deleted: before, endDeleted } = words.compare;
  return `<del class="${value ? 'val-old' : 'del'}">${hidden(before)}${html}${hidden(endDeleted)}</del>`;
}

export function inserted(html: string, { words }: ComparisonContext, value = false): string {
  const { inserted: before, endInserted } = words.compare;
  return `<ins class="${value ? 'val-new' : 'ins'}">${hidden(before)}${html}${hidden(endInserted)}</ins>`;
}

export const hidden = (text: string): string => element('span', { class: 'hidden-text' }, escapeHtml(text));

const IS_NUMBER = /^\s*\p{N}[\p{N}.,]*\s*$/u;

/**
 * The words of a changed paragraph as one version has them, or as both; `pieces` says which characters went and came,
 * the blocks on either side give their marks.
 */
export function renderPieces(
  view: View,
  pieces: readonly TextPiece[],
  before: readonly BlockJson[],
  after: readonly BlockJson[],
  context: ComparisonContext,
): string {
  let html = '';
  let old = 0;
  let now = 0;
  for (const [index, piece] of pieces.entries()) {
    const fromBefore = piece.kind === 'deleted';
    const shown =
      (piece.kind === 'deleted' && view === 'becomes') || (piece.kind === 'inserted' && view === 'was')
        ? ''
        : fromBefore || (piece.kind === 'kept' && view === 'was')
          ? slice(before, old, old + piece.length, context.before, context)
          : slice(after, now, now + piece.length, context.after, context);
    if (piece.kind !== 'inserted') old += piece.length;
    if (piece.kind !== 'deleted') now += piece.length;
    if (shown === '') continue;
    const partner = pieces[index + (fromBefore ? 1 : -1)];
    const value =
      piece.kind !== 'kept' &&
      partner?.kind === (fromBefore ? 'inserted' : 'deleted') &&
      [piece, partner].every(isNumber);
    if (piece.kind === 'deleted') html += deleted(shown, context, value);
    else if (piece.kind === 'inserted')
      html += (view === 'inline' && partner?.kind === 'deleted' ? ' ' : '') + inserted(shown, context, value);
    else html += shown;
  }
  return html;
}

const isNumber = (piece: TextPiece) => IS_NUMBER.test(piece.text);

/** Characters of a paragraph, or of several with a pilcrow between them, as HTML with their marks. */
function slice(
  blocks: readonly BlockJson[],
  from: number,
  to: number,
  outline: Outline,
  context: ComparisonContext,
): string {
  let html = '';
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    if (index > 0) {
      if (at >= from && at < to) {
        html += `<span class="pilcrow" aria-hidden="true">¶</span>${hidden(` ${context.words.compare.paragraphMark} `)}<br>`;
      }
      at += 1;
    }
    const { length } = inlineText(block);
    if (at < to && at + length > from) {
      const content = block.content ?? [];
      const start = Math.max(0, from - at);
      const before = plainText(cut(content, 0, start));
      html += renderText(cut(content, start, Math.min(length, to - at)), outline, context, before);
    }
    at += length;
  }
  return html;
}

function cut(content: readonly InlineJson[], from: number, to: number): InlineJson[] {
  const result: InlineJson[] = [];
  let at = 0;
  for (const node of content) {
    const width = node.type === 'text' ? node.text.length : 1;
    const start = Math.max(from, at);
    const end = Math.min(to, at + width);
    if (start < end)
      result.push(node.type === 'text' ? { ...node, text: node.text.slice(start - at, end - at) } : node);
    at += width;
  }
  return result;
}

/** Inline content without addresses: the same words stand on the page up to three times. */
export function renderText(
  content: readonly InlineJson[] | undefined,
  outline: Outline,
  { words }: ComparisonContext,
  preceding = '',
): string {
  let before = preceding;
  const plain = (content ?? []).map((node): InlineJson => {
    const said = before;
    before += plainText([node]);
    if (node.type === 'reference') {
      const target = outline.target(node.attrs.target);
      return {
        type: 'text',
        text: target === undefined ? words.document.lostReference : words.document.reference(target, said),
        ...(node.marks ? { marks: node.marks } : {}),
      };
    }
    if (node.type !== 'footnote') return node;
    const number = node.attrs.id === null ? undefined : outline.footnoteNumber(node.attrs.id);
    return { type: 'text', text: String(number ?? '*'), marks: [{ type: 'superscript' }] } satisfies TextJson;
  });
  return renderInline(plain, { outline, words, prefix: '' });
}

/** The element a paragraph's words stand in, by its role: an item in its list, a requirement with its number. */
export function renderRole(
  block: BlockJson,
  html: string,
  outline: Outline,
  context: ComparisonContext,
  measure?: string,
): string {
  const { id, role, kind, indent, term } = block.attrs;
  const indented = indent > 0 ? `indent-${Math.min(8, indent)}` : null;
  switch (role) {
    case 'item': {
      const number = id === null ? undefined : outline.itemNumber(id);
      if (kind !== 'ordered') return `<ul${attributes({ class: indented })}><li>${html}</li></ul>`;
      const start = number !== undefined && /^\d+$/u.test(number) ? Number(number) : null;
      const type = start === null && number !== undefined ? 'a' : null;
      return `<ol${attributes({ class: indented, start: start ?? letterValue(number), type })}><li>${html}</li></ol>`;
    }
    case 'requirement': {
      const number = id === null ? '' : (outline.requirementNumber(id) ?? '');
      const name = escapeHtml(context.words.document.requirement(number, kind === 'recommendation'));
      const shown = measure ?? escapeHtml(context.words.document.measure(block.attrs) ?? '');
      const line = `<p class="req-no"><span>${name}</span>${shown === '' ? '' : `<span class="measure">${shown}</span>`}</p>`;
      return element('div', { class: 'req' }, `${line}<p>${html}</p>`);
    }
    case 'heading': {
      const number = id === null ? null : (outline.section(id)?.number ?? null);
      return `<p class="cmp-title"><b>${number === null ? '' : `<span class="no">${escapeHtml(number)}</span> `}${html}</b></p>`;
    }
    case 'definition':
      return `<p>${term === null ? '' : `<b>${escapeHtml(term)}</b>: `}${html}</p>`;
    case 'quote':
      return `<blockquote><p>${html}</p></blockquote>`;
    case 'note':
      return `<p class="note">${html}</p>`;
    case 'paragraph':
      return `<p${attributes({ class: indented })}>${html}</p>`;
  }
}

const letterValue = (number: string | undefined): number | null =>
  number !== undefined && /^[a-z]$/u.test(number) ? number.charCodeAt(0) - 96 : null;

/** The measure of a requirement with what changed in it boxed; nothing when it stayed. */
export function renderMeasure(
  view: View,
  change: Change,
  before: BlockJson,
  after: BlockJson,
  context: ComparisonContext,
): string | undefined {
  const names = ['quantity', 'comparator', 'value', 'unit'];
  if (!change.attributes.some((each) => names.includes(each.name))) return undefined;
  const { measure } = context.words.document;
  const box = (block: BlockJson, wrap: (html: string) => string): string => {
    const whole = measure(block.attrs);
    if (whole === null) return '';
    const only = change.attributes.filter((each) => names.includes(each.name));
    const { value } = block.attrs;
    // only the number changed: box the number, as the words around it are the same
    if (only.length === 1 && only[0]?.name === 'value' && value !== null && whole.includes(value)) {
      const at = whole.indexOf(value);
      return `${escapeHtml(whole.slice(0, at))}${wrap(escapeHtml(value))}${escapeHtml(whole.slice(at + value.length))}`;
    }
    return wrap(escapeHtml(whole));
  };
  const was = box(before, (html) => deleted(html, context, true));
  const becomes = box(after, (html) => inserted(html, context, true));
  if (view === 'was') return was;
  if (view === 'becomes') return becomes;
  const only = change.attributes.length === 1 && change.attributes[0]?.name === 'value';
  const whole = measure(after.attrs);
  const { value } = after.attrs;
  if (only && whole !== null && value !== null && before.attrs.value !== null && whole.includes(value)) {
    const at = whole.indexOf(value);
    const both = `${deleted(escapeHtml(before.attrs.value), context, true)} ${inserted(escapeHtml(value), context, true)}`;
    return `${escapeHtml(whole.slice(0, at))}${both}${escapeHtml(whole.slice(at + value.length))}`;
  }
  return [was, becomes].filter(Boolean).join(' ');
}

/** Changed attributes and marks as lines: a box with what it was, a box with what it becomes. */
export function renderValues(
  view: View,
  change: Change,
  after: readonly BlockJson[],
  context: ComparisonContext,
): string {
  const { words } = context;
  const measured = ['quantity', 'comparator', 'value', 'unit'];
  const lines = change.attributes
    .filter((each) => !(change.unit === 'requirement' && measured.includes(each.name)) && each.name !== 'slot')
    .map((each) => {
      // The pictures themselves are shown; their address says nothing.
      if (each.name === 'src') {
        return view === 'was' ? '' : `<p class="small">${escapeHtml(words.compare.pictureReplaced)}</p>`;
      }
      const name = escapeHtml(words.compare.attribute(each.name));
      if (each.before === null && each.after === null) return `<p class="small">${name}</p>`;
      const was = view === 'becomes' ? '' : deleted(escapeHtml(words.compare.value(each.before)), context, true);
      const becomes = view === 'was' ? '' : inserted(escapeHtml(words.compare.value(each.after)), context, true);
      return `<p class="small">${name}: ${[was, becomes].filter(Boolean).join(' ')}</p>`;
    });
  if (view !== 'was') {
    for (const mark of change.marks) {
      const block = after.find((each) => each.attrs.id === mark.range.block);
      const text = block ? inlineText(block).slice(mark.range.from, mark.range.to) : '';
      lines.push(
        `<p class="small">${escapeHtml(words.compare.mark(mark.mark, mark.kind, mark.before, mark.after, text))}</p>`,
      );
    }
  }
  return lines.join('');
}

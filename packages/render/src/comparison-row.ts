import type { Change } from '@draagvlak/compare';
import type { ComparisonIndex } from './comparison-index.ts';
import { isEdit, renderEdit, renderFootnoteEdit, renderPicture, renderWhole, sourceText } from './comparison-node.ts';
import { renderTablePair } from './comparison-table.ts';
import { type ComparisonContext, deleted, hidden, inserted, renderValues, type View } from './comparison-text.ts';
import { attributes, element, escapeHtml } from './escape.ts';

/** What stands behind a change, as far as known. */
export interface Grounds {
  /** Numbers of the reactions, "R07", in their order. */
  readonly comments: readonly string[];
  /** Changed on own initiative, with a reason. */
  readonly ownInitiative: boolean;
  /** Why, in words; shown in the was-wordt table. */
  readonly reason?: string | null;
}

export interface RowOptions {
  /** By change key. Left out: nothing is said about grounds. With a map, a change that is not in it has no known reason. */
  readonly grounds?: ReadonlyMap<string, Grounds> | undefined;
  /** Address of a reaction by its number. */
  readonly commentHref?: ((number: string) => string) | undefined;
  /** Key of the change that is being looked at. */
  readonly selected?: string | null | undefined;
}

const SIGNS: Readonly<Record<Change['category'], { readonly sign: string; readonly className: string }>> = {
  substantive: { sign: 's-ne', className: '' },
  editorial: { sign: 's-red', className: '' },
  moved: { sign: 's-move', className: ' is-moved' },
  renumbered: { sign: 's-renum', className: '' },
  new: { sign: 's-plus', className: ' is-new' },
  deleted: { sign: 's-min', className: ' is-gone' },
};

export const sign = (name: string): string =>
  `<svg class="sign" aria-hidden="true" focusable="false"><use href="#${name}"></use></svg>`;

/** Whether a number, and nothing else, changed. */
export function isValueChange(change: Change): boolean {
  const words = change.pieces.filter((piece) => piece.kind !== 'kept');
  const numbers = words.every((piece) => /^\s*\p{N}[\p{N}.,]*\s*$/u.test(piece.text));
  const values = change.attributes.every((each) => each.name === 'value');
  return (
    numbers && values && change.marks.length === 0 && words.length + change.attributes.length > 0 && isEdit(change)
  );
}

/** What kind of change this is, in a few words. */
export function changeName(change: Change, { words }: ComparisonContext): string {
  const unit = words.compare.units[change.unit];
  if (change.category === 'editorial') return words.vocabulary.categories.editorial;
  if (isValueChange(change)) return words.compare.valueChanged;
  switch (change.kind) {
    case 'inserted':
    case 'deleted':
    case 'moved':
      return unit[change.kind];
    case 'text':
      return words.vocabulary.categories.substantive;
    case 'rewritten':
    case 'retitled':
    case 'renumbered':
    case 'split':
    case 'merged':
    case 'attribute':
    case 'mark':
      return words.vocabulary.changeKinds[change.kind];
  }
}

/** Number, kind and reactions of a change. */
export function renderTags(
  change: Change,
  index: ComparisonIndex,
  context: ComparisonContext,
  options: RowOptions,
  anchor: boolean,
): string {
  const number = index.numbers.get(change.key) ?? 0;
  const name = changeName(change, context);
  const { sign: icon, className } = SIGNS[change.category];
  const value = isValueChange(change) && change.category !== 'editorial';
  const link = element(
    'a',
    {
      class: 'cmp-no',
      href: `#change-${change.key}`,
      ...(anchor ? { id: `change-${change.key}`, 'data-change': change.key } : {}),
      'aria-label': context.words.compare.changeNumber(number, name),
      'aria-current': options.selected === change.key ? 'true' : null,
    },
    String(number),
  );
  const rule = change.editorialRule === null ? null : context.words.compare.rule(change.editorialRule);
  const badge = element(
    'span',
    { class: `change${value ? ' is-value' : className}`, title: rule },
    sign(value ? 's-hash' : icon) + escapeHtml(name) + (rule === null ? '' : hidden(`, ${rule}`)),
  );
  return link + badge + renderGrounds(change, context, options);
}

function renderGrounds(change: Change, { words }: ComparisonContext, options: RowOptions): string {
  if (!options.grounds || change.category === 'renumbered') return '';
  const found = options.grounds.get(change.key);
  if (!found || (found.comments.length === 0 && !found.ownInitiative)) {
    return `<span class="no-ground">${sign('s-open')}${escapeHtml(words.compare.noGround)}</span>`;
  }
  const numbers = found.comments.map((number) =>
    options.commentHref ? element('a', { href: options.commentHref(number) }, escapeHtml(number)) : escapeHtml(number),
  );
  if (found.ownInitiative) numbers.push(escapeHtml(words.compare.ownInitiative));
  return `<span class="refs">${numbers.join(' ')}</span>`;
}

/** Facts of a change that scripts filter and walk by. */
export const facts = (changes: readonly Change[]): Record<string, string> => ({
  'data-category': [...new Set(changes.map((change) => change.category))].join(' '),
  'data-section': changes[0]?.after?.section ?? changes[0]?.before?.section ?? '',
});

/** One change as a row: what it was and becomes beside each other, and both in one text. */
export function renderRow(
  change: Change,
  index: ComparisonIndex,
  context: ComparisonContext,
  options: RowOptions,
): string {
  return row(
    { id: `change-${change.key}`, 'data-change': change.key, ...facts([change]) },
    options.selected === change.key,
    renderTags(change, index, context, options, false),
    (view) => renderChange(view, change, index, context),
    context,
  );
}

/** All changes of one table as one row with one grid; each keeps its own number and address. */
export function renderTableRow(
  changes: readonly Change[],
  index: ComparisonIndex,
  context: ComparisonContext,
  options: RowOptions,
): string {
  const pair = index.tableOf(changes[0] as Change);
  if (!pair) return changes.map((change) => renderRow(change, index, context, options)).join('');
  const tags = changes.map((change) => renderTags(change, index, context, options, true));
  const footnotes = changes.filter((change) => change.unit === 'footnote');
  const selected = changes.some((change) => change.key === options.selected);
  const attributesOf = (view: View) =>
    changes
      .filter((change) => ['table', 'cell', 'image'].includes(change.unit) && change.kind === 'attribute')
      .map((change) => renderValues(view, change, [], context))
      .join('');
  return row(
    { ...facts(changes), 'data-table': pair.after.attrs.id },
    selected,
    tags.map((one) => element('span', { class: 'cmp-tag' }, one)).join(''),
    (view) =>
      renderTablePair(view, pair.before, pair.after, index, context) +
      attributesOf(view) +
      footnotes.map((change) => renderFootnoteEdit(view, change, context)).join(''),
    context,
  );
}

function row(
  values: Readonly<Record<string, string | null>>,
  selected: boolean,
  tags: string,
  show: (view: View) => string,
  { words }: ComparisonContext,
): string {
  const nothing = (text: string) => `<p class="nothing">${escapeHtml(text)}</p>`;
  const was = show('was') || nothing(words.compare.notBefore);
  const becomes = show('becomes') || nothing(words.compare.notAfter);
  return (
    `<div class="cmp-row${selected ? ' is-selected' : ''}"${attributes(values)}><div class="cmp-tags">${tags}</div>` +
    `<div class="was text">${hidden(words.compare.wasSpoken)}${was}</div>` +
    `<div class="wordt text">${hidden(words.compare.becomesSpoken)}${becomes}</div>` +
    `<div class="in-line text">${show('inline')}</div></div>`
  );
}

/** A change's own words in one view; empty where that version has none. */
export function renderChange(view: View, change: Change, index: ComparisonIndex, context: ComparisonContext): string {
  const { words } = context;
  const small = (text: string) => `<p class="small">${escapeHtml(text)}</p>`;
  if (change.unit === 'footnote' && isEdit(change)) return renderFootnoteEdit(view, change, context);
  if (change.kind === 'renumbered' && change.pieces.length === 0) {
    const [from, to] = [change.before?.text ?? '', change.after?.text ?? ''];
    if (view === 'inline') return small(words.compare.number(from, to));
    return `<p>${escapeHtml(view === 'was' ? from : to)}</p>`;
  }
  if (change.kind === 'moved') return renderMoved(view, change, index, context);
  if (change.kind === 'inserted' || change.kind === 'deleted' || isLoneSection(change))
    return renderLone(view, change, index, context);
  if (change.unit === 'image' || change.unit === 'source') return renderAttributes(view, change, index, context);
  return renderEdit(view, change, index, context);
}

/** A section that was split off or merged away: its own words are new or gone, the rest stands elsewhere. */
const isLoneSection = (change: Change) =>
  change.unit === 'section' &&
  ((change.kind === 'split' && change.category === 'new') ||
    (change.kind === 'merged' && change.category === 'deleted'));

function renderLone(view: View, change: Change, index: ComparisonIndex, context: ComparisonContext): string {
  const come = change.category === 'new';
  if (view === (come ? 'was' : 'becomes')) return '';
  const of = come ? 'after' : 'before';
  const wrap = (html: string) => (come ? inserted(html, context) : deleted(html, context));
  const outline = come ? context.after : context.before;
  const nodes = (change[of]?.nodes ?? []).flatMap((id) => {
    const node = index.held(of, id)?.node;
    return node && node.type !== 'row' && node.type !== 'cell' ? [renderWhole(node, outline, context, wrap)] : [];
  });
  const html = nodes.length > 0 ? nodes.join('') : `<p>${wrap(escapeHtml(change[of]?.text ?? ''))}</p>`;
  const origin = isLoneSection(change) ? (come ? change.before : change.after) : null;
  const { splitFrom, mergedInto } = context.words.compare;
  return (
    html +
    (origin ? `<p class="small">${escapeHtml(come ? splitFrom(origin.label) : mergedInto(origin.label))}</p>` : '')
  );
}

function renderMoved(view: View, change: Change, index: ComparisonIndex, context: ComparisonContext): string {
  const { words } = context;
  const [from, to] = [change.before?.label ?? '', change.after?.label ?? ''];
  const within = change.before?.section === change.after?.section || from === to;
  const route = within
    ? words.compare.movedWithin
    : view === 'was'
      ? words.compare.movedTo(to)
      : words.compare.movedFrom(from);
  const of = view === 'was' ? 'before' : 'after';
  const outline = view === 'was' ? context.before : context.after;
  const wrap = (html: string) => `<span class="mov">${html}</span>`;
  const nodes = (change[of]?.nodes ?? []).flatMap((id) => {
    const node = index.held(of, id)?.node;
    return node && node.type !== 'row' && node.type !== 'cell' ? [renderWhole(node, outline, context, wrap)] : [];
  });
  const html = nodes.length > 0 ? nodes.join('') : `<p>${wrap(escapeHtml(change[of]?.text ?? ''))}</p>`;
  return `${html}<p class="small mov-text">${escapeHtml(route)}</p>`;
}

function renderAttributes(view: View, change: Change, index: ComparisonIndex, context: ComparisonContext): string {
  const of = view === 'was' ? 'before' : 'after';
  const [before, after] = (['before', 'after'] as const).map(
    (side) => index.held(side, change[side]?.nodes[0] ?? '')?.node,
  );
  const node = view === 'was' ? before : after;
  const shown =
    before?.type === 'image' && after?.type === 'image'
      ? renderPicture(view, before, after, change, context)
      : `<p>${escapeHtml(node?.type === 'source' ? sourceText(node) : (change[of]?.text ?? ''))}</p>`;
  return shown + renderValues(view, change, [], context);
}

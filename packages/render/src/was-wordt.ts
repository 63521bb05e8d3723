import type { Change, Comparison } from '@draagvlak/compare';
import { type DocumentJson, outline } from '@draagvlak/document';
import type { Wording } from '@draagvlak/wording';
import { ComparisonIndex } from './comparison-index.ts';
import { type Grounds, renderChange } from './comparison-row.ts';
import type { ComparisonContext } from './comparison-text.ts';
import { element, escapeHtml } from './escape.ts';

/** One line of the table of what was and what becomes. */
export interface WasWordtRow {
  readonly number: number;
  readonly key: string;
  readonly sectionBefore: string;
  readonly sectionAfter: string;
  readonly textBefore: string;
  readonly textAfter: string;
  /** The same texts as HTML, with gone words struck and new ones underlined. */
  readonly htmlBefore: string;
  readonly htmlAfter: string;
  readonly category: Change['category'];
  readonly kind: string;
  readonly reason: string;
  /** What the change itself says, then the motivation. */
  readonly explanation: string;
  /** The first part of the explanation, in the reader's language. */
  readonly notes: string;
  /** The rest of it, in the language of the document. */
  readonly motivation: string;
}

export interface WasWordtOptions {
  readonly words: Wording;
  /** By change key; a change without a reaction is one on own initiative. */
  readonly grounds?: ReadonlyMap<string, Grounds>;
}

/** Every change as one line, in reading order; what moved stands there once, with where from and where to. */
export function wasWordtRows(
  {
    before,
    after,
    comparison,
  }: { readonly before: DocumentJson; readonly after: DocumentJson; readonly comparison: Comparison },
  { words, grounds }: WasWordtOptions,
): WasWordtRow[] {
  const index = new ComparisonIndex(before, after, comparison);
  const context: ComparisonContext = { words, before: outline(before), after: outline(after), image: () => null };
  return comparison.changes.map((change, at) => {
    const moved = change.kind === 'moved';
    const section = moved && change.unit === 'section';
    const ground = grounds?.get(change.key);
    const notes = notesOf(change);
    const motivation = ground?.reason ?? '';
    const label = (side: Change['before']) => (side === null ? '' : side.label || words.compare.beforeFirstHeading);
    return {
      number: at + 1,
      key: change.key,
      sectionBefore: label(change.before),
      sectionAfter: label(change.after),
      // a section that moved is not repeated: its own changes stand in lines of their own
      textBefore: section ? '' : (change.before?.text ?? ''),
      textAfter: section || moved ? '' : (change.after?.text ?? ''),
      htmlBefore: section ? '' : moved ? `<p>${escapeHtml(change.before?.text ?? '')}</p>` : html('was', change),
      htmlAfter: moved ? '' : html('becomes', change),
      category: change.category,
      kind: words.compare.kinds[change.category],
      reason: reasonOf(ground),
      explanation: [notes, motivation].filter(Boolean).join('; '),
      notes,
      motivation,
    };
  });

  function html(view: 'was' | 'becomes', change: Change): string {
    return renderChange(view, change, index, context);
  }

  function reasonOf(ground: Grounds | undefined): string {
    if (!grounds) return '';
    const known = [...(ground?.comments ?? []), ...(ground?.ownInitiative ? [words.compare.ownInitiative] : [])];
    return known.length > 0 ? known.join(', ') : words.compare.noReason;
  }

  function notesOf(change: Change): string {
    const notes: string[] = [];
    if (change.kind === 'moved') notes.push(route(change));
    if (change.kind === 'renumbered' && change.pieces.length === 0) {
      notes.push(words.compare.number(change.before?.text ?? '', change.after?.text ?? ''));
    }
    for (const each of change.attributes) {
      const name = words.compare.attribute(each.name);
      notes.push(`${name}: ${words.compare.value(each.before)} → ${words.compare.value(each.after)}`);
    }
    if (change.editorialRule !== null) notes.push(words.compare.rule(change.editorialRule));
    return notes.join('; ');
  }

  function route(change: Change): string {
    const number = (view: typeof context.before, side: Change['before']) => {
      const found = view.section((change.unit === 'section' ? side?.nodes[0] : side?.section) ?? '');
      return found?.number ?? found?.title ?? words.compare.beforeFirstHeading;
    };
    const [from, to] = [number(context.before, change.before), number(context.after, change.after)];
    return from === to ? words.compare.movedWithin : words.compare.movedRoute(from, to);
  }
}

/**
 * The rows as an HTML table with the columns of the was-wordt-tabel. What comes out of the document, and what was said
 * of it, is Dutch whatever language the reader has chosen.
 */
export function renderWasWordt(rows: readonly WasWordtRow[], words: Wording): string {
  const { table } = words.compare;
  const names = columns(table);
  const head = names.map((name) => `<th scope="col">${escapeHtml(name)}</th>`);
  const body = rows.map((row) => {
    const dutch = { lang: 'nl' };
    const explanation = [escapeHtml(row.notes), row.motivation && element('span', dutch, escapeHtml(row.motivation))];
    const cells = [
      `<th scope="row" class="num">${row.number}</th>`,
      cell(1, escapeHtml(row.sectionBefore), dutch),
      cell(2, escapeHtml(row.sectionAfter), dutch),
      cell(3, row.htmlBefore, { class: 'text', ...dutch }),
      cell(4, row.htmlAfter, { class: 'text', ...dutch }),
      cell(5, escapeHtml(row.kind)),
      cell(6, escapeHtml(row.reason)),
      cell(7, explanation.filter(Boolean).join('; ')),
    ];
    return element(
      'tr',
      { id: `rij-${row.key}`, 'data-change': row.key, 'data-category': row.category },
      cells.join(''),
    );
  });
  // On a narrow screen a row is read as a card; there each cell shows the name of its column.
  function cell(column: number, inner: string, attributes: Readonly<Record<string, string>> = {}): string {
    return element('td', { ...attributes, 'data-label': names[column] ?? '' }, inner);
  }

  return element(
    'div',
    { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': table.caption },
    `<table class="data was-wordt"><caption class="hidden-text">${escapeHtml(table.caption)}</caption><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`,
  );
}

const columns = (table: Wording['compare']['table']): string[] => [
  table.number,
  table.sectionBefore,
  table.sectionAfter,
  table.textBefore,
  table.textAfter,
  table.kind,
  table.reason,
  table.explanation,
];

/**
 * The rows as CSV for a Dutch spreadsheet: semicolons, every field quoted, CRLF, a byte order mark so that accents are
 * read as UTF-8. A field that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function wasWordtCsv(rows: readonly WasWordtRow[], words: Wording): string {
  const lines = rows.map((row) => [
    String(row.number),
    row.sectionBefore,
    row.sectionAfter,
    row.textBefore,
    row.textAfter,
    row.kind,
    row.reason,
    row.explanation,
  ]);
  return `\ufeff${[columns(words.compare.table), ...lines].map((line) => `${line.map(field).join(';')}\r\n`).join('')}`;
}

function field(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r|]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

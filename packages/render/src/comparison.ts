import { type Change, type Comparison, type SectionPair } from '@draagvlak/compare';
import { type DocumentJson, outline, type Section, type TopJson } from '@draagvlak/document';
import type { Wording } from '@draagvlak/wording';
import { ComparisonIndex } from './comparison-index.ts';
import { renderWhole } from './comparison-node.ts';
import { renderRow, renderTableRow, renderTags, type RowOptions, sign } from './comparison-row.ts';
import type { ComparisonContext } from './comparison-text.ts';
import { attributes, element, escapeHtml } from './escape.ts';

export type { Grounds } from './comparison-row.ts';

export interface ComparedVersions {
  readonly before: DocumentJson;
  readonly after: DocumentJson;
  readonly comparison: Comparison;
}

export interface ComparisonOptions extends RowOptions {
  readonly words: Wording;
  /** How it is shown at first; both are in the page, `data-view` on the outermost element switches. */
  readonly view?: 'side' | 'inline';
  /** Names of the two versions ("0.1"), for the heads of the columns. */
  readonly versions?: { readonly before: string; readonly after: string };
  readonly image?: (src: string) => string | null;
}

/**
 * A comparison as HTML: `<div class="cmp" data-view>` with every section of both versions in reading order and each
 * change once, as an element with `id="change-<key>"` and `data-change`. Unchanged text is folded, a moved section is one
 * frame with its own changes inside, a table is one grid. Pure and deterministic; everything an author wrote is escaped.
 */
export function renderComparison(versions: ComparedVersions, options: ComparisonOptions): string {
  return new ComparisonPage(versions, options).render();
}

class ComparisonPage {
  readonly #versions: ComparedVersions;
  readonly #options: ComparisonOptions;
  readonly #index: ComparisonIndex;
  readonly #context: ComparisonContext;
  readonly #bySection = new Map<SectionPair | null, Change[]>();
  /** Moves of whole sections by the heading they moved with. */
  readonly #moves = new Map<string, Change>();
  /** For each section of the second version what moved away from directly behind it. */
  readonly #stubs = new Map<string, Change[]>();

  constructor(versions: ComparedVersions, options: ComparisonOptions) {
    this.#versions = versions;
    this.#options = options;
    const { before, after, comparison } = versions;
    this.#index = new ComparisonIndex(before, after, comparison);
    this.#context = {
      words: options.words,
      before: outline(before),
      after: outline(after),
      image: options.image ?? (() => null),
    };
    this.#sort();
  }

  /** Gives every change its section; a move of a whole section becomes that section's frame. */
  #sort(): void {
    const { sections, changes } = this.#versions.comparison;
    const ofAfter = new Map<string, SectionPair>();
    const ofBefore = new Map<string, SectionPair>();
    for (const pair of sections) {
      if (pair.after !== null && !ofAfter.has(pair.after)) ofAfter.set(pair.after, pair);
      const gone = pair.after === null || pair.states.includes('merged');
      if (pair.before !== null && (gone || !ofBefore.has(pair.before))) ofBefore.set(pair.before, pair);
    }
    for (const change of changes) {
      const heading = change.after?.nodes[0];
      if (
        change.kind === 'moved' &&
        change.unit === 'section' &&
        heading !== undefined &&
        this.#context.after.section(heading)
      ) {
        this.#moves.set(heading, change);
        this.#stub(change);
        continue;
      }
      const goneSection = change.unit === 'section' && change.category === 'deleted' ? change.before?.section : null;
      const pair =
        (goneSection && ofBefore.get(goneSection)) ||
        (change.after?.section && ofAfter.get(change.after.section)) ||
        (change.before?.section && ofBefore.get(change.before.section)) ||
        null;
      const list = this.#bySection.get(pair);
      if (list) list.push(change);
      else this.#bySection.set(pair, [change]);
    }
  }

  /** Where a section went away, a line says where to. */
  #stub(change: Change): void {
    const { before } = this.#context;
    const from = before.section(change.before?.nodes[0] ?? '');
    if (!from || change.within !== null) return;
    const earlier = before.sections.findLast((section) => section.end === from.start && section.parent === from.parent);
    const at = earlier?.id ?? from.parent;
    const pair = this.#versions.comparison.sections.find((each) => each.before === at && each.after !== null);
    if (!pair?.after) return;
    this.#stubs.set(pair.after, [...(this.#stubs.get(pair.after) ?? []), change]);
  }

  render(): string {
    const { words } = this.#options;
    const { comparison } = this.#versions;
    const notes = comparison.limited ? `<p class="notice">${escapeHtml(words.compare.limited)}</p>` : '';
    const body =
      comparison.changes.length === 0
        ? `<p class="nothing">${escapeHtml(words.compare.noChanges)}</p>`
        : this.#columns() + this.#opening() + this.#sections();
    return element('div', { class: 'cmp', 'data-view': this.#options.view ?? 'side' }, notes + body);
  }

  #columns(): string {
    const { words, versions } = this.#options;
    const was = versions ? words.compare.wasVersion(versions.before) : words.compare.was;
    const becomes = versions ? words.compare.becomesVersion(versions.after) : words.compare.becomes;
    return `<div class="cmp-cols" aria-hidden="true"><span>${escapeHtml(was)}</span><span>${escapeHtml(becomes)}</span></div>`;
  }

  /** Changes before the first heading. */
  #opening(): string {
    const changes = this.#bySection.get(null) ?? [];
    return this.#rows(changes);
  }

  #sections(): string {
    const { sections } = this.#versions.comparison;
    let html = '';
    const open: { end: number; html: string }[] = [];
    const close = (start: number) => {
      while (open.length > 0 && (open.at(-1) as { end: number }).end <= start)
        html += (open.pop() as { html: string }).html;
    };
    let skipTo = 0;
    for (const pair of sections) {
      const section = pair.after === null ? undefined : this.#context.after.section(pair.after);
      if (!section) {
        html += this.#gone(pair);
        continue;
      }
      if (section.start < skipTo) continue;
      close(section.start);
      if (!this.#touched(section)) {
        html += this.#same(section);
        skipTo = section.end;
        open.push({ end: section.end, html: this.#stubBehind(section) });
        continue;
      }
      const move = this.#moves.get(section.id);
      open.push({ end: section.end, html: (move ? '</section>' : '') + this.#stubBehind(section) });
      html += move ? this.#frame(move, section) : this.#heading(section, pair);
      html += this.#own(section, this.#bySection.get(pair) ?? []);
    }
    close(Number.POSITIVE_INFINITY);
    return html;
  }

  /** Whether anything changed in a section or below it. */
  #touched(section: Section): boolean {
    return this.#versions.comparison.sections.some((pair) => {
      const inner = pair.after === null ? undefined : this.#context.after.section(pair.after);
      if (!inner || inner.start < section.start || inner.start >= section.end) return false;
      return this.#moves.has(inner.id) || (this.#bySection.get(pair)?.length ?? 0) > 0;
    });
  }

  #heading(section: Section, pair: SectionPair): string {
    const level = Math.min(6, section.level + 1);
    const { units } = this.#options.words.compare;
    const tag = pair.states.includes('added')
      ? ` <span class="tiny ins-text">${escapeHtml(units.section.inserted)}</span>`
      : '';
    return element(
      `h${level}`,
      { class: section.level === 1 ? 'cmp-h big' : 'cmp-h', id: `section-${section.id}` },
      `<span class="no">${escapeHtml(section.number ?? '')}</span><span>${escapeHtml(section.title)}${tag}</span>`,
    );
  }

  /** A moved section opens as a frame that says from where to where. */
  #frame(move: Change, section: Section): string {
    const { words } = this.#options;
    const from = this.#context.before.section(move.before?.nodes[0] ?? '');
    const title = `section-${section.id}`;
    const level = Math.min(6, section.level + 1);
    const place = (of: Section | undefined) => `<b class="num">${escapeHtml(of?.number ?? of?.title ?? '')}</b>`;
    const inside = this.#versions.comparison.changes.filter((change) => this.#within(change, move)).length;
    const note = inside === 0 ? words.compare.movedUnchanged : words.compare.movedAndEdited(inside);
    const { key } = move;
    return (
      `<section${attributes({ class: 'moved', id: `change-${key}`, 'data-change': key, 'data-category': 'moved', 'data-section': section.id, 'aria-labelledby': title })}>` +
      `<header>${renderTags(move, this.#index, this.#context, this.#options, false)}` +
      `<h${level} id="${escapeHtml(title)}">${escapeHtml(section.title)}</h${level}>` +
      `<p class="route"><span>${place(from)}</span>${sign('s-right')}<span>${place(section)}</span></p></header>` +
      `<p class="small">${escapeHtml(note)}</p>`
    );
  }

  #within(change: Change, move: Change): boolean {
    for (let key = change.within; key !== null;) {
      if (key === move.key) return change.category !== 'renumbered';
      key = this.#versions.comparison.changes.find((each) => each.key === key)?.within ?? null;
    }
    return false;
  }

  /** Where a section stood that has moved away. */
  #stubBehind(section: Section): string {
    return (this.#stubs.get(section.id) ?? [])
      .map((move) => {
        const from = this.#context.before.section(move.before?.nodes[0] ?? '');
        const to = this.#context.after.section(move.after?.nodes[0] ?? '');
        const name = [from?.number, from?.title].filter(Boolean).join(' ');
        const text = this.#options.words.compare.moveStub(name, to?.number ?? to?.title ?? '');
        return `<p class="cmp-stub small mov-text">${sign('s-move')}<a href="#change-${move.key}">${escapeHtml(text)}</a></p>`;
      })
      .join('');
  }

  /** A section that is gone. */
  #gone(pair: SectionPair): string {
    const changes = this.#bySection.get(pair) ?? [];
    const section = pair.before === null ? undefined : this.#context.before.section(pair.before);
    if (changes.length === 0 || !section) return '';
    const level = Math.min(6, section.level + 1);
    const { units } = this.#options.words.compare;
    const title = `<span class="no">${escapeHtml(section.number ?? '')}</span><span>${escapeHtml(section.title)} <span class="tiny del-text">${escapeHtml(units.section.deleted)}</span></span>`;
    return element(`h${level}`, { class: 'cmp-h' }, title) + this.#rows(changes);
  }

  /** A section in which nothing changed, with everything below it. */
  #same(section: Section): string {
    const nodes = (this.#versions.after.content ?? []).slice(section.start + 1, section.end);
    const number = section.number === null ? '' : `<span class="num">${escapeHtml(section.number)}</span> `;
    const quiet = `<span class="quiet">${escapeHtml(this.#options.words.compare.unchanged)}</span>`;
    const summary = `<summary>${number}${escapeHtml(section.title)} ${quiet}</summary>`;
    return `<details class="same" id="section-${escapeHtml(section.id)}">${summary}${this.#text(nodes)}</details>`;
  }

  #text(nodes: readonly TopJson[]): string {
    const html = nodes.map((node) => renderWhole(node, this.#context.after, this.#context)).join('');
    return html === '' ? '' : `<div class="text">${html}</div>`;
  }

  /** A section's own text up to its first subsection: its changes, with what stayed the same folded between them. */
  #own(section: Section, changes: readonly Change[]): string {
    const nodes = this.#versions.after.content ?? [];
    const next = this.#context.after.sections.find((each) => each.start > section.start);
    const end = Math.min(next?.start ?? nodes.length, section.end);
    const changed = new Set(changes.flatMap((change) => this.#topsOf(change)));
    let html = '';
    let at = section.start + 1;
    const foldUpTo = (to: number) => {
      const same: TopJson[] = [];
      for (; at < Math.min(to, end); at += 1) if (!changed.has(at)) same.push(nodes[at] as TopJson);
      if (same.length === 0) return;
      const summary = escapeHtml(this.#options.words.compare.unchangedParts(same.length));
      html += `<details class="same"><summary><span class="quiet">${summary}</span></summary>${this.#text(same)}</details>`;
    };
    for (const group of this.#grouped(changes)) {
      const place = this.#placeOf(group[0] as Change);
      if (place > at) foldUpTo(place);
      html += this.#rows(group);
    }
    foldUpTo(end);
    return html;
  }

  /** Indexes of the top-level nodes of the second version that a change is about. */
  #topsOf(change: Change): number[] {
    return (change.after?.nodes ?? []).flatMap((id) => this.#index.held('after', id)?.top ?? []);
  }

  /** Before which top-level node of the second version a change is shown. */
  #placeOf(change: Change): number {
    const own = this.#topsOf(change);
    if (own.length > 0) return Math.min(...own);
    const gone = this.#index.held('before', change.before?.nodes[0] ?? '');
    if (!gone) return 0;
    // what is gone stands behind the nearest thing before it that is still there
    for (let top = gone.top; top >= 0; top -= 1) {
      const id = this.#versions.before.content?.[top]?.attrs.id;
      const partner = id === undefined || id === null ? undefined : this.#partner(id);
      if (partner !== undefined) return top === gone.top ? partner : partner + 1;
    }
    return 0;
  }

  #partners: ReadonlyMap<string, string> | null = null;

  #partner(before: string): number | undefined {
    const { blocks, nodes } = this.#versions.comparison;
    this.#partners ??= new Map([
      ...blocks.flatMap((pair) => pair.before.map((id) => [id, pair.after.at(-1) ?? ''] as const)),
      ...nodes.map((pair) => [pair.before, pair.after] as const),
    ]);
    const after = this.#partners.get(before);
    return after === undefined ? undefined : this.#index.held('after', after)?.top;
  }

  /** Changes of one table together; every other change by itself. */
  #grouped(changes: readonly Change[]): Change[][] {
    const groups: Change[][] = [];
    let table: unknown = null;
    for (const change of changes) {
      const pair = this.#index.tableOf(change);
      if (pair && pair.after === table) (groups.at(-1) as Change[]).push(change);
      else groups.push([change]);
      table = pair?.after ?? null;
    }
    return groups;
  }

  #rows(changes: readonly Change[]): string {
    return this.#grouped(changes)
      .map((group) => {
        const [first] = group as [Change];
        const inTable = this.#index.tableOf(first) !== null;
        return inTable
          ? renderTableRow(group, this.#index, this.#context, this.#options)
          : renderRow(first, this.#index, this.#context, this.#options);
      })
      .join('');
  }
}

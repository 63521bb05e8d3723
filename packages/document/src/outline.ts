import { type BlockJson, type DocumentJson, type InlineJson, type TopJson, LEAF } from './json.ts';
import { flow, letters, listItems } from './lists.ts';

/**
 * A section is a view: a heading and what follows until the next heading of its level or higher. Its identity is the
 * heading's id.
 */
export interface Section {
  readonly id: string;
  readonly level: number;
  /** As printed: "4.3", "A", "A.1"; `null` for an unnumbered section. */
  readonly number: string | null;
  readonly title: string;
  readonly slot: string | null;
  readonly parent: string | null;
  /** Index of the heading among the document's top-level nodes. */
  readonly start: number;
  /** Index after the last top-level node of this section, subsections included. */
  readonly end: number;
}

/** What a reference can point to, as it is numbered and called now. */
export interface ReferenceTarget {
  readonly id: string;
  readonly kind: 'chapter' | 'section' | 'annex' | 'requirement' | 'recommendation' | 'table' | 'definition';
  /** `null` for an unnumbered section, a table without a title, a definition. */
  readonly number: string | null;
  /** Title of a section or table, term of a definition, words of a requirement; empty when there are none. */
  readonly title: string;
  /** The innermost section it stands in; of a section itself `null`. */
  readonly within: ReferenceTarget | null;
}

/** Sections, numbers of requirements and of list items, all derived; every lookup is by id. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly section: (id: string) => Section | undefined;
  /** The innermost section that holds this block, item, table, row or cell; `null` before the first heading. */
  readonly sectionOf: (id: string) => Section | null;
  /** Requirement's number within its section: "4.3.2"; undefined for what is no requirement. */
  readonly requirementNumber: (id: string) => string | undefined;
  /** Ordered item's number as printed: "3" or "b". */
  readonly itemNumber: (id: string) => string | undefined;
  /** Footnotes, numbered through the document. */
  readonly footnoteNumber: (id: string) => number | undefined;
  /** Tables with a title, numbered through the document. */
  readonly tableNumber: (id: string) => number | undefined;
  /** What a reference to this id points to; undefined when nothing that can be referred to has it. */
  readonly target: (id: string) => ReferenceTarget | undefined;
  /** Everything that can be referred to, in reading order. */
  readonly targets: () => readonly ReferenceTarget[];
}

const isHeading = (node: TopJson): node is BlockJson => node.type === 'block' && node.attrs.role === 'heading';

/** The level of a heading as the outline uses it: a stray value counts as the nearest real one. */
export const headingLevel = (block: BlockJson): number => Math.min(6, Math.max(1, Math.trunc(block.attrs.level) || 1));

/** The words of a heading: line breaks become spaces, other inline leaves vanish. */
export const titleOf = (block: { readonly content?: readonly InlineJson[] }): string =>
  (block.content ?? [])
    .map((node) => (node.type === 'text' ? node.text : node.type === 'break' ? ' ' : ''))
    .join('')
    .replaceAll(LEAF, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/**
 * The id that stands for a heading. In a draft between an edit and its repair a heading may have none; then its place
 * stands in, with a character that no id contains.
 */
const sectionId = (block: BlockJson, index: number): string => block.attrs.id ?? `@${index}`;

interface Open {
  readonly section: { -readonly [K in keyof Section]: Section[K] };
  readonly annex: boolean;
  children: number;
}

/** All sections in reading order; numbers follow the tree of headings, so a skipped level leaves no hole ("1.0.1"). */
function sectionsOf(nodes: readonly TopJson[]): Section[] {
  const sections: Section[] = [];
  const open: Open[] = [];
  let chapters = 0;
  let annexes = 0;
  for (const [index, node] of nodes.entries()) {
    if (!isHeading(node)) continue;
    const level = headingLevel(node);
    while (open.length > 0 && (open.at(-1) as Open).section.level >= level) (open.pop() as Open).section.end = index;
    const parent = open.at(-1);
    const annex = node.attrs.kind === 'annex' && !parent?.annex;
    let number: string | null = null;
    if (annex) number = letters(++annexes);
    else if (node.attrs.kind === 'unnumbered') number = null;
    else if (!parent) number = String(++chapters);
    else if (parent.section.number !== null) number = `${parent.section.number}.${++parent.children}`;
    const section = {
      id: sectionId(node, index),
      level,
      number,
      title: titleOf(node),
      slot: node.attrs.slot,
      parent: parent?.section.id ?? null,
      start: index,
      end: nodes.length,
    };
    sections.push(section);
    open.push({ section, annex: annex || (parent?.annex ?? false), children: 0 });
  }
  return sections;
}

/** Every id below a top-level node, itself included, with what carries it. */
function* carriers(node: TopJson): Generator<{ id: string | null; block: BlockJson | null }> {
  yield { id: node.attrs.id, block: node.type === 'block' ? node : null };
  if (node.type !== 'table') return;
  for (const row of node.content ?? []) {
    yield { id: row.attrs.id, block: null };
    for (const cell of row.content ?? []) {
      yield { id: cell.attrs.id, block: null };
      for (const block of cell.content ?? [])
        yield { id: block.attrs.id, block: block.type === 'block' ? block : null };
    }
  }
}

/**
 * Derives sections and every number from the flat document.
 *
 * Numbers of requirements count within the innermost section ("4.3.2"); those outside a numbered section count through
 * the document, so that each stays citable. Where an id occurs twice (a draft before its repair) the first one answers.
 */
export function outline(document: DocumentJson): Outline {
  const nodes = document.content ?? [];
  const sections = sectionsOf(nodes);
  const byId = new Map<string, Section>();
  for (const section of sections) if (!byId.has(section.id)) byId.set(section.id, section);

  // most readers ask for sections only: the rest is worked out when it is first asked for
  let known: Places | null = null;
  const places = () => (known ??= placesOf(nodes, sections));
  let numbers: Map<string, string> | null = null;
  const items = () => (numbers ??= itemNumbers(nodes));
  return {
    sections,
    section: (id) => byId.get(id),
    sectionOf: (id) => byId.get(id) ?? places().homes.get(id) ?? null,
    requirementNumber: (id) => places().requirements.get(id),
    itemNumber: (id) => items().get(id),
    footnoteNumber: (id) => places().footnotes.get(id),
    tableNumber: (id) => places().tables.get(id),
    target: (id) => places().targets.get(id),
    targets: () => [...places().targets.values()],
  };
}

interface Places {
  readonly homes: ReadonlyMap<string, Section | null>;
  readonly requirements: ReadonlyMap<string, string>;
  readonly footnotes: ReadonlyMap<string, number>;
  readonly tables: ReadonlyMap<string, number>;
  readonly targets: ReadonlyMap<string, ReferenceTarget>;
}

function sectionTarget(section: Section, heading: BlockJson): ReferenceTarget {
  const { id, number, title, parent } = section;
  const annex = heading.attrs.kind === 'annex' && !(number ?? '').includes('.');
  return { id, kind: annex ? 'annex' : parent === null ? 'chapter' : 'section', number, title, within: null };
}

/** Where every id stands, and the numbers of requirements and footnotes. */
function placesOf(nodes: readonly TopJson[], sections: readonly Section[]): Places {
  const homes = new Map<string, Section | null>();
  const requirements = new Map<string, string>();
  const counters = new Map<string | null, number>();
  const footnotes = new Map<string, number>();
  const tables = new Map<string, number>();
  const targets = new Map<string, ReferenceTarget>();
  const refer = (target: ReferenceTarget) => {
    if (!targets.has(target.id)) targets.set(target.id, target);
  };
  const starts = new Map(sections.map((section) => [section.start, section]));
  let home: Section | null = null;
  let notes = 0;
  for (const [index, node] of nodes.entries()) {
    home = starts.get(index) ?? home;
    if (starts.has(index)) refer(sectionTarget(home as Section, node as BlockJson));
    const within = home === null ? null : (targets.get(home.id) ?? null);
    if (node.type === 'table' && node.attrs.id !== null) {
      const { id, caption } = node.attrs;
      if (caption !== null && caption !== '' && !tables.has(id)) tables.set(id, tables.size + 1);
      const number = tables.get(id);
      refer({
        id,
        kind: 'table',
        number: number === undefined ? null : String(number),
        title: caption ?? '',
        within,
      });
    }
    for (const { id, block } of carriers(node)) {
      if (id !== null && !homes.has(id)) homes.set(id, home);
      if (!block) continue;
      if (block.attrs.role === 'requirement') {
        const prefix = home?.number ?? null;
        const count = (counters.get(prefix) ?? 0) + 1;
        counters.set(prefix, count);
        const number = prefix === null ? `${count}` : `${prefix}.${count}`;
        if (id !== null && !requirements.has(id)) requirements.set(id, number);
        const kind = block.attrs.kind === 'recommendation' ? 'recommendation' : 'requirement';
        if (id !== null) refer({ id, kind, number, title: titleOf(block), within });
      } else if (block.attrs.role === 'definition' && id !== null)
        refer({ id, kind: 'definition', number: null, title: block.attrs.term ?? titleOf(block), within });
      for (const inline of block.content ?? []) {
        if (inline.type !== 'footnote') continue;
        notes += 1;
        if (inline.attrs.id === null) continue;
        if (!footnotes.has(inline.attrs.id)) footnotes.set(inline.attrs.id, notes);
        if (!homes.has(inline.attrs.id)) homes.set(inline.attrs.id, home);
      }
    }
  }
  return { homes, requirements, footnotes, tables, targets };
}

/** Numbers of list items, in cells too. */
function itemNumbers(nodes: readonly TopJson[]): Map<string, string> {
  const items = new Map<string, string>();
  const collect = (blocks: readonly TopJson[]) => {
    for (const item of listItems(flow(blocks))) {
      const id = item.block.attrs.id;
      if (id !== null && item.number !== null && !items.has(id)) items.set(id, item.number);
    }
  };
  collect(nodes);
  for (const node of nodes)
    if (node.type === 'table')
      for (const row of node.content ?? []) for (const cell of row.content ?? []) collect(cell.content ?? []);
  return items;
}

/** The number of what a reference points to; `null` when there is none to show. */
export function referenceNumber(view: Outline, target: string): string | null {
  return view.section(target)?.number ?? view.target(target)?.number ?? null;
}

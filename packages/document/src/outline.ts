import type { BlockJson, DocumentJson, TopJson } from './json.ts';
import { letters } from './lists.ts';
import { factsOf, knownTitle, numberItems } from './top-facts.ts';

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
      title: knownTitle(node),
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

/**
 * Derives sections and every number from the flat document.
 *
 * Numbers of requirements count within the innermost section ("4.3.2"); those outside a numbered section count through
 * the document, so that each stays citable. Where an id occurs twice (a draft before its repair) the first one answers.
 *
 * What one node says is worked out once for that node and kept: an outline of a document that shares its nodes with an
 * earlier one, as a draft does from key to key, costs the nodes that are new. Nodes must therefore never be changed.
 */
export function outline(document: DocumentJson): Outline {
  const nodes = document.content ?? [];
  const sections = sectionsOf(nodes);
  // Most readers ask for sections only: the rest is worked out when it is first asked for.
  const places = once(() => placesOf(nodes, sections));
  return {
    ...lookedUp(sections, () => nodes),
    ...numbersOfItems(() => nodes),
    requirementNumber: (id) => places().requirements.get(id),
    footnoteNumber: (id) => places().footnotes.get(id),
    tableNumber: (id) => places().tables.get(id),
    target: (id) => places().targets.get(id),
    targets: () => [...places().targets.values()],
  };
}

/** Top-level blocks gave way to others, from `start` up to `beforeEnd` and `afterEnd`, and nothing that counts is among them. */
export interface PlainChange {
  readonly start: number;
  readonly beforeEnd: number;
  readonly afterEnd: number;
  /** No list item was or is among them, and where one list ended before them and another began behind them, both still do. */
  readonly listsStay: boolean;
}

/**
 * The outline after a change of paragraphs and items only (no heading, requirement, definition, table, footnote came or
 * went): sections move along, and what counts stays as it was. `document` is asked for only where that is not enough.
 */
export function outlineAfter(earlier: Outline, change: PlainChange, document: () => DocumentJson): Outline {
  const { beforeEnd, afterEnd, listsStay } = change;
  // What stands in for the id of a heading without one follows from its place.
  if (earlier.sections.some(({ id }) => id.startsWith('@'))) return outline(document());
  const by = afterEnd - beforeEnd;
  const moved = (place: number) => (place >= beforeEnd ? place + by : place);
  const sections = earlier.sections.map((one) => ({ ...one, start: moved(one.start), end: moved(one.end) }));
  const nodes = once(() => document().content ?? []);
  return {
    ...earlier,
    ...lookedUp(sections, nodes),
    ...(listsStay ? {} : numbersOfItems(nodes)),
  };
}

function lookedUp(
  sections: readonly Section[],
  nodes: () => readonly TopJson[],
): Pick<Outline, 'sections' | 'section' | 'sectionOf'> {
  const byId = new Map<string, Section>();
  for (const section of sections) if (!byId.has(section.id)) byId.set(section.id, section);
  const homes = once(() => homesOf(nodes(), sections));
  return {
    sections,
    section: (id) => byId.get(id),
    sectionOf: (id) => byId.get(id) ?? homes().get(id) ?? null,
  };
}

function numbersOfItems(nodes: () => readonly TopJson[]): Pick<Outline, 'itemNumber'> {
  const items = once(() => itemNumbers(nodes()));
  return { itemNumber: (id) => items().get(id) };
}

function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: work() }).value;
}

interface Places {
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

/** The section that every id stands in. */
function homesOf(nodes: readonly TopJson[], sections: readonly Section[]): ReadonlyMap<string, Section | null> {
  const homes = new Map<string, Section | null>();
  let home: Section | null = null;
  let next = 0;
  for (const [index, node] of nodes.entries()) {
    if (sections[next]?.start === index) home = sections[next++] ?? null;
    for (const id of factsOf(node).ids) if (!homes.has(id)) homes.set(id, home);
  }
  return homes;
}

/** The numbers of requirements, footnotes and tables, and what can be referred to. */
function placesOf(nodes: readonly TopJson[], sections: readonly Section[]): Places {
  const requirements = new Map<string, string>();
  const counters = new Map<string | null, number>();
  const footnotes = new Map<string, number>();
  const tables = new Map<string, number>();
  const targets = new Map<string, ReferenceTarget>();
  const refer = (target: ReferenceTarget) => {
    if (!targets.has(target.id)) targets.set(target.id, target);
  };
  let home: Section | null = null;
  let within: ReferenceTarget | null = null;
  let next = 0;
  let notes = 0;
  for (const [index, node] of nodes.entries()) {
    if (sections[next]?.start === index) {
      home = sections[next++] as Section;
      refer(sectionTarget(home, node as BlockJson));
      within = targets.get(home.id) ?? null;
    }
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
    for (const one of factsOf(node).marked) {
      const { id } = one;
      if (one.kind === 'footnote') {
        notes += 1;
        if (id !== null && !footnotes.has(id)) footnotes.set(id, notes);
      } else if (one.kind === 'requirement') {
        const prefix = home?.number ?? null;
        const count = (counters.get(prefix) ?? 0) + 1;
        counters.set(prefix, count);
        const number = prefix === null ? `${count}` : `${prefix}.${count}`;
        if (id === null) continue;
        if (!requirements.has(id)) requirements.set(id, number);
        const kind = one.block.attrs.kind === 'recommendation' ? 'recommendation' : 'requirement';
        refer({ id, kind, number, title: knownTitle(one.block), within });
      } else if (id !== null)
        refer({
          id,
          kind: 'definition',
          number: null,
          title: one.block.attrs.term ?? knownTitle(one.block),
          within,
        });
    }
  }
  return { requirements, footnotes, tables, targets };
}

/** Numbers of list items, those in cells after all others. */
function itemNumbers(nodes: readonly TopJson[]): Map<string, string> {
  const numbers = new Map<string, string>();
  // A list is a run of items and what continues them, and knows nothing of what stands before or after it.
  let start = -1;
  for (let index = 0; index <= nodes.length; index += 1) {
    const node = nodes[index];
    const item = node?.type === 'block' && node.attrs.role === 'item';
    if (start < 0) {
      if (item) start = index;
    } else if (!item && !(node?.type === 'block' && node.attrs.role !== 'heading' && node.attrs.indent > 0)) {
      numberItems(nodes.slice(start, index), numbers);
      start = -1;
    }
  }
  for (const node of nodes)
    for (const [id, number] of factsOf(node).items) if (!numbers.has(id)) numbers.set(id, number);
  return numbers;
}

/** The number of what a reference points to; `null` when there is none to show. */
export function referenceNumber(view: Outline, target: string): string | null {
  return view.section(target)?.number ?? view.target(target)?.number ?? null;
}

import type {
  BlockAttributes,
  BlockJson,
  CellJson,
  DocumentJson,
  RowJson,
  TableJson,
  TopJson,
} from '@draagvlak/document';

/**
 * Makes a policy document and an edited version of it, knowing for every word whether it stayed. Words carry an identity
 * of their own, so that the truth does not depend on any comparison.
 */

interface Word {
  readonly uid: number;
  readonly text: string;
  readonly strong?: boolean;
}
interface Text {
  readonly kind: 'block';
  readonly uid: number;
  readonly attrs: Partial<BlockAttributes>;
  words: Word[];
}
interface Cell {
  readonly uid: number;
  readonly column: number;
  readonly content: Text[];
}
interface Table {
  readonly kind: 'table';
  readonly uid: number;
  rows: { readonly uid: number; cells: Cell[] }[];
}
type Node = Text | Table;

export type Identity = 'ids' | 'worn' | 'none';

export interface Truth {
  /** Heading id in the first version to the one in the second, for every section that stands in both. */
  readonly sections: ReadonlyMap<string, string>;
  /** Ids (second version) of headings and blocks that moved. */
  readonly moves: readonly string[];
  /** Ids of every block in what moved, per version. */
  readonly movedBlocks: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
  /** Words of each block by id: where they stand, and whether they stand in the other version too. */
  readonly before: ReadonlyMap<string, readonly PlacedWord[]>;
  readonly after: ReadonlyMap<string, readonly PlacedWord[]>;
  /** Block ids of each cell, per version. */
  readonly cells: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Blocks (second version) with a mark put on kept words. */
  readonly marks: readonly string[];
  readonly attributes: readonly string[];
}
export interface PlacedWord {
  /** The same word has the same number in both versions. */
  readonly uid: number;
  readonly from: number;
  readonly to: number;
  readonly kept: boolean;
}

export interface Pair {
  readonly before: DocumentJson;
  readonly after: DocumentJson;
  readonly truth: Truth;
  readonly words: number;
}

/** Mulberry32: small, fast, the same on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const COMMON =
  'de het een van en in op voor met aan is te dat die bij of niet om door wordt zijn als naar uit over'.split(' ');
const STEMS =
  'opleid examen toets veilig gas meet werk vergunning controle instrument docent deelnem prakt theor groep norm risico locatie kwalific sector bestuur reactie concept besluit termijn kosten middel ruimte alarm sensor grens waarde plan taak leer doel vaardig kennis houding niveau erkenn audit dossier inspraak bezwaar advies'.split(
    ' ',
  );
const ENDS = [
  'er',
  'ing',
  'en',
  'heid',
  'lijk',
  'baar',
  'schap',
  'aar',
  'sel',
  'atie',
  'isch',
  'tijd',
  'lijst',
  'eis',
  'punt',
];

class Maker {
  readonly #next: () => number;
  #uid = 0;

  constructor(seed: number) {
    this.#next = random(seed);
  }

  int(below: number): number {
    return Math.floor(this.#next() * below);
  }
  chance(share: number): boolean {
    return this.#next() < share;
  }
  pick<T>(list: readonly T[]): T {
    return list[this.int(list.length)] as T;
  }
  uid(): number {
    return ++this.#uid;
  }
  word(): Word {
    const draw = this.#next();
    if (draw < 0.4) return { uid: this.uid(), text: this.pick(COMMON) };
    if (draw < 0.43) return { uid: this.uid(), text: String(1 + this.int(60)) };
    return { uid: this.uid(), text: this.pick(STEMS) + this.pick(ENDS) };
  }
  words(count: number): Word[] {
    return Array.from({ length: count }, () => this.word());
  }
  sentence(): Word[] {
    const words = this.words(6 + this.int(14));
    const last = words.at(-1) as Word;
    words[words.length - 1] = { ...last, text: `${last.text}.` };
    return words;
  }
  paragraph(): Text {
    const words: Word[] = [];
    for (let count = 1 + this.int(5); count > 0; count -= 1) words.push(...this.sentence());
    return { kind: 'block', uid: this.uid(), attrs: { role: 'paragraph' }, words };
  }
  heading(level: number): Text {
    return { kind: 'block', uid: this.uid(), attrs: { role: 'heading', level }, words: this.words(2 + this.int(4)) };
  }
  item(): Text {
    return {
      kind: 'block',
      uid: this.uid(),
      attrs: { role: 'item', kind: 'bullet' },
      words: this.words(4 + this.int(12)),
    };
  }
  requirement(): Text {
    const attrs = { role: 'requirement', comparator: 'at-most', value: String(1 + this.int(40)), unit: 'uur' } as const;
    return { kind: 'block', uid: this.uid(), attrs, words: this.sentence() };
  }
  cell(column: number): Cell {
    const content: Text[] = this.chance(0.2)
      ? Array.from({ length: 2 + this.int(3) }, () => this.item())
      : [{ kind: 'block', uid: this.uid(), attrs: { role: 'paragraph' }, words: this.words(1 + this.int(6)) }];
    return { uid: this.uid(), column, content };
  }
  table(): Table {
    const columns = Array.from({ length: 3 + this.int(3) }, () => this.uid());
    const rows = Array.from({ length: 4 + this.int(6) }, () => ({
      uid: this.uid(),
      cells: columns.map((column) => this.cell(column)),
    }));
    return { kind: 'table', uid: this.uid(), rows };
  }
  document(words: number): Node[] {
    const nodes: Node[] = [];
    let made = 0;
    const add = (node: Node) => {
      nodes.push(node);
      made += node.kind === 'block' ? node.words.length : node.rows.length * 15;
    };
    while (made < words) {
      add(this.heading(1));
      for (let sections = 3 + this.int(4); sections > 0; sections -= 1) {
        add(this.heading(2));
        for (let parts = 2 + this.int(5); parts > 0; parts -= 1) {
          const draw = this.#next();
          if (draw < 0.65) add(this.paragraph());
          else if (draw < 0.8) for (let items = 3 + this.int(5); items > 0; items -= 1) add(this.item());
          else if (draw < 0.92) add(this.requirement());
          else add(this.table());
        }
      }
    }
    return nodes;
  }
}

function isHeading(node: Node | undefined): node is Text {
  return node?.kind === 'block' && node.attrs.role === 'heading';
}
const isProse = (node: Node): node is Text => node.kind === 'block' && node.attrs.role !== 'heading';

/** Every text block in a node. */
const textsIn = (node: Node): readonly Text[] =>
  node.kind === 'block' ? [node] : node.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content));

/** Where the section that begins here ends. */
function endOf(nodes: readonly Node[], start: number): number {
  const level = (nodes[start] as Text).attrs.level ?? 1;
  let end = start + 1;
  while (end < nodes.length) {
    const node = nodes[end];
    if (isHeading(node) && (node.attrs.level ?? 1) <= level) break;
    end += 1;
  }
  return end;
}

interface Edited {
  readonly nodes: Node[];
  readonly moved: number[];
  readonly movedTexts: ReadonlySet<number>;
  readonly marked: number[];
  readonly valued: number[];
}

function edit(maker: Maker, source: readonly Node[]): Edited {
  let nodes: Node[] = structuredClone(source) as Node[];
  const moved: number[] = [];
  const movedTexts = new Set<number>();
  const marked: number[] = [];
  const valued: number[] = [];
  const touched = new Set<number>();
  const prose = () =>
    nodes.filter((node): node is Text => isProse(node) && node.words.length > 12 && !touched.has(node.uid));
  const claim = (): Text | undefined => {
    const free = prose();
    const found = free.length > 0 ? maker.pick(free) : undefined;
    if (found) touched.add(found.uid);
    return found;
  };
  const rounds = Math.max(4, Math.round(source.length / 14));

  const replaceWords = (text: Text) => {
    for (let hits = 1 + maker.int(3); hits > 0; hits -= 1) {
      const at = maker.int(text.words.length);
      const count = Math.min(1 + maker.int(3), text.words.length - at);
      text.words.splice(at, count, ...maker.words(1 + maker.int(3)));
    }
  };
  const place = (node: Node) => nodes.indexOf(node);

  for (let round = 0; round < rounds; round += 1) {
    const draw = maker.int(16);
    if (draw < 5) {
      const text = claim();
      if (text) replaceWords(text);
    } else if (draw === 5) {
      const text = claim();
      if (text) text.words.splice(maker.int(text.words.length), 0, ...maker.sentence());
    } else if (draw === 6) {
      const text = claim();
      if (text) nodes.splice(place(text), 1);
    } else if (draw === 7) {
      const text = claim();
      if (text) nodes.splice(place(text), 0, maker.chance(0.7) ? maker.paragraph() : maker.requirement());
    } else if (draw === 8) {
      const text = claim();
      if (text && text.words.length > 16) {
        const at = 6 + maker.int(text.words.length - 12);
        nodes.splice(place(text) + 1, 0, {
          kind: 'block',
          uid: maker.uid(),
          attrs: text.attrs,
          words: text.words.splice(at),
        });
      }
    } else if (draw === 9) {
      const text = claim();
      const next = text && nodes[place(text) + 1];
      if (text && next?.kind === 'block' && next.attrs.role === text.attrs.role && !touched.has(next.uid)) {
        touched.add(next.uid);
        text.words.push(...next.words);
        nodes.splice(place(next), 1);
      }
    } else if (draw === 10) {
      const text = claim();
      if (text) {
        text.words = text.words.map((word, at) => (at >= 2 && at < 5 ? { ...word, strong: true } : word));
        marked.push(text.uid);
      }
    } else if (draw === 11) {
      const requirements = nodes.filter(
        (node): node is Text => node.kind === 'block' && node.attrs.role === 'requirement' && !touched.has(node.uid),
      );
      if (requirements.length > 0) {
        const text = maker.pick(requirements);
        touched.add(text.uid);
        Object.assign(text.attrs, { value: `${text.attrs.value}0` });
        valued.push(text.uid);
      }
    } else editTable(maker, nodes, draw, touched);
  }

  // one paragraph far away, with and without an edit
  for (const also of [false, true]) {
    const text = claim();
    if (!text) continue;
    const from = place(text);
    nodes.splice(from, 1);
    nodes.splice((from + Math.floor(nodes.length * (0.3 + maker.int(40) / 100))) % nodes.length, 0, text);
    if (also) replaceWords(text);
    moved.push(text.uid);
    movedTexts.add(text.uid);
  }
  // sections to another chapter, one retitled, one new, one gone; the smaller side moves, so the direction is plain
  for (let count = Math.max(1, Math.round(source.length / 200)); count > 0; count -= 1) {
    const starts = nodes.flatMap((node, at) =>
      isHeading(node) && node.attrs.level === 2 && !touched.has(node.uid) ? [at] : [],
    );
    if (starts.length < 6) break;
    const start = maker.pick(starts);
    const section = nodes.splice(start, endOf(nodes, start) - start);
    touched.add((section[0] as Text).uid);
    const gaps = nodes.flatMap((node, at) =>
      isHeading(node) && node.attrs.level === 2 && Math.abs(at - start) > 40 ? [at] : [],
    );
    if (gaps.length === 0) {
      nodes.splice(start, 0, ...section);
      break;
    }
    nodes.splice(maker.pick(gaps), 0, ...section);
    moved.push((section[0] as Text).uid);
    for (const text of section.flatMap(textsIn)) movedTexts.add(text.uid);
    const inside = section.find(
      (node): node is Text => isProse(node) && node.words.length > 12 && !touched.has(node.uid),
    );
    if (inside && maker.chance(0.5)) {
      touched.add(inside.uid);
      replaceWords(inside);
    }
  }
  const headings = nodes.filter((node): node is Text => isHeading(node) && !touched.has(node.uid));
  for (const heading of headings.filter(() => maker.chance(0.03))) heading.words = maker.words(3);
  const gone = nodes.findIndex((node) => isHeading(node) && node.attrs.level === 2 && !touched.has(node.uid));
  if (gone !== -1 && nodes.length > 60) nodes.splice(gone, endOf(nodes, gone) - gone);
  const before = nodes.findLastIndex((node) => isHeading(node) && node.attrs.level === 2);
  if (before !== -1) nodes.splice(before, 0, maker.heading(2), maker.paragraph(), maker.item(), maker.item());
  return { nodes, moved, movedTexts, marked, valued };
}

function editTable(maker: Maker, nodes: readonly Node[], draw: number, touched: Set<number>): void {
  const tables = nodes.filter((node): node is Table => node.kind === 'table' && !touched.has(node.uid));
  if (tables.length === 0) return;
  const table = maker.pick(tables);
  touched.add(table.uid);
  const columns = (table.rows[0] as Table['rows'][number]).cells.map((cell) => cell.column);
  if (draw === 12) {
    const at = maker.int(table.rows.length);
    if (maker.chance(0.5))
      table.rows.splice(at, 0, { uid: maker.uid(), cells: columns.map((column) => maker.cell(column)) });
    else table.rows.splice(at, 1);
  } else if (draw === 13) {
    const at = maker.int(columns.length);
    const column = maker.uid();
    const insert = maker.chance(0.5);
    for (const row of table.rows) {
      if (insert) row.cells.splice(at, 0, maker.cell(column));
      else row.cells.splice(at, 1);
    }
  } else if (draw === 14) {
    if (maker.chance(0.5)) {
      const [row] = table.rows.splice(maker.int(table.rows.length), 1);
      if (row) table.rows.splice(maker.int(table.rows.length + 1), 0, row);
    } else {
      const from = maker.int(columns.length);
      const to = maker.int(columns.length);
      for (const row of table.rows) row.cells.splice(to, 0, ...row.cells.splice(from, 1));
    }
  }
  for (let hits = 1 + maker.int(3); hits > 0; hits -= 1) {
    const text = maker.pick(maker.pick(maker.pick(table.rows).cells).content);
    text.words.splice(maker.int(text.words.length), 1, ...maker.words(1 + maker.int(2)));
  }
}

const ATTRIBUTES: BlockAttributes = {
  id: null,
  role: 'paragraph',
  level: 0,
  kind: null,
  indent: 0,
  slot: null,
  term: null,
  quantity: null,
  comparator: null,
  value: null,
  unit: null,
};

interface Written {
  readonly document: DocumentJson;
  readonly blocks: Map<string, { uid: number; words: readonly Word[] }>;
  readonly cells: string[];
}

function write(nodes: readonly Node[], nameOf: (uid: number) => string): Written {
  const blocks = new Map<string, { uid: number; words: readonly Word[] }>();
  const cells: string[] = [];
  const block = (text: Text): BlockJson => {
    // an id that was copied along stands for two blocks: the truth keeps them apart by a name of its own
    const id = nameOf(text.uid);
    blocks.set(id, { uid: text.uid, words: text.words });
    const content: { type: 'text'; text: string; marks?: { type: 'strong' }[] }[] = [];
    text.words.forEach((word, at) => {
      const next = `${word.text}${at + 1 < text.words.length ? ' ' : ''}`;
      const last = content.at(-1);
      if (last && Boolean(last.marks) === Boolean(word.strong)) last.text += next;
      else content.push({ type: 'text', text: next, ...(word.strong ? { marks: [{ type: 'strong' as const }] } : {}) });
    });
    return { type: 'block', attrs: { ...ATTRIBUTES, ...text.attrs, id }, ...(content.length > 0 ? { content } : {}) };
  };
  const cell = (each: Cell): CellJson => {
    const content = each.content.map(block);
    cells.push(...content.map((one) => one.attrs.id as string));
    const attrs = {
      id: nameOf(each.uid),
      column: nameOf(each.column),
      header: false,
      colspan: 1,
      rowspan: 1,
      colwidth: null,
    };
    return { type: 'cell', attrs, content };
  };
  const content = nodes.map((node): TopJson => {
    if (node.kind === 'block') return block(node);
    const rows = node.rows.map((row): RowJson => ({
      type: 'row',
      attrs: { id: nameOf(row.uid) },
      content: row.cells.map(cell),
    }));
    return { type: 'table', attrs: { id: nameOf(node.uid), caption: null }, content: rows } satisfies TableJson;
  });
  return { document: { type: 'doc', content }, blocks, cells };
}

/** A document of about so many words and a version of it; `identity` says how much the ids of both agree. */
export function generate(seed: number, words: number, identity: Identity): Pair {
  const maker = new Maker(seed);
  const source = maker.document(words);
  const edited = edit(maker, source);
  const old = write(source, (uid) => `b${uid}`);
  // worn: one in ten got a new id, as imports and pasting do
  const now = write(edited.nodes, (uid) =>
    identity === 'none' || (identity === 'worn' && (uid * 7919) % 10 === 0) ? `a${uid}` : `b${uid}`,
  );
  const uids = (written: Written) =>
    new Set([...written.blocks.values()].flatMap((each) => each.words.map((word) => word.uid)));
  const [inOld, inNow] = [uids(old), uids(now)];
  const placed = (written: Written, other: ReadonlySet<number>) =>
    new Map(
      [...written.blocks].map(([id, { words: list }]) => {
        let at = 0;
        const spots = list.map((word): PlacedWord => {
          const from = at;
          at += word.text.length + 1;
          return { uid: word.uid, from, to: from + word.text.length, kept: other.has(word.uid) };
        });
        return [id, spots] as const;
      }),
    );
  const idOf = (written: Written) => new Map([...written.blocks].map(([id, { uid }]) => [uid, id]));
  const [oldIds, newIds] = [idOf(old), idOf(now)];
  const sections = new Map<string, string>();
  for (const node of source) {
    const there = isHeading(node) ? newIds.get(node.uid) : undefined;
    if (there) sections.set(oldIds.get(node.uid) as string, there);
  }
  const named = (list: readonly number[]) => list.flatMap((uid) => newIds.get(uid) ?? []);
  return {
    before: old.document,
    after: now.document,
    words: [...old.blocks.values()].reduce((sum, each) => sum + each.words.length, 0),
    truth: {
      sections,
      moves: named(edited.moved),
      movedBlocks: {
        before: new Set([...edited.movedTexts].flatMap((uid) => oldIds.get(uid) ?? [])),
        after: new Set(named([...edited.movedTexts])),
      },
      before: placed(old, inNow),
      after: placed(now, inOld),
      cells: { before: old.cells, after: now.cells },
      marks: named(edited.marked),
      attributes: named(edited.valued),
    },
  };
}

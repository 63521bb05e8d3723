import type { BlockAttributes, BlockJson, CellJson, DocumentJson, TopJson } from '@draagvlak/document';

/** A character that is the same one wherever edits carry it: the truth that carrying is measured against. */
export interface Mark {
  readonly letter: string;
  readonly uid: number;
}
interface Block {
  id: string;
  letters: Mark[];
  level: number;
  /** Place in a table of three columns; `null` for a block of its own. */
  row: number | null;
}

/** Seeded numbers in [0, 1): xorshift. */
export function random(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const VOCABULARY =
  'de het een opleider deelnemer docent gas meting instrument van op in met voor ten minste hoogste uur dagen eis praktijk ' +
  'theorie examen controleert bewaart registreert voert uit legt vast sensor zuurstof ruimte besloten veilig werk locatie ' +
  'opdrachtgever werkgever bewijs lesplan materiaal toezicht groep duur herhaling diploma geldig jaar twee drie vijf';
const WORDS = VOCABULARY.split(' ');

/** A document that is edited at random while every character keeps its identity. */
export class RandomDocument {
  readonly #random: () => number;
  #blocks: Block[] = [];
  #uid = 0;
  #id = 0;

  constructor(seed: number, sections: number) {
    this.#random = random(seed);
    for (let section = 0; section < sections; section++) {
      this.#blocks.push(this.#block(this.#words(3), 1 + (section % 3 === 0 ? 0 : 1)));
      const paragraphs = 1 + this.#below(4);
      for (let at = 0; at < paragraphs; at++) this.#blocks.push(this.#block(this.#words(8 + this.#below(40)), 0));
      if (section % 4 === 3) this.#table(section);
    }
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)]!;
  }
  #words(count: number): Mark[] {
    const words = Array.from({ length: count }, () => this.#pick(WORDS)).join(' ');
    return words.split('').map((letter) => ({ letter, uid: this.#uid++ }));
  }
  #block(letters: Mark[], level: number, row: number | null = null): Block {
    return { id: `b${this.#id++}`, letters, level, row };
  }
  #table(row: number): void {
    for (let line = 0; line < 3; line++) {
      for (let cell = 0; cell < 3; cell++)
        this.#blocks.push(this.#block(this.#words(1 + this.#below(5)), 0, row * 10 + line));
    }
  }

  /** One edit of a kind authors make; returns its name. */
  edit(): string {
    const edits = {
      typing: () => this.#type(),
      deleting: () => this.#delete(),
      replacing: () => this.#replace(),
      splitting: () => this.#split(),
      merging: () => this.#merge(),
      moving: () => this.#move(),
      'moving a section': () => this.#moveSection(),
      'deleting a paragraph': () => this.#drop(),
      inserting: () => this.#insert(),
      retitling: () => this.#retitle(),
      'editing a table': () => this.#rows(),
    };
    const names = Object.keys(edits) as (keyof typeof edits)[];
    const name = this.#pick(names);
    edits[name]();
    return name;
  }

  #free(): Block[] {
    return this.#blocks.filter(({ level, row }) => level === 0 && row === null);
  }
  /** The start of a word. */
  #wordStart(letters: readonly Mark[]): number {
    const starts = letters.flatMap((_, at) => (at === 0 || letters[at - 1]!.letter === ' ' ? [at] : []));
    return starts.length === 0 ? 0 : this.#pick(starts);
  }
  #wordsFrom(letters: readonly Mark[], from: number, count: number): number {
    let to = from;
    for (let words = 0; words < count && to < letters.length; to++) if (letters[to]!.letter === ' ') words++;
    return to;
  }
  #type(): void {
    const { letters } = this.#pick(this.#blocks);
    letters.splice(this.#wordStart(letters), 0, ...this.#words(1 + this.#below(4)), ...this.#space());
  }
  #space(): Mark[] {
    return [{ letter: ' ', uid: this.#uid++ }];
  }
  #delete(): void {
    const { letters } = this.#pick(this.#blocks);
    const from = this.#wordStart(letters);
    letters.splice(from, this.#wordsFrom(letters, from, 1 + this.#below(5)) - from);
  }
  #replace(): void {
    const { letters } = this.#pick(this.#blocks);
    const from = this.#wordStart(letters);
    const to = this.#wordsFrom(letters, from, 1 + this.#below(4));
    letters.splice(from, to - from, ...this.#words(1 + this.#below(4)), ...this.#space());
  }
  #split(): void {
    const block = this.#pick(this.#free());
    const at = this.#wordStart(block.letters);
    if (at === 0) return;
    const tail = this.#block(block.letters.splice(at), 0);
    this.#blocks.splice(this.#blocks.indexOf(block) + 1, 0, tail);
  }
  #merge(): void {
    const free = this.#free();
    const block = this.#pick(free);
    const at = this.#blocks.indexOf(block);
    const next = this.#blocks[at + 1];
    if (!next || !free.includes(next)) return;
    block.letters.push(...this.#space(), ...next.letters);
    this.#blocks.splice(at + 1, 1);
  }
  #move(): void {
    const block = this.#pick(this.#free());
    this.#blocks.splice(this.#blocks.indexOf(block), 1);
    const target = this.#pick(this.#free());
    this.#blocks.splice(this.#blocks.indexOf(target) + 1, 0, block);
  }
  #moveSection(): void {
    const starts = this.#blocks.flatMap(({ level }, at) => (level > 0 ? [at] : []));
    const start = this.#pick(starts);
    const end = starts.find((at) => at > start) ?? this.#blocks.length;
    const moved = this.#blocks.splice(start, end - start);
    const headings = this.#blocks.flatMap(({ level }, at) => (level > 0 ? [at] : []));
    this.#blocks.splice(headings.length === 0 ? 0 : this.#pick(headings), 0, ...moved);
  }
  #drop(): void {
    const block = this.#pick(this.#free());
    if (this.#free().length > 3) this.#blocks.splice(this.#blocks.indexOf(block), 1);
  }
  #insert(): void {
    const target = this.#pick(this.#free());
    this.#blocks.splice(this.#blocks.indexOf(target) + 1, 0, this.#block(this.#words(6 + this.#below(20)), 0));
  }
  #retitle(): void {
    const headings = this.#blocks.filter(({ level }) => level > 0);
    this.#pick(headings).letters.splice(0, Infinity, ...this.#words(3));
  }
  #rows(): void {
    const rows = [...new Set(this.#blocks.flatMap(({ row }) => row ?? []))];
    if (rows.length === 0) return;
    const row = this.#pick(rows);
    const cells = this.#blocks.filter((block) => block.row === row);
    const others = rows.filter((other) => other !== row && Math.floor(other / 10) === Math.floor(row / 10));
    this.#blocks = this.#blocks.filter((block) => block.row !== row);
    if (others.length === 0) return;
    const target = this.#blocks.findIndex((block) => block.row === this.#pick(others));
    // Half of the time the row moves within its table, else it is gone.
    if (this.#random() < 0.5 && target >= 0) {
      const first = this.#blocks.findIndex(
        (block) => block.row !== null && Math.floor(block.row / 10) === Math.floor(row / 10),
      );
      this.#blocks.splice(first, 0, ...cells);
    }
  }

  /** Where every character stands now. */
  truth(): Map<number, { readonly block: string; readonly offset: number }> {
    return new Map(
      this.#blocks.flatMap(({ id, letters }) =>
        letters.map(({ uid }, offset) => [uid, { block: id, offset }] as const),
      ),
    );
  }
  letters(id: string): readonly Mark[] {
    return [...(this.#blocks.find((block) => block.id === id)?.letters ?? [])];
  }

  document(): DocumentJson {
    const content: TopJson[] = [];
    for (let at = 0; at < this.#blocks.length; at++) {
      const block = this.#blocks[at]!;
      if (block.row === null) {
        content.push(blockJson(block));
        continue;
      }
      const table = Math.floor(block.row / 10);
      const inTable: Block[] = [];
      while (at < this.#blocks.length && Math.floor((this.#blocks[at]!.row ?? -10) / 10) === table) {
        inTable.push(this.#blocks[at++]!);
      }
      at--;
      const rows = [...new Set(inTable.map(({ row }) => row))];
      content.push({
        type: 'table',
        attrs: { id: `t${table}`, caption: null },
        content: rows.map((row) => ({
          type: 'row',
          attrs: { id: `r${row}` },
          content: inTable.filter((cell) => cell.row === row).map((cell, column) => cellJson(cell, table, column)),
        })),
      });
    }
    return { type: 'doc', content };
  }
}

function cellJson(cell: Block, table: number, column: number): CellJson {
  return {
    type: 'cell',
    attrs: { id: `c${cell.id}`, column: `t${table}c${column}`, header: false, colspan: 1, rowspan: 1, colwidth: null },
    content: [blockJson(cell)],
  };
}

const PLAIN: Omit<BlockAttributes, 'id' | 'role' | 'level'> = {
  kind: null,
  indent: 0,
  slot: null,
  term: null,
  quantity: null,
  comparator: null,
  value: null,
  unit: null,
};
function blockJson({ id, letters, level }: Block): BlockJson {
  const text = letters.map(({ letter }) => letter).join('');
  return {
    type: 'block',
    attrs: { ...PLAIN, id, role: level > 0 ? 'heading' : 'paragraph', level },
    ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  };
}

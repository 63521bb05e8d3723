import type { Cell, Node, Row, Table, Text, Word } from './model.ts';
import { random } from './random.ts';

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

/** Makes words, blocks, tables and whole documents from a seed. */
export class Maker {
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
  /** Words that say something else than these do. */
  others(count: number, than: readonly Word[]): Word[] {
    const taken = new Set(than.map(({ text }) => text));
    const found: Word[] = [];
    while (found.length < count) {
      const word = this.word();
      if (!taken.has(word.text)) found.push(word);
    }
    return found;
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
  item(indent = 0): Text {
    return {
      kind: 'block',
      uid: this.uid(),
      attrs: { role: 'item', kind: 'bullet', indent },
      words: this.words(4 + this.int(12)),
    };
  }
  requirement(): Text {
    const attrs = { role: 'requirement', comparator: 'at-most', value: String(1 + this.int(40)), unit: 'uur' } as const;
    return { kind: 'block', uid: this.uid(), attrs, words: this.sentence() };
  }
  /** A sentence with a footnote in it. */
  noted(): Text {
    const words = this.sentence();
    const at = 1 + this.int(words.length - 2);
    words[at] = { ...(words[at] as Word), note: this.note() };
    return { kind: 'block', uid: this.uid(), attrs: { role: 'paragraph' }, words };
  }
  note(): { uid: number; text: string } {
    return {
      uid: this.uid(),
      text: this.words(4 + this.int(8))
        .map(({ text }) => text)
        .join(' '),
    };
  }
  cell(column: number): Cell {
    const content: Text[] = this.chance(0.2)
      ? Array.from({ length: 2 + this.int(3) }, (_, nth) => this.item(nth > 0 && this.chance(0.2) ? 1 : 0))
      : [{ kind: 'block', uid: this.uid(), attrs: { role: 'paragraph' }, words: this.words(1 + this.int(6)) }];
    return { uid: this.uid(), column, content, colspan: 1, rowspan: 1 };
  }
  table(): Table {
    const columns = Array.from({ length: 3 + this.int(3) }, () => this.uid());
    const rows = Array.from({ length: 4 + this.int(6) }, () => ({
      uid: this.uid(),
      cells: columns.map((column) => this.cell(column)),
    }));
    if (!this.chance(0.3)) return { kind: 'table', uid: this.uid(), rows, merged: 0 };
    // a title over two columns, and below it a group of two rows
    const [head, first, second] = rows as [Row, Row, Row];
    (head.cells[0] as Cell).colspan = 2;
    head.cells.splice(1, 1);
    (first.cells[0] as Cell).rowspan = 2;
    second.cells.splice(0, 1);
    return { kind: 'table', uid: this.uid(), rows, merged: 3 };
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
          if (draw < 0.6) add(this.paragraph());
          else if (draw < 0.65) add(this.noted());
          else if (draw < 0.8) for (let items = 3 + this.int(5); items > 0; items -= 1) add(this.item());
          else if (draw < 0.92) add(this.requirement());
          else add(this.table());
        }
      }
    }
    return nodes;
  }
}

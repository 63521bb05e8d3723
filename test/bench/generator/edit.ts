import { editTable } from './edit-table.ts';
import type { Maker } from './maker.ts';
import { endOf, isHeading, isProse, type Node, type Text, textsIn } from './model.ts';

/** A version, and what was done to make it. */
export interface Edited {
  readonly nodes: Node[];
  readonly moved: number[];
  readonly movedTexts: ReadonlySet<number>;
  readonly marked: number[];
  readonly valued: number[];
  readonly noted: number[];
  /** Rows and columns. */
  readonly tableMoves: number[];
}

/** Edits a copy of a document: words, paragraphs, splits, merges, moves, sections, marks, measures, footnotes, tables. */
export function edit(maker: Maker, source: readonly Node[]): Edited {
  let nodes: Node[] = structuredClone(source) as Node[];
  const moved: number[] = [];
  const movedTexts = new Set<number>();
  const marked: number[] = [];
  const valued: number[] = [];
  const noted: number[] = [];
  const tableMoves: number[] = [];
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
    const draw = maker.int(18);
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
    } else if (draw === 16) {
      const uid = editNote(maker, nodes, touched);
      if (uid !== null) noted.push(uid);
    } else editTable(maker, nodes, touched, tableMoves);
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
  return { nodes, moved, movedTexts, marked, valued, noted, tableMoves };
}

/** Rewrites a footnote that stays where it is; answers which. */
function editNote(maker: Maker, nodes: readonly Node[], touched: Set<number>): number | null {
  const texts = nodes.filter(
    (node): node is Text => node.kind === 'block' && !touched.has(node.uid) && node.words.some(({ note }) => note),
  );
  if (texts.length === 0) return null;
  const text = maker.pick(texts);
  touched.add(text.uid);
  let changed: number | null = null;
  text.words = text.words.map((word) => {
    if (!word.note) return word;
    changed = word.note.uid;
    return {
      ...word,
      note: {
        uid: word.note.uid,
        text: `${word.note.text} ${maker
          .words(2)
          .map((each) => each.text)
          .join(' ')}`,
      },
    };
  });
  return changed;
}

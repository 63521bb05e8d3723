import { edit } from './edit.ts';
import { Maker } from './maker.ts';
import { type Identity, isHeading, type Pair, type PlacedWord, type Word } from './model.ts';
import { AS_BEFORE, type Naming, write, type Written } from './write.ts';

/** Ids of the second version by how far they agree with those of the first; one in so many by a fixed draw per node. */
const NAMINGS: Readonly<Record<Identity, Naming>> = {
  ids: (uid) => `b${uid}`,
  renewed: (uid) => (drawn(uid) < 10 ? `a${uid}` : `b${uid}`),
  worn: (uid) => {
    const draw = drawn(uid);
    if (draw < 8) return `a${uid}`;
    if (draw < 10) return null;
    return draw < 12 ? AS_BEFORE : `b${uid}`;
  },
  none: (uid) => `a${uid}`,
};
/** 0 to 99. */
const drawn = (uid: number): number => (Math.imul(uid, 2_654_435_761) >>> 16) % 100;

const notes = (words: Iterable<Word>) =>
  new Map([...words].flatMap(({ note }) => (note ? [[note.uid, note] as const] : [])));

/** A document of about so many words and a version of it, with the truth about both. */
export function generate(seed: number, words: number, identity: Identity): Pair {
  const maker = new Maker(seed);
  const source = maker.document(words);
  const edited = edit(maker, source);
  const nameOf = NAMINGS[identity];
  const old = write(source, (uid) => `b${uid}`);
  const now = write(edited.nodes, nameOf);
  const wordsOf = (written: Written) => [...written.blocks.values()].flatMap((each) => each.words);
  const uids = (written: Written) => new Set(wordsOf(written).map(({ uid }) => uid));
  const standing = edited.nodes.flatMap((node) =>
    node.kind === 'block'
      ? node.words
      : node.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content.flatMap((text) => text.words))),
  );
  const [inOld, inNow] = [uids(old), new Set(standing.map(({ uid }) => uid))];
  const idOf = (written: Written) => new Map([...written.blocks].map(([address, { uid }]) => [uid, address]));
  const [oldIds, newIds] = [idOf(old), idOf(now)];
  const sections = new Map<string, string>();
  for (const node of source) {
    const there = isHeading(node) ? newIds.get(node.uid) : undefined;
    if (there) sections.set(oldIds.get(node.uid) as string, there);
  }
  const named = (list: readonly number[]) => list.flatMap((uid) => newIds.get(uid) ?? []);
  const called = (list: readonly number[]) =>
    list.flatMap((uid) => {
      const name = nameOf(uid);
      return name === null || name === AS_BEFORE ? [] : [name];
    });
  const [oldNotes, newNotes] = [notes(wordsOf(old)), notes(standing)];
  const rewritten = edited.noted.filter((uid) => oldNotes.has(uid) && newNotes.has(uid));
  return {
    before: old.document,
    after: now.document,
    words: wordsOf(old).length,
    truth: {
      sections,
      moves: named(edited.moved),
      tableMoves: called(edited.tableMoves),
      movedBlocks: {
        before: new Set([...edited.movedTexts].flatMap((uid) => oldIds.get(uid) ?? [])),
        after: new Set(named([...edited.movedTexts])),
      },
      before: placed(old, inNow),
      after: placed(now, inOld),
      cells: { before: old.cells, after: now.cells.filter((address) => !now.shared.has(address)) },
      marks: named(edited.marked),
      attributes: named(edited.valued),
      notes: called(rewritten),
    },
  };
}

/** Where the words of each block stand; a footnote's mark takes one unit. */
function placed({ blocks, shared }: Written, other: ReadonlySet<number>): Map<string, readonly PlacedWord[]> {
  return new Map(
    [...blocks].flatMap(([address, { words }]) => {
      if (shared.has(address)) return [];
      let at = 0;
      const spots = words.map(({ uid, text, note }): PlacedWord => {
        const from = at;
        at += text.length + (note ? 2 : 1);
        return { uid, from, to: from + text.length, kept: other.has(uid) };
      });
      return [[address, spots] as const];
    }),
  );
}

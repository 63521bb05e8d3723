import {
  type BlockJson,
  type CellJson,
  type DocumentJson,
  type InlineJson,
  PLAIN_BLOCK,
  type RowJson,
  type TableJson,
  type TopJson,
} from '@draagvlak/document';
import type { Cell, Node, Text, Word } from './model.ts';

/** A document as data, with the address (id, or else its place) of every block. */
export interface Written {
  readonly document: DocumentJson;
  readonly blocks: ReadonlyMap<string, { readonly uid: number; readonly words: readonly Word[] }>;
  /** Addresses that more than one block has. */
  readonly shared: ReadonlySet<string>;
  /** Addresses of the blocks in cells. */
  readonly cells: readonly string[];
}

/** Says instead of a name that a block has the id of the one before it. */
export const AS_BEFORE = Symbol('as before');
/** What a node is called: its name, or none. */
export type Naming = (uid: number) => string | null | typeof AS_BEFORE;

export function write(nodes: readonly Node[], nameOf: Naming): Written {
  const blocks = new Map<string, { uid: number; words: readonly Word[] }>();
  const shared = new Set<string>();
  const cells: string[] = [];
  let last: string | null = null;
  const name = (uid: number): string | null => {
    const found = nameOf(uid);
    return found === AS_BEFORE ? null : found;
  };
  const block = (text: Text, path: readonly number[]): readonly [BlockJson, string] => {
    const given = nameOf(text.uid);
    const heading = text.attrs.role === 'heading';
    const id = given !== AS_BEFORE ? given : heading ? `b${text.uid}` : last;
    if (id !== null) last = id;
    const address = id ?? `@${path.join('.')}`;
    if (blocks.has(address)) shared.add(address);
    else blocks.set(address, { uid: text.uid, words: text.words });
    const content = inlineOf(text.words, name);
    const json: BlockJson = {
      type: 'block',
      attrs: { ...PLAIN_BLOCK, ...text.attrs, id },
      ...(content.length > 0 ? { content } : {}),
    };
    return [json, address];
  };
  const cell = (each: Cell, path: readonly number[]): CellJson => ({
    type: 'cell',
    attrs: {
      id: name(each.uid),
      column: name(each.column),
      header: false,
      colspan: each.colspan,
      rowspan: each.rowspan,
      colwidth: null,
    },
    content: each.content.map((text, nth) => {
      const [json, address] = block(text, [...path, nth]);
      cells.push(address);
      return json;
    }),
  });
  const content = nodes.map((node, top): TopJson => {
    if (node.kind === 'block') return block(node, [top])[0];
    const rows = node.rows.map((row, r): RowJson => ({
      type: 'row',
      attrs: { id: name(row.uid) },
      content: row.cells.map((each, c) => cell(each, [top, r, c])),
    }));
    return { type: 'table', attrs: { id: name(node.uid), caption: null }, content: rows } satisfies TableJson;
  });
  return { document: { type: 'doc', content }, blocks, shared, cells };
}

function inlineOf(words: readonly Word[], name: (uid: number) => string | null): InlineJson[] {
  const content: InlineJson[] = [];
  const say = (text: string, strong: boolean) => {
    const last = content.at(-1);
    if (last?.type === 'text' && Boolean(last.marks) === strong)
      content[content.length - 1] = { ...last, text: last.text + text };
    else content.push({ type: 'text', text, ...(strong ? { marks: [{ type: 'strong' as const }] } : {}) });
  };
  words.forEach(({ text, strong, note }, at) => {
    const space = at + 1 < words.length ? ' ' : '';
    if (!note) {
      say(text + space, strong === true);
      return;
    }
    say(text, strong === true);
    content.push({ type: 'footnote', attrs: { id: name(note.uid) }, content: [{ type: 'text', text: note.text }] });
    if (space) say(space, strong === true);
  });
  return content;
}

import {
  type DocumentJson,
  inlineText,
  outline,
  type PlacedBlock,
  type Section,
  textBlocks,
  type TopJson,
} from '@draagvlak/document';
import { fromMarkdown } from '@draagvlak/document/markdown';
import {
  findById,
  insertBlocksAfter,
  insertColumn,
  insertRow,
  removeNode,
  removeRow,
  replaceText,
  setAttributes,
  splitBlock,
} from '@draagvlak/document/yjs';
import type { Transform } from 'prosemirror-transform';
import type { Edit } from './edit.ts';

/** What an edit comes down to: one or more transforms of the draft, or a move of a section. */
export type Act =
  | { readonly edit: (tr: Transform) => void }
  | { readonly move: string; readonly before: string | null };

const document = (tr: Transform) => tr.doc.toJSON() as DocumentJson;

function sectionTitled(json: DocumentJson, title: string): Section {
  const found = outline(json).sections.find((section) => section.title === title);
  if (!found) throw new Error(`no section is titled "${title}"`);
  return found;
}

/** `Tabel met leerdoelen#L4`: only the row whose first cell says L4. */
function blocksIn(json: DocumentJson, address: string): PlacedBlock[] {
  const [title = '', row] = address.split('#');
  const section = sectionTitled(json, title);
  const { sectionOf } = outline(json);
  return [...textBlocks(json)].filter(({ block, cell }) => {
    if (block.attrs.id === null || block.attrs.id === section.id || sectionOf(block.attrs.id)?.id !== section.id)
      return false;
    if (row === undefined) return true;
    const first = cell?.row.content?.[0]?.content?.[0];
    return first?.type === 'block' && inlineText(first) === row;
  });
}

function blockWith(json: DocumentJson, address: string, words: string): PlacedBlock & { readonly id: string } {
  const found = blocksIn(json, address).find(({ block }) => inlineText(block).includes(words));
  if (!found?.block.attrs.id) throw new Error(`"${words}" does not stand in ${address}`);
  return { ...found, id: found.block.attrs.id };
}

/** Type only what differs: whole words at the start and end that stay are left alone, as an author would. */
function difference(was: string, becomes: string): { from: number; to: number; text: string } {
  let from = 0;
  while (from < was.length && from < becomes.length && was[from] === becomes[from]) from += 1;
  while (
    from > 0 &&
    /[\p{L}\p{N}]/u.test(was[from - 1] ?? '') &&
    (/[\p{L}\p{N}]/u.test(was[from] ?? '') || /[\p{L}\p{N}]/u.test(becomes[from] ?? ''))
  )
    from -= 1;
  let end = 0;
  while (
    end < was.length - from &&
    end < becomes.length - from &&
    was[was.length - 1 - end] === becomes[becomes.length - 1 - end]
  )
    end += 1;
  while (
    end > 0 &&
    /[\p{L}\p{N}]/u.test(was[was.length - end] ?? '') &&
    (/[\p{L}\p{N}]/u.test(was[was.length - end - 1] ?? '') ||
      /[\p{L}\p{N}]/u.test(becomes[becomes.length - end - 1] ?? ''))
  )
    end -= 1;
  return { from, to: was.length - end, text: becomes.slice(from, becomes.length - end) };
}

function replaceWords(tr: Transform, id: string, at: number, was: string, becomes: string): void {
  const { from, to, text } = difference(was, becomes);
  replaceText(tr, id, at + from, at + to, text);
}

/** What somebody types, from Markdown in which `##` is a chapter; read on its own, its first heading would be one. */
function typed(markdown: string, newId: () => string): readonly TopJson[] {
  const depths = [...markdown.matchAll(/^(#+) /gm)].map((match) => match[1]?.length ?? 0);
  const shift = depths.length > 0 ? Math.min(...depths) - 2 : 0;
  return (fromMarkdown(markdown, newId).document.content ?? []).map((node) =>
    node.type === 'block' && node.attrs.role === 'heading'
      ? { ...node, attrs: { ...node.attrs, level: node.attrs.level + shift } }
      : node,
  );
}

/** Turns one edit into acts on the draft as it stands; each act sees the draft after the one before it. */
export function actsOf(json: DocumentJson, edit: Edit, newId: () => string): readonly Act[] {
  if ('words' in edit) {
    const [section, was, becomes] = edit.words;
    return [
      {
        edit: (tr) => {
          const { id, block } = blockWith(document(tr), section, was);
          replaceWords(tr, id, inlineText(block).indexOf(was), was, becomes);
        },
      },
    ];
  }
  if ('type' in edit) {
    const [section, after, markdown] = edit.type;
    return [
      {
        edit: (tr) => {
          const current = document(tr);
          const found = after === null ? null : blockWith(current, section, after);
          const anchor = found ? (found.cell?.table.attrs.id ?? found.id) : sectionTitled(current, section).id;
          insertBlocksAfter(tr, anchor, typed(markdown, newId));
        },
      },
    ];
  }
  if ('remove' in edit) {
    const [section, words] = edit.remove;
    return [{ edit: (tr) => removeNode(tr, blockWith(document(tr), section, words).id) }];
  }
  if ('moveBlock' in edit) {
    const [section, words, after] = edit.moveBlock;
    const { block } = blockWith(json, section, words);
    // Out and in again as two transactions: told both at once, the binding rewrites the blocks in between.
    return [
      { edit: (tr) => removeNode(tr, block.attrs.id ?? '') },
      { edit: (tr) => insertBlocksAfter(tr, blockWith(document(tr), section, after).id, [block]) },
    ];
  }
  if ('addSection' in edit) {
    const [after, markdown] = edit.addSection;
    return [
      {
        edit: (tr) => {
          const current = document(tr);
          const last = current.content?.[sectionTitled(current, after).end - 1];
          insertBlocksAfter(tr, last?.attrs.id ?? null, typed(markdown, newId));
        },
      },
    ];
  }
  if ('removeSection' in edit) {
    const { removeSection } = edit;
    return [
      {
        edit: (tr) => {
          const current = document(tr);
          const { start, end } = sectionTitled(current, removeSection);
          for (const node of (current.content ?? []).slice(start, end)) removeNode(tr, node.attrs.id ?? '');
        },
      },
    ];
  }
  if ('moveSection' in edit) {
    const [title, before] = edit.moveSection;
    return [{ move: sectionTitled(json, title).id, before: sectionTitled(json, before).id }];
  }
  if ('retitle' in edit) {
    const [title, becomes] = edit.retitle;
    return [{ edit: (tr) => replaceWords(tr, sectionTitled(document(tr), title).id, 0, title, becomes) }];
  }
  if ('column' in edit) {
    const [section, after, cells] = edit.column;
    return [
      {
        edit: (tr) => {
          const { cell } = blockWith(document(tr), section, after);
          if (!cell) throw new Error(`"${after}" is no header in ${section}`);
          insertColumn(tr, cell.table.attrs.id ?? '', cell.cell.attrs.column, cells);
        },
      },
    ];
  }
  if ('row' in edit || 'removeRow' in edit) {
    const [section, first] = 'row' in edit ? edit.row : edit.removeRow;
    return [
      {
        edit: (tr) => {
          const { cell } = blockWith(document(tr), section, first);
          if (!cell) throw new Error(`"${first}" begins no row in ${section}`);
          if ('row' in edit) insertRow(tr, cell.table.attrs.id ?? '', cell.row.attrs.id, edit.row[2]);
          else removeRow(tr, cell.row.attrs.id ?? '');
        },
      },
    ];
  }
  if ('split' in edit) {
    const [section, before] = edit.split;
    return [
      {
        edit: (tr) => {
          const { id, block } = blockWith(document(tr), section, before);
          const at = inlineText(block).indexOf(before);
          splitBlock(tr, id, at);
          // The space that stood between the two sentences is left behind.
          const first = findById(tr.doc, id);
          if (first && inlineText(block)[at - 1] === ' ') replaceText(tr, id, at - 1, at, '');
        },
      },
    ];
  }
  const [section, words, attributes] = edit.attributes;
  return [{ edit: (tr) => setAttributes(tr, blockWith(document(tr), section, words).id, attributes) }];
}

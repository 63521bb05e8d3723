import type { BlockAttributes, Comparator, Kind, Role } from '@draagvlak/document';
import type { Node } from 'prosemirror-model';
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import { blockAt, blocksBetween, type Placed } from './place.ts';

/** What the role menu offers; each is a role with the attributes that go with it. */
export const BLOCK_TYPES = [
  'text',
  'chapter',
  'section',
  'subsection',
  'subsubsection',
  'annex',
  'unnumbered',
  'requirement',
  'recommendation',
  'definition',
  'bullet',
  'ordered',
  'quote',
  'note',
] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

const SHAPES: Readonly<Record<BlockType, { role: Role; level?: number; kind?: Kind }>> = {
  text: { role: 'paragraph' },
  chapter: { role: 'heading', level: 1 },
  section: { role: 'heading', level: 2 },
  subsection: { role: 'heading', level: 3 },
  subsubsection: { role: 'heading', level: 4 },
  annex: { role: 'heading', level: 1, kind: 'annex' },
  unnumbered: { role: 'heading', level: 1, kind: 'unnumbered' },
  requirement: { role: 'requirement' },
  recommendation: { role: 'requirement', kind: 'recommendation' },
  definition: { role: 'definition' },
  bullet: { role: 'item', kind: 'bullet' },
  ordered: { role: 'item', kind: 'ordered' },
  quote: { role: 'quote' },
  note: { role: 'note' },
};

/** Deepest list item and lowest heading that can be made here. */
export const DEEPEST_INDENT = 8;
export const LOWEST_HEADING = 6;

const attributesOf = (node: Node) => node.attrs as BlockAttributes;

/** The menu entry that fits a block; headings lower than the menu goes show as its lowest. */
export function blockTypeOf(block: Node): BlockType {
  const { role, level, kind } = attributesOf(block);
  if (role === 'heading' && (kind === 'annex' || kind === 'unnumbered') && level <= 1) return kind;
  if (role === 'heading') {
    return (
      (['chapter', 'section', 'subsection', 'subsubsection'] as const)[Math.max(0, Math.min(3, level - 1))] ?? 'chapter'
    );
  }
  if (role === 'item') return kind === 'ordered' ? 'ordered' : 'bullet';
  if (role === 'requirement') return kind === 'recommendation' ? 'recommendation' : 'requirement';
  return role === 'paragraph' ? 'text' : role;
}

/** Attributes that a block keeps or gets when its role changes; what belongs to another role goes. */
export function reshaped(attributes: BlockAttributes, type: BlockType): BlockAttributes {
  const { role, level = 0, kind = null } = SHAPES[type];
  const isRequirement = role === 'requirement';
  return {
    id: attributes.id,
    role,
    level,
    kind,
    indent: role === 'item' || role === 'paragraph' ? attributes.indent : 0,
    slot: role === 'heading' ? attributes.slot : null,
    term: role === 'definition' ? attributes.term : null,
    quantity: isRequirement ? attributes.quantity : null,
    comparator: isRequirement ? attributes.comparator : null,
    value: isRequirement ? attributes.value : null,
    unit: isRequirement ? attributes.unit : null,
  };
}

/** The text blocks that the selection touches. */
export function selectedBlocks(state: EditorState): Placed[] {
  const blocks = new Map<number, Placed>();
  for (const { $from, $to } of state.selection.ranges) {
    for (const block of blocksBetween(state.doc, $from.pos, $to.pos)) blocks.set(block.pos, block);
    const around = blockAt(state.doc, $from.pos);
    if (around !== null) blocks.set(around.pos, around);
  }
  return [...blocks.values()].toSorted((a, b) => a.pos - b.pos);
}

/** Changes attributes of the selected blocks; the words, ids and carets in them stay as they are. */
function changeBlocks(change: (block: Placed, state: EditorState) => Partial<BlockAttributes> | null): Command {
  return (state, dispatch) => {
    const { tr } = state;
    let changed = false;
    for (const block of selectedBlocks(state)) {
      for (const [name, value] of Object.entries(change(block, state) ?? {})) {
        if (block.node.attrs[name] === value) continue;
        changed = true;
        // Tools ask at every key whether they can: a step takes the whole text in hand.
        if (dispatch === undefined) return true;
        tr.setNodeAttribute(block.pos, name, value);
      }
    }
    if (changed) dispatch?.(tr);
    return changed;
  };
}

const isInCell = (state: EditorState, block: Placed) => state.doc.resolve(block.pos).depth > 0;

/** Turns the selected blocks into what the role menu says. Headings stand at the top level only. */
export function setBlockType(type: BlockType): Command {
  return changeBlocks((block, state) =>
    SHAPES[type].role === 'heading' && isInCell(state, block) ? null : reshaped(attributesOf(block.node), type),
  );
}

/** Turns the selected blocks into this type, or back into text when all of them are it already. */
export function toggleBlockType(type: BlockType): Command {
  return (state, dispatch) => {
    const all = selectedBlocks(state).every(({ node }) => blockTypeOf(node) === type);
    return setBlockType(all ? 'text' : type)(state, dispatch);
  };
}

/** Headings: one level in (down) or out (up). Items and what continues them: one step of indent. */
export function shift(by: 1 | -1): Command {
  return changeBlocks(({ node }) => {
    const { role, level, kind, indent } = attributesOf(node);
    if (role === 'heading') {
      const to = Math.min(LOWEST_HEADING, Math.max(1, level + by));
      // A part of an annex is numbered within it, so the mark of the annex itself does not go down with it.
      return kind !== null && to > 1 ? { level: to, kind: null } : { level: to };
    }
    if (role === 'item' || (role === 'paragraph' && (indent > 0 || by > 0))) {
      return { indent: Math.min(DEEPEST_INDENT, Math.max(0, indent + by)) };
    }
    return null;
  });
}

/** Only list items and headings answer to Tab; in running text it moves the focus on. */
export const shiftWithTab =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const blocks = selectedBlocks(state);
    const answers = blocks.some(({ node }) => node.attrs['role'] === 'item' || node.attrs['role'] === 'heading');
    if (!answers) return false;
    shift(by)(state, dispatch);
    return true;
  };

/** A requirement's measured value; all empty means that nothing is measured. */
export interface Measure {
  readonly quantity: string | null;
  readonly comparator: Comparator | null;
  readonly value: string | null;
  readonly unit: string | null;
}

/** Sets the measure of the requirement with this id; a change of it is a change of an attribute, not of the words. */
export function setMeasure(pos: number, measure: Measure): Command {
  return (state, dispatch) => {
    const node = state.doc.nodeAt(pos);
    if (node?.type.name !== 'block' || node.attrs['role'] !== 'requirement') return false;
    dispatch?.(setAttributes(state.tr, pos, { ...measure }));
    return true;
  };
}

/** Sets the term that a definition defines. */
export function setTerm(pos: number, term: string | null): Command {
  return (state, dispatch) => {
    const node = state.doc.nodeAt(pos);
    if (node?.type.name !== 'block' || node.attrs['role'] !== 'definition') return false;
    dispatch?.(setAttributes(state.tr, pos, { term }));
    return true;
  };
}

function setAttributes(tr: Transaction, pos: number, attributes: Readonly<Record<string, unknown>>): Transaction {
  for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(pos, name, value);
  return tr;
}

import { Fragment, type Node } from 'prosemirror-model';
import { updateYFragment, ySyncPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';
import type { DocumentJson } from '../json.ts';
import { outline } from '../outline.ts';
import { FRAGMENT, schema } from '../schema.ts';
import { readFragment } from './read.ts';

/** Where top-level nodes go: `from` to `to` come to stand before what is now at `before` (indexes). */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly before: number;
}

/**
 * The move that brings a section, subsections included, before another top-level node (`null`: to the end).
 * @throws RangeError when either id is not there, or the target lies inside the section
 */
export function sectionMove(document: DocumentJson, headingId: string, beforeId: string | null): Move {
  const section = outline(document).section(headingId);
  if (!section) throw new RangeError(`no section ${headingId}`);
  const nodes = document.content ?? [];
  const before = beforeId === null ? nodes.length : nodes.findIndex((node) => node.attrs.id === beforeId);
  if (before < 0) throw new RangeError(`nothing with id ${beforeId} at the top level`);
  if (before > section.start && before < section.end) throw new RangeError('a section cannot move into itself');
  return { from: section.start, to: section.end, before };
}

/** The two states after which a move is done: first the nodes are gone, then they stand in their new place. */
export function moveStates(document: Node, { from, to, before }: Move): readonly [Node, Node] {
  const nodes = document.content.content;
  const moved = nodes.slice(from, to);
  const rest = [...nodes.slice(0, from), ...nodes.slice(to)];
  const at = before <= from ? before : before - (to - from);
  const without = schema.topNodeType.create(null, Fragment.fromArray(rest));
  const done = schema.topNodeType.create(null, Fragment.fromArray([...rest.slice(0, at), ...moved, ...rest.slice(at)]));
  return [without, done];
}

/**
 * Moves a section, subsections included, before the top-level node `beforeId` (`null`: to the end of the document).
 *
 * Written to the shared document as a deletion and an insertion one after the other: told both at once, y-prosemirror
 * rewrites a third of the rest of the document. Both stand in one Yjs transaction, so others see one move and one undo
 * takes it back. Ids stay.
 */
export function moveSection(
  ydoc: Y.Doc,
  headingId: string,
  beforeId: string | null,
  origin: unknown = ySyncPluginKey,
): void {
  const fragment = ydoc.getXmlFragment(FRAGMENT);
  const { node, mapping, faults } = readFragment(fragment);
  if (faults.some((fault) => fault.kind === 'node' || fault.kind === 'text'))
    throw new RangeError('the draft holds content that the schema does not know');
  const move = sectionMove(node.toJSON() as DocumentJson, headingId, beforeId);
  if (move.before === move.from || move.before === move.to) return;
  ydoc.transact(() => {
    for (const state of moveStates(node, move)) updateYFragment(ydoc, fragment, state, { mapping, isOMark: new Map() });
  }, origin);
}

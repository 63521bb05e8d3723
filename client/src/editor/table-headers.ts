import type { Command, EditorState } from 'prosemirror-state';
import { CellSelection, goToNextCell, isInTable, selectedRect } from 'prosemirror-tables';
import { findById } from './place.ts';

interface Line {
  /** Position of each cell that the first row or column covers. */
  readonly cells: readonly number[];
  readonly all: boolean;
}

/** The cells along the top or the left edge of the table around the caret; `null` outside a table. */
function edge(state: EditorState, side: 'row' | 'column'): Line | null {
  if (!isInTable(state)) return null;
  const { map, table, tableStart } = selectedRect(state);
  const rect = side === 'row' ? { right: map.width, bottom: 1 } : { right: 1, bottom: map.height };
  const cells = map.cellsInRect({ left: 0, top: 0, ...rect });
  return {
    cells: cells.map((pos) => tableStart + pos),
    all: cells.length > 0 && cells.every((pos) => table.nodeAt(pos)?.attrs['header'] === true),
  };
}

/** Whether the whole first row, or column, holds headers. */
export const hasHeader = (state: EditorState, side: 'row' | 'column'): boolean => edge(state, side)?.all === true;

/** Makes the first row, or column, headers, or takes that away; the corner stays a header for the other one. */
export function toggleHeaderLine(side: 'row' | 'column'): Command {
  return (state, dispatch) => {
    const line = edge(state, side);
    if (line === null) return false;
    if (dispatch === undefined) return true;
    const other = edge(state, side === 'row' ? 'column' : 'row');
    const { tr } = state;
    for (const pos of line.cells) {
      const header = !line.all || (other?.all === true && pos === other.cells[0]);
      if (state.doc.nodeAt(pos)?.attrs['header'] !== header) tr.setNodeAttribute(pos, 'header', header);
    }
    dispatch(tr);
    return true;
  };
}

/** Tab: the next cell; behind the last one a new row begins. */
export function nextCell(rowBelow: Command): Command {
  const next = goToNextCell(1);
  return (state, dispatch, view) => {
    if (next(state, dispatch, view)) return true;
    if (!isInTable(state) || state.selection instanceof CellSelection) return false;
    return rowBelow(state, dispatch, view);
  };
}

/** Gives a table its title; `null` takes it, and with it its number, away. */
export function setCaption(id: string, caption: string | null): Command {
  return (state, dispatch) => {
    const table = findById(state.doc, id);
    if (table?.node.type.name !== 'table') return false;
    dispatch?.(state.tr.setNodeAttribute(table.pos, 'caption', caption));
    return true;
  };
}

import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { undoInputRule } from 'prosemirror-inputrules';
import { keydownHandler } from 'prosemirror-keymap';
import { type Command, Plugin, TextSelection } from 'prosemirror-state';
import { redoCommand, undoCommand } from 'y-prosemirror';
import { behindTable } from './behind-table.ts';
import { setBlockType, shift, shiftWithTab, toggleBlockType } from './block-commands.ts';
import { backspaceAtStart, enter, lineBreak } from './enter.ts';
import { insertFootnote, toggleEmphasis, toggleStrong, toggleSubscript, toggleSuperscript } from './inline-commands.ts';
import { moveHere } from './move.ts';
import { removeHere } from './remove-here.ts';
import { cellKey } from './table-place.ts';
import { typedTable } from './typed-table.ts';

/** What the keyboard asks of the screen around the editor. */
export interface KeyRequests {
  readonly editLink: () => void;
  readonly editMeasure: () => void;
}

const move =
  (by: 1 | -1): Command =>
  (_state, dispatch, view) => {
    if (dispatch !== undefined && view !== undefined) moveHere(view, by);
    // Also when nothing can move: Alt+arrow must never leave the page.
    return true;
  };

/** An arrow leaves a selection at its end, also where that is the end of a cell and another cell follows. */
const besideSelection =
  (side: 'from' | 'to'): Command =>
  ({ selection, tr, doc }, dispatch) => {
    if (!(selection instanceof TextSelection) || selection.empty || selection.$from.depth < 2) return false;
    dispatch?.(tr.setSelection(TextSelection.create(doc, selection[side])).scrollIntoView());
    return true;
  };

const ask =
  (request: () => void): Command =>
  (_state, dispatch) => {
    if (dispatch !== undefined) request();
    return true;
  };

/**
 * Keys of the editor. Tab moves through cells and indents items and headings; after Escape the next Tab leaves the
 * editor, so that nobody is trapped in it.
 */
export function keysPlugin(requests: KeyRequests): Plugin {
  let leaving = false;
  const unlessLeaving =
    (command: Command): Command =>
    (state, dispatch, view) => {
      if (leaving) return false;
      return command(state, dispatch, view);
    };
  const stay = () => {
    leaving = false;
  };
  const own = keydownHandler({
    'Mod-z': undoCommand,
    'Mod-y': redoCommand,
    'Mod-Shift-z': redoCommand,
    'Mod-b': toggleStrong,
    'Mod-i': toggleEmphasis,
    'Mod-,': toggleSubscript,
    'Mod-.': toggleSuperscript,
    'Mod-k': ask(requests.editLink),
    'Mod-Alt-0': setBlockType('text'),
    'Mod-Alt-1': setBlockType('chapter'),
    'Mod-Alt-2': setBlockType('section'),
    'Mod-Alt-3': setBlockType('subsection'),
    'Mod-Alt-4': setBlockType('subsubsection'),
    'Mod-Alt-e': toggleBlockType('requirement'),
    'Mod-Alt-g': ask(requests.editMeasure),
    'Mod-Alt-f': insertFootnote,
    'Mod-Shift-7': toggleBlockType('ordered'),
    'Mod-Shift-8': toggleBlockType('bullet'),
    'Mod-s': ask(() => {}),
    'Alt-ArrowUp': move(-1),
    'Alt-ArrowDown': move(1),
    'Alt-Shift-ArrowRight': shift(1),
    'Alt-Shift-ArrowLeft': shift(-1),
    Enter: chainCommands(typedTable, enter),
    'Mod-Enter': behindTable,
    'Mod-Alt-Enter': cellKey('row'),
    'Mod-Alt-k': cellKey('column'),
    'Mod-Shift-Backspace': removeHere,
    'Shift-Enter': chainCommands(exitCode, lineBreak),
    ArrowLeft: besideSelection('from'),
    ArrowRight: besideSelection('to'),
    Backspace: chainCommands(undoInputRule, backspaceAtStart),
    Tab: unlessLeaving(chainCommands(cellKey('next'), shiftWithTab(1))),
    'Shift-Tab': unlessLeaving(chainCommands(cellKey('previous'), shiftWithTab(-1))),
    Escape: () => {
      leaving = true;
      return false;
    },
  });
  const base = keydownHandler(baseKeymap);
  return new Plugin({
    props: {
      handleDOMEvents: {
        // Escape counts for the Tab right behind it, however long that takes; who comes back or goes on here stays here.
        focus: stay,
        mousedown: stay,
        keydown: (_view, { key }) => {
          if (!['Tab', 'Shift', 'Escape'].includes(key)) stay();
        },
      },
      handleKeyDown: (view, event) => own(view, event) || base(view, event),
    },
  });
}

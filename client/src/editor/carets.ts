import type { DecorationAttrs } from 'prosemirror-view';
import { yCursorPlugin } from 'y-prosemirror';
import type { Plugin } from 'prosemirror-state';
import type { Awareness } from 'y-protocols/awareness';
import type { Writer } from './draft-session.ts';

const colourOf = (user: Partial<Writer>) => {
  const { colour } = user;
  return colour === 2 || colour === 3 || colour === 4 ? colour : 1;
};

/** A colleague's caret: colour, dash and name, all by class, since the page allows no style attributes. */
function caret(user: Partial<Writer>): HTMLElement {
  const element = document.createElement('span');
  element.className = `caret w${colourOf(user)}`;
  element.setAttribute('aria-hidden', 'true');
  const label = element.appendChild(document.createElement('span'));
  label.className = 'caret-name';
  label.textContent = (user.name ?? '?').split(/\s+/)[0] ?? '?';
  return element;
}

const selection = (user: Partial<Writer>): DecorationAttrs => ({ class: `remote-sel w${colourOf(user)}` });

/** Carets and selections of everybody else in the draft. */
export function caretsPlugin(awareness: Awareness): Plugin {
  return yCursorPlugin(awareness, { cursorBuilder: caret, selectionBuilder: selection }) as Plugin;
}

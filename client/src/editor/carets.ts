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

type Heard = (changes: Record<'added' | 'updated' | 'removed', readonly number[]>) => void;

/**
 * What the binding is to see and hear of who is here. It draws all carets anew at everything it hears, in a transaction
 * of its own; that our own caret went on, as it does at every key, changes none of them.
 */
function withoutOwnSteps(awareness: Awareness): Awareness {
  const isHere = () => awareness.getLocalState()?.['cursor'] != null;
  const heard = new Map<() => void, Heard>();
  const seen: Pick<Awareness, 'getStates' | 'getLocalState' | 'setLocalStateField'> & Record<'on' | 'off', unknown> = {
    getStates: () => awareness.getStates(),
    getLocalState: () => awareness.getLocalState(),
    setLocalStateField: (field, value) => awareness.setLocalStateField(field, value),
    on: (_change: 'change', listener: () => void) => {
      let was = isHere();
      const hear: Heard = ({ added, updated, removed }) => {
        const is = isHere();
        // Coming into the text and leaving it counts: the section somebody stands in follows from it.
        if (is !== was || [...added, ...updated, ...removed].some((id) => id !== awareness.clientID)) listener();
        was = is;
      };
      heard.set(listener, hear);
      awareness.on('change', hear);
    },
    off: (_change: 'change', listener: () => void) => {
      const hear = heard.get(listener);
      if (hear !== undefined) awareness.off('change', hear);
      heard.delete(listener);
    },
  };
  return seen as unknown as Awareness;
}

/** Carets and selections of everybody else in the draft. */
export function caretsPlugin(awareness: Awareness): Plugin {
  const seen = withoutOwnSteps(awareness);
  return yCursorPlugin(seen, { cursorBuilder: caret, selectionBuilder: selection }) as Plugin;
}

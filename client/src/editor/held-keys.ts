import { Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** Keys that mean something here with Ctrl or Cmd; all others with those are the browser's own. */
const WITH_MOD = new Set(['b', 'i', 'k', 's', 'y', 'z', ',', '.', 'Enter']);
/** What typing rules look at: signs at the start of a line, and the last of signs on both sides of words. */
const MAY_BE_A_RULE = /^(?:#{1,4}|[-*>]|1[.)]|eis:) $|[*_]$/i;

function isHeld(view: EditorView, event: KeyboardEvent): boolean {
  const { key } = event;
  // What a phone types as Enter or Backspace comes as a bare event that the editor made of it.
  if ((event as Partial<KeyboardEvent>).getModifierState?.('AltGraph') === true) return false;
  if (event.ctrlKey || event.metaKey) return event.altKey || event.shiftKey || WITH_MOD.has(key);
  if (event.altKey) return key.startsWith('Arrow');
  if (key === 'Enter' || key === 'Tab') return true;
  if (key !== 'Backspace' && key !== 'Delete') return false;
  // Within words the browser takes a letter away by itself.
  const { selection } = view.state;
  const { parentOffset, parent } = selection.$from;
  const atEdge = parentOffset === (key === 'Backspace' ? 0 : parent.content.size);
  return !(selection instanceof TextSelection) || !selection.empty || atEdge;
}

/**
 * One can type before the keys of the editor are here. A key that needs them waits, and what is typed behind it waits
 * with it, so that it lands where it was meant. When they cannot be fetched nothing waits any longer: letters go on, and
 * the browser does for the other keys what it can.
 */
export class HeldKeys {
  #held: (KeyboardEvent | string)[] | null = [];

  plugin(): Plugin {
    return new Plugin({
      props: {
        handleKeyDown: (view, event) => {
          if (this.#held === null || !view.editable) return false;
          if (!isHeld(view, event) && !(this.#held.length > 0 && /^(?:Backspace|Delete)$/.test(event.key)))
            return false;
          this.#held.push(event);
          return true;
        },
        handleTextInput: (view, from, _to, text) => {
          if (this.#held === null || view.composing) return false;
          const $from = view.state.doc.resolve(from);
          const line = `${$from.parent.textBetween(0, $from.parentOffset, null, ' ')}${text}`;
          if (this.#held.length === 0 && !MAY_BE_A_RULE.test(line)) return false;
          this.#held.push(text);
          return true;
        },
      },
    });
  }

  /** Does what waited, in its order; without the keys only what was typed. */
  release(view: EditorView, withKeys: boolean): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const one of held) {
      if (view.isDestroyed) return;
      if (typeof one === 'string') this.#type(view, one);
      else if (withKeys && view.someProp('handleKeyDown', (handle) => handle(view, one)) !== true)
        this.#remove(view, one);
    }
  }

  #type(view: EditorView, text: string): void {
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(text, from, to);
    const handled = view.someProp('handleTextInput', (handle) => handle(view, from, to, text, insert));
    if (handled !== true) view.dispatch(insert().scrollIntoView());
  }

  /** What the browser would have done within words. */
  #remove(view: EditorView, { key }: KeyboardEvent): void {
    if (key === 'Backspace') view.dom.ownerDocument.execCommand('delete');
    if (key === 'Delete') view.dom.ownerDocument.execCommand('forwardDelete');
  }
}

import { isTyping, letterKeysOn } from '../controllers/letter-keys.ts';
import type { Walker } from './walker.ts';

interface Acts {
  /** Leaves the list or the form that is open. */
  readonly leave: () => void;
  readonly react: (range: Range | null, part: Element | null) => void;
  readonly takeBack: () => void;
}

/** The keys of the page, wherever one is in it: walking through the text, reacting, and the way back. */
export function listenToKeys(text: HTMLElement, walker: Walker, { leave, react, takeBack }: Acts): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') {
      leave();
      return;
    }
    if (isTyping(event.target)) return;
    const { here } = walker;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    // Who has no letter keys walks with the arrows once a part has the focus.
    if (here !== null && event.key === 'Enter') react(null, here);
    else if (here !== null && step !== undefined && !letterKeysOn.value) walker.step(step);
    else if (!letterKeysOn.value || !byLetter(event)) return;
    event.preventDefault();
  });

  /** Whether the letter was one of ours. */
  function byLetter(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    const parts = event.shiftKey ? 'h1, h2, h3, h4, h5, h6' : '*';
    if (key === 'j') walker.step(1, parts);
    else if (key === 'k') walker.step(-1, parts);
    else if (key === 'r') reactHere();
    else if (key === 'u') takeBack();
    else return false;
    return true;
  }

  function reactHere(): void {
    const selection = document.getSelection();
    const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const selected = range && text.contains(range.commonAncestorContainer) ? range.cloneRange() : null;
    const part = walker.here;
    if (selected || part) react(selected, part);
  }
}

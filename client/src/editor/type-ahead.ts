/**
 * Fetches an element, and keeps what is typed until it is there: it must not land in the text, nor act as keys of the
 * room. Escape gives the keyboard back before that.
 *
 * @returns the letters that were typed while it loaded
 */
export async function typeAhead(element: string, load: () => Promise<unknown>): Promise<string> {
  // Even a module that is here takes a moment to ask for, in which a fast writer types on.
  if (customElements.get(element) !== undefined) return '';
  let typed = '';
  const hold = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') release();
    else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) typed += event.key;
  };
  addEventListener('keydown', hold, { capture: true });
  // What comes in without keys: a spoken word, a sign from a list.
  const holdInput = (event: InputEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    typed += event.data ?? '';
  };
  const release = (): void => {
    removeEventListener('keydown', hold, { capture: true });
    removeEventListener('beforeinput', holdInput, { capture: true });
  };
  addEventListener('beforeinput', holdInput, { capture: true });
  try {
    await load();
  } finally {
    release();
  }
  return typed;
}

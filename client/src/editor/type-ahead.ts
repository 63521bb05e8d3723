/**
 * Keeps what is typed until what it is meant for is there: it must not land in the text, nor act as keys of the room.
 * Escape gives the keyboard back before that.
 *
 * @returns the letters that were typed while it loaded
 */
export async function typeAhead(load: () => Promise<unknown>): Promise<string> {
  let typed = '';
  const hold = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') removeEventListener('keydown', hold, { capture: true });
    else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) typed += event.key;
  };
  addEventListener('keydown', hold, { capture: true });
  try {
    await load();
  } finally {
    removeEventListener('keydown', hold, { capture: true });
  }
  return typed;
}

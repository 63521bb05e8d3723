/** What a list stood on when somebody began to walk it with the keys. */
const walked = new WeakMap<HTMLSelectElement, string>();

const PASSING = ['Tab', 'Shift', 'Control', 'Alt', 'Meta'];

/**
 * Hears `change`, `keydown` and `blur` of a list that acts as soon as something is chosen. Every arrow chooses another
 * line, and who walks with the keys has not chosen those on the way (WCAG 3.2.2): the choice counts on Enter, Escape
 * takes it back. Leaving the list counts too, unless the act is one that cannot be taken back lightly.
 */
export function deliberately(choose: (value: string) => void, leaving: 'counts' | 'takes back' = 'counts') {
  return (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    if (event.type === 'change') {
      if (!walked.has(select)) choose(select.value);
      return;
    }
    const begun = walked.get(select);
    const isKey = event instanceof KeyboardEvent;
    const ends = !isKey || event.key === 'Enter' || event.key === 'Escape';
    if (!ends) {
      if (begun === undefined && !PASSING.includes(event.key)) walked.set(select, select.value);
      return;
    }
    walked.delete(select);
    if (begun === undefined || begun === select.value) return;
    const isMeant = isKey ? event.key === 'Enter' : leaving === 'counts';
    if (isMeant) choose(select.value);
    else select.value = begun;
    if (isKey) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

const focusable =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]), [contenteditable="true"]';

/** Where the keyboard comes in a pane: at what is chosen in it or is its text, else at its first control. */
const ENTRANCES = ['.clist [aria-current]', '#reactie-kop', '.draft-text'];

/**
 * Brings the keyboard to the next pane or the one before. Whether there was one: past the last the key is the browser's
 * own, so that nobody is locked in.
 */
export function nextPane(desk: Element, by: 1 | -1): boolean {
  const panes = [...desk.querySelectorAll('.pane')];
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[at < 0 ? (by > 0 ? 0 : panes.length - 1) : at + by];
  const entrance = ENTRANCES.map((selector) => next?.querySelector<HTMLElement>(selector)).find((one) => one != null);
  const goal = entrance ?? next?.querySelector<HTMLElement>(focusable);
  goal?.focus();
  return goal != null;
}

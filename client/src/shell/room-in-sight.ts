/** On a phone the row of rooms is wider than the screen: brings the one that somebody is in into sight. */
export function roomInSight(): void {
  const row = document.querySelector('.rooms');
  const current = row?.querySelector<HTMLElement>('[aria-current]');
  if (row && current) row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
}

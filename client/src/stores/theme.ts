const KEY = 'draagvlak.theme';
type Theme = 'light' | 'dark';

const isTheme = (value: string | null): value is Theme => value === 'light' || value === 'dark';

/** Puts the chosen theme on the page; without a choice the system decides. */
export function applyTheme(root: HTMLElement = document.documentElement): void {
  const kept = localStorage.getItem(KEY);
  if (isTheme(kept)) root.dataset['theme'] = kept;
}

export function switchTheme(root: HTMLElement = document.documentElement): void {
  const chosen = root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const next: Theme = chosen === 'dark' ? 'light' : 'dark';
  root.dataset['theme'] = next;
  localStorage.setItem(KEY, next);
}

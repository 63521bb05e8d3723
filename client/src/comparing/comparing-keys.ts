import { words } from '../stores/words.ts';

/** What a key does in the comparing room. */
const KEYS = {
  j: 'next',
  k: 'previous',
  w: 'why',
  Escape: 'leave',
  s: 'switch',
  g: 'read',
  r: 'reactions',
  '/': 'filter',
  b: 'decide',
  '?': 'help',
} as const;
export type ComparingKey = (typeof KEYS)[keyof typeof KEYS];

export const keyMeaning = (key: string): ComparingKey | null =>
  Object.hasOwn(KEYS, key) ? KEYS[key as keyof typeof KEYS] : null;

/** The keys as they are told to people; deciding only where there is something to decide. */
export function comparingKeys(decides: boolean): readonly (readonly [key: string, meaning: string])[] {
  const { comparing, reviewing } = words();
  return [
    ['J', comparing.keys.next],
    ['K', comparing.keys.previous],
    ['W', comparing.keys.why],
    ['Esc', comparing.keys.back],
    ['S', comparing.keys.switch],
    ['G', comparing.keys.read],
    ['R', reviewing.keys.reactions],
    ['/', comparing.keys.filter],
    ...(decides ? ([['B', reviewing.keys.decide]] as const) : []),
    ['?', comparing.keys.help],
  ];
}

import { DISPOSITION_KINDS, type DispositionKind } from '@draagvlak/review';
import { words } from '../stores/words.ts';

/** What a key asks of the desk. */
export type DeskKey =
  | { readonly act: 'decide'; readonly kind: DispositionKind }
  | {
      readonly act:
        | 'help'
        | 'leave'
        | 'search'
        | 'next'
        | 'previous'
        | 'next-open'
        | 'previous-open'
        | 'extend-next'
        | 'extend-previous'
        | 'work-on'
        | 'text'
        | 'apply'
        | 'motivation'
        | 'evidence'
        | 'passage'
        | 'answer'
        | 'confirm'
        | 'assign'
        | 'due'
        | 'bundle'
        | 'select'
        | 'select-all'
        | 'undo'
        | 'talk';
    };

const LETTERS = {
  '?': 'help',
  Escape: 'leave',
  '/': 'search',
  j: 'next',
  k: 'previous',
  n: 'next-open',
  v: 'work-on',
  e: 'text',
  t: 'apply',
  m: 'motivation',
  p: 'evidence',
  s: 'answer',
  c: 'confirm',
  a: 'assign',
  d: 'due',
  b: 'bundle',
  x: 'select',
  ' ': 'select',
  u: 'undo',
  o: 'talk',
} as const;

const WITH_SHIFT = {
  j: 'extend-next',
  k: 'extend-previous',
  n: 'previous-open',
  a: 'select-all',
  p: 'passage',
} as const;

const has = <T extends object>(table: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(table, key);

/** What a key means; a space on a button presses that button, so it means nothing there. */
export function deskKey(key: string, event: Pick<KeyboardEvent, 'shiftKey' | 'target'>): DeskKey | null {
  if (key === ' ' && isPressable(event.target)) return null;
  if (event.shiftKey && has(WITH_SHIFT, key)) return { act: WITH_SHIFT[key] };
  // A capital begins a sentence: somebody types who thinks to be in a field.
  if (event.shiftKey && /^[a-z]$/u.test(key)) return null;
  if (has(LETTERS, key)) return { act: LETTERS[key] };
  const kind = /^[1-8]$/u.test(key) ? DISPOSITION_KINDS[Number(key) - 1] : undefined;
  return kind === undefined ? null : { act: 'decide', kind };
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, summary, input') !== null;
}

/** The keys as the help shows them. */
export function deskKeys(): readonly (readonly [string, string])[] {
  const { processing, handling } = words();
  const { keys } = processing;
  const more = handling.keys;
  return [
    ['J', keys.next],
    ['K', keys.previous],
    ['N', more.nextOpen],
    ['Shift+N', more.previousOpen],
    ['1–8', keys.kinds],
    ['M', keys.motivation],
    ['S', more.answer],
    ['P', more.evidence],
    ['Shift+P', more.passage],
    ['Ctrl+Enter', more.send],
    ['V', keys.work],
    ['Ctrl+Alt+R', keys.pick],
    ['E', keys.text],
    ['T', keys.apply],
    ['C', more.confirm],
    ['A', more.assign],
    ['D', more.due],
    ['B', more.bundle],
    ['O', more.talk],
    ['X', more.select],
    ['Shift+J, Shift+K', more.extend],
    ['Shift+A', more.all],
    ['U', more.undo],
    ['/', more.search],
    ['F6, Shift+F6', more.panes],
    ['↑ ↓', more.arrows],
    ['Esc', `${keys.stop}, ${more.leave.toLowerCase()}`],
    ['?', keys.help],
  ];
}

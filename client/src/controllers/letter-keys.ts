import type { ReactiveControllerHost } from 'lit';
import { Store } from '../stores/store.ts';
import { PageKeys } from './page-keys.ts';

const KEY = 'draagvlak.letter-keys';

/** Whether single letters act as keys; who uses speech input can switch it off, and it is remembered. */
export const letterKeysOn = new Store<boolean>(globalThis.localStorage?.getItem(KEY) !== 'off');

export function setLetterKeys(on: boolean): void {
  globalThis.localStorage?.setItem(KEY, on ? 'on' : 'off');
  letterKeysOn.set(on);
}

/** Where letters are text: a field, a list to choose from, the editor. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Keys of a room: `handle` gets the key and answers whether it did something with it. Escape always counts. */
export class LetterKeys extends PageKeys {
  constructor(host: ReactiveControllerHost, handle: (key: string, event: KeyboardEvent) => boolean) {
    super(host, (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      // The editor takes every Escape for itself; a room that has a mode to leave hears it all the same.
      if (event.defaultPrevented && event.key !== 'Escape') return;
      // An open dialog has the keyboard to itself.
      if (document.querySelector('dialog[open]') !== null) return;
      if (event.key !== 'Escape' && (!letterKeysOn.value || isTyping(event.target))) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (handle(key, event)) event.preventDefault();
    });
  }
}

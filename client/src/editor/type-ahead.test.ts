// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { typeAhead } from './type-ahead.ts';

const heard = vi.fn<(event: KeyboardEvent) => void>();
addEventListener('keydown', heard);
afterEach(() => heard.mockReset());
const line = () => {
  let resolve = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<void>((arrives, fails) => {
    resolve = arrives;
    reject = fails;
  });
  return { promise, resolve, reject };
};
const press = (...keys: string[]) =>
  keys.map((key) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });

describe('typing ahead of what is still fetched', () => {
  it('keeps the letters for it: neither the text nor the room gets them', async () => {
    const { promise, resolve } = line();
    const typed = typeAhead('not-here', () => promise);
    expect(press('b', 'e', 'x', 'Backspace', 't')).toEqual([true, true, true, true, true]);
    const spoken = new InputEvent('beforeinput', { data: 'ekent', bubbles: true, cancelable: true });
    document.body.dispatchEvent(spoken);
    expect(spoken.defaultPrevented).toBe(true);
    resolve();
    expect(await typed).toBe('betekent');
    expect(heard).not.toHaveBeenCalled();
    expect(press('e')).toEqual([false]);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('waits for nothing that is here already', async () => {
    customElements.define('is-here', class extends HTMLElement {});
    expect(await typeAhead('is-here', () => Promise.reject(new Error('asked again')))).toBe('');
  });

  it('gives the keyboard back on Escape, and when it cannot be fetched', async () => {
    const { promise, reject } = line();
    const typed = typeAhead('not-here', () => promise);
    expect(press('b', 'Escape', 'e')).toEqual([true, true, false]);
    const again = typeAhead('not-here', () => promise);
    reject(new Error('no line'));
    await expect(typed).rejects.toThrow('no line');
    await expect(again).rejects.toThrow('no line');
    expect(press('e')).toEqual([false]);
  });
});

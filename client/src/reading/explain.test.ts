// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { explain } from './explain.ts';

const PAGE = `<div class="text">
  <dl class="definitions"><div><dt data-generated><dfn>Docent</dfn></dt><dd id="d" data-block="d">wie <em>lesgeeft</em><a data-generated href="#x">2</a></dd></div></dl>
  <p data-block="p">Elke <a class="term" href="#d">docent</a><a class="fn-ref" id="ref-f" href="#note-f">1</a></p>
  <section class="footnotes"><ol><li id="note-f">Zie de bijlage. <a href="#ref-f">Terug</a></li></ol></section>
</div>`;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = PAGE;
  explain(document.querySelector('.text') as HTMLElement);
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});
const note = () => document.querySelector<HTMLElement>('.explain') as HTMLElement;
const at = (selector: string) => document.querySelector<HTMLElement>(selector) as HTMLElement;

test('a term says what it means when the keyboard comes to it, and is described by it', () => {
  at('a.term').dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  expect(note().hidden).toBe(false);
  expect(note().textContent).toBe('Docent: wie lesgeeft');
  expect(at('a.term').getAttribute('aria-describedby')).toBe(note().id);
});

test('a term in a table says the meaning in its row', () => {
  document.body.innerHTML = `<div class="text"><table><tr><td id="t1"><dfn>Lesplan</dfn></td><td id="b1">beschrijving per les</td></tr></table>
    <p data-block="p">Het <a class="term" href="#b1">lesplan</a></p></div>`;
  explain(document.querySelector('.text') as HTMLElement);
  at('a.term').dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  expect(note().textContent).toBe('Lesplan: beschrijving per les');
});

test('a footnote says its words without the way back, and its places stay unique', () => {
  at('a.fn-ref').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  expect(note().textContent?.trim()).toBe('Zie de bijlage.');
  expect(document.querySelectorAll('[id=note-f]')).toHaveLength(1);
  expect(note().querySelector('[data-block]')).toBeNull();
});

test('Escape takes it away, and so does leaving', () => {
  at('a.term').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(note().hidden).toBe(true);
  expect(at('a.term').hasAttribute('aria-describedby')).toBe(false);
  at('a.term').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  at('a.term').dispatchEvent(new MouseEvent('mouseout', { bubbles: true }));
  vi.advanceTimersByTime(200);
  expect(note().hidden).toBe(true);
});

test('without a pointer the first tap explains and the second follows the link', () => {
  vi.spyOn(globalThis, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
  const tap = () => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true });
    at('a.term').dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(tap()).toBe(true);
  expect(note().hidden).toBe(false);
  expect(tap()).toBe(false);
  expect(location.hash).toBe('#d');
  vi.restoreAllMocks();
});

test('a term is a link in all but its href, so that a selection can begin on it; Enter goes to the meaning', () => {
  location.hash = '';
  const term = at('a.term');
  expect([term.hasAttribute('href'), term.getAttribute('role'), term.tabIndex]).toEqual([false, 'link', 0]);
  expect(at('a.fn-ref').hasAttribute('href')).toBe(true);
  term.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  expect(location.hash).toBe('#d');
});

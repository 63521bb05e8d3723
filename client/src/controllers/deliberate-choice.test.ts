// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { deliberately } from './deliberate-choice.ts';

function list(leaving?: 'takes back') {
  const chosen: string[] = [];
  const select = document.createElement('select');
  select.innerHTML = ['a', 'b', 'c'].map((value) => `<option value="${value}">${value}</option>`).join('');
  const listen = deliberately((value) => chosen.push(value), leaving);
  for (const type of ['change', 'keydown', 'blur']) select.addEventListener(type, listen);
  const key = (name: string) => select.dispatchEvent(new KeyboardEvent('keydown', { key: name, cancelable: true }));
  /** As a browser does: the key first, then the other line. */
  const walk = (value: string) => {
    key('ArrowDown');
    select.value = value;
    select.dispatchEvent(new Event('change'));
  };
  return { select, chosen, key, walk, leave: () => select.dispatchEvent(new Event('blur')) };
}

it('acts at once on a choice that was pointed at', () => {
  const { select, chosen } = list();
  select.value = 'c';
  select.dispatchEvent(new Event('change'));
  expect(chosen).toEqual(['c']);
});

it('lets the keys walk past lines that are not meant, and acts once on Enter', () => {
  const { chosen, key, walk, leave } = list();
  walk('b');
  walk('c');
  expect(chosen).toEqual([]);
  key('Enter');
  leave();
  expect(chosen).toEqual(['c']);
});

it('takes the walk back on Escape', () => {
  const { select, chosen, key, walk, leave } = list();
  walk('b');
  key('Escape');
  leave();
  expect([select.value, ...chosen]).toEqual(['a']);
});

it('counts leaving as choosing, or as taking back where the act is a heavy one', () => {
  const light = list();
  light.walk('b');
  light.key('Tab');
  light.leave();
  expect(light.chosen).toEqual(['b']);
  const heavy = list('takes back');
  heavy.walk('b');
  heavy.key('Tab');
  heavy.leave();
  expect([heavy.select.value, ...heavy.chosen]).toEqual(['a']);
});

// @vitest-environment happy-dom
import type { PersonView } from '@draagvlak/contract/client';
import { render } from 'lit';
import { beforeAll, expect, it } from 'vitest';
import { allWords } from '../stores/words.ts';
import { assigneeSelect } from './assign-fields.ts';

beforeAll(() => allWords());

const AUTHORS = ['anna', 'bram'].map((person) => ({ person, name: person, organisation: null }) as PersonView);

function list(value: string | null, unchosen: string | null = null) {
  const chosen: (string | null)[] = [];
  const place = document.createElement('div');
  document.body.append(place);
  const show = (now: string | null) =>
    render(
      assigneeSelect(AUTHORS, 'anna', now, unchosen, (person) => chosen.push(person)),
      place,
    );
  show(value);
  const select = place.querySelector('select');
  if (select === null) throw new Error('no list');
  select.focus();
  const key = (name: string) => select.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
  /** As a browser does: the key first, then the other line. */
  const walk = (to: string) => {
    key('ArrowDown');
    select.value = to;
    select.dispatchEvent(new Event('change'));
  };
  return { select, chosen, key, walk, show };
}

it('assigns once, to whom the walk with the keys ended at, and lets go of the keyboard', () => {
  const { select, chosen, key, walk } = list(null);
  walk('anna');
  walk('bram');
  expect(chosen).toEqual([]);
  key('Enter');
  expect(chosen).toEqual(['bram']);
  expect(document.activeElement).not.toBe(select);
});

it('assigns nobody on Escape, and shows whom a colleague assigned it to meanwhile', () => {
  const { select, chosen, key, walk, show } = list(null);
  walk('anna');
  show('bram');
  key('Escape');
  expect([select.value, ...chosen]).toEqual(['bram']);
});

it('stands on nothing again after it was used for many', () => {
  const { select, chosen, key, walk } = list(null, 'Toewijzen');
  expect(select.value).toBe('?');
  walk('');
  key('Enter');
  expect([select.value, ...chosen]).toEqual(['?', null]);
});

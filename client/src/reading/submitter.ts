import type { ReadingClient, RegisterView } from '@draagvlak/contract/client';
import type { Command } from '@draagvlak/procedure';
import { CHANNELS } from '@draagvlak/review';
import { failureOf } from '../stores/failure.ts';
import { sentenceOf } from './sentence.ts';
import { element } from './element.ts';
import { words } from './words.ts';

type Person = RegisterView['people'][number];
type Registered = NonNullable<Extract<Command, { type: 'submit-comment' }>['registered']>;

/** Who sent what the secretary registers, how and when it came in. */
export interface Submitter {
  readonly fields: HTMLElement;
  /** `null` while nobody is chosen. */
  read(): Registered | null;
  focus(): void;
}

export function submitterFields(client: ReadingClient, today: string): Submitter {
  const { reading, vocabulary } = words;
  let people: readonly Person[] = [];
  let asked = 0;
  const found = element('div', { role: 'group', 'aria-label': reading.register });
  const status = element('p', { class: 'hint', role: 'status' });
  const input = element('input', {
    id: 'indiener',
    type: 'search',
    autocomplete: 'off',
    'aria-describedby': 'indiener-uitleg',
    oninput: () => void ask(),
  });
  const channel = element(
    'select',
    { id: 'kanaal' },
    ...CHANNELS.filter((name) => name !== 'web').map((name) =>
      element('option', { value: name }, vocabulary.channels[name]),
    ),
  );
  const day = element('input', { id: 'binnen', type: 'date', value: today, max: today });

  async function ask(): Promise<void> {
    const text = input.value.trim();
    const mine = (asked += 1);
    if (text.length < 2) return;
    try {
      const answer = await client.people(text);
      if (mine !== asked) return;
      people = answer.people.slice(0, 8);
      status.textContent = people.length === 0 ? reading.registerNone : reading.registerFound(people.length);
      found.replaceChildren(
        ...people.map((person) =>
          element(
            'label',
            { class: 'choice' },
            element('input', { type: 'radio', name: 'indiener', value: person.id }),
            element(
              'span',
              {},
              person.name,
              element('span', { class: 'hint' }, person.organisationName ?? reading.ownName),
            ),
          ),
        ),
      );
    } catch (error) {
      status.textContent = sentenceOf(failureOf(error));
    }
  }

  const field = (label: string, id: string, control: HTMLElement) =>
    element('div', { class: 'field' }, element('label', { for: id }, label), control);
  return {
    fields: element(
      'fieldset',
      { class: 'field submitter' },
      element('legend', {}, reading.register),
      element('span', { class: 'hint', id: 'indiener-uitleg' }, reading.registerHint),
      field(reading.registerFind, 'indiener', input),
      status,
      found,
      field(reading.registerChannel, 'kanaal', channel),
      field(reading.registerDate, 'binnen', day),
    ),
    read() {
      const chosen = found.querySelector<HTMLInputElement>('input:checked')?.value;
      const person = people.find(({ id }) => id === chosen);
      if (!person) return null;
      const by = CHANNELS.find((name) => name === channel.value) ?? 'letter';
      // Today means now; an earlier day counts from its noon, which lies in that day in every season.
      const receivedAt =
        day.value === today || day.value === '' ? new Date().toISOString() : `${day.value}T12:00:00.000Z`;
      return { by: person.id, organisation: person.organisation, party: person.party, channel: by, receivedAt };
    },
    focus: () => input.focus(),
  };
}

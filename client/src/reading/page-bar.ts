import { switchTheme } from '../stores/theme.ts';
import { element, sign } from './element.ts';
import type { ReadingStore } from './reading-store.ts';
import { words } from './words.ts';

/** On a narrow screen the navigation and the bar fold behind a button, as they do in the app. */
export function foldingMenu(nav: HTMLElement): HTMLElement {
  const button: HTMLButtonElement = element(
    'button',
    {
      class: 'button small menu-button',
      type: 'button',
      'aria-controls': nav.id,
      'aria-expanded': 'false',
      onclick: () => button.setAttribute('aria-expanded', String(nav.classList.toggle('is-open'))),
    },
    sign('menu'),
    words.shell.menu,
  );
  return button;
}

/** Who is reading, and the theme; in a demo a list to look as somebody else. */
export function pageBar(store: ReadingStore): HTMLElement {
  const who = element('span', { class: 'small quiet' });
  const bar = element(
    'div',
    { class: 'top-end' },
    who,
    element(
      'button',
      {
        class: 'button small icon plain',
        type: 'button',
        'aria-label': words.shell.themeSwitch,
        title: words.shell.themeSwitch,
        onclick: () => switchTheme(),
      },
      sign('moon'),
    ),
  );
  store.people.subscribe(() => {
    const session = store.people.value?.session;
    if (!session || who.dataset['for'] === session.person) return;
    who.dataset['for'] = session.person;
    if (session.demo) void personas(store, session.persona).then((list) => who.replaceWith(list));
    else who.textContent = session.name;
  });
  return bar;
}

async function personas(store: ReadingStore, chosen: string | null): Promise<HTMLElement> {
  const people = await store.client.personas();
  const select = element(
    'select',
    {
      'aria-label': words.shell.demoViewAs,
      onchange: async () => {
        await store.client.signInAs(select.value);
        location.reload();
      },
    },
    ...people.map(({ persona, role, name }) =>
      element('option', { value: persona, selected: persona === chosen }, `${role}, ${name}`),
    ),
  );
  return element('label', { class: 'persona' }, element('span', {}, words.shell.demoViewAs), select);
}

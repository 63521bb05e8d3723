import { createFollowingClient, createReadingClient } from '@draagvlak/contract/client';
import '../styles/main.css';
import { applyTheme } from '../stores/theme.ts';
import { element } from './element.ts';
import { fetchSprite } from '../elements/fetch-sprite.ts';
import { foldingMenu, pageBar } from './page-bar.ts';
import { Reader } from './reader.ts';
import { ReadingStore } from './reading-store.ts';
import { roomBar } from './room-bar.ts';
import { speak, type Words } from './words.ts';

/**
 * Adds to the page what a reader can do here: comments beside the text, the menu, the bars. A function, for a bundler
 * may run what an entry imports before what stands above it; so the words are here before anything asks for them.
 */
export function decorate(language: Words): void {
  speak(language);
  document.documentElement.classList.add('js');
  applyTheme();
  void fetchSprite();

  const page = document.querySelector<HTMLElement>('main[data-reading]');
  const grid = page?.querySelector<HTMLElement>('.read-grid');
  const contents = page?.querySelector<HTMLElement>('.read-toc');
  const text = page?.querySelector<HTMLElement>('.body-text');
  const { version, dossier } = page?.dataset ?? {};
  if (grid && contents && text && version !== undefined && dossier !== undefined) {
    const store = new ReadingStore({ ...createReadingClient(), ...createFollowingClient() }, version, dossier);
    new Reader(store, { grid, contents, text });
    if (text.querySelector('a.term, a.fn-ref') !== null)
      void import('./explain.ts').then(({ explain }) => explain(text));
    document.querySelector('.top-end')?.replaceWith(pageBar(store));
    const nav = document.querySelector<HTMLElement>('#hoofdmenu');
    nav?.before(foldingMenu(nav));
    const place = element('div');
    page?.prepend(place);
    const showRooms = () => {
      const view = store.people.value?.dossier;
      const of = view?.documents.find(({ versions }) => versions.some(({ id }) => id === version));
      if (view && of) place.replaceChildren(roomBar(view, of.id, version));
    };
    store.people.subscribe(showRooms);
    const stop = store.start();
    addEventListener('pagehide', stop, { once: true });
  }
}

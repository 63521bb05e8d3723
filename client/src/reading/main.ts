import { createClient } from '@draagvlak/contract/client';
import '../styles/main.css';
import { addSprite } from '../elements/sprite.ts';
import { applyTheme } from '../stores/theme.ts';
import { pageBar } from './page-bar.ts';
import { Reader } from './reader.ts';
import { ReadingStore } from './reading-store.ts';

document.documentElement.classList.add('js');
applyTheme();
addSprite();

const page = document.querySelector<HTMLElement>('main[data-reading]');
const grid = page?.querySelector<HTMLElement>('.read-grid');
const contents = page?.querySelector<HTMLElement>('.read-toc');
const text = page?.querySelector<HTMLElement>('.body-text');
const { version, dossier } = page?.dataset ?? {};
if (grid && contents && text && version !== undefined && dossier !== undefined) {
  const store = new ReadingStore(createClient(), version, dossier);
  new Reader(store, { grid, contents, text });
  document.querySelector('.top-end')?.replaceWith(pageBar(store));
  const stop = store.start();
  addEventListener('pagehide', stop, { once: true });
}

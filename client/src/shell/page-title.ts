import { roomInSight } from './room-in-sight.ts';
import type { Router } from './router.ts';
import type { Route } from './routes.ts';
import type { Stores } from '../stores/stores.ts';
import type { Unsubscribe } from '../stores/store.ts';
import { language, words } from '../stores/words.ts';

/** What a page is called: "Logboek, Gasmeten". */
export function titleOf(page: Route['page'], dossier: string | null): string {
  const titles: Readonly<Record<Route['page'], string>> = words().frame.titles;
  const name = titles[page];
  if (dossier === null) return name;
  return page === 'dossier' ? dossier : `${name}, ${dossier}`;
}

/** Text as a string of CSS. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/["\\\n]/g, (sign) => (sign === '\n' ? ' ' : `\\${sign}`))}"`;

/** Tells the window which page it shows, and a printed page of what and when it is; a turned phone keeps its room in sight. */
export class PageTitle {
  readonly #stores: Stores;
  readonly #router: Router;
  #followed: string | null = null;
  #stop: Unsubscribe | null = null;

  constructor(stores: Stores, router: Router) {
    this.#stores = stores;
    this.#router = router;
  }

  start(): Unsubscribe {
    const show = () => this.#show();
    const again = () => {
      // Who signs in as somebody else has other dossiers, in other stores.
      this.#follow(null);
      show();
    };
    const stops = [this.#router.route.subscribe(show), language.subscribe(show), this.#stores.session.subscribe(again)];
    addEventListener('beforeprint', show);
    // A phone that is turned, or a window that is made smaller.
    addEventListener('resize', roomInSight);
    show();
    return () => {
      for (const stop of stops) stop();
      removeEventListener('beforeprint', show);
      removeEventListener('resize', roomInSight);
      this.#follow(null);
    };
  }

  #show(): void {
    const route = this.#router.route.value;
    const signedIn = this.#stores.session.session !== null;
    this.#follow(signedIn && 'dossier' in route ? route.dossier : null);
    const dossier = this.#followed === null ? null : (this.#stores.dossier(this.#followed).view?.title ?? null);
    const title = titleOf(route.page, dossier);
    document.title = `${title} | ${words().shell.product}`;
    const { style } = document.documentElement;
    style.setProperty('--print-what', quoted(title));
    style.setProperty('--print-when', quoted(words().frame.printedOn(words().dates.day(new Date().toISOString()))));
  }

  #follow(dossier: string | null): void {
    if (dossier === this.#followed) return;
    this.#stop?.();
    this.#followed = dossier;
    this.#stop = dossier === null ? null : this.#stores.dossier(dossier).subscribe(() => this.#show());
  }
}

import { Store } from '../stores/store.ts';
import { isOurs, type Route, routeOf } from './routes.ts';

/** Follows the address bar, and turns presses on links into steps within the app instead of page loads. */
export class Router {
  readonly route: Store<Route>;
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
    this.route = new Store(routeOf(new URL(window.location.href)));
  }

  start(): () => void {
    const follow = () => this.#read();
    const click = (event: MouseEvent) => this.#click(event);
    this.#window.addEventListener('popstate', follow);
    this.#window.document.addEventListener('click', click);
    return () => {
      this.#window.removeEventListener('popstate', follow);
      this.#window.document.removeEventListener('click', click);
    };
  }

  go(path: string): void {
    this.#window.history.pushState(null, '', path);
    this.#window.scrollTo(0, 0);
    this.#read();
  }

  #read(): void {
    const route = routeOf(new URL(this.#window.location.href));
    // The same page at the same place (a jump to a heading) stays as it is.
    if (JSON.stringify(route) !== JSON.stringify(this.route.value)) this.route.set(route);
  }

  #click(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
    if (!link || (link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return;
    const here = new URL(this.#window.location.href);
    const url = new URL(link.href, here);
    if (!isOurs(url, here.origin)) return;
    const samePage = url.pathname === here.pathname && url.search === here.search;
    if (samePage && url.hash !== '') return;
    event.preventDefault();
    this.go(url.pathname + url.search + url.hash);
  }
}

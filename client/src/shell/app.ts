import { html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { StoreController } from '../controllers/store-controller.ts';
import './dossier-head.ts';
import { afterTyping } from '../editor/after-typing.ts';
import { LightElement } from '../elements/light-element.ts';
import { failed, loading, refusal } from '../elements/states.ts';
import type { SearchDialog } from '../search/search-dialog.ts';
import { isUnfetched } from '../stores/download.ts';
import type { Failure } from '../stores/failure.ts';
import type { Unsubscribe } from '../stores/store.ts';
import { createStores, type Stores } from '../stores/stores.ts';
import { afterAllWords, allWords, firstWords, hasFirstWords, language } from '../stores/words.ts';
import { loadPage, screenOf, type Show } from './pages.ts';
import { Router } from './router.ts';
import type { Route } from './routes.ts';
import { PersonaChosenEvent, SearchAskedEvent, SignOutEvent } from './top-bar.ts';

/** The shell: who is signed in, which page, the bar above it, and the code of the page when it is needed. */
@customElement('draagvlak-app')
export class DraagvlakApp extends LightElement {
  stores: Stores = createStores();
  router = new Router(window);

  /** The page that is here, and how it is shown. */
  @state() private loaded: { readonly route: Route; readonly show: Show } | null = null;
  @state() private brokenDownload = false;
  @state() private failure: Failure | null = null;

  constructor() {
    super();
    new StoreController(this, () => this.stores.session);
    new StoreController(this, () => this.router.route);
    new StoreController(this, () => language);
    new StoreController(this, () => this.stores.contact);
  }
  #stop: (() => void) | null = null;
  #loading: Route | null = null;
  #focusNext = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const stops = [this.router.start()];
    this.#stop = () => stops.splice(0).forEach((stop) => stop());
    this.router.route.subscribe(() => (this.#focusNext = true));
    // Another language draws every element anew.
    language.subscribe(() => (this.#focusNext = true));
    if (!hasFirstWords())
      allWords().then(
        () => this.requestUpdate(),
        () => language.set('nl'),
      );
    void this.stores.session.load();
    void this.stores.session.loadPersonas();
    void this.stores.contact.load();
    void this.#loadRest(stops);
    this.addEventListener(
      PersonaChosenEvent.type,
      (event) => void this.#signInAs((event as PersonaChosenEvent).persona),
    );
    this.addEventListener(SignOutEvent.type, () => void this.#signOut());
    this.addEventListener(SearchAskedEvent.type, () => void this.#search());
    addEventListener('keydown', this.#pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#pressed);
    this.#stop?.();
  }

  override willUpdate(): void {
    const route = this.router.route.value;
    this.className = this.stores.session.session ? screenOf(route) : 'screen-overview';
    if (this.#loading !== route) void this.#load(route);
    if (this.stores.session.state.status === 'signed-out') void this.#loadSignIn();
  }

  override render(): unknown {
    if (!hasFirstWords()) return nothing;
    const { session } = this.stores;
    const route = this.router.route.value;
    return keyed(
      `${language.value} ${session.session?.person ?? ''}`,
      html`<a class="skip" href="#inhoud" @click=${(event: Event) => this.#skip(event)}
          >${firstWords().shell.skipToContent}</a
        >
        <top-bar
          .stores=${this.stores}
          .contact=${this.stores.contact.value}
          .session=${session.session}
          .personas=${session.personas ?? []}
          .route=${route}
        ></top-bar>
        ${
          // In a dossier it stands under the bar of the dossier.
          session.session && !('dossier' in route)
            ? html`<room-hint .store=${this.stores.hints} .page=${route.page}></room-hint>`
            : nothing
        }
        <main id="inhoud" tabindex="-1">
          ${
            // Between the top of the room and the text stand its bar, its outline and its tools.
            route.page === 'writing'
              ? html`<a class="skip" href="#werktekst">${firstWords().shell.skipToDraft}</a>`
              : nothing
          }
          ${this.failure ? html`<div class="wrap tight">${refusal(this.failure)}</div>` : nothing}
          ${this.#content(route)}
        </main>
        ${this.className.includes('work-screen') ? nothing : this.#foot()} <search-dialog></search-dialog>`,
    );
  }

  /** Who is not signed in sees personas in a demo and nowhere else. */
  get #isDemo(): boolean {
    const { session, personas } = this.stores.session;
    return session === null ? (personas ?? []).length > 0 : session.demo;
  }

  #foot() {
    const { shell } = firstWords();
    const contact = this.stores.contact.value;
    return html`<footer class="foot">
      <span>${this.#isDemo ? shell.demoFoot : shell.product}</span>
      ${contact ? html`<span>${shell.ask} <a href=${`mailto:${contact.email}`}>${contact.name}</a></span>` : nothing}
      <span class="end"><a href="/hulp">${shell.help}</a></span>
      <a href="/onderdelen">${shell.parts}</a>
      <a href="/ontwikkelaars">${shell.forDevelopers}</a>
    </footer>`;
  }

  #content(route: Route) {
    const { state: session, personas } = this.stores.session;
    if (session.status === 'unknown') return loading();
    if (session.status === 'failed') return failed(session.failure, () => void this.stores.session.load());
    if (session.status === 'signed-out' && route.page !== 'parts' && route.page !== 'help') {
      if (this.brokenDownload && customElements.get('sign-in-page') === undefined)
        return failed({ kind: 'unreachable' }, () => void this.#loadSignIn());
      return html`<sign-in-page .client=${this.stores.client} .personas=${personas}></sign-in-page>`;
    }
    if (this.brokenDownload && this.loaded?.route !== route)
      return failed({ kind: 'unreachable' }, () => void this.#load(route));
    if (this.loaded?.route !== route) return loading();
    return keyed(
      'dossier' in route ? route.dossier : route.page,
      html`${
        'dossier' in route && route.page !== 'writing' && route.page !== 'processing' && route.page !== 'comparing'
          ? html`<dossier-head .stores=${this.stores} .route=${route}></dossier-head>`
          : nothing
      }
      ${this.loaded.show({ stores: this.stores, router: this.router })}`,
    );
  }

  async #load(route: Route): Promise<void> {
    this.#loading = route;
    this.brokenDownload = false;
    try {
      // One can write before the words of the other pages are here; they follow when the editor stands.
      const [show] = await Promise.all([loadPage(route), route.page === 'writing' ? null : allWords()]);
      if (this.#loading === route) this.loaded = { route, show };
    } catch (error) {
      if (!isUnfetched(error)) reportError(error);
      // The screen offers to try again.
      if (this.#loading === route) this.brokenDownload = true;
    }
  }

  async #loadSignIn(): Promise<void> {
    try {
      await allWords();
      await import('./sign-in-page.ts');
      this.brokenDownload = false;
    } catch (error) {
      if (!isUnfetched(error)) reportError(error);
      this.brokenDownload = true;
    }
  }

  /** After a step within the app, who cannot see the screen starts at the new content, as after a page load. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#focusNext || this.loaded?.route !== this.router.route.value) return;
    this.#focusNext = false;
    this.querySelector<HTMLElement>('#inhoud')?.focus({ preventScroll: true });
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    // In the editor these keys are taken: they make a link.
    if (event.defaultPrevented || event.key.toLowerCase() !== 'k' || event.shiftKey || event.altKey) return;
    if (event.ctrlKey === event.metaKey || this.stores.session.session === null) return;
    event.preventDefault();
    void this.#search();
  };

  async #search(): Promise<void> {
    if (document.querySelector('dialog[open]') !== null) return;
    try {
      await Promise.all([import('../search/search-dialog.ts'), allWords()]);
    } catch {
      // The page says that it could not be fetched, and offers to try again.
      this.router.go('/zoeken');
      return;
    }
    const dialog = this.querySelector<SearchDialog>('search-dialog');
    const route = this.router.route.value;
    if (!dialog) return;
    dialog.stores = this.stores;
    dialog.dossierId = 'dossier' in route ? route.dossier : null;
    dialog.open = true;
  }

  /** The title, hints and how much there is to know are for later: the page itself comes first. */
  async #loadRest(stops: Unsubscribe[]): Promise<void> {
    await afterAllWords;
    await afterTyping(
      async () => {
        const { PageTitle } = await import('./page-title.ts');
        if (this.isConnected && stops.length > 0) stops.push(new PageTitle(this.stores, this.router).start());
      },
      () => import('./notice-bell.ts'),
      () => import('../hints/room-hint.ts'),
    );
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.querySelector<HTMLElement>('#inhoud')?.focus();
  }

  async #signInAs(persona: string): Promise<void> {
    const before = this.stores.session.session;
    this.failure = await this.stores.session.signInAs(persona, () => this.stores.forget());
    if (this.failure) return;
    // All is drawn anew for somebody else: the keyboard begins at the content.
    this.#focusNext = true;
    this.requestUpdate();
    // Who signs in goes on to where the address leads; after another person, that place may not be theirs.
    if (before === null) return;
    if (this.router.route.value.page !== 'overview' && this.router.route.value.page !== 'parts') this.router.go('/');
  }

  async #signOut(): Promise<void> {
    this.failure = await this.stores.session.signOut(() => this.stores.forget());
    if (this.failure) return;
    this.router.go('/');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'draagvlak-app': DraagvlakApp;
  }
}

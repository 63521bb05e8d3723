import { type PropertyValues, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { EditorView } from 'prosemirror-view';
import type { DraftSession } from '../editor/draft-session.ts';
import { LightElement } from '../elements/light-element.ts';
import { type Sight, sightOf } from './text-window.ts';

/** How long after scrolling somebody who follows hears of it, in milliseconds. */
const PAUSE = 120;

/** Tells colleagues who follow what stands at the top of this window; says and costs nothing as long as nobody does. */
@customElement('sight-share')
export class SightShare extends LightElement {
  @property({ attribute: false }) session: DraftSession | null = null;
  @property({ attribute: false }) view: EditorView | null = null;
  /** What scrolls. */
  @property({ attribute: false }) pane: HTMLElement | null = null;
  #stop: () => void = () => {};
  #unfollow: (() => void) | null = null;
  #pausing: ReturnType<typeof setTimeout> | null = null;
  #told: Sight | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('session') && !changed.has('view') && !changed.has('pane')) return;
    this.#end();
    const { session } = this;
    if (session === null || this.view === null || this.pane === null) return;
    this.#stop = session.subscribe(() => this.#look(session));
    this.#look(session);
  }

  override render() {
    return nothing;
  }

  #look(session: DraftSession): void {
    const followed = session.followed();
    if (followed === (this.#unfollow !== null)) return;
    this.#unfollow?.();
    this.#unfollow = null;
    if (!followed) return;
    document.addEventListener('scroll', this.#scrolled, { capture: true, passive: true });
    addEventListener('resize', this.#scrolled);
    this.#unfollow = () => {
      document.removeEventListener('scroll', this.#scrolled, { capture: true });
      removeEventListener('resize', this.#scrolled);
      if (this.#pausing !== null) clearTimeout(this.#pausing);
      this.#pausing = null;
      this.#told = null;
      session.tell('sight', null);
    };
    this.#scrolled();
  }

  readonly #scrolled = (): void => {
    this.#pausing ??= setTimeout(() => {
      this.#pausing = null;
      const { session, view, pane } = this;
      if (session === null || view === null || view.isDestroyed || pane === null) return;
      const sight = sightOf(view, pane);
      if (sight === null || (sight.block === this.#told?.block && sight.part === this.#told.part)) return;
      this.#told = sight;
      session.tell('sight', sight);
    }, PAUSE);
  };

  #end(): void {
    this.#stop();
    this.#stop = () => {};
    this.#unfollow?.();
    this.#unfollow = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sight-share': SightShare;
  }
}

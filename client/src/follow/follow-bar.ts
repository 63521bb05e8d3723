import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { EditorView } from 'prosemirror-view';
import { relativePositionToAbsolutePosition, ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import type { DraftSession } from '../editor/draft-session.ts';
import { findById } from '../editor/place.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { readSight, type Sight, type TextWindow, windowOn } from './text-window.ts';

/** Share of the pane, at the top and at the bottom, in which what is followed is brought back to the middle. */
const EDGE = 0.25;
/** Keys that do nothing by themselves. */
const SILENT = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);
/** Keys that scroll wherever nothing is typed or chosen. */
const SCROLLING = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' ']);
const TAKES_KEYS = 'input, textarea, select, button, a, summary, [role=listbox], [role=menu]';

/** Whoever follows has had enough, or the one who is followed has left. */
export class FollowEndedEvent extends Event {
  constructor() {
    super('follow-ended', { bubbles: true, composed: true });
  }
}

/**
 * Keeps in sight what a colleague sees of the draft and where they type, until whoever follows types, scrolls or presses
 * Escape.
 */
@customElement('follow-bar')
export class FollowBar extends LightElement {
  @property() person = '';
  @property({ attribute: false }) session: DraftSession | null = null;
  @property({ attribute: false }) view: EditorView | null = null;
  /** What scrolls. */
  @property({ attribute: false }) pane: HTMLElement | null = null;
  #unsubscribe: () => void = () => {};
  #frame = 0;
  #seen = '';
  #typedAt = '';

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#typed, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#typed, true);
    this.#stop();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('person') && !changed.has('session') && !changed.has('pane')) return;
    this.#stop();
    this.#seen = '';
    this.#typedAt = '';
    for (const touch of ['wheel', 'touchmove', 'mousedown'] as const) {
      this.pane?.addEventListener(touch, this.#touched, { passive: true });
    }
    const stop = this.session?.subscribe(() => this.#look());
    const { pane, session } = this;
    session?.tell('follows', this.person);
    this.#unsubscribe = () => {
      stop?.();
      session?.tell('follows', null);
      for (const touch of ['wheel', 'touchmove', 'mousedown'] as const) pane?.removeEventListener(touch, this.#touched);
    };
    this.#look();
  }

  override render() {
    const who = this.#who();
    if (who === null) return nothing;
    const { together } = words();
    return html`<div class=${`follow-bar w${who.colour}`}>
      <p role="status">${sign('eye')}${together.following(who.name)}</p>
      <button class="button small" type="button" @click=${() => this.#end()}>${together.stopFollowing}</button>
    </div>`;
  }

  #who() {
    return this.session?.present().find((one) => one.person === this.person && !one.self) ?? null;
  }

  #look(): void {
    if (this.#who() === null) return this.#end();
    // Several news of one moment are one move.
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#follow());
  }

  #follow(): void {
    this.#frame = 0;
    const { view, pane } = this;
    const who = this.#who();
    if (view === null || view.isDestroyed || pane === null || who === null) return;
    const state = this.session?.awareness.getStates().get(who.client);
    const sight = readSight(state?.['sight']);
    const seen = JSON.stringify(sight);
    if (seen !== this.#seen && sight !== null) this.#see(view, pane, sight);
    this.#seen = seen;
    // What they see may be more than fits here: where they type is in sight in any case.
    const at = this.#placeOf(view, who);
    // What others write elsewhere moves the place in the document, not in its own paragraph.
    const typedAt = at === null ? '' : JSON.stringify([state?.['cursor'], view.state.doc.resolve(at).parentOffset]);
    if (at !== null && typedAt !== this.#typedAt) this.#reach(view, pane, at);
    this.#typedAt = typedAt;
  }

  /** Brings to the top what is at the top for the colleague. */
  #see(view: EditorView, pane: HTMLElement, { block, part }: Sight): void {
    const place = findById(view.state.doc, block);
    const element = place === null ? null : view.nodeDOM(place.pos);
    if (!(element instanceof HTMLElement)) return;
    const box = element.getBoundingClientRect();
    const text = windowOn(pane);
    this.#scroll(text, box.top + part * box.height - text.top);
  }

  /** Brings a place to the middle when it is out of sight or near the edge. */
  #reach(view: EditorView, pane: HTMLElement, at: number): void {
    const { top } = view.coordsAtPos(at);
    const text = windowOn(pane);
    const from = top - text.top;
    if (from > text.height * EDGE && from < text.height * (1 - EDGE)) return;
    this.#scroll(text, from - text.height / 2);
  }

  #scroll({ scrollBy }: TextWindow, top: number): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top, behavior: calm ? 'auto' : 'smooth' });
  }

  /** Where the caret of the colleague is, else the heading of the section they were in last. */
  #placeOf(view: EditorView, who: { readonly client: number; readonly section: string | null }): number | null {
    const sync = ySyncPluginKey.getState(view.state) as
      | { type: Y.XmlFragment; doc: Y.Doc; binding: { mapping: Map<unknown, unknown> } | null }
      | undefined;
    const cursor = this.session?.awareness.getStates().get(who.client)?.['cursor'] as { head?: unknown } | null;
    if (sync?.binding != null && cursor?.head != null) {
      const head = Y.createRelativePositionFromJSON(cursor.head);
      const at = relativePositionToAbsolutePosition(sync.doc, sync.type, head, sync.binding.mapping as never);
      if (typeof at === 'number' && at <= view.state.doc.content.size) return at;
    }
    const heading = who.section === null ? null : findById(view.state.doc, who.section);
    return heading === null ? null : heading.pos + 1;
  }

  readonly #touched = (event: Event): void => {
    if (event.target instanceof Node && this.contains(event.target)) return;
    this.#end();
  };

  readonly #typed = (event: KeyboardEvent): void => {
    if (SILENT.has(event.key) || event.key === 'Tab') return;
    const { target } = event;
    const inText = target instanceof Node && this.view?.dom.contains(target) === true;
    const scrolls = SCROLLING.has(event.key) && target instanceof Element && target.closest(TAKES_KEYS) === null;
    if (event.key === 'Escape' || inText || scrolls) this.#end();
  };

  #stop(): void {
    this.#unsubscribe();
    this.#unsubscribe = () => {};
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #end(): void {
    this.#stop();
    this.dispatchEvent(new FollowEndedEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'follow-bar': FollowBar;
  }
  interface HTMLElementEventMap {
    'follow-ended': FollowEndedEvent;
  }
}

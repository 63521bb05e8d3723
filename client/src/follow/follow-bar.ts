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

/** Share of the pane, at the top and at the bottom, in which what is followed is brought back to the middle. */
const EDGE = 0.25;
/** Keys that do nothing by themselves. */
const SILENT = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/** Whoever follows has had enough, or the one who is followed has left. */
export class FollowEndedEvent extends Event {
  constructor() {
    super('follow-ended', { bubbles: true, composed: true });
  }
}

/** Keeps in sight where a colleague is in the draft, until whoever follows types, scrolls or presses Escape. */
@customElement('follow-bar')
export class FollowBar extends LightElement {
  @property() person = '';
  @property({ attribute: false }) session: DraftSession | null = null;
  @property({ attribute: false }) view: EditorView | null = null;
  /** What scrolls. */
  @property({ attribute: false }) pane: HTMLElement | null = null;
  #unsubscribe: () => void = () => {};
  #frame = 0;
  #last = '';

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
    this.#last = '';
    for (const touch of ['wheel', 'touchmove', 'mousedown'] as const) {
      this.pane?.addEventListener(touch, this.#touched, { passive: true });
    }
    const stop = this.session?.subscribe(() => this.#look());
    const { pane } = this;
    this.#unsubscribe = () => {
      stop?.();
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
    const at = this.#placeOf(view, who);
    if (at === null) return;
    const key = `${at} ${view.state.doc.content.size}`;
    if (key === this.#last) return;
    this.#last = key;
    const { top } = view.coordsAtPos(at);
    const box = pane.getBoundingClientRect();
    // On a narrow screen the page itself scrolls, not the pane.
    const inPane = pane.scrollHeight > pane.clientHeight + 1;
    const [from, height] = inPane ? [box.top, pane.clientHeight] : [0, innerHeight];
    if (top > from + height * EDGE && top < from + height * (1 - EDGE)) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const by = { top: top - from - height / 2, behavior: calm ? ('auto' as const) : ('smooth' as const) };
    if (inPane) pane.scrollBy(by);
    else scrollBy(by);
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
    const inText = event.target instanceof Node && this.view?.dom.contains(event.target) === true;
    if (event.key === 'Escape' || inText) this.#end();
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

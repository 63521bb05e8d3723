import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import type { Route } from '../shell/routes.ts';
import type { HintStore } from '../stores/hints.ts';
import { words } from '../stores/words.ts';

type Hint = keyof ReturnType<typeof words>['hints']['rooms'];

/** The hint of a room, under the name by which it is dismissed. */
const hintOf = (page: Route['page']): Hint | null => (page in words().hints.rooms ? (page as Hint) : null);

/** One or two sentences the first time that somebody enters a room; who dismisses them never sees them again. */
@customElement('room-hint')
export class RoomHint extends LightElement {
  @property({ attribute: false }) store: HintStore | null = null;
  @property({ attribute: false }) page: Route['page'] = 'overview';

  constructor() {
    super();
    new StoreController(this, () => this.store);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('store')) void this.store?.load();
  }

  override render() {
    const hint = hintOf(this.page);
    const dismissed = this.store?.value ?? null;
    if (hint === null || dismissed === null || dismissed.has(hint)) return nothing;
    const { hints } = words();
    return html`<aside class="room-hint" aria-label=${hints.title}>
      ${sign('info')}
      <p><b>${hints.title}</b> ${hints.rooms[hint]} <a href="/hulp">${hints.more}</a></p>
      <button class="button small" type="button" @click=${() => this.#dismiss(hint)}>${hints.dismiss}</button>
    </aside>`;
  }

  #dismiss(hint: Hint): void {
    void this.store?.dismiss(hint);
    // The button is gone: who works with the keyboard goes on at the page.
    document.querySelector<HTMLElement>('#inhoud')?.focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-hint': RoomHint;
  }
}

import { outline, type ReferenceTarget } from '@draagvlak/document';
import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EditorView } from 'prosemirror-view';
import { LightElement } from '../elements/light-element.ts';
import '../elements/quick-pick.ts';
import type { Pick } from '../elements/quick-pick.ts';
import { words } from '../stores/words.ts';
import { derived } from './derived.ts';
import { goTo } from './editor.ts';
import { matching } from './reference-matching.ts';
import { insertReference } from './references.ts';

/** What is done with the place that is picked: the text refers to it, or the caret goes there. */
export type PickedFor = 'refer' | 'go';

/** Asks for a place in the text: a section, requirement, table or definition, by number or title. */
@customElement('reference-picker')
export class ReferencePicker extends LightElement {
  @property({ attribute: false }) view: EditorView | null = null;
  @state() private purpose: PickedFor = 'refer';
  #targets: readonly ReferenceTarget[] = [];

  /** Opens with the places there are now, and what was typed already. */
  open(purpose: PickedFor, typed: string): void {
    const { view } = this;
    if (view === null) return;
    this.purpose = purpose;
    // Made anew: the words of a requirement may have changed since the last number did.
    this.#targets = outline(derived(view.state).document).targets();
    void this.updateComplete.then(() =>
      this.querySelector('quick-pick')?.open(
        (pick) => this.#picked(pick as Pick & { readonly id: string }),
        () => this.view?.focus(),
        typed,
      ),
    );
  }

  override render() {
    const { referring, going } = words().editing;
    return html`<quick-pick
      .asked=${{
        ...referring,
        list: referring.places,
        confirm: referring.insert,
        ...(this.purpose === 'go' ? going : {}),
      }}
      .matching=${(typed: string) => this.#matching(typed)}
    ></quick-pick>`;
  }

  #matching(typed: string): readonly Pick[] {
    const { reference } = words().document;
    const name = (target: ReferenceTarget) => reference(target, 'x');
    return matching(this.#targets, typed, name).map((target) => ({
      id: target.id,
      name: name(target),
      title: target.title,
    }));
  }

  #picked({ id }: { readonly id: string }): void {
    const { view } = this;
    if (view === null) return;
    if (this.purpose === 'go') goTo(view, id, true);
    else insertReference(id)(view.state, (tr) => view.dispatch(tr));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reference-picker': ReferencePicker;
  }
}

import { COMPARATORS, type Comparator } from '@draagvlak/document';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EditorView } from 'prosemirror-view';
import { type Measure, setMeasure, setTerm } from './block-commands.ts';
import { derived } from './derived.ts';
import type { FormName } from './editor-form-event.ts';
import { addressFrom, linkAt, removeLink, setLink } from './inline-commands.ts';
import { blockAt, findById, type Placed } from './place.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { setCaption } from './table-headers.ts';
import { tableAt } from './behind-table.ts';
import type { EditorWords } from './words.ts';

/** A number as people write it in Dutch: "12", "5,5", "1.000". */
export const isNumber = (value: string): boolean => /^-?\d{1,3}(\.?\d{3})*(,\d+)?$/.test(value.trim());

/** What is filled in, without white space around it. */
function fieldsOf(form: HTMLFormElement) {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return { text, orNull: (name: string) => text(name) || null };
}

function measureIn(form: HTMLFormElement): Measure {
  const { orNull } = fieldsOf(form);
  return {
    quantity: orNull('quantity'),
    comparator: orNull('comparator') as Comparator | null,
    value: orNull('value'),
    unit: orNull('unit'),
  };
}

/** The forms of the editor: address of a link, measure of a requirement, term of a definition, title of a table. */
@customElement('editor-form')
export class EditorForm extends LightElement {
  @property({ attribute: false }) view: EditorView | null = null;
  @property({ attribute: false }) words: EditorWords | null = null;
  @property() closeLabel = '';
  @property() cancelLabel = '';
  @state() private form: FormName | null = null;
  @state() private error: string | null = null;
  /** The measure as it is filled in so far. */
  @state() private preview: Parameters<EditorWords['measure']>[0] = {};
  #block: Placed | null = null;

  /** Opens a form for what is at the caret, or for the requirement with this id. */
  open(form: FormName, id: string | null = null): void {
    const { view } = this;
    if (view === null) return;
    const here = form === 'caption' ? tableAt(view.state) : blockAt(view.state.doc, view.state.selection.from);
    this.#block = id === null ? here : findById(view.state.doc, id);
    // A form for what cannot take it would lose what is filled in.
    const takes = { link: null, measure: 'requirement', term: 'definition', caption: null }[form];
    if (takes !== null && this.#block?.node.attrs['role'] !== takes) return;
    if (form === 'caption' && this.#block?.node.type.name !== 'table') return;
    this.preview = form === 'measure' ? (this.#block?.node.attrs ?? {}) : {};
    this.error = null;
    this.form = form;
    void this.updateComplete.then(() => {
      const dialog = this.querySelector('dialog');
      if (dialog !== null && !dialog.open) dialog.showModal();
    });
  }

  override render() {
    const { words, form } = this;
    if (words === null || form === null) return nothing;
    const titles = {
      link: words.linkDialog.title,
      measure: words.measureDialog.title(this.#number()),
      term: words.termDialog.title,
      caption: words.captionDialog.title,
    };
    return html`<dialog class="dialog" aria-labelledby="editor-form-title" @close=${() => this.#closed()}>
      <form
        class="form"
        novalidate
        @input=${(event: Event) => this.#typed(event.currentTarget as HTMLFormElement)}
        @submit=${(event: SubmitEvent) => this.#submit(event)}
      >
        <h2 id="editor-form-title">${titles[form]}</h2>
        ${this.#fields(words, form)}
        <div class="buttons">
          <button class="button primary" type="submit">
            ${
              {
                link: words.linkDialog,
                measure: words.measureDialog,
                term: words.termDialog,
                caption: words.captionDialog,
              }[form].save
            }
          </button>
          ${this.#remove(words, form)}
          <button class="button plain" type="button" @click=${() => this.querySelector('dialog')?.close()}>
            ${this.cancelLabel}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  #fields(words: EditorWords, form: FormName) {
    if (form === 'link') {
      const { linkDialog } = words;
      const href = this.view === null ? '' : (linkAt(this.view.state)?.href ?? '');
      return this.#field('address', linkDialog.address, linkDialog.hint, href.replace(/^mailto:/, ''), 'url');
    }
    const attributes = this.#block?.node.attrs ?? {};
    if (form === 'term') return this.#field('term', words.termDialog.term, null, attributes['term'] ?? '', 'text');
    if (form === 'caption') {
      const { captionDialog } = words;
      return this.#field('caption', captionDialog.caption, captionDialog.hint, attributes['caption'] ?? '', 'text');
    }
    const { measureDialog } = words;
    return html`
      <div class="field">
        <label for="editor-form-comparator">${measureDialog.comparator}</label>
        <select id="editor-form-comparator" name="comparator">
          <option value="">${measureDialog.noComparator}</option>
          ${COMPARATORS.map(
            (one) =>
              html`<option value=${one} .selected=${attributes['comparator'] === one}>
                ${words.comparators[one]}
              </option>`,
          )}
        </select>
      </div>
      ${this.#field('value', measureDialog.value, measureDialog.valueHint, attributes['value'] ?? '', 'decimal')}
      ${this.#field('unit', measureDialog.unit, measureDialog.unitHint, attributes['unit'] ?? '', 'text')}
      ${this.#field('quantity', measureDialog.quantity, measureDialog.quantityHint, attributes['quantity'] ?? '', 'text')}
      <p class="small" role="status">
        ${measureDialog.shownAs} <b>${words.measure(this.preview) ?? measureDialog.nothing}</b>
      </p>
    `;
  }

  #field(name: string, label: string, hint: string | null, value: string, mode: string) {
    const wrong = this.error !== null && (name === 'address' || name === 'value');
    return html`<div class=${wrong ? 'field has-error' : 'field'}>
      <label for=${`editor-form-${name}`}>${label}</label>
      ${hint === null ? nothing : html`<span class="hint" id=${`editor-form-${name}-hint`}>${hint}</span>`}
      ${
        wrong
          ? html`<span class="error-text" id=${`editor-form-${name}-error`}>${sign('err')}${this.error}</span>`
          : nothing
      }
      <input
        id=${`editor-form-${name}`}
        name=${name}
        .value=${value}
        inputmode=${mode}
        autocomplete="off"
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? `editor-form-${name}-error` : hint === null ? nothing : `editor-form-${name}-hint`}
      />
    </div>`;
  }

  #remove(words: EditorWords, form: FormName) {
    const { view } = this;
    if (view === null) return nothing;
    if (form === 'link' && linkAt(view.state) !== null) {
      return html`<button
        class="button"
        type="button"
        @click=${() => this.#done(() => removeLink(view.state, view.dispatch.bind(view)))}
      >
        ${words.linkDialog.remove}
      </button>`;
    }
    if (form === 'measure' && words.measure(this.#block?.node.attrs ?? {}) !== null) {
      const none = { quantity: null, comparator: null, value: null, unit: null };
      return html`<button class="button" type="button" @click=${() => this.#done(() => this.#measure(none))}>
        ${words.measureDialog.remove}
      </button>`;
    }
    return nothing;
  }

  #number(): string {
    const id = this.#block?.node.attrs['id'] as string | null | undefined;
    if (this.view === null || id == null) return '';
    return derived(this.view.state).outline.requirementNumber(id) ?? '';
  }

  /** The block may have moved while the form was open; its id has not. */
  #position(): number | null {
    const id = this.#block?.node.attrs['id'] as string | null | undefined;
    return this.view === null || id == null ? null : (findById(this.view.state.doc, id)?.pos ?? null);
  }

  #measure(measure: Parameters<typeof setMeasure>[1]): void {
    const pos = this.#position();
    if (this.view !== null && pos !== null) setMeasure(pos, measure)(this.view.state, (tr) => this.view?.dispatch(tr));
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const { view, words, form } = this;
    if (view === null || words === null) return;
    const { text, orNull } = fieldsOf(event.target as HTMLFormElement);
    if (form === 'link') {
      const href = addressFrom(text('address'));
      if (href === null) return void (this.error = words.linkDialog.invalid);
      this.#done(() => setLink(href)(view.state, (tr) => view.dispatch(tr)));
    } else if (form === 'measure') {
      if (text('value') !== '' && !isNumber(text('value'))) return void (this.error = words.measureDialog.valueInvalid);
      this.#done(() => this.#measure(measureIn(event.target as HTMLFormElement)));
    } else if (form === 'caption') {
      const id = this.#block?.node.attrs['id'] as string | null | undefined;
      this.#done(() => id != null && setCaption(id, orNull('caption'))(view.state, (tr) => view.dispatch(tr)));
    } else {
      const pos = this.#position();
      this.#done(() => pos !== null && setTerm(pos, orNull('term'))(view.state, (tr) => view.dispatch(tr)));
    }
  }

  #typed(form: HTMLFormElement): void {
    if (this.form === 'measure') this.preview = measureIn(form);
  }

  #done(act: () => unknown): void {
    act();
    this.querySelector('dialog')?.close();
  }

  #closed(): void {
    this.form = null;
    this.view?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'editor-form': EditorForm;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { LightElement } from '../elements/light-element.ts';
import { derived } from './derived.ts';
import { tableAt } from './behind-table.ts';
import { EditorFormEvent, type FormName } from './editor-form-event.ts';
import { requirementAtCaret } from './editor.ts';
import { footnoteAt, removeFootnote } from './inline-commands.ts';
import { EditorPanelEvent } from './panels.ts';
import { blockAt, findById } from './place.ts';
import { followReference, referenceAtCaret, removeReference } from './references.ts';
import { termAtCaret } from './term-at-caret.ts';
import { hasHeader, toggleHeaderLine } from './table-headers.ts';
import {
  columnAfter,
  columnBefore,
  divideCell,
  inHeader,
  isInTable,
  joinCells,
  removeColumn,
  removeRow,
  removeTable,
  rowAbove,
  rowBelow,
  toggleHeader,
} from './tables.ts';
import type { EditorWords } from './words.ts';

/** Below the toolbar: what can be done with the table, requirement, definition, footnote or reference at the caret. */
@customElement('editor-context')
export class EditorContext extends LightElement {
  @property({ attribute: false }) view: EditorView | null = null;
  @property({ attribute: false }) editorState: EditorState | null = null;
  @property({ attribute: false }) words: EditorWords | null = null;

  override render() {
    const { editorState: state, words } = this;
    if (this.view === null || state === null || words === null) return nothing;
    const parts = [
      this.#reference(state, words),
      this.#footnote(state, words),
      this.#requirement(state, words),
      this.#definition(state, words),
      this.#term(state, words),
      this.#table(state, words),
    ].filter((part) => part !== null);
    if (parts.length === 0) return nothing;
    return html`<div class="context-bar" role="group" aria-label=${words.contextBar}>${parts}</div>`;
  }

  #table(state: EditorState, words: EditorWords): TemplateResult | null {
    if (!isInTable(state)) return null;
    const table = tableAt(state);
    const id = table?.node.attrs['id'] as string | null | undefined;
    const number = id == null ? undefined : derived(state).outline.tableNumber(id);
    return html`<span class="context-name">${number === undefined ? words.table : `${words.table} ${number}`}</span>
      ${this.#form(table?.node.attrs['caption'] ?? words.captionDialog.add, 'caption')}
      ${this.#button(words.rowAbove, rowAbove)} ${this.#button(words.rowBelow, rowBelow)}
      ${this.#button(words.columnBefore, columnBefore)} ${this.#button(words.columnAfter, columnAfter)}
      ${this.#button(words.headerRow, toggleHeaderLine('row'), hasHeader(state, 'row'))}
      ${this.#button(words.headerColumn, toggleHeaderLine('column'), hasHeader(state, 'column'))}
      ${this.#button(words.toggleHeader, toggleHeader, inHeader(state))} ${this.#button(words.joinCells, joinCells)}
      ${this.#button(words.divideCell, divideCell)} ${this.#button(words.removeRow, removeRow)}
      ${this.#button(words.removeColumn, removeColumn)} ${this.#button(words.removeTable, removeTable)}`;
  }

  #requirement(state: EditorState, words: EditorWords): TemplateResult | null {
    const requirement = requirementAtCaret(state);
    if (requirement === null) return null;
    const attributes = blockAt(state.doc, state.selection.from)?.node.attrs ?? {};
    const number = derived(state).outline.requirementNumber(requirement) ?? '';
    return html`<span class="context-name">${words.requirement(number, attributes['kind'] === 'recommendation')}</span>
      ${this.#form(words.measure(attributes) ?? words.addMeasure, 'measure', 'Control+Alt+G')}`;
  }

  #definition(state: EditorState, words: EditorWords): TemplateResult | null {
    const block = blockAt(state.doc, state.selection.from);
    if (block?.node.attrs['role'] !== 'definition') return null;
    return html`<span class="context-name">${words.termDialog.title}</span>
      ${this.#form(block.node.attrs['term'] ?? words.termDialog.term, 'term')}`;
  }

  #term(state: EditorState, words: EditorWords): TemplateResult | null {
    const term = termAtCaret(state);
    if (term === null) return null;
    return html`<span class="context-name">${words.termDialog.title} ‘${term.term}’</span>
      <span class="context-meaning">${term.meaning}</span>`;
  }

  #footnote(state: EditorState, words: EditorWords): TemplateResult | null {
    const footnote = footnoteAt(state);
    if (footnote === null) return null;
    const number = derived(state).outline.footnoteNumber(footnote.node.attrs['id'] as string);
    return html`<span class="context-name">${words.footnote} ${number ?? nothing}</span>
      ${this.#button(words.removeFootnote, removeFootnote)}`;
  }

  #reference(state: EditorState, words: EditorWords): TemplateResult | null {
    const id = referenceAtCaret(state);
    if (id === null) return null;
    const target = derived(state).outline.target(id);
    return html`<span class="context-name"
        >${target === undefined ? words.lostReference : words.reference(target, '')}</span
      >
      ${findById(state.doc, id) === null ? nothing : this.#button(words.followReference, followReference)}
      <button
        type="button"
        class="button small plain"
        @click=${() => this.dispatchEvent(new EditorPanelEvent('reference'))}
      >
        ${words.changeReference}
      </button>
      ${this.#button(words.removeReference, removeReference)}`;
  }

  #button(label: string, run: Command, pressed?: boolean) {
    const { editorState: state } = this;
    const can = state !== null && run(state);
    return html`<button
      type="button"
      class="button small plain"
      aria-pressed=${pressed === undefined ? nothing : String(pressed)}
      aria-disabled=${can ? nothing : 'true'}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#run(run)}
    >
      ${label}
    </button>`;
  }

  #form(label: string, which: FormName, keys?: string) {
    return html`<button
      type="button"
      class="button small plain"
      aria-keyshortcuts=${keys ?? nothing}
      @click=${() => this.dispatchEvent(new EditorFormEvent(which))}
    >
      ${label}
    </button>`;
  }

  #run(command: Command): void {
    const { view } = this;
    if (view === null) return;
    command(view.state, (tr) => view.dispatch(tr), view);
    view.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'editor-context': EditorContext;
  }
}

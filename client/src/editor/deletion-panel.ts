import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Fragment, type Node } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { undoCommand, yUndoPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import '../styles/deletion.css';
import { TextLeftEvent } from './draft-editor.ts';
import type { MassDeletion } from './mass-deletion.ts';
import { findById } from './place.ts';

/** What was deleted, and where it can come back. */
interface Gone {
  readonly deletion: MassDeletion;
  /** Top-level nodes that are in the draft no more. */
  readonly nodes: readonly Node[];
  /** Id of the top-level node they stood behind; `null` at the start. */
  readonly behind: string | null;
  /** Length of this author's list of undo just after. */
  readonly undo: number;
  readonly kept: boolean;
}

/** Asks before much text is deleted, and afterwards offers to put it back. */
@customElement('deletion-panel')
export class DeletionPanel extends LightElement {
  @property({ attribute: false }) view: EditorView | null = null;
  @state() private asked: MassDeletion | null = null;
  @state() private gone: Gone | null = null;
  @state() private message = '';

  ask(deletion: MassDeletion): void {
    this.asked = deletion;
    void this.updateComplete.then(() => {
      const dialog = this.querySelector('dialog');
      if (dialog !== null && !dialog.open) dialog.showModal();
      this.querySelector<HTMLElement>('dialog .not')?.focus();
    });
  }

  override render() {
    return html`${this.#dialog()}${this.#notice()}
      <p class="hidden-text" role="status">${this.message}</p>`;
  }

  #dialog() {
    const { deleting: t } = words().editing;
    const { asked } = this;
    if (asked === null) return nothing;
    return html`<dialog class="dialog deletion" aria-labelledby="deletion-title" @close=${() => this.#closed()}>
      <h2 id="deletion-title">${t.title}</h2>
      <p><b>${t.what(asked.words, asked.sections, Math.round(asked.share * 100))}</b></p>
      <p>${t.others}</p>
      <div class="buttons">
        <button class="button primary not" type="button" @click=${() => this.querySelector('dialog')?.close()}>
          ${t.keep}
        </button>
        <button class="button" type="button" @click=${() => void this.#confirm(asked)}>${t.remove}</button>
      </div>
    </dialog>`;
  }

  #notice() {
    const { deleting: t } = words().editing;
    const { gone } = this;
    if (gone === null) return nothing;
    return html`<section class="notice deletion-notice" aria-label=${t.done}>
      ${sign('info')}
      <div class="stack">
        <p><b>${t.done}</b> ${gone.kept ? t.kept : nothing}</p>
        <div class="buttons">
          <button class="button small primary" type="button" @click=${() => this.#restore(gone)}>${t.restore}</button>
          <button class="button small" type="button" @click=${() => (this.gone = null)}>${t.dismiss}</button>
        </div>
      </div>
    </section>`;
  }

  async #confirm(deletion: MassDeletion): Promise<void> {
    const { view } = this;
    this.querySelector('dialog')?.close();
    if (view === null || view.isDestroyed) return;
    const before = view.state.doc;
    deletion.proceed();
    if (view.state.doc.eq(before)) return;
    const event = new TextLeftEvent(deletion.text);
    this.dispatchEvent(event);
    const gone: Gone = { deletion, ...missing(before, view.state.doc), undo: this.#undoLength, kept: false };
    this.gone = gone;
    this.message = words().editing.deleting.done;
    if ((await event.kept) === true && this.gone === gone) this.gone = { ...gone, kept: true };
  }

  get #undoLength(): number {
    const { view } = this;
    if (view === null) return 0;
    const undo = yUndoPluginKey.getState(view.state) as { undoManager: Y.UndoManager } | undefined;
    return undo?.undoManager.undoStack.length ?? 0;
  }

  /** Undo, while nothing else was written here since; else the paragraphs come back where they stood, ids and all. */
  #restore(gone: Gone): void {
    const { view } = this;
    this.gone = null;
    if (view === null || !view.editable) return;
    if (this.#undoLength === gone.undo) undoCommand(view.state, (tr) => view.dispatch(tr));
    else {
      const { doc, tr } = view.state;
      // Some may be back already, by undo or by a colleague.
      const nodes = gone.nodes.filter((node) => findById(doc, node.attrs['id'] as string) === null);
      const place = gone.behind === null ? null : findById(doc, gone.behind);
      const atTop = place !== null && doc.resolve(place.pos).depth === 0;
      const at = atTop ? place.pos + place.node.nodeSize : 0;
      if (nodes.length > 0) {
        tr.insert(at, Fragment.fromArray(nodes));
        view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
      }
    }
    this.message = words().editing.deleting.restored;
    view.focus();
  }

  #closed(): void {
    this.asked = null;
    this.view?.focus();
  }
}

/** Top-level nodes of before that are not in the text of after, and what the first of them stood behind. */
function missing(before: Node, after: Node): { nodes: Node[]; behind: string | null } {
  const left = new Set<unknown>();
  after.forEach((node) => left.add(node.attrs['id']));
  const nodes: Node[] = [];
  let behind: string | null = null;
  before.forEach((node) => {
    const id = node.attrs['id'] as string | null;
    if (!left.has(id)) nodes.push(node);
    else if (nodes.length === 0) behind = id;
  });
  return { nodes, behind };
}

declare global {
  interface HTMLElementTagNameMap {
    'deletion-panel': DeletionPanel;
  }
}

import { html, nothing, type ReactiveControllerHost } from 'lit';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { DraftEditor } from '../editor/draft-editor.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import type { WorkComment } from './comment-state.ts';
import { scrollToComment, writeAtComment } from './draft-marks.ts';

interface Host extends HTMLElement, ReactiveControllerHost {}

/** The draft beside the comments, and for which comment somebody writes in it. */
export class DraftDesk {
  readonly #host: Host;
  #found: DraftEditor | null = null;
  /** Comment that somebody wants to write for, before there is a text to write in. */
  #wanted: WorkComment | null = null;

  constructor(host: Host) {
    this.#host = host;
  }

  /** `null` until there is an editor with a text in it. */
  get view(): EditorView | null {
    return this.#editor?.view ?? null;
  }

  get state(): EditorState | null {
    return this.view?.state ?? null;
  }

  /** Id of the comment that is written for; what changes meanwhile is told to be for it. */
  get workingOn(): string | null {
    return this.#editor?.session?.workingOn ?? this.#wanted?.id ?? null;
  }

  /** From here on one writes for this comment, and sees where it stands; `null`: for none. */
  workOn(comment: WorkComment | null): void {
    this.#editor?.session?.workOn(comment?.id ?? null);
    if (comment !== null) scrollToComment(this.view, comment);
    this.#wanted = this.view === null ? comment : null;
    this.#host.requestUpdate();
  }

  /** The draft came, or changed: what was asked for before it was there is done now. */
  changed(): void {
    if (this.#wanted !== null && this.view !== null) this.workOn(this.#wanted);
    else this.#host.requestUpdate();
  }

  /** The keyboard to the text, where the comment stands; `null`: where it was left. */
  write(comment: WorkComment | null): void {
    if (comment === null) this.view?.focus();
    else writeAtComment(this.view, comment);
  }

  /** Tells above the text for which comment one writes, with the way to stop. */
  bar(comment: WorkComment | undefined) {
    if (comment === undefined) return nothing;
    const { processing } = words();
    return html`<div class="mode" role="status">
      <span class="mode-sign">${sign('play', 'solid')}</span>
      <p><b>${processing.working(comment.number)}</b> ${processing.workingRecorded}</p>
      <button class="button small" type="button" aria-keyshortcuts="Escape" @click=${() => this.workOn(null)}>
        ${processing.stopWorking} <kbd aria-hidden="true">Esc</kbd>
      </button>
    </div>`;
  }

  /** Asked for many times per key: looking for it behind hundreds of lines takes longer than all the rest. */
  get #editor(): DraftEditor | null {
    if (this.#found?.isConnected !== true) this.#found = this.#host.querySelector('draft-editor');
    return this.#found;
  }
}

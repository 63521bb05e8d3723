import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { schema } from '@draagvlak/document';
import type { Node } from 'prosemirror-model';
import { type Command, EditorState, NodeSelection, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { StepMap } from 'prosemirror-transform';
import { EditorView } from 'prosemirror-view';
import { redoCommand, undoCommand } from 'y-prosemirror';
import { footnoteAt } from './inline-commands.ts';
import { findById, type Placed } from './place.ts';
import type { EditorWords } from './words.ts';

const FROM_DRAFT = 'from draft';
/** Space between a number and its note, and between a note and the edge of the window, in CSS pixels. */
const GAP = 6;

/** The note of one footnote: shown when the number is pointed at or selected, written in when somebody goes into it. */
class FootnoteNote {
  readonly #view: EditorView;
  readonly #dom = document.createElement('div');
  readonly #inner: EditorView;
  /** Id of the footnote that is shown. */
  #shown: string | null = null;
  #pointed = false;

  constructor(view: EditorView, words: EditorWords) {
    this.#view = view;
    this.#dom.className = 'footnote-note';
    this.#inner = new EditorView(
      { mount: this.#dom.appendChild(document.createElement('div')) },
      {
        state: this.#stateOf(schema.nodes.footnote.create()),
        editable: () => this.#view.editable,
        attributes: () => ({
          role: 'textbox',
          class: 'footnote-words',
          'aria-label': words.footnote,
          'data-placeholder': words.footnoteHint,
          'data-empty': String(this.#inner?.state.doc.content.size === 0),
          lang: 'nl',
        }),
        dispatchTransaction: (tr) => this.#written(tr),
      },
    );
    view.dom.addEventListener('mouseover', this.#point);
    this.#dom.addEventListener('mouseleave', this.#leave);
    this.#dom.addEventListener('focusout', this.#blurred);
    document.addEventListener('scroll', this.#place, true);
    document.addEventListener('keydown', this.#dismiss);
  }

  get #writing(): boolean {
    return this.#inner.hasFocus();
  }

  update(view: EditorView): void {
    const selected = footnoteAt(view.state);
    if (selected !== null && view.hasFocus()) {
      this.#pointed = false;
      this.#show(selected);
      // Just made: its words are what comes next. A tool that made it first gives the keyboard back to the text.
      if (selected.node.content.size === 0 && view.editable)
        setTimeout(() => {
          if (!view.isDestroyed && footnoteAt(view.state)?.node === selected.node) this.enter();
        });
      return;
    }
    const place = this.#placed();
    if (place === null) this.#hide();
    else if (this.#writing || this.#pointed) this.#show(place);
    else this.#hide();
  }

  destroy(): void {
    this.#view.dom.removeEventListener('mouseover', this.#point);
    document.removeEventListener('scroll', this.#place, true);
    document.removeEventListener('keydown', this.#dismiss);
    this.#inner.destroy();
    this.#dom.remove();
  }

  /** Puts the keyboard in the note, behind its words, and types this there. */
  enter(text = ''): boolean {
    if (this.#shown === null) return false;
    const { state } = this.#inner;
    this.#inner.dispatch(state.tr.setSelection(TextSelection.create(state.doc, state.doc.content.size)));
    if (text !== '') this.#inner.dispatch(this.#inner.state.tr.insertText(text));
    this.#inner.focus();
    return true;
  }

  #stateOf(footnote: Node): EditorState {
    const undoing =
      (command: Command): Command =>
      () =>
        command(this.#view.state, (tr) => this.#view.dispatch(tr));
    const leave: Command = () => {
      this.#return();
      return true;
    };
    return EditorState.create({
      doc: footnote,
      plugins: [
        keymap({
          'Mod-z': undoing(undoCommand),
          'Mod-y': undoing(redoCommand),
          'Mod-Shift-z': undoing(redoCommand),
          'Mod-b': toggleMark(schema.marks.strong),
          'Mod-i': toggleMark(schema.marks.emphasis),
          Enter: leave,
          'Shift-Enter': leave,
          Escape: leave,
          Tab: leave,
          Backspace: (state) => state.doc.content.size === 0 && this.#remove(),
        }),
        keymap(baseKeymap),
      ],
    });
  }

  #placed(): Placed | null {
    const place = this.#shown === null ? null : findById(this.#view.state.doc, this.#shown);
    return place?.node.type.name === 'footnote' ? place : null;
  }

  #show({ node }: Placed): void {
    const id = node.attrs['id'] as string | null;
    if (id === null) return;
    if (id !== this.#shown) {
      this.#shown = id;
      this.#inner.updateState(this.#stateOf(node));
    } else this.#takeOver(node);
    // Outside the text, or the editor would take what is typed here for its own; on the page only while it shows.
    if (!this.#dom.isConnected) this.#view.dom.parentElement?.append(this.#dom);
    this.#place();
  }

  /** What a colleague, or undo, changed in the note while it is open; the caret stays where it is. */
  #takeOver(node: Node): void {
    const { state } = this.#inner;
    const start = node.content.findDiffStart(state.doc.content);
    if (start === null) return;
    const end = node.content.findDiffEnd(state.doc.content);
    if (end === null) return;
    const overlap = start - Math.min(end.a, end.b);
    const grown = Math.max(0, overlap);
    this.#inner.dispatch(
      state.tr.replace(start, end.b + grown, node.slice(start, end.a + grown)).setMeta(FROM_DRAFT, true),
    );
  }

  /** What is written in the note goes into the draft, step by step, as its author's own. */
  #written(tr: Transaction): void {
    const place = this.#placed();
    if (tr.docChanged && tr.getMeta(FROM_DRAFT) !== true) {
      if (place === null) return;
      const offset = StepMap.offset(place.pos + 1);
      const outer = this.#view.state.tr;
      for (const step of tr.steps) {
        const mapped = step.map(offset);
        if (mapped !== null) outer.step(mapped);
      }
      this.#inner.updateState(this.#inner.state.apply(tr));
      this.#view.dispatch(outer);
      return;
    }
    this.#inner.updateState(this.#inner.state.apply(tr));
  }

  #remove(): boolean {
    const place = this.#placed();
    if (place === null) return false;
    const { tr } = this.#view.state;
    tr.delete(place.pos, place.pos + place.node.nodeSize);
    this.#view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(place.pos))));
    this.#view.focus();
    return true;
  }

  /** Back to the text, behind the number. */
  #return(): void {
    const place = this.#placed();
    const { tr } = this.#view.state;
    if (place !== null) tr.setSelection(TextSelection.create(tr.doc, place.pos + place.node.nodeSize));
    this.#view.focus();
    this.#view.dispatch(tr);
    this.#hide();
  }

  #hide(): void {
    if (this.#shown === null) return;
    this.#shown = null;
    this.#pointed = false;
    this.#dom.remove();
  }

  readonly #place = (): void => {
    const place = this.#placed();
    const mark = place === null ? null : this.#view.nodeDOM(place.pos);
    if (!this.#dom.isConnected || !(mark instanceof HTMLElement)) return;
    const at = mark.getBoundingClientRect();
    const { width, height } = this.#dom.getBoundingClientRect();
    const left = Math.max(GAP, Math.min(at.left, innerWidth - width - GAP));
    const below = at.bottom + GAP;
    this.#dom.style.left = `${left}px`;
    this.#dom.style.top = `${below + height > innerHeight ? Math.max(GAP, at.top - height - GAP) : below}px`;
  };

  readonly #point = (event: MouseEvent): void => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-footnote]') : null;
    const id = mark?.dataset['footnote'];
    if (this.#writing || id === undefined || id === '') {
      if (this.#pointed && !this.#writing) this.#leave();
      return;
    }
    const place = findById(this.#view.state.doc, id);
    if (place === null) return;
    this.#pointed = true;
    this.#show(place);
  };

  readonly #leave = (): void => {
    if (this.#writing || !this.#pointed) return;
    // The pointer may be on its way from the number to the note.
    setTimeout(() => {
      if (this.#pointed && !this.#dom.matches(':hover') && !this.#writing) this.#hide();
    }, 150);
  };

  readonly #blurred = (event: FocusEvent): void => {
    if (event.relatedTarget !== null && !this.#view.dom.contains(event.relatedTarget as HTMLElement)) this.#hide();
  };

  readonly #dismiss = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.#pointed) this.#hide();
  };
}

/** Footnotes as numbers, with a note to read and write each. Enter on a selected number goes into its note. */
export function footnotesPlugin(words: EditorWords): Plugin {
  let note: FootnoteNote | null = null;
  return new Plugin({
    props: {
      handleKeyDown: (view, event) =>
        event.key === 'Enter' && footnoteAt(view.state) !== null && note?.enter() === true,
      // A letter on a selected number would replace the whole footnote.
      handleTextInput: (view, _from, _to, text) => footnoteAt(view.state) !== null && note?.enter(text) === true,
      handleClickOn: (view, _pos, node, nodePos, _event, direct) => {
        if (!direct || node.type.name !== 'footnote') return false;
        view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, nodePos)));
        return note?.enter() === true;
      },
    },
    view: (view) => {
      note = new FootnoteNote(view, words);
      return {
        update: (now) => note?.update(now),
        destroy: () => {
          note?.destroy();
          note = null;
        },
      };
    },
  });
}

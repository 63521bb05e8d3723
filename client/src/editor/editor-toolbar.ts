import { schema } from '@draagvlak/document';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { redoCommand, undoCommand } from 'y-prosemirror';
import {
  BLOCK_TYPES,
  type BlockType,
  blockTypeOf,
  selectedBlocks,
  setBlockType,
  shift,
  toggleBlockType,
} from './block-commands.ts';
import { EditorFormEvent, type FormName } from './editor-form-event.ts';
import './editor-context.ts';
import {
  hasMark,
  insertFootnote,
  inText,
  linkAt,
  toggleEmphasis,
  toggleStrong,
  toggleSubscript,
  toggleSuperscript,
} from './inline-commands.ts';
import { moveHere } from './move.ts';
import { NoteWantedEvent } from '../notes/note-place.ts';
import { EditorPanelEvent, type Panel } from './panels.ts';
import { canRefer } from './references.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { insertTable, isInTable } from './tables.ts';
import { words as allWords } from '../stores/words.ts';
import { ImageWantedEvent } from './images.ts';
import type { EditorWords } from './words.ts';

interface Tool {
  readonly label: string;
  readonly face: TemplateResult;
  readonly run: Command;
  /** Given for a tool that is on or off. */
  readonly pressed?: boolean;
  readonly keys?: string;
  readonly disabled?: boolean;
}

/** The toolbar of the editor; shows what holds at the caret and acts on the selection. */
@customElement('editor-toolbar')
export class EditorToolbar extends LightElement {
  @property({ attribute: false }) view: EditorView | null = null;
  /** Handed over on every change, so that the toolbar shows what holds now. */
  @property({ attribute: false }) editorState: EditorState | null = null;
  @property({ attribute: false }) words: EditorWords | null = null;
  /** What the tool for a margin note is called; `null` where there are none. */
  @property() noteTool: string | null = null;
  /** Whether the tools that a narrow place keeps behind a button are shown. */
  @state() private all = false;

  override render() {
    const { view, editorState: state, words } = this;
    if (view === null || state === null || words === null) return nothing;
    return html`
      <div
        class=${this.all ? 'toolbar has-all' : 'toolbar'}
        role="toolbar"
        aria-label=${words.toolbar}
        @keydown=${(event: KeyboardEvent) => this.#walk(event)}
        @focusin=${(event: FocusEvent) => this.#rove(event.target as HTMLElement)}
      >
        <div class="tool-group">${this.#types(state, words)}</div>
        ${this.#groups(state, words).map((tools) => html`<div class="tool-group">${tools.map((tool) => this.#tool(tool))}</div>`)}
        <button
          type="button"
          class="tool more-tools"
          tabindex="-1"
          aria-label=${words.moreTools}
          title=${words.moreTools}
          aria-expanded=${String(this.all)}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => (this.all = !this.all)}
        >
          ${sign('chev')}
        </button>
      </div>
      <editor-context .view=${view} .editorState=${state} .words=${words}></editor-context>
    `;
  }

  protected override updated(): void {
    const tools = this.#tools();
    if (tools.length > 0 && !tools.some((tool) => tool.tabIndex === 0)) (tools[0] as HTMLElement).tabIndex = 0;
  }

  #types(state: EditorState, words: EditorWords) {
    const types = new Set(selectedBlocks(state).map(({ node }) => blockTypeOf(node)));
    const [only] = types;
    return html`<select
      class="tool-select"
      aria-label=${words.blockType}
      tabindex="-1"
      @change=${(event: Event) => this.#run(setBlockType((event.target as HTMLSelectElement).value as BlockType))}
    >
      ${types.size === 1 ? nothing : html`<option value="" selected></option>`}
      ${BLOCK_TYPES.map(
        (type) =>
          html`<option value=${type} .selected=${types.size === 1 && type === only}>${words.blockTypes[type]}</option>`,
      )}
    </select>`;
  }

  #groups(state: EditorState, words: EditorWords): Tool[][] {
    const { marks } = schema;
    const types = new Set(selectedBlocks(state).map(({ node }) => blockTypeOf(node)));
    const all = (type: BlockType) => types.size === 1 && types.has(type);
    const can = (command: Command) => command(state);
    const ask = (form: FormName): Command => {
      return () => {
        this.dispatchEvent(new EditorFormEvent(form));
        return true;
      };
    };
    const panel =
      (which: Panel): Command =>
      () =>
        this.dispatchEvent(new EditorPanelEvent(which));
    const move =
      (by: 1 | -1): Command =>
      (_state, _dispatch, view) =>
        view !== undefined && moveHere(view, by);
    return [
      [
        {
          label: words.strong,
          face: html`<span class="glyph" aria-hidden="true"><b>B</b></span>`,
          run: toggleStrong,
          pressed: hasMark(state, marks.strong),
          keys: 'Control+B',
        },
        {
          label: words.emphasis,
          face: html`<span class="glyph" aria-hidden="true"><i>I</i></span>`,
          run: toggleEmphasis,
          pressed: hasMark(state, marks.emphasis),
          keys: 'Control+I',
        },
        {
          label: words.subscript,
          face: html`<span class="glyph" aria-hidden="true">x<sub>2</sub></span>`,
          run: toggleSubscript,
          pressed: hasMark(state, marks.subscript),
          keys: 'Control+,',
        },
        {
          label: words.superscript,
          face: html`<span class="glyph" aria-hidden="true">x<sup>2</sup></span>`,
          run: toggleSuperscript,
          pressed: hasMark(state, marks.superscript),
          keys: 'Control+.',
        },
      ],
      [
        { label: words.bullet, face: sign('ul'), run: toggleBlockType('bullet'), pressed: all('bullet') },
        { label: words.ordered, face: sign('ol'), run: toggleBlockType('ordered'), pressed: all('ordered') },
        {
          label: words.shiftOut,
          face: sign('left'),
          run: shift(-1),
          disabled: !can(shift(-1)),
          keys: 'Alt+Shift+ArrowLeft',
        },
        {
          label: words.shiftIn,
          face: sign('right'),
          run: shift(1),
          disabled: !can(shift(1)),
          keys: 'Alt+Shift+ArrowRight',
        },
      ],
      [
        {
          label: words.requirementTool,
          face: sign('req'),
          run: toggleBlockType('requirement'),
          pressed: all('requirement'),
          keys: 'Control+Alt+E',
        },
        { label: allWords().images.tool, face: sign('image'), run: this.#image },
        { label: words.insertTable, face: sign('table'), run: insertTable(3, 3), disabled: isInTable(state) },
        { label: words.footnote, face: sign('foot'), run: insertFootnote, disabled: !can(insertFootnote) },
        {
          label: words.link,
          face: sign('link'),
          run: ask('link'),
          pressed: linkAt(state) !== null,
          keys: 'Control+K',
          disabled: !inText(state),
        },
        {
          label: words.insertReference,
          face: html`<span class="glyph" aria-hidden="true">§</span>`,
          run: panel('reference'),
          keys: 'Control+Alt+V',
          disabled: !canRefer(state),
        },
        ...(this.noteTool === null
          ? []
          : [
              {
                label: this.noteTool,
                face: sign('note'),
                run: () => this.dispatchEvent(new NoteWantedEvent()),
                keys: 'Control+Alt+M',
              },
            ]),
      ],
      [
        { label: words.moveUp, face: sign('up'), run: move(-1), keys: 'Alt+ArrowUp' },
        { label: words.moveDown, face: sign('down'), run: move(1), keys: 'Alt+ArrowDown' },
      ],
      [
        { label: words.undo, face: sign('undo'), run: undoCommand, keys: 'Control+Z', disabled: !can(undoCommand) },
        { label: words.redo, face: sign('redo'), run: redoCommand, keys: 'Control+Y', disabled: !can(redoCommand) },
      ],
      [
        { label: words.find, face: sign('search'), run: panel('find'), keys: 'Control+F' },
        {
          label: words.keys,
          face: html`<span class="glyph" aria-hidden="true">?</span>`,
          run: panel('keys'),
          keys: 'Control+/',
        },
      ],
    ];
  }

  readonly #image: Command = (_state, dispatch) => {
    if (dispatch === undefined) return true;
    this.#opened = true;
    this.dispatchEvent(new ImageWantedEvent());
    return true;
  };

  #tool({ label, face, run, pressed, keys, disabled }: Tool) {
    return html`<button
      type="button"
      class="tool"
      tabindex="-1"
      aria-label=${label}
      title=${label}
      aria-pressed=${pressed === undefined ? nothing : String(pressed)}
      aria-keyshortcuts=${keys ?? nothing}
      aria-disabled=${disabled === true ? 'true' : nothing}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => disabled !== true && this.#run(run)}
    >
      ${face}
    </button>`;
  }

  #run(command: Command): void {
    const { view } = this;
    if (view === null) return;
    command(view.state, (tr) => view.dispatch(tr), view);
    if (!this.#opened) view.focus();
    this.#opened = false;
  }

  #opened = false;

  override dispatchEvent(event: Event): boolean {
    // A form that opens takes the focus itself.
    if ([EditorFormEvent, EditorPanelEvent, NoteWantedEvent].some((kind) => event instanceof kind)) this.#opened = true;
    return super.dispatchEvent(event);
  }

  #tools(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.toolbar button, .toolbar select')];
  }

  #rove(target: HTMLElement): void {
    for (const tool of this.#tools()) tool.tabIndex = tool === target ? 0 : -1;
  }

  /** Arrows walk the toolbar, so that it is one stop on the way of Tab. */
  #walk(event: KeyboardEvent): void {
    const tools = this.#tools().filter((tool) => tool.checkVisibility());
    const at = tools.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (event.key === 'Escape') {
      this.view?.focus();
      return;
    }
    if (to === undefined || at < 0) return;
    event.preventDefault();
    tools[(to + tools.length) % tools.length]?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'editor-toolbar': EditorToolbar;
  }
}

import { type EditorState, Plugin, type PluginKey, type PluginView } from 'prosemirror-state';
import type { EditorProps, EditorView } from 'prosemirror-view';

const FILLED = 'filled';

/** Events of the page that what comes into a place hears of. */
const EVENTS = ['compositionend', 'dragend', 'dragstart', 'focus', 'keydown', 'mousedown'] as const;

type Handler = (this: Plugin, view: EditorView, event: Event) => boolean | void;

/** What the empty place is known by. */
interface Known {
  readonly key?: PluginKey;
  /** Says that taking back what a typing rule did looks here. */
  readonly isInputRules?: boolean;
}

/**
 * A place in the order of the plugins of one editor, for a plugin that is fetched when one can type already. A state
 * cannot be given another plugin without taking the binding to the shared document down, so the place is there from the
 * start. What it hands on is what such plugins of ours use.
 */
export class LatePlugin {
  readonly plugin: Plugin<unknown>;
  #inner: Plugin<unknown> | null = null;
  #view: EditorView | null = null;
  #innerView: PluginView | null = null;

  /** @param until what holds as long as the place is empty */
  constructor(until: EditorProps<Plugin<unknown>> = {}, known: Known = {}) {
    const inner = () => this.#inner;
    const props = () => inner()?.props ?? until;
    this.plugin = new Plugin<unknown>({
      ...known,
      state: {
        init: () => null,
        apply: (tr, value, before, after) => {
          const plugin = inner();
          const field = plugin?.spec.state;
          if (plugin === null || field === undefined) return null;
          if (tr.getMeta(this.plugin) === FILLED) return field.init.call(plugin, {}, after);
          return field.apply.call(plugin, tr, value, before, after);
        },
      },
      props: {
        decorations(state: EditorState) {
          return props().decorations?.call(this, state);
        },
        handleKeyDown(view, event) {
          return props().handleKeyDown?.call(this, view, event);
        },
        handleTextInput(view, from, to, text, insert) {
          return props().handleTextInput?.call(this, view, from, to, text, insert);
        },
        handleClickOn(view, pos, node, nodePos, event, direct) {
          return props().handleClickOn?.call(this, view, pos, node, nodePos, event, direct);
        },
        handleDrop(view, event, slice, moved) {
          return props().handleDrop?.call(this, view, event, slice, moved);
        },
        handleDOMEvents: Object.fromEntries(
          EVENTS.map((name) => [
            name,
            (view: EditorView, event: Event) =>
              (props().handleDOMEvents?.[name] as Handler | undefined)?.call(this.plugin, view, event),
          ]),
        ),
      },
      view: (view) => {
        this.#view = view;
        return {
          update: (now, before) => this.#innerView?.update?.(now, before),
          destroy: () => {
            this.#view = null;
            this.#innerView?.destroy?.();
          },
        };
      },
    });
  }

  /** Puts the plugin in its place. Its state stands under the key of the place. */
  fill(plugin: Plugin): void {
    const view = this.#view;
    if (view === null || this.#inner !== null) return;
    this.#inner = plugin;
    view.dispatch(view.state.tr.setMeta(this.plugin, FILLED).setMeta('addToHistory', false));
    this.#innerView = plugin.spec.view?.(view) ?? null;
  }
}

import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { DecorationSet, EditorView } from 'prosemirror-view';

/**
 * Behaviour of the editor that is fetched when somebody first asks for it. A state cannot be given another plugin without
 * taking the binding to the shared document down, so each has its place from the start, empty.
 */
export interface Late<T> {
  readonly init: (state: EditorState) => T;
  readonly apply: (tr: Transaction, value: T, after: EditorState) => T;
  readonly decorations: (value: T) => DecorationSet;
}

interface Held<T> {
  readonly late: Late<T>;
  readonly value: T;
}

/** A place for late behaviour. */
export class LatePlace<T> {
  readonly #key: PluginKey<Held<T> | null>;

  constructor(name: string) {
    this.#key = new PluginKey(name);
  }

  plugin(): Plugin {
    const key = this.#key;
    return new Plugin<Held<T> | null>({
      key,
      state: {
        init: () => null,
        apply: (tr, held, _before, after) => {
          const put = tr.getMeta(key) as Late<T> | null | undefined;
          if (put !== undefined) return put === null ? null : { late: put, value: put.init(after) };
          return held === null ? null : { late: held.late, value: held.late.apply(tr, held.value, after) };
        },
      },
      props: {
        decorations: (state) => {
          const held = key.getState(state);
          return held == null ? null : held.late.decorations(held.value);
        },
      },
    });
  }

  /** Puts behaviour in its place; `null` takes it away. */
  put(view: EditorView, late: Late<T> | null): void {
    view.dispatch(view.state.tr.setMeta(this.#key, late).setMeta('addToHistory', false));
  }

  value(state: EditorState): T | null {
    return this.#key.getState(state)?.value ?? null;
  }
}

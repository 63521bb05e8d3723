import { Plugin, PluginKey, type PluginSpec } from 'prosemirror-state';

/**
 * A place in the editor for the plugin of a library that is fetched when one can type already. A state cannot be given
 * another plugin without taking the binding to the shared document down, so the place is there from the start, and hands
 * on to `spec` once that is filled.
 */
export class PluginPlace<T> {
  readonly key: PluginKey<T | null>;
  spec: PluginSpec<T | null> | null = null;

  constructor(name: string) {
    this.key = new PluginKey(name);
  }

  plugin(more: PluginSpec<T | null> = {}): Plugin<T | null> {
    const props = () => this.spec?.props;
    const spec = () => this.spec;
    return new Plugin<T | null>({
      ...more,
      key: this.key,
      state: {
        init: () => null,
        apply(tr, value, before, after) {
          return spec()?.state?.apply.call(this, tr, value, before, after) ?? null;
        },
      },
      props: {
        decorations(state) {
          return props()?.decorations?.call(this, state);
        },
        createSelectionBetween(view, anchor, head) {
          return props()?.createSelectionBetween?.call(this, view, anchor, head) ?? null;
        },
        handleClick(view, pos, event) {
          return props()?.handleClick?.call(this, view, pos, event);
        },
        handleTripleClick(view, pos, event) {
          return props()?.handleTripleClick?.call(this, view, pos, event);
        },
        handleKeyDown(view, event) {
          return props()?.handleKeyDown?.call(this, view, event);
        },
        handlePaste(view, event, slice) {
          return props()?.handlePaste?.call(this, view, event, slice);
        },
        handleDOMEvents: {
          mousedown(view, event) {
            return props()?.handleDOMEvents?.mousedown?.call(this, view, event);
          },
          beforeinput(view, event) {
            return props()?.handleDOMEvents?.beforeinput?.call(this, view, event);
          },
        },
      },
      appendTransaction(transactions, before, after) {
        return spec()?.appendTransaction?.call(this, transactions, before, after) ?? null;
      },
    });
  }
}

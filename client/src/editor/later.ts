import { NodeSelection, PluginKey } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { yCursorPluginKey } from 'y-prosemirror';
import type { Shown } from './highlight.ts';
import { HeldKeys } from './held-keys.ts';
import { LatePlugin } from './late-plugin.ts';

export const guidanceKey = new PluginKey<number>('guidance');
export const highlightKey = new PluginKey<Shown>('highlight');

/** The places of one editor for what is fetched when one can type already; `rest.ts` fills them. */
export class Later {
  readonly held = new HeldKeys();
  readonly carets = new LatePlugin({}, { key: yCursorPluginKey });
  readonly guidance = new LatePlugin({}, { key: guidanceKey });
  readonly highlights = new LatePlugin({}, { key: highlightKey });
  readonly footnotes = new LatePlugin({
    // A letter on a selected number would replace the whole footnote.
    handleTextInput: ({ state: { selection } }) =>
      selection instanceof NodeSelection && selection.node.type.name === 'footnote',
  });
  readonly rules = new LatePlugin({}, { isInputRules: true });
  readonly keys = new LatePlugin();
  readonly images = new LatePlugin();
  // Words and blocks that are dragged within the text would lose who wrote them.
  readonly drop = new LatePlugin({ handleDrop: (_view, _event, _slice, moved) => moved });
  readonly dropLine = new LatePlugin();
}

const places = new WeakMap<EditorView, Later>();

export const keepPlaces = (view: EditorView, later: Later): void => void places.set(view, later);

export function placesOf(view: EditorView): Later {
  const later = places.get(view);
  if (later === undefined) throw new Error('an editor without places');
  return later;
}

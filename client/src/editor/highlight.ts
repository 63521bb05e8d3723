import { type EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';
import { highlightKey as key } from './later.ts';
import { isFromShared } from './origin.ts';
import { findById, positionIn } from './place.ts';

/** Something to show in the draft: a passage, a whole node, or a label at the end of a block. */
export type Highlight =
  | {
      readonly kind: 'passage';
      readonly start: { readonly block: string; readonly offset: number };
      readonly end: { readonly block: string; readonly offset: number };
      readonly class: string;
    }
  | { readonly kind: 'node'; readonly node: string; readonly class: string }
  | { readonly kind: 'label'; readonly node: string; readonly text: string; readonly class: string };

/** A passage in terms of the shared document, which survives that a colleague's edit replaces the whole text. */
interface Kept {
  readonly from: unknown;
  readonly to: unknown;
  readonly class: string;
}

export interface Shown {
  readonly wanted: readonly Highlight[];
  readonly set: DecorationSet;
  /** Where the passages stand in the shared document; filled once the binding has taken the edit over. */
  kept: readonly Kept[] | null;
}

interface Sync {
  readonly type: Y.XmlFragment;
  readonly doc: Y.Doc;
  readonly binding: { readonly mapping: Map<unknown, unknown> } | null;
}

const passage = (from: number, to: number, name: string) =>
  Decoration.inline(from, to, { class: name }, { inclusiveEnd: true, passage: name });

function decorate(state: EditorState, wanted: readonly Highlight[]): DecorationSet {
  const decorations: Decoration[] = [];
  for (const one of wanted) {
    if (one.kind === 'passage') {
      const start = findById(state.doc, one.start.block);
      const end = findById(state.doc, one.end.block);
      if (start === null || end === null) continue;
      const from = positionIn(start, one.start.offset);
      const to = positionIn(end, one.end.offset);
      if (from < to) decorations.push(passage(from, to, one.class));
      continue;
    }
    const place = findById(state.doc, one.node);
    if (place === null) continue;
    const end = place.pos + place.node.nodeSize;
    if (one.kind === 'node') decorations.push(Decoration.node(place.pos, end, { class: one.class }));
    else if (place.node.type.name === 'block') {
      const label = () => {
        const element = document.createElement('span');
        element.className = one.class;
        element.textContent = one.text;
        return element;
      };
      decorations.push(Decoration.widget(end - 1, label, { side: 1, key: `label ${one.node} ${one.text}` }));
    }
  }
  return DecorationSet.create(state.doc, decorations);
}

const syncOf = (state: EditorState) => ySyncPluginKey.getState(state) as Sync | undefined;
const isPassage = (spec: Record<string, unknown>) => typeof spec['passage'] === 'string';

/** After a colleague's edit: nodes and labels are found again by id, passages by their place in the shared document. */
function carried(after: EditorState, shown: Shown): DecorationSet {
  const renewed = decorate(
    after,
    shown.wanted.filter((one) => one.kind !== 'passage'),
  );
  const sync = syncOf(after);
  if (!sync?.binding) return renewed;
  const { mapping } = sync.binding;
  const passages: Decoration[] = [];
  for (const one of shown.kept ?? []) {
    const [from, to] = [one.from, one.to].map(
      (position) =>
        relativePositionToAbsolutePosition(sync.doc, sync.type, position, mapping as never) as number | null,
    );
    if (from == null || to == null || from >= to || to > after.doc.content.size) continue;
    passages.push(passage(from, to, one.class));
  }
  return renewed.add(after.doc, passages);
}

/** What is to be shown in an editor, from before it can show it. */
const wantedIn = new WeakMap<EditorView, readonly Highlight[]>();

/** Shows passages, nodes and labels in the draft without being part of it. */
export function highlightPlugin(own: EditorView): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: (_config, state) => {
        const wanted = wantedIn.get(own) ?? [];
        return { wanted, set: decorate(state, wanted), kept: null };
      },
      apply: (tr, shown, _before, after) => {
        const wanted = tr.getMeta(key) as readonly Highlight[] | undefined;
        if (wanted !== undefined) return { wanted, set: decorate(after, wanted), kept: null };
        if (!tr.docChanged) return shown;
        const set = isFromShared(tr) ? carried(after, shown) : shown.set.map(tr.mapping, tr.doc);
        return { wanted: shown.wanted, set, kept: null };
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
    view: () => ({
      update: (view) => {
        const shown = key.getState(view.state);
        const sync = syncOf(view.state);
        if (shown === undefined || shown.kept !== null || !sync?.binding) return;
        const { mapping } = sync.binding;
        const relative = (pos: number) => absolutePositionToRelativePosition(pos, sync.type, mapping as never);
        shown.kept = shown.set.find(undefined, undefined, isPassage).map(({ from, to, spec }) => ({
          from: relative(from),
          to: relative(to),
          class: spec['passage'] as string,
        }));
      },
    }),
  });
}

/** Shows these highlights and no others. */
export function showHighlights(view: EditorView, wanted: readonly Highlight[]): void {
  wantedIn.set(view, wanted);
  view.dispatch(view.state.tr.setMeta(key, wanted).setMeta('addToHistory', false));
}

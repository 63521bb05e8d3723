import type { Outline } from '@draagvlak/document';
import { DOMSerializer, type Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import type { EditorState } from 'prosemirror-state';
import { BEHIND, tellBehindHeading } from './behind-heading.ts';
import { derived } from './derived.ts';

interface Numbered {
  readonly dom: HTMLElement;
  readonly label: (outline: Outline) => string;
  shown: string | null;
}

/** What stands before the words of a block, given the outline; `null` where nothing does. */
function labelOf({ attrs }: Node): Numbered['label'] | null {
  const id = attrs['id'] as string | null;
  if (attrs['role'] === 'heading') return (outline) => (id === null ? null : outline.section(id)?.number) ?? '';
  if (attrs['role'] !== 'item') return null;
  if (attrs['kind'] !== 'ordered') return () => '–';
  return (outline) => `${(id === null ? null : outline.itemNumber(id)) ?? ''}.`;
}

/** What is written on a block beside what the document says of it; the editor need not look at it again. */
const OURS: ReadonlySet<string | null> = new Set(['data-no', BEHIND]);
const ignoreMutation: NonNullable<NodeView['ignoreMutation']> = (mutation) =>
  mutation.type === 'attributes' && OURS.has(mutation.attributeName);

/**
 * Numbers of headings and items, written beside the text by the blocks themselves. Not decorations: the editor goes
 * through every decoration of a document for each of its blocks, at every key.
 */
export class BlockNumbers {
  readonly #numbered = new Set<Numbered>();
  readonly #drawn = new Set<HTMLElement>();
  #structure = -1;

  readonly blockView = (node: Node, view: EditorView): NodeView => {
    const toDOM = node.type.spec.toDOM;
    if (toDOM === undefined) throw new Error('a block has no form on the page');
    const { dom, contentDOM } = DOMSerializer.renderSpec(document, toDOM(node)) as {
      dom: HTMLElement;
      contentDOM: HTMLElement;
    };
    if (node.attrs['role'] === 'heading') {
      dom.setAttribute('role', 'heading');
      dom.setAttribute('aria-level', String(Math.min(6, (node.attrs['level'] as number) + 1)));
    }
    this.#drawn.add(dom);
    const label = labelOf(node);
    if (label === null) return { dom, contentDOM, ignoreMutation };
    const one: Numbered = { dom, label, shown: null };
    this.#numbered.add(one);
    show(one, derived(view.state).outline);
    return {
      dom,
      contentDOM,
      ignoreMutation,
      destroy: () => void this.#numbered.delete(one),
    };
  };

  /** Brings up to date what a change made different; with no state before it, everything. */
  update(view: EditorView, before: EditorState | null): void {
    tellBehindHeading(view, before, before === null ? [] : this.#drawn);
    this.#drawn.clear();
    const { structure, outline } = derived(view.state);
    if (structure === this.#structure) return;
    this.#structure = structure;
    for (const one of this.#numbered) show(one, outline);
  }
}

function show(one: Numbered, outline: Outline): void {
  const label = one.label(outline);
  if (label === one.shown) return;
  one.shown = label;
  one.dom.setAttribute('data-no', label);
}

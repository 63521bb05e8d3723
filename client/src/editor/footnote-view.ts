import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';

/** A footnote in the text is its number; its words are read and written in a note below it. */
export function footnoteView(node: Node): NodeView {
  const dom = document.createElement('span');
  dom.dataset['footnote'] = (node.attrs['id'] as string | null) ?? '';
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type) return false;
      dom.dataset['footnote'] = (next.attrs['id'] as string | null) ?? '';
      return true;
    },
    ignoreMutation: () => true,
  };
}

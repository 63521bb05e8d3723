import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';

/** A table that is wider than the sheet scrolls on its own, so that the page never does. */
export function tableView(node: Node): NodeView {
  const dom = document.createElement('div');
  dom.className = 'table-scroll';
  const table = dom.appendChild(document.createElement('table'));
  const contentDOM = table.appendChild(document.createElement('tbody'));
  return {
    dom,
    contentDOM,
    update: (next) => next.type === node.type,
    ignoreMutation: (mutation) =>
      mutation.type !== 'selection' && (mutation.target === dom || mutation.target === table),
  };
}

import type { Node } from 'prosemirror-model';

/**
 * What somebody typed since everything was last stored, as plain text: the blocks that are new or differ, in order.
 * Offered for copying when the server can no longer take it.
 */
export function unsavedText(stored: Node, now: Node): string {
  const known = new Map<string, string>();
  stored.descendants((node) => {
    if (node.type.name !== 'block') return true;
    if (node.attrs['id'] !== null) known.set(node.attrs['id'], node.textContent);
    return false;
  });
  const lines: string[] = [];
  now.descendants((node) => {
    if (node.type.name !== 'block') return true;
    const text = node.textContent;
    const id = node.attrs['id'] as string | null;
    if (text.trim() !== '' && (id === null || known.get(id) !== text)) lines.push(text);
    return false;
  });
  return lines.join('\n\n');
}

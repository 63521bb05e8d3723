import type { Node } from 'prosemirror-model';
import type { DocumentJson, TopJson } from './json.ts';

const jsonOf = new WeakMap<Node, TopJson>();

/**
 * The document as plain data, `toJSON` of the unchanged top-level nodes taken from the last time: a keystroke costs one
 * block, and whatever keeps something for a node finds it again.
 */
export function sharedJson(document: Node): DocumentJson {
  const content: TopJson[] = [];
  document.forEach((node) => {
    let json = jsonOf.get(node);
    if (json === undefined) jsonOf.set(node, (json = node.toJSON() as TopJson));
    content.push(json);
  });
  return content.length === 0 ? { type: 'doc' } : { type: 'doc', content };
}

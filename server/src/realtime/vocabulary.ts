import { FRAGMENT, schema } from '@draagvlak/document';
import type { Vocabulary } from '@draagvlak/sync';

const attributes = (types: Readonly<Record<string, { readonly spec: { readonly attrs?: object | undefined } }>>) =>
  Object.fromEntries(Object.entries(types).map(([name, type]) => [name, Object.keys(type.spec.attrs ?? {})]));

/** The schema's names as the vetting of updates wants them. The document itself and its text are no elements. */
const { doc: _doc, text: _text, ...elements } = schema.nodes;
export const vocabulary: Vocabulary = {
  root: FRAGMENT,
  nodes: attributes(elements),
  marks: attributes(schema.marks),
  arrays: ['colwidth'],
};

import { schema } from '@draagvlak/document';
import type { SchemaView } from '@draagvlak/contract/client';

type Described = readonly { readonly name: string; readonly attributes: readonly string[] }[];
type Specified = Readonly<Record<string, { readonly spec: { readonly attrs?: object } }>>;

function same(described: Described, specified: Specified): boolean {
  const names = Object.keys(specified);
  if (described.length !== names.length) return false;
  return described.every(({ name, attributes }) => {
    const own = Object.keys(specified[name]?.spec.attrs ?? {});
    return name in specified && own.length === attributes.length && own.every((one) => attributes.includes(one));
  });
}

/**
 * Whether this page was built for what the server's drafts may hold. An older page must not open a draft: what it does not
 * know it would remove.
 */
export const sameSchema = (view: SchemaView): boolean =>
  same(view.nodes, schema.nodes) && same(view.marks, schema.marks);

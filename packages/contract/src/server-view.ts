export interface HealthView {
  readonly status: 'ok';
  readonly storage: 'ok';
  readonly schema: string;
}

/** What a draft may hold: names of nodes and marks with their attributes, and a hash over them. */
export interface SchemaView {
  readonly hash: string;
  /** The one root of a draft: the name of its XmlFragment. */
  readonly fragment: string;
  readonly nodes: readonly { readonly name: string; readonly attributes: readonly string[] }[];
  readonly marks: readonly { readonly name: string; readonly attributes: readonly string[] }[];
}

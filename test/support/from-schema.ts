/** A JSON Schema as OpenAPI writes it, as far as our own description uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
}

export interface Sources {
  /** From 0 up to and not including. */
  random(below: number): number;
  /** Words and ids for a field of this name: ones that mean something to the server, and ones that do not. */
  strings(name: string): readonly string[];
  /** What a `$ref` names. */
  resolve(ref: string): Schema;
}

/** Something that fits the schema in shape, with words taken from the sources; whether it makes sense is left to chance. */
export function fromSchema(schema: Schema, sources: Sources, name = ''): unknown {
  const one = <T>(list: readonly T[]): T => list[sources.random(list.length)] as T;
  const again = (inner: Schema, key = name): unknown => fromSchema(inner, sources, key);
  if (schema.$ref !== undefined) return again(sources.resolve(schema.$ref));
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return one(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return again(one(choices));
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((inner) => again(inner)));
  const type = typeof schema.type === 'string' || schema.type === undefined ? schema.type : one(schema.type);
  switch (type) {
    case 'null':
      return null;
    case 'boolean':
      return sources.random(2) === 0;
    case 'integer':
    case 'number':
      return one([schema.minimum ?? 0, 1, 7, 1000, 2 ** 31]);
    case 'array':
      return Array.from({ length: 1 + sources.random(3) }, () => again(schema.items ?? {}));
    case 'string':
      if (schema.format === 'date') return one(['2026-01-12', '2026-02-30', '1970-01-01', '9999-12-31']);
      if (schema.format === 'date-time') return one(['2026-01-12T09:00:00.000Z', '0001-01-01T00:00:00Z']);
      if (schema.pattern?.includes('http') === true) return 'https://ssvv.example/regels';
      if (schema.pattern?.includes('64') === true) return 'a'.repeat(64);
      return one(sources.strings(name));
    case 'object':
    case undefined: {
      const fields = Object.entries(schema.properties ?? {});
      const kept = fields.filter(([key]) => (schema.required ?? []).includes(key) || sources.random(2) === 0);
      return Object.fromEntries(kept.map(([key, inner]) => [key, again(inner, key)]));
    }
    default:
      throw new Error(`the description uses type ${type}, which is not known here`);
  }
}

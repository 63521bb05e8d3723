import type { Api } from './answer.ts';

/** As much of OpenAPI 3.1 as this server writes. */
export interface ApiDescription {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
export interface ApiOperation {
  readonly tags: readonly string[];
  readonly summary: string;
  /** Empty where anybody may ask. */
  readonly security?: readonly unknown[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}
export type Content = Readonly<Record<string, { readonly schema: Schema }>>;
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const made = new WeakMap<Api, ApiDescription>();

/** The description of every route, made from the schemas that check them; the same object every time. */
export function describeApi(api: Api, publicUrl: string | null): ApiDescription {
  const known = made.get(api);
  if (known !== undefined) return known;
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Draagvlak',
      version: '1',
      description:
        'Schrijven, bespreken en vaststellen van kwalificatiedocumenten. Aanmelden geeft een sessiecookie. ' +
        'Elke weigering is een problem document (RFC 9457) met een Nederlandse zin in `detail`.',
    },
    servers: [{ url: publicUrl ?? '/' }],
    security: [{ session: [] }],
  }) as unknown as ApiDescription;
  made.set(api, document);
  return document;
}

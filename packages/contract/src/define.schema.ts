import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { HTTP_PROBLEMS, type ProblemCode, problemStatus, REFUSAL_STATUS } from './problem.ts';

/** Readonly all the way down, and ids as the plain strings they are on the wire. */
type Frozen<T> = T extends string
  ? string extends T
    ? string
    : T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Frozen<T[Key]> }
      : T;
type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? unknown : never) : never;

/** A schema that describes exactly the type of a view: it does not compile when either knows more than the other. */
export const view =
  <View>() =>
  <Schema extends z.ZodType>(schema: Schema & Equal<Frozen<z.output<Schema>>, Frozen<View>>): z.ZodType<View> =>
    schema as unknown as z.ZodType<View>;

/** A value too rich to spell out here; `description` says where its shape is written down. */
export const rich = <View>(description: string): z.ZodType<View> =>
  z.looseObject({}).meta({ description }) as unknown as z.ZodType<View>;

/** RFC 9457 problem details with our members. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'Nederlandse zin voor de gebruiker' }),
    code: z.enum([...Object.keys(HTTP_PROBLEMS), ...Object.keys(REFUSAL_STATUS)] as [ProblemCode, ...ProblemCode[]]),
    field: z.string().optional(),
    gates: z
      .array(z.object({ gate: z.string(), done: z.int(), total: z.int(), from: z.string().nullable() }))
      .optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

type Shape = Record<string, z.ZodType>;

/** What an answer that is no JSON is. */
export interface Media {
  readonly media: string;
  readonly description: string;
}

interface Definition<P extends Shape, Q extends Shape, B extends z.ZodType, A> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** As OpenAPI writes it: `/api/dossiers/{dossier}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** A body that is no JSON. */
  readonly upload?: Media;
  readonly status?: 200 | 201 | 204;
  /** Schema of the JSON answer, or what else comes. Without it the answer is empty (204). */
  readonly answer?: z.ZodType<A> | Media;
  /** Problems of its own, beside those that every route can have. */
  readonly problems?: readonly ProblemCode[];
  /** True for what may be asked without signing in. */
  readonly open?: boolean;
}

/** One route of the API: what is checked before the server sees it, what it answers, and how OpenAPI tells of it. */
export interface ApiRoute<P = unknown, Q = unknown, B = unknown, A = unknown> {
  readonly config: ReturnType<typeof createRoute>;
  readonly status: 200 | 201 | 204;
  readonly open: boolean;
  /** Only for the compiler. */
  readonly types?: { readonly params: P; readonly query: Q; readonly body: B; readonly answer: A };
}

const ALWAYS: readonly ProblemCode[] = ['internal-error', 'storage-unavailable', 'foreign-origin'];
const WITH_BODY: readonly ProblemCode[] = [
  'malformed-request',
  'too-large',
  'unsupported-media-type',
  'invalid-request',
  'too-many-requests',
];

function problemResponses(codes: readonly ProblemCode[]) {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set(codes)) {
    const status = problemStatus(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.toSorted().join(', '),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}

type Out<S extends Shape> = { readonly [Key in keyof S]: z.output<S[Key]> };

export function defineRoute<
  P extends Shape = Record<never, never>,
  Q extends Shape = Record<never, never>,
  B extends z.ZodType = z.ZodUndefined,
  A = void,
>(definition: Definition<P, Q, B, A>): ApiRoute<Out<P>, Out<Q>, z.output<B>, A> {
  const { answer, params, query, body, upload, open = false } = definition;
  const status = definition.status ?? (answer ? 200 : 204);
  const changes = definition.method !== 'get';
  const codes: readonly ProblemCode[] = [
    ...ALWAYS,
    ...(open ? [] : (['not-signed-in'] as const)),
    ...(changes ? WITH_BODY : []),
    ...(params || query ? (['invalid-request', 'not-found'] as const) : []),
    ...(definition.problems ?? []),
  ];
  const content = !answer
    ? undefined
    : 'media' in answer
      ? { [answer.media]: { schema: z.string().meta({ description: answer.description }) } }
      : { 'application/json': { schema: answer } };
  const config = createRoute({
    method: definition.method,
    path: definition.path,
    tags: [definition.tag],
    summary: definition.summary,
    ...(open ? { security: [] } : {}),
    request: {
      ...(params ? { params: z.object(params) } : {}),
      ...(query ? { query: z.strictObject(query) } : {}),
      ...(body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {}),
      ...(upload
        ? {
            body: {
              required: true,
              content: {
                [upload.media]: { schema: z.string().meta({ format: 'binary', description: upload.description }) },
              },
            },
          }
        : {}),
    },
    responses: {
      [status]: { description: definition.summary, ...(content ? { content } : {}) },
      ...problemResponses(codes),
    },
  });
  return { config, status, open };
}

import type { ApiRoute } from '@draagvlak/contract/server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { SignedIn } from '../identity/sessions.ts';
import type { Environment, Request } from './environment.ts';
import { HttpProblem } from './http-problem.ts';

export type Api = OpenAPIHono<Environment>;

/** What the contract checked before a route sees it. */
interface Checked<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly c: Request;
}
type Answer<A> = Promise<A | Response> | A | Response;

const signedInFirst: MiddlewareHandler<Environment> = async (c, next) => {
  if (c.var.signedIn === null) throw new HttpProblem('not-signed-in');
  await next();
};

function register<P, Q, B, A>(
  api: Api,
  route: ApiRoute<P, Q, B, A>,
  middleware: MiddlewareHandler<Environment>[],
  handler: (request: Checked<P, Q, B>) => Answer<A>,
): void {
  const { config, status } = route;
  const hasBody = config.request?.body !== undefined && 'application/json' in config.request.body.content;
  api.openapi({ ...config, middleware }, async (context) => {
    const c = context as unknown as Request;
    const valid = c.req as unknown as { valid(target: 'param' | 'query' | 'json'): unknown };
    const answer = await handler({
      params: (config.request?.params ? valid.valid('param') : {}) as P,
      query: (config.request?.query ? valid.valid('query') : {}) as Q,
      body: (hasBody ? valid.valid('json') : undefined) as B,
      c,
    });
    if (answer instanceof Response) return answer;
    c.header('cache-control', 'no-store');
    if (status === 204) return c.body(null, 204);
    return c.newResponse(JSON.stringify(answer), status, { 'content-type': 'application/json; charset=utf-8' });
  });
}

/** A route that anybody may ask. */
export function open<P, Q, B, A>(
  api: Api,
  route: ApiRoute<P, Q, B, A>,
  handler: (request: Checked<P, Q, B>) => Answer<A>,
): void {
  if (!route.open) throw new Error(`${route.config.path} is not open`);
  register(api, route, [], handler);
}

/** A route for who is signed in; `me` asks. */
export function signedIn<P, Q, B, A>(
  api: Api,
  route: ApiRoute<P, Q, B, A>,
  handler: (request: Checked<P, Q, B> & { readonly me: SignedIn }) => Answer<A>,
): void {
  if (route.open) throw new Error(`${route.config.path} is open`);
  register(api, route, [signedInFirst], (request) => {
    const me = request.c.var.signedIn;
    if (me === null) throw new HttpProblem('not-signed-in');
    return handler({ ...request, me });
  });
}

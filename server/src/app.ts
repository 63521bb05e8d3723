import { randomUUID } from 'node:crypto';
import { routes } from '@draagvlak/contract/server';
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit as limitBody } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { comparisonRoutes } from './http/comparison-routes.ts';
import { dossierRoutes } from './http/dossier-routes.ts';
import { draftRoutes } from './http/draft-routes.ts';
import type { Environment } from './http/environment.ts';
import { errorHandler } from './http/errors.ts';
import { bodyLimit, jsonOnly, originCheck, rateLimit, securityHeaders } from './http/guard.ts';
import { HttpProblem, problemResponse } from './http/http-problem.ts';
import { identityRoutes } from './http/identity-routes.ts';
import { languageOf } from './http/language.ts';
import { noticeRoutes } from './http/notice-routes.ts';
import { overviewRoutes } from './http/overview-routes.ts';
import { privateRoutes } from './http/private-routes.ts';
import { searchRoutes } from './http/search-routes.ts';
import { serverRoutes } from './http/server-routes.ts';
import { versionRoutes } from './http/version-routes.ts';
import { cookieName, tokenIn } from './identity/cookie.ts';
import { handlingRoutes } from './http/handling-routes.ts';
import { noteRoutes } from './notes/note-routes.ts';
import { errorPage } from './reading/account-pages.ts';
import { imageRoutes } from './files/image-routes.ts';
import { pageRoutes } from './reading/page-routes.ts';
import type { Services } from './services.ts';
import { sinceRoutes } from './visits/since-routes.ts';

/** The web side of the server: translates requests into questions and acts, and does nothing when it is made. */
export function createApp(services: Services) {
  const { config } = services;
  const app = new OpenAPIHono<Environment>({
    defaultHook: (result) => {
      if (result.success) return;
      // An id that cannot be one names nothing.
      if (result.target === 'param') throw new HttpProblem('not-found');
      throw new HttpProblem('invalid-request', { field: fieldOf(result.error) });
    },
  });
  app.onError(errorHandler(services.log, (c, problem) => errorPage(services, c, problem)));
  app.use(async (c, next) => {
    c.set('requestId', randomUUID());
    c.set('signedIn', null);
    await next();
  });
  app.use(securityHeaders(config.publicUrl?.startsWith('https:') ?? false));
  // A comparison is hundreds of kilobytes of JSON; event streams and files of the build are left as they are.
  for (const path of ['/api/*', '/lezen/*', '/was-wordt/*']) app.use(path, compress());
  app.use(originCheck(config.publicUrl));
  app.use('*', (c, next) =>
    limitBody({
      maxSize: bodyLimit(c.req.path),
      onError: () => {
        throw new HttpProblem('too-large');
      },
    })(c, next),
  );
  const withSession = async (c: Parameters<ReturnType<typeof originCheck>>[0], next: () => Promise<void>) => {
    const token = tokenIn(c.req.header('cookie'), cookieName(config));
    if (token !== null) c.set('signedIn', await services.identity.sessions.byToken(token));
    await next();
  };
  for (const path of ['/api/*', '/lezen/*', '/was-wordt/*', '/tips/*', '/inrichten', '/aanmelden'])
    app.use(path, withSession);
  app.use(rateLimit(config.rateLimit, () => Date.now()));
  app.use(
    '/api/*',
    jsonOnly((path) => /^\/api\/dossiers\/[^/]+\/(files|images)$/.test(path)),
  );

  serverRoutes(app, services);
  identityRoutes(app, services);
  overviewRoutes(app, services);
  searchRoutes(app, services);
  dossierRoutes(app, services);
  draftRoutes(app, services);
  handlingRoutes(app, services);
  noteRoutes(app, services);
  sinceRoutes(app, services);
  imageRoutes(app, services);
  versionRoutes(app, services);
  comparisonRoutes(app, services);
  privateRoutes(app, services);
  noticeRoutes(app, services);
  app.all('/api/*', (c) => {
    const allowed = methodsOf(c.req.path);
    const problem = new HttpProblem(allowed.length === 0 ? 'not-found' : 'method-not-allowed');
    const response = problemResponse(problem, c.var.requestId, languageOf(c));
    if (allowed.length > 0) response.headers.set('allow', allowed.join(', '));
    return response;
  });

  app.get('/sync/:draft', services.rooms.handler);
  app.all('/sync/*', (c) => problemResponse(new HttpProblem('not-found'), c.var.requestId, languageOf(c)));
  pageRoutes(app, services);
  app.get('*', async (c) => {
    const { assets } = services;
    const acceptEncoding = c.req.header('accept-encoding') ?? '';
    const ifNoneMatch = c.req.header('if-none-match');
    const asset = await assets.answer(c.req.path, { acceptEncoding, ifNoneMatch });
    if (asset) return asset;
    // A file that is not in the build is missing; everything else is an address of the app.
    if (c.req.path.startsWith('/assets/')) return c.notFound();
    return (await assets.page(acceptEncoding)) ?? c.notFound();
  });
  app.notFound((c) => problemResponse(new HttpProblem('not-found'), c.var.requestId, languageOf(c)));
  return app;
}

export type App = ReturnType<typeof createApp>;

const patterns = Object.values(routes).map(({ config }) => ({
  method: config.method.toUpperCase(),
  pattern: new RegExp(`^${config.path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
}));
const methodsOf = (path: string): readonly string[] =>
  patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);

/** The first field that was wrong, as a path: `anchor.start.offset`, or the name of one that nobody knows. */
function fieldOf(error: unknown): string | null {
  const [issue] =
    (error as { issues?: readonly { path: readonly PropertyKey[]; keys?: readonly string[] }[] }).issues ?? [];
  if (!issue) return null;
  const path = [...issue.path, ...(issue.keys?.slice(0, 1) ?? [])].map(String).join('.');
  return path === '' ? null : path;
}

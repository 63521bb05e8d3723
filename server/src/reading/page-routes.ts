import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Asker } from '../http/asker.ts';
import type { Environment, Request } from '../http/environment.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { problemStatus } from '@draagvlak/contract/server';
import type { Services } from '../services.ts';
import { describeApi } from '../http/describe-api.ts';
import { developersPage } from './developers-page.ts';
import { doSetUp, doSignIn, notFound, notPublic, showSetUp, showSignIn } from './account-pages.ts';
import { pageResponse } from './page.ts';
import { readingPage } from './reading-page.ts';
import { wasWordtCsvFile, wasWordtPage } from './was-wordt.ts';

/** Pages that the server makes itself; who is not signed in reads what is public and is told where one signs in. */
export function pageRoutes(app: OpenAPIHono<Environment>, services: Services): void {
  const forReaders = (make: (me: Asker, c: Request) => Promise<Response>) => async (c: Request) => {
    try {
      return await make(c.var.signedIn, c);
    } catch (error) {
      if (error instanceof HttpProblem && [403, 404].includes(problemStatus(error.code))) {
        return c.var.signedIn === null ? notPublic(services) : notFound(services);
      }
      throw error;
    }
  };
  const parameter = (c: Request, name: string): string => c.req.param(name) ?? '';

  app.get(
    '/lezen/:version',
    forReaders(async (me, c) => pageResponse(await readingPage(services, me, parameter(c, 'version')))),
  );
  app.get(
    '/was-wordt/:before/:after',
    forReaders((me, c) => {
      const [before, after] = [parameter(c, 'before'), parameter(c, 'after')];
      return after.endsWith('.csv')
        ? wasWordtCsvFile(services, me, before, after.slice(0, -'.csv'.length))
        : wasWordtPage(services, me, before, after);
    }),
  );
  app.get('/ontwikkelaars', () => pageResponse(developersPage(services, describeApi(app, services.config.publicUrl))));
  app.get('/inrichten', (c) => showSetUp(services, c));
  app.post('/inrichten', (c) => doSetUp(services, c));
  app.get('/aanmelden', (c) => showSignIn(services, c));
  app.post('/aanmelden', (c) => doSignIn(services, c));
}

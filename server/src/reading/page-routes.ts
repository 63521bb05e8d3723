import type { OpenAPIHono } from '@hono/zod-openapi';
import { type Asker, versionFor } from '../http/asker.ts';
import type { Environment, Request } from '../http/environment.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { problemStatus } from '@draagvlak/contract/server';
import type { Services } from '../services.ts';
import { describeApi } from '../http/describe-api.ts';
import { developersPage } from './developers-page.ts';
import { doSetUp, doSignIn, notFound, notPublic, showSetUp, showSignIn } from './account-pages.ts';
import { doDismissHint } from './hint.ts';
import { chooseLanguage, type Look, lookOf } from './look.ts';
import { pageResponse } from './page.ts';
import { printStyle, versionPrint } from './print-style.ts';
import { readingPage } from './reading-page.ts';
import { wasWordtCsvFile, wasWordtPage, wasWordtPrintStyle } from './was-wordt.ts';

/** Pages that the server makes itself; who is not signed in reads what is public and is told where one signs in. */
export function pageRoutes(app: OpenAPIHono<Environment>, services: Services): void {
  const forReaders = (make: (me: Asker, look: Look, c: Request) => Promise<Response>) => async (c: Request) => {
    const look = await lookOf(services, c);
    try {
      return await make(c.var.signedIn, look, c);
    } catch (error) {
      if (error instanceof HttpProblem && [403, 404].includes(problemStatus(error.code))) {
        return c.var.signedIn === null ? notPublic(services, look) : notFound(services, look);
      }
      throw error;
    }
  };
  const parameter = (c: Request, name: string): string => c.req.param(name) ?? '';

  app.get(
    '/lezen/:version',
    forReaders(async (me, look, c) => pageResponse(await readingPage(services, me, look, parameter(c, 'version')))),
  );
  app.get(
    '/lezen/:version/afdruk.css',
    forReaders(async (me, { say }, c) =>
      printStyle(versionPrint(say, (await versionFor(services, me, parameter(c, 'version'))).version)),
    ),
  );
  app.get(
    '/was-wordt/:before/:after',
    forReaders((me, look, c) => {
      const [before, after] = [parameter(c, 'before'), parameter(c, 'after')];
      return after.endsWith('.csv')
        ? wasWordtCsvFile(services, me, look, before, after.slice(0, -'.csv'.length))
        : wasWordtPage(services, me, look, before, after);
    }),
  );
  app.get(
    '/was-wordt/:before/:after/afdruk.css',
    forReaders((me, look, c) => wasWordtPrintStyle(services, me, look, parameter(c, 'before'), parameter(c, 'after'))),
  );
  app.get('/ontwikkelaars', async (c) =>
    pageResponse(developersPage(services, await lookOf(services, c), describeApi(app, services.config.publicUrl))),
  );
  app.get('/taal/:language', chooseLanguage);
  app.post('/tips/:hint', async (c) => doDismissHint(services, await lookOf(services, c), c));
  app.get('/inrichten', (c) => showSetUp(services, c));
  app.post('/inrichten', (c) => doSetUp(services, c));
  app.get('/aanmelden', (c) => showSignIn(services, c));
  app.post('/aanmelden', (c) => doSignIn(services, c));
}

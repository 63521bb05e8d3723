import type { Context, ErrorHandler } from 'hono';
import { RoomClosed, StorageTrouble } from '@draagvlak/sync';
import { HTTPException } from 'hono/http-exception';
import type { Log } from '../log.ts';
import type { Environment } from './environment.ts';
import { languageOf } from './language.ts';
import { HttpProblem, problemResponse } from './http-problem.ts';

/** Codes with which SQLite says that the disk is full, gone, read-only or held by somebody else. */
const STORE_DOWN = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|NOMEM)/;

export const isStoreDown = (error: unknown): boolean =>
  STORE_DOWN.test(String((error as { code?: unknown } | null)?.code ?? '')) ||
  (error instanceof Error && error.cause !== undefined && isStoreDown(error.cause));

/** What a page that the server makes shows when it cannot be made. */
export type ErrorPage = (c: Context<Environment>, problem: HttpProblem) => Response | Promise<Response>;

/**
 * The one place where whatever went wrong becomes a problem document, or a page for who opened one; what nobody expected
 * is logged.
 */
export function errorHandler(log: Log, errorPage: ErrorPage): ErrorHandler<Environment> {
  return (error, c) => {
    const problem = problemFor(error, c, log);
    if (!isPage(c)) return problemResponse(problem, c.var.requestId ?? 'unknown', languageOf(c));
    return errorPage(c, problem);
  };
}

/** A person looks at what the browser asks for as HTML; programs and the app ask for JSON. */
const isPage = (c: Context<Environment>): boolean =>
  !/^\/(api|sync)\//.test(c.req.path) && (c.req.header('accept') ?? '').includes('text/html');

function problemFor(error: Error, c: Context<Environment>, log: Log): HttpProblem {
  const { requestId } = c.var;
  const { path, method } = c.req;
  if (error instanceof HttpProblem) return error;
  if (error instanceof HTTPException && error.status < 500) {
    return new HttpProblem(error.status === 413 ? 'too-large' : 'malformed-request');
  }
  // The draft is being frozen, or the server is stopping.
  if (error instanceof RoomClosed) return new HttpProblem('busy', { retryAfter: 2 });
  if (error instanceof StorageTrouble || isStoreDown(error)) {
    log.error('storage unavailable', { requestId, path, error });
    return new HttpProblem('storage-unavailable', { retryAfter: 10 });
  }
  log.error('unexpected', { requestId, method, path, error });
  return new HttpProblem('internal-error');
}

import type { ErrorHandler } from 'hono';
import { RoomClosed, StorageTrouble } from '@draagvlak/sync';
import { HTTPException } from 'hono/http-exception';
import type { Log } from '../log.ts';
import type { Environment } from './environment.ts';
import { HttpProblem, problemResponse } from './http-problem.ts';

/** Codes with which SQLite says that the disk is full, gone, read-only or held by somebody else. */
const STORE_DOWN = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|NOMEM)/;

export const isStoreDown = (error: unknown): boolean =>
  STORE_DOWN.test(String((error as { code?: unknown } | null)?.code ?? '')) ||
  (error instanceof Error && error.cause !== undefined && isStoreDown(error.cause));

/** The one place where whatever went wrong becomes a problem document; what nobody expected is logged. */
export function errorHandler(log: Log): ErrorHandler<Environment> {
  return (error, c) => {
    const requestId = c.var.requestId ?? 'unknown';
    if (error instanceof HttpProblem) return problemResponse(error, requestId);
    if (error instanceof HTTPException && error.status < 500) {
      return problemResponse(new HttpProblem(error.status === 413 ? 'too-large' : 'malformed-request'), requestId);
    }
    const path = c.req.path;
    // The draft is being frozen, or the server is stopping.
    if (error instanceof RoomClosed) return problemResponse(new HttpProblem('busy', { retryAfter: 2 }), requestId);
    if (error instanceof StorageTrouble || isStoreDown(error)) {
      log.error('storage unavailable', { requestId, path, error });
      return problemResponse(new HttpProblem('storage-unavailable', { retryAfter: 10 }), requestId);
    }
    log.error('unexpected', { requestId, method: c.req.method, path, error });
    return problemResponse(new HttpProblem('internal-error'), requestId);
  };
}

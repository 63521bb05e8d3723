import type { MiddlewareHandler } from 'hono';
import type { Environment, Request } from './environment.ts';
import { HttpProblem } from './http-problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * `'none'` first, then what the app needs from its own origin. Styles in attributes and scripts in the page are
 * refused, so that injected markup cannot do anything.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  // `no-referrer` would make browsers send `Origin: null` with our own forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'x-frame-options': 'DENY',
};

/** Headers that every answer carries; a websocket's handshake has none of them to carry. */
export function securityHeaders(https: boolean): MiddlewareHandler<Environment> {
  return async (c, next) => {
    await next();
    if (c.req.path.startsWith('/sync/')) return;
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
    if (https) c.res.headers.set('strict-transport-security', 'max-age=31536000');
    c.res.headers.set('x-request-id', c.var.requestId);
  };
}

/** Whether a request that a browser made comes from our own pages. */
export function sameOrigin(c: Request, publicUrl: string | null): boolean {
  const origin = c.req.header('origin');
  if (origin === undefined) {
    const site = c.req.header('sec-fetch-site');
    return site === undefined || site === 'same-origin' || site === 'none';
  }
  if (publicUrl !== null) return origin === publicUrl;
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  return (protocol === 'http:' || protocol === 'https:') && host === (c.req.header('host') ?? new URL(c.req.url).host);
}

/**
 * Refuses unsafe methods and websockets from other sites. A request without an Origin and without Sec-Fetch-Site comes
 * from no browser and carries nobody's cookie but its own.
 */
export function originCheck(publicUrl: string | null): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const socket = c.req.header('upgrade')?.toLowerCase() === 'websocket';
    if ((socket || !SAFE.has(c.req.method)) && !sameOrigin(c, publicUrl)) throw new HttpProblem('foreign-origin');
    await next();
  };
}

/** A body under `/api` is JSON, except where a file is uploaded. */
export function jsonOnly(except: (path: string) => boolean): MiddlewareHandler<Environment> {
  return async (c, next) => {
    if (!SAFE.has(c.req.method) && !except(c.req.path)) {
      const sent = (c.req.header('content-length') ?? '0') !== '0' || c.req.header('transfer-encoding') !== undefined;
      const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
      if (type === undefined ? sent : type !== 'application/json') throw new HttpProblem('unsupported-media-type');
    }
    await next();
  };
}

/**
 * A token bucket per session, or per address where nobody is signed in: `perMinute` writing requests on average, half
 * of that at once. Forwarded addresses are not believed.
 */
export function rateLimit(perMinute: number, clock: () => number): MiddlewareHandler<Environment> {
  const burst = Math.max(10, perMinute / 2);
  const buckets = new Map<string, { tokens: number; at: number }>();
  let swept = 0;
  return async (c, next) => {
    if (perMinute === 0 || SAFE.has(c.req.method)) return next();
    const now = clock();
    if (now - swept > 60_000) {
      for (const [key, bucket] of buckets) if (now - bucket.at > 120_000) buckets.delete(key);
      swept = now;
    }
    const key = c.var.signedIn?.session ?? c.env?.incoming?.socket.remoteAddress ?? 'unknown';
    const bucket = buckets.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 60_000) * perMinute);
    buckets.set(key, { tokens: Math.max(0, tokens - 1), at: now });
    if (tokens < 1) throw new HttpProblem('too-many-requests', { retryAfter: Math.ceil(60 / perMinute) });
    await next();
  };
}

/** Bytes a body may have: JSON small, an imported text larger, a file largest. */
export function bodyLimit(path: string): number {
  if (/^\/api\/dossiers\/[^/]+\/files$/.test(path)) return 20 * 1024 * 1024;
  if (/^\/api\/dossiers\/[^/]+\/images$/.test(path)) return 10 * 1024 * 1024;
  if (/^\/api\/dossiers\/[^/]+\/documents\/[^/]+\/(start|import-preview)$/.test(path)) return 4 * 1024 * 1024;
  return 256 * 1024;
}

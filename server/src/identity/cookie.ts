import type { Config } from '../config.ts';

/** Name of the session cookie: browsers accept the prefix only with Secure, for this host and the whole site. */
export const cookieName = (config: Pick<Config, 'publicUrl'>): string =>
  config.publicUrl?.startsWith('https:') ? '__Host-draagvlak_session' : 'draagvlak_session';

/** The session token in a Cookie header, or `null`. */
export function tokenIn(cookies: string | undefined | null, name: string): string | null {
  for (const part of (cookies ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** A Set-Cookie value that lays the token down, or with `null` takes it away. */
export function sessionCookie(config: Pick<Config, 'publicUrl'>, token: string | null): string {
  const secure = config.publicUrl?.startsWith('https:') ? '; Secure' : '';
  const life = token === null ? '; Max-Age=0' : `; Max-Age=${7 * 24 * 3600}`;
  return `${cookieName(config)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}${life}`;
}

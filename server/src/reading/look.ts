import { LANGUAGE_COOKIE } from '@draagvlak/contract/server';
import { type Language, LANGUAGES, type Wording, wording } from '@draagvlak/wording';
import { actorOf } from '../http/asker.ts';
import { languageOf } from '../http/language.ts';
import type { Request } from '../http/environment.ts';
import type { Services } from '../services.ts';

/** How somebody looks at a page that the server makes. */
export interface Look {
  readonly language: Language;
  readonly say: Wording;
  /** Path and query of this page, to come back to. */
  readonly here: string;
  /** Notices that are new for who is signed in; `null` for who is not. */
  readonly unread: number | null;
}

export async function lookOf(services: Services, c: Request): Promise<Look> {
  const language = languageOf(c);
  const me = c.var.signedIn;
  const { pathname, search } = new URL(c.req.url);
  return {
    language,
    say: wording(language),
    here: pathname + search,
    unread: me === null ? null : await services.notices.unread(actorOf(me.person)),
  };
}

/** Keeps the language for a year and goes back to the page one came from, which is one of ours. */
export function chooseLanguage(c: Request): Response {
  const language = LANGUAGES.find((code) => code === c.req.param('language')) ?? 'nl';
  const back = c.req.query('terug') ?? '/';
  const isOurs = /^\/(?![/\\])/.test(back);
  c.header('set-cookie', `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`);
  return c.redirect(isOurs ? back : '/', 302);
}

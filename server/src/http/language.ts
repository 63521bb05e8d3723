import { LANGUAGE_COOKIE } from '@draagvlak/contract/server';
import { type Language, LANGUAGES } from '@draagvlak/wording';
import { tokenIn } from '../identity/cookie.ts';

/** The language that was chosen in the app or on a page of the server; Dutch without a choice. */
export function languageOf(c: { readonly req: { header(name: string): string | undefined } }): Language {
  const chosen = tokenIn(c.req.header('cookie'), LANGUAGE_COOKIE);
  return LANGUAGES.find((language) => language === chosen) ?? 'nl';
}

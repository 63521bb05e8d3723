import { LANGUAGE_COOKIE } from '@draagvlak/contract/client';
import { type Language, LANGUAGES, type Wording } from '@draagvlak/wording';
import { nlWriting } from '@draagvlak/wording/nl-writing';
import { Store } from './store.ts';

function remembered(): Language {
  const kept = new RegExp(`(?:^|; )${LANGUAGE_COOKIE}=(\\w+)`).exec(globalThis.document?.cookie ?? '')?.[1];
  return LANGUAGES.find((language) => language === kept) ?? 'nl';
}

/** The document says which language it is in, for who hears it read. */
function tell(chosen: Language): void {
  if (globalThis.document) document.documentElement.lang = chosen;
}

/** The language of the screens; the documents stay in the language they are written in. */
export const language = new Store<Language>(remembered());
tell(language.value);

/**
 * What has been fetched. The words of the writing room come with the page, so that one can type as soon as can be; all
 * others, and English, are fetched when a page needs them.
 */
const fetched: { nl: Wording; en: Wording | null } = { nl: nlWriting as unknown as Wording, en: null };
const fetching: Partial<Record<Language, Promise<void>>> = {};

/** Resolves when every sentence of the language of now is here. Fails when the line does; asking again tries again. */
export function allWords(chosen: Language = language.value): Promise<void> {
  fetching[chosen] ??= (
    chosen === 'nl'
      ? import('@draagvlak/wording/nl').then(({ nl }) => {
          fetched.nl = nl;
        })
      : import('@draagvlak/wording/en').then(({ en }) => {
          fetched.en = en;
        })
  ).catch((error: unknown) => {
    delete fetching[chosen];
    throw error;
  });
  return fetching[chosen];
}

/** Whether there are words to show a first screen with. */
export const hasWords = (): boolean => fetched[language.value] !== null;

/** Goes over to a language once its words are here. */
export async function setLanguage(chosen: Language): Promise<void> {
  await allWords(chosen);
  // A cookie, so that the pages that the server makes are in the same language.
  document.cookie = `${LANGUAGE_COOKIE}=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`;
  language.set(chosen);
  tell(chosen);
}

/** Every sentence of the screens, in the language of now. The shell renders all of it anew when that changes. */
export function words(): Wording {
  return fetched[language.value] ?? fetched.nl;
}

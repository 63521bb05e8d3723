import { LANGUAGE_COOKIE } from '@draagvlak/contract/client';
import { type Language, LANGUAGES, type Wording } from '@draagvlak/wording';
import { type FirstWording, nlFirst } from '@draagvlak/wording/nl-first';
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

/** What has been fetched. All words come when a page needs them; English only for who chose it. */
const fetched: Record<Language, Wording | null> = { nl: null, en: null };
const fetching: Partial<Record<Language, Promise<void>>> = {};
let tellAll: () => void = () => {};

/** Resolves once somebody has fetched all words: the page has what it needs at once, and what may come later can. */
export const afterAllWords: Promise<void> = new Promise((resolve) => {
  tellAll = resolve;
});

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
  ).then(tellAll, (error: unknown) => {
    delete fetching[chosen];
    throw error;
  });
  return fetching[chosen];
}

/** Whether every sentence of the language of now is here. */
export const hasAllWords = (): boolean => fetched[language.value] !== null;

/** Whether there are words to show a first screen with: the Dutch ones come with the page. */
export const hasFirstWords = (): boolean => language.value === 'nl' || hasAllWords();

/** Goes over to a language once its words are here. */
export async function setLanguage(chosen: Language): Promise<void> {
  await allWords(chosen);
  // A cookie, so that the pages that the server makes are in the same language.
  document.cookie = `${LANGUAGE_COOKIE}=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`;
  language.set(chosen);
  tell(chosen);
}

/** Every sentence of the screens, in the language of now; for what is shown when they are here. */
export function words(): Wording {
  const all = fetched[language.value] ?? fetched.nl;
  if (all === null) throw new Error('words that are not here yet');
  return all;
}

/**
 * The sentences of the shell and of the writing room until one can type, which come with the page. The shell renders all
 * of it anew when the language changes.
 */
export function firstWords(): FirstWording {
  return fetched[language.value] ?? fetched.nl ?? nlFirst;
}

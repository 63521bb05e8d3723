import { type Language, LANGUAGES, type Wording, wording } from '@draagvlak/wording';
import { Store } from './store.ts';

const KEY = 'draagvlak.language';

function remembered(): Language {
  const kept = globalThis.localStorage?.getItem(KEY);
  return LANGUAGES.find((language) => language === kept) ?? 'nl';
}

/** The language of the screens; the documents stay in the language they are written in. */
export const language = new Store<Language>(remembered());

export function setLanguage(chosen: Language): void {
  globalThis.localStorage?.setItem(KEY, chosen);
  language.set(chosen);
}

/** Every sentence of the screens, in the language of now. The shell renders all of it anew when that changes. */
export function words(): Wording {
  return wording(language.value);
}

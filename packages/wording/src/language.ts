import { en } from './en.ts';
import type { Language } from './languages.ts';
import { nl } from './nl.ts';
import type { Wording } from './wording.ts';

const languages: Record<Language, Wording> = { nl, en };

export function wording(language: Language): Wording {
  return languages[language];
}

import { en } from './en.ts';
import { nl } from './nl.ts';
import type { Wording } from './wording.ts';

export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const languages: Record<Language, Wording> = { nl, en };

export function wording(language: Language): Wording {
  return languages[language];
}

import { dates } from './en/dates.ts';
import { errors } from './en/errors.ts';
import { reading } from './en/reading.ts';
import { shell } from './en/shell.ts';
import { vocabulary } from './en/vocabulary.ts';
import type { readingPage as dutch } from './reading-page.ts';

/** The same words in English. */
export const readingPage = { dates, errors, reading, shell, vocabulary } satisfies typeof dutch;

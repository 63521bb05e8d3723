import { dates } from './nl/dates.ts';
import { errors } from './nl/errors.ts';
import { reading } from './nl/reading.ts';
import { shell } from './nl/shell.ts';
import { vocabulary } from './nl/vocabulary.ts';

/** The words that the script of the reading page shows, and no others: who only reads on a phone loads little. */
export const readingPage = { dates, errors, reading, shell, vocabulary };

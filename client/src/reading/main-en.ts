// Entry for English.
import { readingPage } from '@draagvlak/wording/reading-page-en';
import { decorate } from './decorate.ts';

decorate(readingPage);

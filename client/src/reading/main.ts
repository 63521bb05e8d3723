// Entry for Dutch.
import { readingPage } from '@draagvlak/wording/reading-page';
import { decorate } from './decorate.ts';

decorate(readingPage);

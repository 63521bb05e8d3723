import { readingPage } from '@draagvlak/wording/reading-page';

/** The reading page is made by the server in Dutch, so what the script adds to it is Dutch as well. */
export const words = readingPage;

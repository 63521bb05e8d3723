import { readingPage } from '@draagvlak/wording/reading-page-en';
import { speak } from './words.ts';

speak(readingPage);

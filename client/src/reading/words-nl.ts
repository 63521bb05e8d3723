import { readingPage } from '@draagvlak/wording/reading-page';
import { speak } from './words.ts';

speak(readingPage);

import type { Wording } from '@draagvlak/wording';
import type { FirstWording } from '@draagvlak/wording/nl-first';

/** What the editor and its tools say; the caller hands it the words of the reader's language. */
export type EditorWords = Wording['writing']['editor'];

/** What the text itself says, from its first letter. */
export type TextWords = FirstWording['writing']['editor'];

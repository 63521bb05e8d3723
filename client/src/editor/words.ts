import type { Wording } from '@draagvlak/wording';

/** What the editor says; the caller hands it the words of the reader's language. */
export type EditorWords = Wording['writing']['editor'];

import type { Outline } from '@draagvlak/document';
import { type Found } from './find.ts';
import { textOf } from './find-text.ts';

/** What was found within its sentence. */
export interface InSentence {
  readonly before: string;
  readonly after: string;
}

/** Most letters of a sentence on either side. */
const AROUND = 90;
const sentences = new Intl.Segmenter('nl', { granularity: 'sentence' });
const readable = (text: string) => text.replaceAll('\uFFFC', '');

/** The sentence around what was found, cut between words when it is long. */
export function inSentence({ holder, offset, text }: Found): InSentence {
  const all = textOf(holder);
  const end = offset + text.length;
  const parts = [...sentences.segment(all)];
  const start = parts.findLast(({ index }) => index <= offset)?.index ?? 0;
  const stop = parts.find(({ index, segment }) => index + segment.length >= end);
  const before = readable(all.slice(start, offset));
  const after = readable(all.slice(end, stop === undefined ? all.length : stop.index + stop.segment.length)).trimEnd();
  return {
    before: before.length <= AROUND ? before : `… ${before.slice(-AROUND).replace(/^\S*\s/u, '')}`,
    after: after.length <= AROUND ? after : `${after.slice(0, AROUND).replace(/\s\S*$/u, '')} …`,
  };
}

/** The section a place stands in: "4.2 Groepsgrootte"; `null` before the first heading. */
export function sectionName({ holder }: Found, outline: Outline): string | null {
  const id = holder.attrs['id'] as string | null;
  const section = id === null ? null : outline.sectionOf(id);
  return section === null ? null : [section.number, section.title].filter(Boolean).join(' ');
}

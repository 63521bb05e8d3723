import type { Outline } from '@draagvlak/document';
import { words } from '../stores/words.ts';

/** What a section is called in the version that was reacted on: "4.3 Groepsgrootte". */
export function sectionLabel(outline: Outline, id: string | null): string {
  const section = id === null ? undefined : outline.section(id);
  if (section === undefined) return words().processing.wholeDocument;
  return [section.number, section.title].filter((part) => part !== null).join(' ');
}

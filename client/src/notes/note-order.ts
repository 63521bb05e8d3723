import type { NoteView } from '@draagvlak/contract/client';
import type { EditorState } from 'prosemirror-state';
import type { NotePlace } from './note-anchor.ts';
import type { NoteCard } from './note-card.ts';
import { notePlaces } from './note-marks.ts';

/** A note with its number beside the text and its place in it; `null` where it is not marked. */
export interface Ordered {
  readonly note: NoteView;
  readonly number: number;
  readonly place: NotePlace | null;
}

/** Open notes in the order of the text, numbered from 1; then those without a place, then those that are done. */
export function ordered(notes: readonly NoteView[], places: ReadonlyMap<string, NotePlace>): readonly Ordered[] {
  const open = notes
    .filter(({ done }) => done === null)
    .map((note) => ({ note, place: places.get(note.id) ?? null }))
    .toSorted((a, b) => (a.place?.from ?? Infinity) - (b.place?.from ?? Infinity) || 0);
  const done = notes.filter((note) => note.done !== null).map((note) => ({ note, place: null }));
  return [...open, ...done].map((one, index) => ({ ...one, number: index + 1 }));
}

/** What the card says of the text of a note. */
export function placeOf({ done }: NoteView, place: NotePlace | null): NoteCard['place'] {
  if (done !== null) return 'done';
  if (place === null) return 'gone';
  return place.changed ? 'changed' : 'here';
}

/** The same as long as the same notes are marked in the same way. */
export const placesKey = (state: EditorState): string =>
  [...notePlaces(state)].map(([note, { changed }]) => `${note}${changed}`).join(' ');

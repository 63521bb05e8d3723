import type { PersonView } from './person-view.ts';

/**
 * The passage of a living draft that a note is about. The ends are Yjs relative positions (base64), which follow their
 * characters; the block and the words say whether they still do.
 */
export interface NoteAnchor {
  /** `id` attribute of the block in which the passage starts. */
  readonly block: string;
  readonly start: string;
  readonly end: string;
  /** The words as they were when the note was made, at most {@link NOTE_QUOTE} UTF-16 units. */
  readonly quote: string;
}

/** UTF-16 units of a note's quote that are kept. */
export const NOTE_QUOTE = 300;
/** UTF-16 units of one note or reply. */
export const NOTE_LENGTH = 2000;

export interface NoteReplyView {
  readonly id: string;
  readonly by: PersonView;
  readonly at: string;
  readonly text: string;
}

/** A throw-away note of authors among themselves; gone when the draft is frozen. */
export interface NoteView {
  readonly id: string;
  readonly anchor: NoteAnchor;
  readonly by: PersonView;
  readonly at: string;
  readonly text: string;
  readonly replies: readonly NoteReplyView[];
  /** Who ticked it off, or `null` while it is open. */
  readonly done: { readonly by: PersonView; readonly at: string } | null;
  /** The person who asks was mentioned in it and has not looked since. */
  readonly unread: boolean;
}

export interface NotesView {
  /** In the order in which they were made. */
  readonly notes: readonly NoteView[];
  /** Who can be mentioned: the authors of the draft but the one who asks. */
  readonly authors: readonly { readonly person: string; readonly name: string }[];
}

import { LatePlace } from '../editor/late.ts';
import type { NotesShown } from './note-marks.ts';

/** Where the marks of margin notes have their place in the editor. */
export const noting = new LatePlace<NotesShown>('notes');

/** Asks for a note on what is selected. */
export class NoteWantedEvent extends Event {
  constructor() {
    super('note-wanted', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'note-wanted': NoteWantedEvent;
  }
}

import type { NoteAnchor } from '@draagvlak/contract/client';
import type { EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Late } from '../editor/late.ts';
import { isFromShared } from '../editor/origin.ts';
import { type NotePlace, placeNote } from './note-anchor.ts';
import { noting } from './note-place.ts';

/** A note to mark in the text. */
export interface NoteMark {
  readonly id: string;
  readonly number: number;
  readonly anchor: NoteAnchor;
  /** What a screen reader says of the number: "Kanttekening 3 van Bram Osinga". */
  readonly label: string;
  readonly active: boolean;
}

/** Somebody pressed the number of a note in the text. */
export class NoteChosenEvent extends Event {
  readonly note: string;
  constructor(note: string) {
    super('note-chosen', { bubbles: true, composed: true });
    this.note = note;
  }
}

/** What is marked: the passages, and the notes whose words changed. */
export interface NotesShown {
  readonly changed: ReadonlySet<string>;
  readonly set: DecorationSet;
}

function numberOf({ id, number, label }: NoteMark): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'note-no';
  button.tabIndex = -1;
  button.textContent = String(number);
  button.setAttribute('aria-label', label);
  // A press is meant for the note; the caret stays where it was.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => button.dispatchEvent(new NoteChosenEvent(id)));
  return button;
}

function place(state: EditorState, wanted: readonly NoteMark[]): NotesShown {
  const decorations: Decoration[] = [];
  const changed = new Set<string>();
  for (const mark of wanted) {
    const found = placeNote(state, mark.anchor);
    if (found === null) continue;
    if (found.changed) changed.add(mark.id);
    const { from, to } = found;
    const name = mark.active ? 'noted is-here' : 'noted';
    decorations.push(Decoration.inline(from, to, { class: name }, { note: mark.id }));
    decorations.push(
      Decoration.widget(to, () => numberOf(mark), {
        side: 1,
        key: `note ${mark.id} ${mark.number} ${mark.label}`,
        ignoreSelection: true,
        stopEvent: () => true,
      }),
    );
  }
  return { changed, set: DecorationSet.create(state.doc, decorations) };
}

const marking = (wanted: readonly NoteMark[]): Late<NotesShown> => ({
  init: (state) => place(state, wanted),
  apply: (tr, shown, after) => {
    if (!tr.docChanged) return shown;
    // A colleague's change comes as one replacement of everything, through which no position can be followed.
    if (isFromShared(tr)) return place(after, wanted);
    return { ...shown, set: shown.set.map(tr.mapping, tr.doc) };
  },
  decorations: ({ set }) => set,
});

/** Marks these notes and no others. */
export function showNotes(view: EditorView, wanted: readonly NoteMark[]): void {
  noting.put(view, wanted.length === 0 ? null : marking(wanted));
}

/** Where each marked note stands now; one that is not listed has no text any more. */
export function notePlaces(state: EditorState): ReadonlyMap<string, NotePlace> {
  const shown = noting.value(state);
  const places = new Map<string, NotePlace>();
  if (shown === null) return places;
  for (const { from, to, spec } of shown.set.find()) {
    const note = (spec as { readonly note?: string }).note;
    if (note === undefined || from >= to) continue;
    // A passage that was split is two pieces of one note.
    const known = places.get(note);
    places.set(note, {
      from: Math.min(from, known?.from ?? from),
      to: Math.max(to, known?.to ?? to),
      changed: shown.changed.has(note),
    });
  }
  return places;
}

declare global {
  interface HTMLElementEventMap {
    'note-chosen': NoteChosenEvent;
  }
}

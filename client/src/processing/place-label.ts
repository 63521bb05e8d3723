import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import type { ChangedPlace, Placement } from '@draagvlak/review';
import type { Wording } from '@draagvlak/wording';
import { derived } from '../editor/derived.ts';
import { blockAt, findById } from '../editor/place.ts';
import type { PlaceLabel } from './disposition-form.ts';

/** What the draft calls the section of a block: "4.3 Groepsgrootte". */
function sectionLabel(state: EditorState, id: string): string | null {
  const { outline } = derived(state);
  const section = outline.section(id) ?? outline.sectionOf(id);
  return section === null ? null : [section.number, section.title].filter((part) => part !== null).join(' ');
}

const shortened = (node: Node) => {
  const text = node.textContent.trim();
  return text.length > 40 ? `${text.slice(0, 38).trimEnd()}…` : text;
};

/** A place as the form names it: the requirement by its number, anything else by its section and first words. */
export function placeLabel(state: EditorState, place: ChangedPlace, words: Wording): PlaceLabel {
  const found = findById(state.doc, place.node);
  if (found === null) {
    return { place, label: place.section === null ? '…' : (sectionLabel(state, place.section) ?? '…'), gone: true };
  }
  const section = sectionLabel(state, place.node);
  const number = derived(state).outline.requirementNumber(place.node);
  const { editor } = words.writing;
  const what =
    number !== undefined
      ? editor.requirement(number, found.node.attrs['kind'] === 'recommendation')
      : found.node.attrs['role'] === 'heading'
        ? null
        : words.processing.evidence.paragraph(shortened(found.node));
  return { place, label: [section, what].filter((part) => part !== null).join(', '), gone: false };
}

/** What the draft calls the place where a comment stands: its section there. `null`: it stands nowhere. */
export function placementLabel(state: EditorState, placement: Placement, words: Wording): string | null {
  // A passage is shown in the text itself; its section says enough.
  const node = placement.section ?? placement.node ?? placement.start?.block ?? null;
  return node === null ? null : placeLabel(state, { section: placement.section, node }, words).label;
}

/** Place of a block in the draft; its section is the innermost one around it. */
export function placeOf(state: EditorState, node: string): ChangedPlace {
  const { outline } = derived(state);
  return { section: outline.section(node)?.id ?? outline.sectionOf(node)?.id ?? null, node };
}

/** The block that the caret stands in, as a place to point out. */
export function placeAtCaret(state: EditorState): ChangedPlace | null {
  const id = blockAt(state.doc, state.selection.from)?.node.attrs['id'] as string | null | undefined;
  return id == null ? null : placeOf(state, id);
}

/** Headings of the draft with their numbers, in order; one list for as long as the text is the same. */
export function sectionsOf(state: EditorState): readonly { readonly id: string; readonly label: string }[] {
  const { outline } = derived(state);
  let sections = known.get(outline);
  if (sections === undefined) {
    sections = outline.sections.map(({ id, number, title }) => ({
      id,
      label: [number, title].filter((part) => part !== null).join(' '),
    }));
    known.set(outline, sections);
  }
  return sections;
}
const known = new WeakMap<object, readonly { readonly id: string; readonly label: string }[]>();

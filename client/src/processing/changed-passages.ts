import { inlineText, textBlocks, type DocumentJson } from '@draagvlak/document';
import type { ChangedPlace } from '@draagvlak/review';
import type { Wording } from '@draagvlak/wording';
import type { EditorState } from 'prosemirror-state';
import { derived } from '../editor/derived.ts';
import { placeLabel, placeOf } from './place-label.ts';

/** A block whose words are not those of the version, or that is new. */
export interface ChangedBlock {
  readonly node: string;
  readonly text: string;
}

/** Blocks of the draft that differ from the version, in the order of the text. What was taken out stands nowhere. */
export function changedBlocks(version: DocumentJson, draft: DocumentJson): readonly ChangedBlock[] {
  const before = new Map([...textBlocks(version)].map(({ block }) => [block.attrs.id, inlineText(block)]));
  return [...textBlocks(draft)].flatMap(({ block }) => {
    const node = block.attrs.id;
    const text = inlineText(block);
    return node === null || before.get(node) === text ? [] : [{ node, text }];
  });
}

/** A place in the draft that differs from the version that was reacted on. */
export interface Passage {
  readonly place: ChangedPlace;
  /** Number and title of its section. */
  readonly label: string;
  readonly text: string;
}

/** Changed passages of the draft to pick from, those in the section `near` first. */
export function changedPassages(
  version: DocumentJson,
  state: EditorState,
  near: string | null,
  words: Wording,
): readonly Passage[] {
  const all = changedBlocks(version, derived(state).document).map(({ node, text }): Passage => {
    const place = placeOf(state, node);
    const { section } = place;
    return { place, label: placeLabel(state, { section, node: section ?? node }, words).label, text };
  });
  const isElsewhere = ({ place }: Passage) => Number(place.section !== near);
  return all.toSorted((one, other) => isElsewhere(one) - isElsewhere(other));
}

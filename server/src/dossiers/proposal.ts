import type { Actor, Dossier, DossierDocument } from '@draagvlak/procedure';
import type { ChangedPlace, Comment, Placement } from '@draagvlak/review';
import { inlineText, narrow, outline, textBlocks, type DocumentJson } from '@draagvlak/document';
import { joinBlock, replaceText } from '@draagvlak/document/yjs';
import type { Transform } from 'prosemirror-transform';
import type { Rooms } from '../realtime/rooms.ts';
import type { Places } from './places.ts';
import type { Texts } from './texts.ts';
import type { WordStore } from './word-store.ts';

export type Applied =
  | { readonly kind: 'done'; readonly places: readonly ChangedPlace[] }
  | {
      readonly kind: 'problem';
      readonly code: 'unknown-comment' | 'no-proposal' | 'place-gone' | 'place-uncertain' | 'draft-not-started';
    };

/** Puts a comment's text proposal into the draft, attributed to who asks and to the comment. */
export type ApplyProposal = (
  dossier: Dossier,
  document: DossierDocument,
  actor: Actor,
  comment: string,
  now: string,
) => Promise<Applied>;

/** A stretch of text in the draft that the proposal replaces. */
interface Passage {
  readonly start: { readonly block: string; readonly offset: number };
  readonly end: { readonly block: string; readonly offset: number };
}

/** The draft changed between looking and writing: look again. */
class Moved extends Error {
  override readonly name = 'Moved';
}

const problem = (code: Extract<Applied, { kind: 'problem' }>['code']): Applied => ({ kind: 'problem', code });

/**
 * The passage as it stands in the draft. A proposal replaces words that its author saw: where fewer than half of them
 * are left, a person has to look.
 */
function passageOf(placement: Placement, comment: Comment, draft: DocumentJson): Passage | 'gone' | 'uncertain' {
  switch (placement.rung) {
    case 'deleted':
    case 'document':
      return 'gone';
    case 'uncertain':
      return 'uncertain';
    case 'replaced':
      // A person who said that it stands there has looked.
      if (placement.confirmed !== true) return 'uncertain';
      break;
    case 'section':
    case 'exact':
    case 'moved':
    case 'changed':
      break;
  }
  if (placement.start !== null && placement.end !== null) return { start: placement.start, end: placement.end };
  if (comment.anchor.scope !== 'block' && comment.anchor.scope !== 'cell' && comment.anchor.scope !== 'section') {
    return 'uncertain';
  }
  // A whole requirement, item, heading or cell: all of its words.
  const blocks = [...textBlocks(draft)].filter(
    ({ block, cell }) => block.attrs.id === placement.node || cell?.cell.attrs.id === placement.node,
  );
  const [only] = blocks;
  if (blocks.length !== 1 || only === undefined || only.block.attrs.id === null) return 'uncertain';
  const id = only.block.attrs.id;
  return { start: { block: id, offset: 0 }, end: { block: id, offset: inlineText(only.block).length } };
}

/** Blocks of the passage in order; fails where it does not stand as it was seen. */
function blocksBetween(document: DocumentJson, { start, end }: Passage) {
  const blocks = [...textBlocks(document)];
  const first = blocks.findIndex(({ block }) => block.attrs.id === start.block);
  const last = blocks.findIndex(({ block }) => block.attrs.id === end.block);
  if (first < 0 || last < first) throw new Moved();
  const between = blocks.slice(first, last + 1);
  const endLength = inlineText(between.at(-1)!.block).length;
  if (start.offset > inlineText(between[0]!.block).length || end.offset > endLength) throw new Moved();
  return between;
}

export function createApplyProposal(parts: {
  readonly words: WordStore;
  readonly texts: Texts;
  readonly rooms: Rooms;
  readonly places: Places;
}): ApplyProposal {
  const { words, texts, rooms, places } = parts;
  return async (dossier, document, actor, id, now) => {
    const comment = dossier.comments.find((one) => one.id === id && one.document === document.id);
    const version = dossier.versions.find((one) => one.id === comment?.version);
    if (comment === undefined || version === undefined) return problem('unknown-comment');
    const proposal = await words.text(comment.proposal, dossier);
    if (proposal === null || comment.withdrawnAt !== null) return problem('no-proposal');
    for (let attempt = 1; ; attempt += 1) {
      const draft = await texts.draft(document, dossier.startedDrafts.includes(document.id));
      if (draft === null) return problem('draft-not-started');
      const found = await places(dossier, [comment], version, { version: null, text: draft });
      const placement = found.get(comment.id) as Placement;
      const passage = passageOf(placement, comment, draft.document);
      if (passage === 'gone') return problem('place-gone');
      if (passage === 'uncertain') return problem('place-uncertain');
      // A proposal in several paragraphs would make blocks; the passage is one stretch of prose.
      const text = proposal.replaceAll(/\s*\n+\s*/g, ' ').trim();
      const author = { person: actor.person, at: now, comment: comment.id };
      try {
        await rooms.edit(document.draft, author, (tr) => replacePassage(tr, passage, placement.quote, text));
      } catch (error) {
        if (!(error instanceof Moved)) throw error;
        if (attempt < 3) continue;
        return problem('place-uncertain');
      }
      const section = outline(draft.document).sectionOf(passage.start.block)?.id ?? null;
      return { kind: 'done', places: [{ section, node: passage.start.block }] };
    }
  };
}

function replacePassage(tr: Transform, passage: Passage, quote: string, text: string): void {
  const document = tr.doc.toJSON() as DocumentJson;
  const blocks = blocksBetween(document, passage);
  const words = blocks.map(({ block }) => inlineText(block));
  const seen = words
    .map((own, index) =>
      own.slice(index === 0 ? passage.start.offset : 0, index === words.length - 1 ? passage.end.offset : own.length),
    )
    .join('\n');
  if (seen !== quote) throw new Moved();
  const first = blocks[0]!.block.attrs.id!;
  if (blocks.length > 1 && blocks.some(({ cell }) => cell !== null)) throw new Moved();
  // Joining keeps the first block's identity and every character's author; then one stretch is replaced.
  for (let index = 1; index < blocks.length; index += 1) joinBlock(tr, first);
  const joined = words.join('');
  const from = passage.start.offset;
  const to = joined.length - (words.at(-1)!.length - passage.end.offset);
  const change = narrow(joined.slice(from, to), text);
  replaceText(tr, first, from + change.from, from + change.to, change.text);
}

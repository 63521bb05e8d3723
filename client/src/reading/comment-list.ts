import type { CommentView } from '@draagvlak/contract/client';
import { card } from './card.ts';
import type { DraftText } from './draft-keeper.ts';
import { element } from './element.ts';
import { words } from './words.ts';

export interface ListContext {
  readonly comments: readonly CommentView[];
  readonly drafts: readonly DraftText[];
  readonly mineOnly: boolean;
  readonly mayComment: boolean;
  /** Where the words of a comment are redacted or erased; `null` for who may not. */
  readonly redact: (comment: CommentView) => string | null;
  readonly sectionTitle: (section: string | null) => string;
  readonly goTo: (comment: CommentView) => void;
  readonly edit: (comment: CommentView) => void;
  readonly withdraw: (comment: CommentView) => void;
  readonly reply: (comment: CommentView) => void;
  readonly continueDraft: (draft: DraftText) => void;
  readonly dropDraft: (draft: DraftText) => void;
  readonly filter: (mineOnly: boolean) => void;
  readonly commentOnDocument: () => void;
}

/** The comments this person may read, in the order of the text, with their own drafts above. */
export function commentList(context: ListContext): HTMLElement {
  const { reading, shell } = words;
  const shown = context.mineOnly ? context.comments.filter(({ mine }) => mine) : context.comments;
  const numberOf = (id: string) => context.comments.find((one) => one.id === id)?.number ?? null;
  const button = (label: string, act: () => void, about: string) =>
    element(
      'button',
      { class: 'button small plain', type: 'button', onclick: act },
      label,
      element('span', { class: 'hidden-text' }, `: ${about}`),
    );
  const drafts = context.drafts.length > 0 && [
    element('h3', { class: 'list-title' }, reading.drafts),
    ...context.drafts.map((draft) =>
      element(
        'article',
        { class: 'comment is-draft', 'aria-label': reading.drafts },
        draft.anchor.quote === '' ? null : element('blockquote', { class: 'quote' }, draft.anchor.quote.slice(0, 160)),
        element('p', { class: 'said' }, draft.body),
        element(
          'div',
          { class: 'buttons' },
          element(
            'button',
            { class: 'button small', type: 'button', onclick: () => context.continueDraft(draft) },
            reading.continueDraft,
          ),
          button(reading.dropDraft, () => context.dropDraft(draft), draft.body.slice(0, 30)),
        ),
      ),
    ),
  ];
  const mineCount = context.comments.filter(({ mine }) => mine).length;
  const filter =
    mineCount > 0 &&
    mineCount < context.comments.length &&
    element(
      'div',
      { class: 'segmented', role: 'group', 'aria-label': reading.commentsTitle },
      ...[false, true].map((mineOnly) =>
        element(
          'button',
          {
            type: 'button',
            'aria-pressed': String(context.mineOnly === mineOnly),
            onclick: () => context.filter(mineOnly),
          },
          mineOnly ? `${reading.mineOnly} (${mineCount})` : `${reading.everything} (${context.comments.length})`,
        ),
      ),
    );
  const parts: (HTMLElement | readonly HTMLElement[] | false)[] = [drafts, filter];
  let section: string | null | undefined;
  for (const comment of shown) {
    if (comment.anchor.section !== section) {
      section = comment.anchor.section;
      parts.push(element('h3', { class: 'list-title' }, context.sectionTitle(section)));
    }
    const takeBack = comment.mine && comment.mayWithdraw;
    parts.push(
      card(comment, {
        numberOf,
        goTo: () => context.goTo(comment),
        actions: [
          comment.mine && comment.mayEdit ? button(reading.edit, () => context.edit(comment), comment.number) : null,
          takeBack ? button(reading.withdraw, () => context.withdraw(comment), comment.number) : null,
          comment.mayReply ? button(reading.reply, () => context.reply(comment), comment.number) : null,
          redactLink(context.redact(comment), comment.number),
        ],
      }),
    );
  }
  if (shown.length === 0)
    parts.push(
      element(
        'div',
        { class: 'empty' },
        element('h3', {}, reading.noneYet),
        element('p', {}, context.mayComment ? reading.noneYetText : reading.noneVisible),
      ),
    );
  if (context.mayComment)
    parts.push(
      element(
        'div',
        { class: 'buttons' },
        element(
          'button',
          { class: 'button small', type: 'button', onclick: context.commentOnDocument },
          reading.commentOnDocument,
        ),
      ),
    );
  return element('div', { class: 'pane-body comment-list', 'aria-label': shell.rooms.reading }, ...parts);
}

function redactLink(href: string | null, number: string): HTMLElement | null {
  if (href === null) return null;
  return element(
    'a',
    { class: 'small', href },
    words.reading.redact,
    element('span', { class: 'hidden-text' }, `: ${number}`),
  );
}

/** In the order of the text; remarks on the whole document come last. */
export function inTextOrder(
  comments: readonly CommentView[],
  place: (comment: CommentView) => number,
): readonly CommentView[] {
  return comments.toSorted((one, other) => place(one) - place(other) || one.number.localeCompare(other.number));
}

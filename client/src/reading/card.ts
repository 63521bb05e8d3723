import type { CommentView, PersonView } from '@draagvlak/contract/client';
import { uncapitalised } from '@draagvlak/wording';
import { DISPOSITION_LOOK, KIND_LOOK } from '../elements/looks.ts';
import { compareText } from '../elements/text-difference.ts';
import { element, sign } from './element.ts';
import { words } from './words.ts';

export const nameOf = (by: PersonView): string => by.organisation ?? by.name;

/** The two texts as one: what goes struck through, what comes underlined, both named for who listens. */
export function difference(before: string, after: string): readonly (Node | string)[] {
  return compareText(before, after).map((piece) => {
    if (piece.kind === 'kept') return piece.text;
    const gone = piece.kind === 'deleted';
    const name = gone ? words.shell.deletedWord : words.shell.insertedWord;
    return element(
      gone ? 'del' : 'ins',
      { class: gone ? 'del' : 'ins' },
      element('span', { class: 'hidden-text' }, `${name} `),
      piece.text,
    );
  });
}

export function kindTag(kind: CommentView['kind']): HTMLElement {
  const look = KIND_LOOK[kind];
  return element('span', { class: `tag kind-${look.name}` }, sign(look.sign), words.vocabulary.commentKinds[kind]);
}

function answer(comment: CommentView, target: string | null): HTMLElement | null {
  const { vocabulary, shell } = words;
  if (comment.withdrawnAt !== null)
    return element(
      'div',
      { class: 'answer' },
      element(
        'p',
        {},
        element('span', { class: 'disposition dis-overig' }, sign('terug'), vocabulary.withdrawnBySubmitter),
      ),
    );
  const { standing } = comment;
  if (!standing) return null;
  const look = DISPOSITION_LOOK[standing.kind];
  const name =
    standing.kind === 'merged' && target !== null
      ? vocabulary.mergedWith(target)
      : vocabulary.dispositions[standing.kind];
  return element(
    'div',
    { class: 'answer' },
    element(
      'p',
      {},
      element(
        'span',
        { class: `disposition dis-${look.name}` },
        sign(look.sign),
        standing.confirmedAt === null ? shell.proposedDisposition(name) : name,
      ),
    ),
    standing.motivation === null ? null : element('p', { class: 'said' }, standing.motivation),
  );
}

/** A comment as others read it, with the buttons that this person has. */
export function card(
  comment: CommentView,
  context: {
    /** Number of the comment that this one was merged with. */
    readonly target: string | null;
    readonly actions: readonly (HTMLElement | null)[];
    readonly goTo: () => void;
  },
): HTMLElement {
  const { vocabulary, dates, reading } = words;
  const erased = () => element('span', { class: 'quiet' }, reading.erased);
  const meta = [
    comment.by.party === null ? null : uncapitalised(vocabulary.parties[comment.by.party]),
    dates.day(comment.at),
    comment.channel === 'web' ? null : vocabulary.channels[comment.channel],
    comment.editedAt === null ? null : reading.edited,
  ];
  const marks = [comment.late ? vocabulary.late : null, comment.outOfScope ? vocabulary.outOfScope : null];
  return element(
    'article',
    {
      class: 'comment',
      id: `reactie-${comment.id}`,
      'data-comment': comment.id,
      tabindex: '-1',
      'aria-label': reading.commentLabel(comment.number),
    },
    element(
      'p',
      { class: 'comment-head' },
      element('span', { class: 'nr' }, comment.number),
      element('span', { class: 'from' }, nameOf(comment.by)),
      element('span', { class: 'comment-meta' }, meta.filter((part) => part !== null).join(', ')),
      element('span', { class: 'end' }, kindTag(comment.kind)),
    ),
    element(
      'p',
      { class: 'buttons tight' },
      ...marks.map((mark) => mark && element('span', { class: 'plain-tag' }, mark)),
    ),
    comment.anchor.quote === ''
      ? null
      : element(
          'blockquote',
          { class: 'quote', lang: 'nl' },
          element(
            'a',
            {
              href: `#${comment.anchor.section ?? 'document'}`,
              title: reading.toPassage,
              onclick: (event: Event) => {
                event.preventDefault();
                context.goTo();
              },
            },
            short(comment.anchor.quote),
          ),
        ),
    element('p', { class: 'said' }, comment.body ?? erased()),
    comment.proposal === null
      ? null
      : element(
          'div',
          { class: 'proposal', lang: 'nl' },
          element('span', { class: 'label' }, reading.proposal),
          difference(comment.anchor.quote, comment.proposal),
        ),
    ...comment.replies.map((reply) =>
      element(
        'div',
        { class: 'reply' },
        element(
          'p',
          { class: 'small' },
          element('b', {}, nameOf(reply.by)),
          ' ',
          element('span', { class: 'quiet' }, dates.day(reply.at)),
        ),
        element('p', { class: 'said' }, reply.body ?? erased()),
      ),
    ),
    answer(comment, context.target),
    element('div', { class: 'buttons' }, ...context.actions),
  );
}

/** A long passage is shown by its beginning and its end. */
export function short(quote: string): string {
  return quote.length <= 240 ? quote : `${quote.slice(0, 150)} … ${quote.slice(-70)}`;
}

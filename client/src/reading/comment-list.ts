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
  /** Whether there may be comments on this version that this person may not read. */
  readonly mayHide: boolean;
  /** Number of a comment that another was merged with; `null` when this person may not see it. */
  readonly numberOf: (id: string) => string | null;
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

/** Cards that are there at once; the others follow while the page is already of use. */
const FIRST = 24;
const NEXT = 60;

/**
 * The comments this person may read, in the order of the text, with their own drafts above. A card that stays what it
 * was stays the element it was, so that one new comment among hundreds costs one card.
 */
export class CommentList {
  readonly root = element('div', { class: 'pane-body comment-list', 'aria-label': words.shell.rooms.reading });
  #cards = new Map<string, { readonly said: string; readonly card: HTMLElement }>();
  #waiting: (() => HTMLElement)[] = [];
  /** Where in the list the next part comes to stand. */
  #at: Element | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor() {
    addEventListener('beforeprint', () => this.finish());
  }

  show(context: ListContext): HTMLElement {
    const { shown, above, below } = frameOf(context);
    const known = this.#cards;
    this.#cards = new Map(known);
    this.#waiting = above.map((part) => () => part);
    let section: string | null | undefined;
    for (const comment of shown) {
      if (comment.anchor.section !== section) {
        const title = context.sectionTitle((section = comment.anchor.section));
        this.#waiting.push(() => this.#title(title));
      }
      this.#waiting.push(() => this.#card(comment, context, known));
    }
    this.#waiting.push(...below.map((part) => () => part));
    this.#at = this.root.firstElementChild;
    // Those that are there cost nothing to show again.
    const made = shown.filter(({ id }) => known.has(id)).length;
    this.#continue(made > shown.length - FIRST ? this.#waiting.length : FIRST + above.length);
    return this.root;
  }

  /** The card of a comment in the list, made now if it was still to come. */
  find(id: string): HTMLElement | null {
    this.finish();
    const card = this.#cards.get(id)?.card;
    return card?.parentElement === this.root ? card : null;
  }

  /** Makes all that is still to come. */
  finish(): void {
    this.#continue(this.#waiting.length);
  }

  /** Puts the next parts in their places; a part that stands there already is not touched, so it is not drawn again. */
  #continue(count: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    for (const make of this.#waiting.splice(0, count)) {
      const part = make();
      if (part === this.#at) this.#at = part.nextElementSibling;
      else this.root.insertBefore(part, this.#at);
    }
    if (this.#waiting.length > 0) this.#timer = setTimeout(() => this.#continue(NEXT));
    else while (this.#at !== null) this.#at = takeOut(this.#at);
  }

  #title(text: string): HTMLElement {
    const here = this.#at;
    return here instanceof HTMLElement && here.tagName === 'H3' && here.textContent === text
      ? here
      : element('h3', { class: 'list-title' }, text);
  }

  #card(
    comment: CommentView,
    context: ListContext,
    known: ReadonlyMap<string, { readonly said: string; readonly card: HTMLElement }>,
  ): HTMLElement {
    const into = comment.standing?.into ?? null;
    const target = into === null ? null : context.numberOf(into);
    const redact = context.redact(comment);
    const said = JSON.stringify([comment, target, redact]);
    const before = known.get(comment.id);
    const made = before?.said === said ? before : { said, card: cardOf(comment, context, target, redact) };
    this.#cards.set(comment.id, made);
    return made.card;
  }
}

/** Takes an element out of its place; returns the one that stood behind it. */
function takeOut(part: Element): Element | null {
  const next = part.nextElementSibling;
  part.remove();
  return next;
}

const button = (label: string, act: () => void, about: string) =>
  element(
    'button',
    { class: 'button small plain', type: 'button', onclick: act },
    label,
    element('span', { class: 'hidden-text' }, `: ${about}`),
  );

const cardOf = (comment: CommentView, context: ListContext, target: string | null, redact: string | null) =>
  card(comment, {
    target,
    goTo: () => context.goTo(comment),
    actions: [
      comment.mine && comment.mayEdit ? button(words.reading.edit, () => context.edit(comment), comment.number) : null,
      comment.mine && comment.mayWithdraw
        ? button(words.reading.withdraw, () => context.withdraw(comment), comment.number)
        : null,
      comment.mayReply ? button(words.reading.reply, () => context.reply(comment), comment.number) : null,
      redactLink(redact, comment.number),
    ],
  });

/** What stands above and below the comments, and which comments these are. */
function frameOf(context: ListContext): {
  readonly shown: readonly CommentView[];
  readonly above: readonly HTMLElement[];
  readonly below: readonly HTMLElement[];
} {
  const { reading } = words;
  const { comments, mineOnly, mayComment, mayHide } = context;
  const mine = comments.filter((one) => one.mine);
  const shown = mineOnly ? mine : comments;
  const above: HTMLElement[] = [];
  const below: HTMLElement[] = [];
  if (context.drafts.length > 0)
    above.push(
      element('h3', { class: 'list-title' }, reading.drafts),
      ...context.drafts.map((draft) =>
        element(
          'article',
          { class: 'comment is-draft', 'aria-label': reading.drafts },
          draft.anchor.quote === ''
            ? null
            : element('blockquote', { class: 'quote' }, draft.anchor.quote.slice(0, 160)),
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
    );
  if (mine.length > 0 && mine.length < comments.length)
    above.push(
      element(
        'div',
        { class: 'segmented', role: 'group', 'aria-label': reading.commentsTitle },
        ...[false, true].map((only) =>
          element(
            'button',
            { type: 'button', 'aria-pressed': String(mineOnly === only), onclick: () => context.filter(only) },
            only ? `${reading.mineOnly} (${mine.length})` : `${reading.everything} (${comments.length})`,
          ),
        ),
      ),
    );
  if (shown.length === 0)
    below.push(
      element(
        'div',
        { class: 'empty' },
        // "Not yet" only where there may be more to come.
        mayComment || mayHide ? element('h3', {}, reading.noneYet) : null,
        element('p', {}, mayComment ? reading.noneYetText : mayHide ? reading.noneVisible : reading.noneHere),
      ),
    );
  if (mayComment)
    below.push(
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
  return { shown, above, below };
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

import type { CommentView } from '@draagvlak/contract/client';
import type { Anchor } from '@draagvlak/review';
import { CommentList } from './comment-list.ts';
import type { Desk } from './desk.ts';
import { type DraftText, DraftKeeper } from './draft-keeper.ts';
import { element } from './element.ts';
import type { CommentForm } from './form.ts';
import { type Marks, marksOn } from './marks.ts';
import { elementOf } from './places.ts';
import { ReactButton } from './react-button.ts';
import { listenToKeys } from './reading-keys.ts';
import type { ReadingStore } from './reading-store.ts';
import { showCounts } from './section-counts.ts';
import { sectionTitle } from './section-title.ts';
import { sentenceOf } from './sentence.ts';
import { SidePanel } from './side-panel.ts';
import { textOrder } from './text-order.ts';
import { Toast } from './toast.ts';
import { Walker } from './walker.ts';
import { words } from './words.ts';

/** The page's own parts that the script decorates. */
export interface Page {
  readonly grid: HTMLElement;
  readonly contents: HTMLElement;
  readonly text: HTMLElement;
}

/** Reading and commenting on a page that is complete without it: marks, counts, and the pane beside the text. */
export class Reader implements Desk {
  readonly store: ReadingStore;
  readonly text: HTMLElement;
  readonly panel: SidePanel;
  readonly marks: Marks;
  readonly drafts: DraftKeeper;
  readonly toast = new Toast();
  readonly #contents: HTMLElement;
  readonly #list = new CommentList();
  readonly #inTextOrder: ReturnType<typeof textOrder>;
  readonly #opener: HTMLButtonElement;
  #button: ReactButton | null = null;
  #form: CommentForm | null = null;
  #mineOnly = false;
  /** The comment that a link from a search names. */
  #asked = new URLSearchParams(location.search).get('reactie');

  constructor(store: ReadingStore, { grid, contents, text }: Page) {
    this.store = store;
    this.text = text;
    this.#contents = contents;
    this.#inTextOrder = textOrder(text);
    this.panel = new SidePanel(() => this.close());
    this.marks = marksOn(text, words.reading, (comments) => this.#openComments(comments));
    this.drafts = new DraftKeeper(store.client, store.version, localStorage, (state) => this.#form?.kept(state));
    this.#opener = element('button', {
      class: 'button open-comments',
      type: 'button',
      onclick: () => {
        this.panel.open();
        this.panel.focusTitle();
      },
    });
    grid.classList.add('has-side');
    grid.append(this.panel.root);
    document.body.append(this.#opener, this.toast.root);
    listenToKeys(text, new Walker(text), {
      leave: () => {
        if (this.panel.isOpen || this.panel.holdsForm) this.close();
      },
      react: (range, part) => this.#react(range, part),
      takeBack: () => this.toast.press(),
    });
    document.addEventListener('visibilitychange', () => void this.drafts.flush());
    store.reading.subscribe(() => this.#show());
    store.people.subscribe(() => this.#show());
    void this.#loadDrafts();
    this.#show();
  }

  #show(): void {
    const view = this.store.reading.value;
    if (!view) return;
    this.marks.show(view.comments);
    showCounts(this.#contents, this.text, view.perSection);
    const count = view.comments.length;
    this.#opener.textContent = count === 0 ? words.reading.commentsTitle : words.reading.commentsCount(count);
    if (this.store.mayComment && !this.#button) {
      this.#button = new ReactButton(this.text, (range, part) => this.#react(range, part));
      this.text.before(
        element(
          'p',
          { class: 'how' },
          element('span', {}, words.reading.how, element('span', { class: 'how-keys' }, ` ${words.reading.howKeys}`)),
        ),
      );
    }
    if (!this.panel.holdsForm) this.showList();
    this.#openAsked();
  }

  /** When all that the list shows is there, so that nothing moves it away again. */
  #openAsked(): void {
    if (this.drafts.kept === null || this.store.people.value === null) return;
    const asked = this.store.reading.value?.comments.filter(({ id }) => id === this.#asked) ?? [];
    if (asked.length === 0) return;
    this.#asked = null;
    this.#openComments(asked);
  }

  async #loadDrafts(): Promise<void> {
    await this.drafts.load((draft) => this.store.reading.value?.comments.some(({ id }) => id === draft) === true);
    if (!this.panel.holdsForm) this.showList();
    this.#openAsked();
  }

  showList(): void {
    const view = this.store.reading.value;
    if (!view) return;
    const list = this.#list.show({
      comments: this.#inTextOrder(view.comments),
      numberOf: (id) => view.comments.find((one) => one.id === id)?.number ?? null,
      drafts: this.drafts.kept ?? [],
      mineOnly: this.#mineOnly,
      mayComment: this.store.mayComment,
      // One reacts in a round, and until its comments are published one may read only some of them.
      mayHide: view.round !== null && view.round.commentsPublishedAt === null,
      redact: ({ id }) => (view.mayRedact ? `/dossiers/${view.dossier}/woorden?reactie=${id}` : null),
      sectionTitle: (section) => sectionTitle(this.text, section),
      goTo: (comment) => this.#goTo(comment.anchor),
      edit: (comment) => void this.#withForms(({ edit }) => edit(this, comment)),
      withdraw: (comment) => void this.#withForms(({ withdraw }) => withdraw(this, comment)),
      reply: (comment) => void this.#withForms(({ reply }) => reply(this, comment)),
      continueDraft: (draft) => void this.#withForms(({ continueDraft }) => continueDraft(this, draft)),
      dropDraft: (draft) => void this.#dropDraft(draft),
      filter: (mineOnly) => {
        this.#mineOnly = mineOnly;
        this.showList();
      },
      commentOnDocument: () => this.#react(null, null),
    });
    this.panel.show(words.reading.commentsCount(view.comments.length), list, 'list');
  }

  async #dropDraft(draft: DraftText): Promise<void> {
    await this.drafts.drop(draft.id);
    this.showList();
    this.panel.focusTitle();
  }

  #openComments(comments: readonly CommentView[]): void {
    if (this.panel.holdsForm) this.leaveForm();
    this.#mineOnly = false;
    this.showList();
    this.panel.open();
    const first = comments[0];
    if (!first) return;
    this.marks.choose(first.anchor);
    const found = this.#list.find(first.id);
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: 'start' });
  }

  #goTo(anchor: Anchor): void {
    const place = elementOf(this.text, anchor);
    this.marks.choose(anchor);
    this.panel.close();
    place?.scrollIntoView({ block: 'center' });
    place?.closest<HTMLElement>('[data-part]')?.focus({ preventScroll: true });
  }

  #react(range: Range | null, part: Element | null): void {
    if (this.store.mayComment) void this.#withForms(({ react }) => react(this, range, part));
  }

  async #withForms(use: (forms: typeof import('./forms.ts')) => void): Promise<void> {
    const forms = await import('./forms.ts').catch(() => null);
    if (forms === null) this.toast.say(sentenceOf({ kind: 'unreachable' }));
    else use(forms);
  }

  showForm(form: CommentForm, title: string, anchor: Anchor): void {
    this.#form = form;
    this.marks.choose(anchor);
    this.panel.show(title, form.root, 'form');
    this.panel.open();
    document.getSelection()?.removeAllRanges();
    this.#button?.hide();
    form.focus();
    // On a narrow screen the sheet covers the lower part: the passage stays in sight above it.
    elementOf(this.text, anchor)?.scrollIntoView({
      block: matchMedia('(max-width: 64rem)').matches ? 'start' : 'nearest',
    });
  }

  leaveForm(): void {
    this.#form = null;
    this.marks.choose(null);
    this.showList();
    this.panel.close();
  }

  /** Leaving the form keeps its draft; leaving the list closes the sheet. */
  close(): void {
    if (this.panel.holdsForm) {
      void this.drafts.flush().then(() => this.#loadDrafts());
      this.leaveForm();
    } else this.panel.close();
  }
}

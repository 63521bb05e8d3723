import type { CommentView, DossierView, ReadingView, SessionView } from '@draagvlak/contract/client';
import type { Anchor } from '@draagvlak/review';
import { isTyping, letterKeysOn } from '../controllers/letter-keys.ts';
import { type Failure, failureOf } from '../stores/failure.ts';
import { sentenceOf } from './sentence.ts';
import { calendarDay } from '../dossier/calendar-day.ts';
import { CommentList, inTextOrder } from './comment-list.ts';
import { type DraftText, DraftKeeper, type KeepState } from './draft-keeper.ts';
import { element } from './element.ts';
import type { CommentForm } from './form.ts';
import { type Marks, marksOn } from './marks.ts';
import { elementOf } from './places.ts';
import { ReactButton } from './react-button.ts';
import type { ReadingStore } from './reading-store.ts';
import { showCounts } from './section-counts.ts';
import { SidePanel } from './side-panel.ts';
import type { Submitter } from './submitter.ts';
import { type Choice, choicesAt, choicesFor } from './target.ts';
import { Toast } from './toast.ts';
import { Walker } from './walker.ts';
import { words } from './words.ts';

type Forms = typeof import('./forms.ts');

/** The page's own parts that the script decorates. */
export interface Page {
  readonly grid: HTMLElement;
  readonly contents: HTMLElement;
  readonly text: HTMLElement;
}

/** Reading and commenting on a page that is complete without it: marks, counts, the pane beside the text, and the form. */
export class Reader {
  readonly #store: ReadingStore;
  readonly #page: Page;
  readonly #panel: SidePanel;
  readonly #marks: Marks;
  readonly #toast = new Toast();
  readonly #keeper: DraftKeeper;
  readonly #walker: Walker;
  readonly #list = new CommentList();
  /** Place of every block in the text. */
  readonly #order: ReadonlyMap<Element, number>;
  readonly #opener: HTMLButtonElement;
  #button: ReactButton | null = null;
  #form: CommentForm | null = null;
  #mineOnly = false;
  /** The comment that a link from a search names. */
  #asked = new URLSearchParams(location.search).get('reactie');
  #drafts: readonly DraftText[] = [];
  #draftsKnown = false;

  constructor(store: ReadingStore, page: Page) {
    this.#store = store;
    this.#page = page;
    this.#order = new Map([...page.text.querySelectorAll('[data-block]')].map((part, index) => [part, index]));
    this.#panel = new SidePanel(() => this.#close());
    this.#marks = marksOn(page.text, words.reading, (comments) => this.#openComments(comments));
    this.#keeper = new DraftKeeper(store.client, store.version, localStorage, (state) => this.#kept(state));
    this.#walker = new Walker(page.text);
    this.#opener = element('button', {
      class: 'button open-comments',
      type: 'button',
      onclick: () => this.#openList(),
    });
    page.grid.classList.add('has-side');
    page.grid.append(this.#panel.root);
    document.body.append(this.#opener, this.#toast.root);
    document.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('visibilitychange', () => void this.#keeper.flush());
    store.reading.subscribe(() => this.#show());
    store.people.subscribe(() => this.#show());
    void this.#loadDrafts();
    this.#show();
  }

  get #view(): ReadingView | null {
    return this.#store.reading.value;
  }
  get #session(): SessionView | null {
    return this.#store.people.value?.session ?? null;
  }
  get #dossier(): DossierView | null {
    return this.#store.people.value?.dossier ?? null;
  }

  /** The secretary registers what came in on paper, by mail or in a meeting, also after the round. */
  get #registers(): boolean {
    const dossier = this.#dossier;
    return (
      dossier !== null &&
      dossier.roles.includes('secretary') &&
      dossier.allowed.some(({ command, refusal }) => command === 'submit-comment' && refusal === null) &&
      (this.#view?.round ?? null) !== null
    );
  }

  get #mayComment(): boolean {
    return this.#view?.mayComment === true || this.#registers;
  }

  #show(): void {
    const view = this.#view;
    if (!view) return;
    this.#marks.show(view.comments);
    showCounts(this.#page.contents, this.#page.text, view.perSection);
    const count = view.comments.length;
    this.#opener.textContent = count === 0 ? words.reading.commentsTitle : words.reading.commentsCount(count);
    if (this.#mayComment && !this.#button) {
      this.#button = new ReactButton(this.#page.text, (range, part) => this.#react(range, part));
      this.#page.text.before(
        element(
          'p',
          { class: 'how' },
          element('span', {}, words.reading.how, element('span', { class: 'how-keys' }, ` ${words.reading.howKeys}`)),
        ),
      );
    }
    if (!this.#panel.holdsForm) this.#showList();
    this.#openAsked();
  }

  /** When all that the list shows is there, so that nothing moves it away again. */
  #openAsked(): void {
    if (!this.#draftsKnown || this.#session === null) return;
    const asked = this.#view?.comments.filter(({ id }) => id === this.#asked) ?? [];
    if (asked.length === 0) return;
    this.#asked = null;
    this.#openComments(asked);
  }

  async #loadDrafts(): Promise<void> {
    const local = this.#keeper.onDevice();
    try {
      const kept = await this.#store.client.commentDrafts(this.#store.version);
      const all = [...kept.filter(({ id }) => !local.some((draft) => draft.id === id)), ...local];
      // What was sent is no draft, also while the server is still to hear so.
      this.#drafts = all.filter(({ id }) => this.#view?.comments.some((one) => one.id === id) !== true);
    } catch (error) {
      failureOf(error);
      this.#drafts = local;
    }
    this.#draftsKnown = true;
    if (!this.#panel.holdsForm) this.#showList();
    this.#openAsked();
  }

  #showList(): void {
    const view = this.#view;
    if (!view) return;
    const placeOf = (comment: CommentView) => {
      const place = elementOf(this.#page.text, comment.anchor);
      const block = place?.matches('[data-block]') ? place : place?.querySelector('[data-block]');
      return (block && this.#order.get(block)) ?? Number.MAX_SAFE_INTEGER;
    };
    const list = this.#list.show({
      comments: inTextOrder(view.comments, placeOf),
      numberOf: (id) => this.#view?.comments.find((one) => one.id === id)?.number ?? null,
      drafts: this.#drafts,
      mineOnly: this.#mineOnly,
      mayComment: this.#mayComment,
      redact: ({ id }) =>
        this.#view?.mayRedact === true ? `/dossiers/${this.#view.dossier}/woorden?reactie=${id}` : null,
      sectionTitle: (section) => this.#sectionTitle(section),
      goTo: (comment) => this.#goTo(comment.anchor),
      edit: (comment) => void this.#withForms((forms) => this.#edit(forms, comment)),
      withdraw: (comment) => {
        const withdraw = async () => {
          this.#tell(await this.#withdraw(comment.id));
          this.#panel.focusTitle();
        };
        // Within the first seconds nothing stays behind, so there is nothing to warn for.
        if (comment.takeBackUntil !== null && Date.now() < Date.parse(comment.takeBackUntil)) void withdraw();
        else void this.#withForms(({ confirmWithdraw }) => confirmWithdraw(withdraw));
      },
      reply: (comment) => void this.#withForms((forms) => this.#reply(forms, comment)),
      continueDraft: (draft) =>
        void this.#withForms((forms) => this.#openForm(forms, [{ name: 'passage', anchor: draft.anchor }], draft)),
      dropDraft: (draft) => void this.#dropDraft(draft),
      filter: (mineOnly) => {
        this.#mineOnly = mineOnly;
        this.#showList();
      },
      commentOnDocument: () => this.#react(null, null),
    });
    this.#panel.show(words.reading.commentsCount(view.comments.length), list, 'list');
  }

  #sectionTitle(section: string | null): string {
    if (section === null) return words.reading.wholeDocument;
    const heading = this.#page.text.querySelector(`[data-block="${CSS.escape(section)}"]`);
    const copy = heading?.cloneNode(true) as HTMLElement | undefined;
    const number = copy?.querySelector('.no')?.textContent?.trim() ?? '';
    for (const part of copy?.querySelectorAll('[data-generated]') ?? []) part.remove();
    return [number, copy?.textContent?.trim() ?? ''].filter(Boolean).join(' ') || words.reading.wholeDocument;
  }

  #openList(): void {
    this.#panel.open();
    this.#panel.focusTitle();
  }

  #openComments(comments: readonly CommentView[]): void {
    if (this.#panel.holdsForm) this.#leaveForm();
    this.#mineOnly = false;
    this.#showList();
    this.#panel.open();
    const first = comments[0];
    if (!first) return;
    this.#marks.choose(first.anchor);
    const found = this.#list.find(first.id);
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: 'start' });
  }

  #goTo(anchor: Anchor): void {
    const place = elementOf(this.#page.text, anchor);
    this.#marks.choose(anchor);
    this.#panel.close();
    place?.scrollIntoView({ block: 'center' });
    place?.closest<HTMLElement>('[data-part]')?.focus({ preventScroll: true });
  }

  #react(range: Range | null, part: Element | null): void {
    const view = this.#view;
    if (!view || !this.#mayComment) return;
    const { document, version } = view;
    const choices = range
      ? choicesFor(this.#page.text, document, version.id, range)
      : choicesAt(document, version.id, part);
    if (choices.length === 0) return;
    void this.#withForms((forms) => this.#openForm(forms, choices, null));
  }

  #openForm(
    { commentForm, narrowing, submitterFields }: Forms,
    choices: readonly Choice[],
    draft: DraftText | null,
  ): void {
    const first = choices[0];
    const view = this.#view;
    if (!first || !view) return;
    const { reading } = words;
    const submitter = this.#registers
      ? submitterFields(this.#store.client, calendarDay(new Date().toISOString()))
      : null;
    const session = this.#session;
    const form = commentForm({
      id: draft?.id ?? crypto.randomUUID(),
      choices,
      start: draft ?? {
        kind: view.round?.kind === 'inspection' ? 'objection' : 'substantive',
        body: '',
        proposal: null,
      },
      nameOf: (choice) => this.#nameOf(choice),
      inNameOf: submitter ? null : session?.organisation ? reading.onBehalf(session.organisation) : reading.onOwn,
      submitter,
      earlier: submitter ? [] : (this.#store.earlier.value ?? []),
      submitLabel: reading.send,
      choose: (choice) => this.#marks.choose(choice.anchor),
      narrow: (anchor) => narrowing(view.document, anchor),
      keep: (text) => this.#keeper.keep(text),
      send: (text, follows) => this.#send(text, follows, submitter?.read() ?? null),
      close: () => this.#close(),
    });
    this.#showForm(form, this.#formTitle(first), first.anchor);
    form.kept({ status: 'idle' });
  }

  async #withForms(use: (forms: Forms) => void): Promise<void> {
    const forms = await import('./forms.ts').catch(() => null);
    if (forms === null) this.#tell({ kind: 'unreachable' });
    else use(forms);
  }

  #formTitle({ anchor, name }: Choice): string {
    const { reading } = words;
    return name === 'document' ? reading.formTitleDocument : reading.formTitle(this.#sectionTitle(anchor.section));
  }

  #nameOf(choice: Choice): string {
    const { scopes } = words.reading;
    return choice.name === 'section' ? scopes.section(this.#sectionTitle(choice.anchor.section)) : scopes[choice.name];
  }

  #showForm(form: CommentForm, title: string, anchor: Anchor): void {
    this.#form = form;
    this.#marks.choose(anchor);
    this.#panel.show(title, form.root, 'form');
    this.#panel.open();
    document.getSelection()?.removeAllRanges();
    this.#button?.hide();
    form.focus();
    // On a narrow screen the sheet covers the lower part: the passage stays in sight above it.
    elementOf(this.#page.text, anchor)?.scrollIntoView({
      block: matchMedia('(max-width: 64rem)').matches ? 'start' : 'nearest',
    });
  }

  #edit({ commentForm }: Forms, comment: CommentView): void {
    const { reading } = words;
    const choice: Choice = { name: 'passage', anchor: comment.anchor };
    const form = commentForm({
      id: comment.id,
      choices: [choice],
      start: { kind: comment.kind, body: comment.body ?? '', proposal: comment.proposal },
      nameOf: () => '',
      inNameOf: null,
      submitter: null,
      earlier: [],
      submitLabel: reading.saveEdit,
      choose: () => {},
      narrow: () => null,
      keep: null,
      send: async ({ kind, body, proposal }) => {
        const outcome = await this.#store.act({ type: 'edit-comment', comment: comment.id, kind, body, proposal });
        if (outcome.done) this.#leaveForm();
        else this.#refuse(outcome.failure);
      },
      close: () => this.#close(),
    });
    this.#showForm(form, reading.commentLabel(comment.number), comment.anchor);
  }

  #reply({ replyForm }: Forms, comment: CommentView): void {
    const back = () => {
      this.#showList();
      this.#panel.focusTitle();
    };
    const form = replyForm(async (body) => {
      const outcome = await this.#store.act({ type: 'reply', comment: comment.id, reply: crypto.randomUUID(), body });
      if (!outcome.done) return [sentenceOf(outcome.failure)];
      back();
      return [];
    }, back);
    this.#panel.show(words.reading.commentLabel(comment.number), form, 'form');
    this.#panel.open();
    form.querySelector('textarea')?.focus();
  }

  async #send(draft: DraftText, follows: string | null, registered: ReturnType<Submitter['read']>): Promise<void> {
    // Kept beside the sending, not before it: a refusal finds the words kept, and who sends does not wait for it.
    void this.#keeper.flush();
    const outcome = await this.#store.act({
      type: 'submit-comment',
      comment: draft.id,
      version: this.#store.version,
      anchor: draft.anchor,
      kind: draft.kind,
      body: draft.body,
      proposal: draft.proposal,
      follows,
      registered,
    });
    if (!outcome.done) return this.#refuse(outcome.failure);
    void this.#keeper.drop(draft.id);
    this.#drafts = this.#drafts.filter(({ id }) => id !== draft.id);
    this.#leaveForm();
    const sent = this.#view?.comments.find(({ id }) => id === draft.id);
    if (!sent) return;
    const text = `${words.reading.sent(sent.number)} ${words.reading.sentChangeable}`;
    if (sent.takeBackUntil === null || !sent.mine) this.#toast.say(text);
    else
      this.#toast.offerTakeBack(text, Date.parse(sent.takeBackUntil), Date.now, async () => {
        const failure = await this.#withdraw(sent.id);
        if (failure) return this.#tell(failure);
        // The words go back to where they came from, under a new id: the old one is spent.
        const again = { ...draft, id: crypto.randomUUID() };
        this.#keeper.keep(again);
        await this.#keeper.flush();
        this.#drafts = [...this.#drafts, again];
        this.#toast.say(words.reading.takenBack);
        this.#showList();
        this.#panel.open();
        this.#panel.root.querySelector<HTMLElement>('.is-draft:last-of-type button')?.focus();
      });
  }

  async #withdraw(comment: string): Promise<Failure | null> {
    const outcome = await this.#store.act({ type: 'withdraw-comment', comment });
    return outcome.done ? null : outcome.failure;
  }

  #tell(failure: Failure | null): void {
    if (failure) this.#toast.say(sentenceOf(failure));
  }

  #refuse(failure: Failure): void {
    this.#form?.refuse([words.reading.closedWhileWriting, sentenceOf(failure)]);
  }

  async #dropDraft(draft: DraftText): Promise<void> {
    await this.#keeper.drop(draft.id);
    this.#drafts = this.#drafts.filter(({ id }) => id !== draft.id);
    this.#showList();
    this.#panel.focusTitle();
  }

  #kept(state: KeepState): void {
    this.#form?.kept(state);
  }

  #leaveForm(): void {
    this.#form = null;
    this.#marks.choose(null);
    this.#showList();
    this.#panel.close();
  }

  /** Leaving the form keeps its draft; leaving the list closes the sheet. */
  #close(): void {
    if (this.#panel.holdsForm) {
      void this.#keeper.flush().then(() => this.#loadDrafts());
      this.#leaveForm();
    } else this.#panel.close();
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') {
      if (this.#panel.isOpen || this.#panel.holdsForm) this.#close();
      return;
    }
    if (isTyping(event.target)) return;
    const { here } = this.#walker;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    // Who has no letter keys walks with the arrows once a part has the focus.
    if (here !== null && event.key === 'Enter') this.#react(null, here);
    else if (here !== null && step !== undefined && !letterKeysOn.value) this.#walker.step(step);
    else if (!letterKeysOn.value || !this.#byLetter(event)) return;
    event.preventDefault();
  }

  /** Whether the letter was one of ours. */
  #byLetter(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    const parts = event.shiftKey ? 'h1, h2, h3, h4, h5, h6' : '*';
    if (key === 'j') this.#walker.step(1, parts);
    else if (key === 'k') this.#walker.step(-1, parts);
    else if (key === 'r') this.#reactByKey();
    else if (key === 'u') this.#toast.press();
    else return false;
    return true;
  }

  #reactByKey(): void {
    const selection = document.getSelection();
    const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const selected = range && this.#page.text.contains(range.commonAncestorContainer) ? range : null;
    const part = this.#walker.here;
    if (selected || part) this.#react(selected, part);
  }
}

import { calendarDay } from '../dossier/calendar-day.ts';
import type { Desk } from './desk.ts';
import type { DraftText } from './draft-keeper.ts';
import { commentForm } from './form.ts';
import { narrowing } from './narrowing.ts';
import { sectionTitle } from './section-title.ts';
import { sentenceOf } from './sentence.ts';
import { type Submitter, submitterFields } from './submitter.ts';
import { type Choice, choicesAt, choicesFor } from './target.ts';
import { words } from './words.ts';

/** Opens the form for a new comment: on the words that are selected, else on this part, else on the whole document. */
export function react(desk: Desk, range: Range | null, part: Element | null): void {
  const view = desk.store.reading.value;
  if (!view) return;
  const { document, version } = view;
  openForm(
    desk,
    range ? choicesFor(desk.text, document, version.id, range) : choicesAt(document, version.id, part),
    null,
  );
}

/** Opens the form for a comment that was begun before. */
export function continueDraft(desk: Desk, draft: DraftText): void {
  openForm(desk, [{ name: 'passage', anchor: draft.anchor }], draft);
}

function openForm(desk: Desk, choices: readonly Choice[], draft: DraftText | null): void {
  const { store, text, marks, drafts } = desk;
  const { reading } = words;
  const [first] = choices;
  const view = store.reading.value;
  if (!first || !view) return;
  const submitter = store.registers ? submitterFields(store.client, calendarDay(new Date().toISOString())) : null;
  const organisation = store.people.value?.session.organisation;
  const form = commentForm({
    id: draft?.id ?? crypto.randomUUID(),
    choices,
    start: draft ?? {
      kind: view.round?.kind === 'inspection' ? 'objection' : 'substantive',
      body: '',
      proposal: null,
    },
    nameOf: (choice) => nameOf(text, choice),
    inNameOf: submitter ? null : organisation ? reading.onBehalf(organisation) : reading.onOwn,
    submitter,
    earlier: submitter ? [] : (store.earlier.value ?? []),
    submitLabel: reading.send,
    choose: (choice) => marks.choose(choice.anchor),
    narrow: (anchor) => narrowing(view.document, anchor),
    keep: (written) => drafts.keep(written),
    send: async (written, follows) => {
      const refusal = await send(desk, written, follows, submitter?.read() ?? null);
      if (refusal !== null) form.refuse([reading.closedWhileWriting, refusal]);
    },
    close: () => desk.close(),
  });
  desk.showForm(form, titleOf(text, first), first.anchor);
  form.kept({ status: 'idle' });
}

function titleOf(text: HTMLElement, { anchor, name }: Choice): string {
  const { reading } = words;
  return name === 'document' ? reading.formTitleDocument : reading.formTitle(sectionTitle(text, anchor.section));
}

function nameOf(text: HTMLElement, { anchor, name }: Choice): string {
  const { scopes } = words.reading;
  return name === 'section' ? scopes.section(sectionTitle(text, anchor.section)) : scopes[name];
}

/** Sends a comment and offers to take it back; resolves with why it was refused. */
async function send(
  desk: Desk,
  draft: DraftText,
  follows: string | null,
  registered: ReturnType<Submitter['read']>,
): Promise<string | null> {
  const { store, drafts, toast } = desk;
  // Kept beside the sending, not before it: a refusal finds the words kept, and who sends does not wait for it.
  void drafts.flush();
  const outcome = await store.act({
    type: 'submit-comment',
    comment: draft.id,
    version: store.version,
    anchor: draft.anchor,
    kind: draft.kind,
    body: draft.body,
    proposal: draft.proposal,
    follows,
    registered,
  });
  if (!outcome.done) return sentenceOf(outcome.failure);
  void drafts.drop(draft.id);
  desk.leaveForm();
  const sent = store.reading.value?.comments.find(({ id }) => id === draft.id);
  if (!sent) return null;
  const said = `${words.reading.sent(sent.number)} ${words.reading.sentChangeable}`;
  if (sent.takeBackUntil === null || !sent.mine) toast.say(said);
  else toast.offerTakeBack(said, Date.parse(sent.takeBackUntil), Date.now, () => takeBack(desk, draft));
  return null;
}

/** The words go back to where they came from. */
async function takeBack(desk: Desk, draft: DraftText): Promise<void> {
  const { store, drafts, toast, panel } = desk;
  const outcome = await store.act({ type: 'withdraw-comment', comment: draft.id });
  if (!outcome.done) {
    toast.say(sentenceOf(outcome.failure));
    return;
  }
  await drafts.restore(draft);
  toast.say(words.reading.takenBack);
  desk.showList();
  panel.open();
  panel.root.querySelector<HTMLElement>('.is-draft:last-of-type button')?.focus();
}

import type { CommentView } from '@draagvlak/contract/client';
import { confirmWithdraw } from './confirm-withdraw.ts';
import type { Desk } from './desk.ts';
import { commentForm } from './form.ts';
import { replyForm } from './reply-form.ts';
import { sentenceOf } from './sentence.ts';
import { words } from './words.ts';

/** Opens the form in which the words of an own comment are changed. */
export function edit(desk: Desk, comment: CommentView): void {
  const { reading } = words;
  const form = commentForm({
    id: comment.id,
    choices: [{ name: 'passage', anchor: comment.anchor }],
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
      const outcome = await desk.store.act({ type: 'edit-comment', comment: comment.id, kind, body, proposal });
      if (outcome.done) desk.leaveForm();
      else form.refuse([reading.closedWhileWriting, sentenceOf(outcome.failure)]);
    },
    close: () => desk.close(),
  });
  desk.showForm(form, reading.commentLabel(comment.number), comment.anchor);
}

/** Opens the form for an answer under a comment. */
export function reply(desk: Desk, comment: CommentView): void {
  const { store, panel } = desk;
  const back = () => {
    desk.showList();
    panel.focusTitle();
  };
  const form = replyForm(async (body) => {
    const outcome = await store.act({ type: 'reply', comment: comment.id, reply: crypto.randomUUID(), body });
    if (!outcome.done) return [sentenceOf(outcome.failure)];
    back();
    return [];
  }, back);
  panel.show(words.reading.commentLabel(comment.number), form, 'form');
  panel.open();
  form.querySelector('textarea')?.focus();
}

/** Withdraws an own comment, and asks first whether to. */
export function withdraw({ store, panel, toast }: Desk, comment: CommentView): void {
  const act = async () => {
    const outcome = await store.act({ type: 'withdraw-comment', comment: comment.id });
    if (!outcome.done) toast.say(sentenceOf(outcome.failure));
    panel.focusTitle();
  };
  // Within the first seconds nothing stays behind, so there is nothing to warn for.
  if (comment.takeBackUntil !== null && Date.now() < Date.parse(comment.takeBackUntil)) void act();
  else confirmWithdraw(act);
}

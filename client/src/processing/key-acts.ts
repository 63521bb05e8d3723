import { isTyping } from '../controllers/letter-keys.ts';
import type { CommentDesk } from './comment-desk.ts';
import { pendingOf, type WorkComment } from './comment-state.ts';
import type { DeskKey } from './desk-keys.ts';
import { placeNow } from './place-now.ts';

/** Carries out what a key asks of the comment in sight, or of all that are chosen. Whether it did something. */
export function carryOut(key: DeskKey, desk: CommentDesk): boolean {
  const { list, element } = desk;
  const comment = list.comment;
  const chosen = list.value.selection.comments.size;
  const focus = (selector: string) => {
    const found = element.querySelector<HTMLElement>(selector);
    found?.focus();
    return found !== null;
  };
  switch (key.act) {
    case 'help':
      element.querySelector('keys-help')?.show();
      return true;
    case 'leave':
      return leave(desk, chosen);
    case 'search':
      return focus('list-filters input');
    case 'next':
    case 'previous':
      desk.walk(key.act === 'next' ? 1 : -1);
      return true;
    case 'next-open':
    case 'previous-open':
      desk.nextOpen(key.act === 'next-open' ? 1 : -1);
      return true;
    case 'extend-next':
    case 'extend-previous': {
      if (comment === undefined) return false;
      if (chosen === 0) list.pick(comment.id, false);
      const next = desk.walk(key.act === 'extend-next' ? 1 : -1);
      if (next !== undefined) list.pick(next.id, true);
      return true;
    }
    case 'select':
      if (comment !== undefined) list.pick(comment.id, false);
      return true;
    case 'select-all':
      list.pickAll(true);
      return true;
    case 'undo':
      void desk.undo();
      return true;
    case 'assign':
      if (!element.mayHandle) return false;
      picker(desk)?.assign(chosen > 0 ? list.selected : comment === undefined ? [] : [comment]);
      return true;
    case 'due':
      return focus('bulk-bar .due') || focus('comment-work .due');
    case 'bundle':
      return bundle(desk, chosen);
    case 'confirm':
      return confirm(desk, chosen);
    case 'talk':
      void element.querySelector('comment-talk')?.show();
      return true;
    case 'work-on':
      desk.act('work-on');
      // Who uses the keyboard wants to write now; Escape ends the work from there.
      if (comment !== undefined && desk.draft.workingOn !== null) desk.draft.write(comment);
      return true;
    case 'text':
      desk.draft.write(null);
      return true;
    case 'apply':
      if (comment?.proposal == null) return false;
      desk.act('apply-proposal');
      return true;
    case 'evidence':
    case 'passage':
    case 'answer':
    case 'motivation':
      return inForm(key.act, desk, comment);
    case 'decide':
      return decide(key.kind, desk, comment, chosen);
  }
}

/** Out of a field, out of the text, out of working for a comment, out of a choice: one step at a time. */
function leave(desk: CommentDesk, chosen: number): boolean {
  const at = document.activeElement;
  if (at?.closest('.one-pane') != null && isTyping(at)) {
    desk.focus.toComment();
    return true;
  }
  const inText = at?.closest('.desk-pane') != null;
  if (desk.draft.workingOn !== null) desk.draft.workOn(null);
  else if (!inText && chosen > 0) desk.list.pickAll(false);
  else if (!inText) return false;
  if (inText) desk.focus.toComment();
  return true;
}

const picker = ({ element }: CommentDesk) => element.querySelector('desk-picker');

function inForm(
  act: 'evidence' | 'passage' | 'answer' | 'motivation',
  desk: CommentDesk,
  comment: WorkComment | undefined,
): boolean {
  const { decisions, element } = desk;
  const form = element.querySelector('disposition-form');
  if (comment === undefined || form === null) return false;
  if (act === 'evidence') decisions.addPlaces(comment.id, placeNow(comment));
  else if (act === 'passage') picker(desk)?.passage(comment);
  else if (act === 'answer') void picker(desk)?.answer((text) => void form.insert(text));
  else {
    const motivation = element.querySelector<HTMLElement>('#motivering');
    motivation?.focus();
    return motivation !== null;
  }
  return true;
}

/** With more than one chosen the decision is for all of them, in a form of its own. */
function decide(
  kind: Extract<DeskKey, { act: 'decide' }>['kind'],
  desk: CommentDesk,
  comment: WorkComment | undefined,
  chosen: number,
): boolean {
  const { element, decisions } = desk;
  if (chosen > 1) return element.querySelector('bulk-bar')?.decide(kind) === true;
  if (comment === undefined || element.querySelector('disposition-form') === null) return false;
  decisions.keep(comment.id, { ...decisions.draftOf(comment.id), kind });
  if (kind === 'merged') picker(desk)?.merge(comment);
  return true;
}

/** Bundles what is chosen; else what is suggested with the comment in sight; else folds or unfolds its bundle. */
function bundle({ element, list }: CommentDesk, chosen: number): boolean {
  if (!element.mayHandle) return false;
  if (chosen > 1) element.querySelector('bulk-bar')?.bundle();
  else if (element.querySelector('bundle-box')?.gather() !== true) {
    const { bundle: found } = list.bundle(list.comment);
    if (found === null) return false;
    list.fold(found.id);
  }
  return true;
}

function confirm(desk: CommentDesk, chosen: number): boolean {
  const { comment } = desk.list;
  if (chosen > 0) {
    desk.element.querySelector('bulk-bar')?.confirm();
    return true;
  }
  if (comment?.mayConfirm !== true || pendingOf(comment) === null) return false;
  desk.act('confirm');
  return true;
}

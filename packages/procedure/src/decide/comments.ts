import type { Comment } from '@draagvlak/review';
import { findComment, findReply } from '../comment-index.ts';
import type { Context } from '../context.ts';
import type { DossierRole } from '../definition.ts';
import type { Dossier, Round } from '../dossier.ts';
import { isOwn } from '../members.ts';
import type { Refusal } from '../refusal.ts';
import { alreadyDone, facts, type Outcome, refusal, refuse } from '../refuse.ts';
import { currentRound, findRound, isRoundOver, roundEnd, roundOfVersion } from '../rounds.ts';
import { isBefore, isInstant } from '../term.ts';
import { isVersionVisible } from '../visible.ts';
import { actingRoles, type Give, isBlank, optionalWords, words } from './input.ts';

type Submission = Give<'submit-comment'>;

/** Why nobody can react to a version themselves now; `null` when they can. */
export function reactingRefusal(dossier: Dossier, version: string | null, now: string): Refusal | null {
  const round = currentRound(dossier);
  if (round === null || (version !== null && !round.versions.includes(version))) {
    const past = version === null ? null : roundOfVersion(dossier, version);
    return refusal(past !== null && isRoundOver(past, now) ? 'round-over' : 'round-not-open');
  }
  return isRoundOver(round, now) ? refusal('round-over') : null;
}

export function submitComment(dossier: Dossier, command: Submission, context: Context): Outcome {
  const version = dossier.versions.find((one) => one.id === command.version);
  if (version === undefined || !isVersionVisible(dossier, context.actor, version)) {
    return refuse('unknown-version', 'version');
  }
  if (findComment(dossier, command.comment) !== null) return refuse('already-exists', 'comment');
  const received =
    command.registered === null
      ? receivedOnline(dossier, command, context)
      : receivedElsewhere(dossier, command, command.registered, context);
  if ('refusal' in received) return received;
  const wrong =
    wordsRefusal(command) ?? anchorRefusal(command, context) ?? followsRefusal(dossier, command, received.by);
  if (wrong !== null) return { refusal: wrong };
  const { round, ...sender } = received;
  return facts({
    type: 'comment-submitted',
    comment: command.comment,
    round: round.id,
    document: version.document,
    version: version.id,
    anchor: command.anchor,
    kind: command.kind,
    body: words(command.body),
    proposal: optionalWords(command.proposal),
    ...sender,
    follows: command.follows,
    outOfScope: round.kind === 'inspection' && command.follows === null && context.passageChanged === false,
  });
}

type Received = {
  readonly round: Round;
  readonly by: string;
  readonly organisation: string | null;
  readonly channel: Comment['channel'];
  readonly receivedAt: string;
  readonly late: boolean;
};

/** Sent by the person themselves: only while a round is open on that version, to the last second. */
function receivedOnline(
  dossier: Dossier,
  command: Submission,
  context: Context,
): Received | { readonly refusal: Refusal } {
  const acting = actingRoles(dossier, context, 'submit-comment');
  const roles: readonly DossierRole[] = acting.filter((role) => role !== 'secretary');
  if (roles.length === 0) return { refusal: refusal('not-allowed') };
  const refused = reactingRefusal(dossier, command.version, context.now);
  if (refused !== null) return { refusal: refused };
  const round = currentRound(dossier);
  if (round === null) return { refusal: refusal('round-not-open') };
  const { person } = context.actor;
  const speaksFor = dossier.members.find((one) => one.person === person && roles.includes(one.role));
  const organisation = speaksFor?.organisation ?? null;
  return { round, by: person, organisation, channel: 'web', receivedAt: context.now, late: false };
}

/** A letter, mail or remark that the secretary registers; what came in after the round is kept and marked. */
function receivedElsewhere(
  dossier: Dossier,
  command: Submission,
  { by, organisation, channel, receivedAt }: NonNullable<Submission['registered']>,
  context: Context,
): Received | { readonly refusal: Refusal } {
  if (!actingRoles(dossier, context, 'submit-comment').includes('secretary'))
    return { refusal: refusal('not-allowed') };
  const round = roundOfVersion(dossier, command.version);
  if (round === null) return { refusal: refusal('round-not-open') };
  if (isBlank(by)) return { refusal: refusal('unknown-person', 'by') };
  if (!isInstant(receivedAt)) return { refusal: refusal('date-invalid', 'receivedAt') };
  if (isBefore(context.now, receivedAt)) return { refusal: refusal('date-in-future', 'receivedAt') };
  if (isBefore(receivedAt, round.opens)) return { refusal: refusal('date-in-past', 'receivedAt') };
  const end = roundEnd(round, context.now);
  const late = end !== null && Date.parse(receivedAt) >= Date.parse(end) + 1000;
  return { round, by, organisation, channel, receivedAt: new Date(receivedAt).toISOString(), late };
}

function wordsRefusal({ body, proposal }: { readonly body: string; readonly proposal: string | null }): Refusal | null {
  return isBlank(body) && optionalWords(proposal) === null ? refusal('words-required', 'body') : null;
}

function anchorRefusal({ anchor, version, proposal }: Submission, context: Context): Refusal | null {
  if (anchor.version !== version) return refusal('anchor-not-in-version', 'anchor');
  if (anchor.scope !== 'document' && context.anchorValid !== true) return refusal('anchor-not-in-version', 'anchor');
  return proposalRefusal(anchor.scope, proposal);
}

/** A text proposal replaces a piece of text, not a row, a section or the whole. */
function proposalRefusal(scope: Comment['anchor']['scope'], proposal: string | null): Refusal | null {
  const replaceable = scope === 'passage' || scope === 'block' || scope === 'cell';
  return optionalWords(proposal) !== null && !replaceable ? refusal('proposal-needs-passage', 'proposal') : null;
}

/** An objection can uphold an earlier comment of the same person or organisation. */
function followsRefusal(dossier: Dossier, { follows }: Submission, by: string): Refusal | null {
  if (follows === null) return null;
  const earlier = findComment(dossier, follows);
  if (earlier === null || dossier.takenBack.includes(follows)) return refusal('unknown-comment', 'follows');
  return isOwn(dossier, by, earlier) ? null : refusal('not-your-own', 'follows');
}

/** Until when a comment can be taken back without a trace of its words: an instant. */
export function takeBackUntil(dossier: Dossier, comment: Comment): string {
  return new Date(Date.parse(comment.at) + dossier.definition.takeBackSeconds * 1000).toISOString();
}

/** Why a comment can no longer be changed or withdrawn by who sent it; `null` when it can. */
export function changingRefusal(dossier: Dossier, comment: Comment, now: string): Refusal | null {
  const round = findRound(dossier, comment.round);
  const open = round !== null && !isRoundOver(round, now);
  return open && comment.withdrawnAt === null ? null : refusal('too-late-to-edit');
}

export function editComment(dossier: Dossier, command: Give<'edit-comment'>, context: Context): Outcome {
  const comment = findComment(dossier, command.comment);
  if (comment === null) return refuse('unknown-comment', 'comment');
  const wrong =
    changingRefusal(dossier, comment, context.now) ??
    wordsRefusal(command) ??
    proposalRefusal(comment.anchor.scope, command.proposal);
  if (wrong !== null) return { refusal: wrong };
  return facts({
    type: 'comment-edited',
    comment: comment.id,
    kind: command.kind,
    body: words(command.body),
    proposal: optionalWords(command.proposal),
  });
}

export function withdrawComment(dossier: Dossier, command: Give<'withdraw-comment'>, context: Context): Outcome {
  const comment = findComment(dossier, command.comment);
  if (comment === null) return refuse('unknown-comment', 'comment');
  if (comment.withdrawnAt !== null) return alreadyDone;
  const takenBack = !isBefore(takeBackUntil(dossier, comment), context.now);
  const refused = changingRefusal(dossier, comment, context.now);
  if (refused !== null && !takenBack) return { refusal: refused };
  return facts({ type: 'comment-withdrawn', comment: comment.id, takenBack });
}

export function reply(dossier: Dossier, command: Give<'reply'>): Outcome {
  const comment = findComment(dossier, command.comment);
  if (comment === null) return refuse('unknown-comment', 'comment');
  if (findReply(dossier, command.reply) !== null) return refuse('already-exists', 'reply');
  if (isBlank(command.body)) return refuse('words-required', 'body');
  return facts({ type: 'comment-replied', comment: comment.id, reply: command.reply, body: words(command.body) });
}

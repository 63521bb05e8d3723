import type { CommentView, DispositionView } from '@draagvlak/contract/server';
import {
  type Actor,
  can,
  type Command,
  confirmedDisposition,
  decide,
  type Dossier,
  isOwn,
  type Refusal,
  visibleDispositions,
} from '@draagvlak/procedure';
import { type Comment, type Disposition, pending, standing } from '@draagvlak/review';
import type { PeopleView } from './people-view.ts';
import type { WordStore } from './word-store.ts';

/** Who asks, when, about which dossier. */
export interface Asking {
  readonly dossier: Dossier;
  readonly actor: Actor;
  readonly now: string;
  readonly people: PeopleView;
  readonly words: WordStore;
}

type Answer = Refusal | null | true;

/** Asks the rules whether a command would be carried out; `null` when the act is not this person's at all. */
function may({ dossier, actor, now }: Asking, comment: Comment, command: Command): Answer {
  const allowed = can(actor, command.type, { dossier, comment: comment.id });
  if (allowed !== true && (allowed.code === 'not-allowed' || allowed.code === 'not-your-own')) return null;
  const decided = decide(dossier, command, { actor, now });
  if (!('refusal' in decided)) return true;
  // Confirming is a member's only where every chair is concerned; elsewhere it is not theirs at all.
  return decided.refusal.code === 'chair-required' ? null : decided.refusal;
}

async function dispositionView(asking: Asking, disposition: Disposition): Promise<DispositionView> {
  const { decision } = disposition;
  const { dossier, people, words } = asking;
  return {
    id: disposition.id,
    kind: decision.kind,
    motivation: await words.shown(decision.motivation, dossier),
    places: 'places' in decision ? decision.places : [],
    into: decision.kind === 'merged' ? decision.into : null,
    proposedBy: people.person(disposition.proposedBy),
    proposedAt: disposition.proposedAt,
    confirmedBy: disposition.confirmedBy === null ? null : people.person(disposition.confirmedBy),
    confirmedAt: disposition.confirmedAt,
    supersedes: disposition.supersedes,
    takenBackAt: disposition.takenBackAt,
  };
}

/** Until when the submitter can take a comment back without a trace of its words; `null` when past or not theirs. */
function takeBackUntil({ dossier, actor, now }: Asking, comment: Comment): string | null {
  if (comment.by !== actor.person || comment.withdrawnAt !== null) return null;
  const until = new Date(Date.parse(comment.at) + dossier.definition.takeBackSeconds * 1000).toISOString();
  return until > now ? until : null;
}

/** A comment as the person who asks may see it; whether they may see it at all was asked before. */
export async function commentView(asking: Asking, comment: Comment): Promise<CommentView> {
  const { dossier, actor, people, words } = asking;
  const shown = visibleDispositions(dossier, actor, comment);
  const holds = standing({ dispositions: shown });
  const history = await Promise.all(shown.map((one) => dispositionView(asking, one)));
  const waiting = pending(comment);
  const text = 'x';
  return {
    id: comment.id,
    number: comment.number,
    document: comment.document,
    version: comment.version,
    round: comment.round,
    anchor: comment.anchor,
    kind: comment.kind,
    body: await words.text(comment.body, dossier),
    proposal: await words.text(comment.proposal, dossier),
    by: people.submitter(comment.by, comment.organisation),
    channel: comment.channel,
    at: comment.at,
    editedAt: comment.editedAt,
    late: comment.late,
    outOfScope: comment.outOfScope,
    follows: comment.follows,
    withdrawnAt: comment.withdrawnAt,
    replies: await Promise.all(
      comment.replies.map(async (reply) => ({
        id: reply.id,
        by: reply.by === comment.by ? people.submitter(reply.by, comment.organisation) : people.person(reply.by),
        at: reply.at,
        body: await words.text(reply.body, dossier),
      })),
    ),
    standing: history.find(({ id }) => id === holds?.id) ?? null,
    history,
    mine: isOwn(dossier, actor.person, comment),
    mayEdit:
      may(asking, comment, {
        type: 'edit-comment',
        comment: comment.id,
        kind: comment.kind,
        body: text,
        proposal: null,
      }) === true,
    mayWithdraw: may(asking, comment, { type: 'withdraw-comment', comment: comment.id }) === true,
    takeBackUntil: takeBackUntil(asking, comment),
    mayReply: may(asking, comment, { type: 'reply', comment: comment.id, reply: '?', body: text }) === true,
    mayPropose: may(asking, comment, {
      type: 'propose-disposition',
      disposition: '?',
      comment: comment.id,
      decision: { kind: 'noted', motivation: text, places: [], into: null },
      supersedes: confirmedDisposition(comment)?.id ?? null,
    }),
    mayConfirm:
      waiting === null ? null : may(asking, comment, { type: 'confirm-disposition', disposition: waiting.id }),
  };
}

/** How many comments stand under each heading itself, its subsections not included. */
export function perSection(comments: readonly Comment[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { anchor, withdrawnAt } of comments) {
    if (anchor.section === null || withdrawnAt !== null) continue;
    counts[anchor.section] = (counts[anchor.section] ?? 0) + 1;
  }
  return counts;
}

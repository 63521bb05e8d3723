import type { PersonId } from '@draagvlak/review';
import { findComment, findDisposition, findReply } from './comment-index.ts';
import type { Command } from './command.ts';
import type { Phase } from './definition.ts';
import type { Actor, Dossier } from './dossier.ts';
import { handlingOf } from './handling.ts';

type Repeats = {
  readonly [T in Command['type']]?: (
    dossier: Dossier,
    command: Extract<Command, { type: T }>,
    person: PersonId,
  ) => boolean;
};

const lastEntered = (dossier: Dossier, phase: Phase, person: PersonId): boolean =>
  dossier.phase === phase && dossier.history.at(-1)?.by === person;

const repeats: Repeats = {
  'enter-phase': (dossier, command, person) => lastEntered(dossier, command.phase, person),
  'withdraw-dossier': (dossier, _command, person) => lastEntered(dossier, 'withdrawn', person),
  freeze: (dossier, command, person) =>
    dossier.versions.some(
      (one) => one.id === command.version && one.document === command.document && one.frozenBy === person,
    ),
  'make-erratum': (dossier, command, person) =>
    dossier.versions.some(
      (one) => one.id === command.version && one.erratumOf === command.of && one.frozenBy === person,
    ),
  'submit-comment': (dossier, command, person) => {
    const found = findComment(dossier, command.comment);
    return found?.version === command.version && found.by === (command.registered?.by ?? person);
  },
  reply: (dossier, command, person) => findReply(dossier, command.reply)?.by === person,
  'withdraw-comment': (dossier, command, person) => {
    const found = findComment(dossier, command.comment);
    return found?.by === person && found.withdrawnAt !== null;
  },
  'propose-disposition': (dossier, command, person) => {
    const found = findDisposition(dossier, command.disposition);
    return found?.comment.id === command.comment && found.disposition.proposedBy === person;
  },
  'discuss-comment': (dossier, command, person) =>
    handlingOf(dossier, command.comment).talk.some(({ id, by }) => id === command.message && by === person),
  'remark-on-change': (dossier, command, person) =>
    dossier.remarks.some((one) => one.remark === command.remark && one.by === person),
};

/**
 * Whether this person gave this very command before: the thing it makes is there, made by them. Asked before anything
 * else, since a second submit can arrive when the phase has moved on or the round has closed.
 */
export function isRepeat<T extends Command['type']>(
  dossier: Dossier,
  command: Extract<Command, { type: T }>,
  { person }: Actor,
): boolean {
  const type: T = command.type as T;
  return repeats[type]?.(dossier, command, person) ?? false;
}

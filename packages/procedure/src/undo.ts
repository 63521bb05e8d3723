import { pending } from '@draagvlak/review';
import type { Command } from './command.ts';
import type { Dossier } from './dossier.ts';
import { handlingOf } from './handling.ts';

type Undo = {
  readonly [T in Command['type']]?: (before: Dossier, command: Extract<Command, { type: T }>) => Command | null;
};

const bundled = (dossier: Dossier, bundle: string) => dossier.bundles.find(({ id }) => id === bundle)?.comments ?? [];

const undo: Undo = {
  'assign-comment': (before, { comment, person }) => ({
    type: 'assign-comment',
    comment,
    person: handlingOf(before, comment).assignee,
    was: person,
  }),
  'set-comment-due': (before, { comment, due }) => ({
    type: 'set-comment-due',
    comment,
    due: handlingOf(before, comment).due,
    was: due,
  }),
  'bundle-comments': (before, command) => {
    const { bundle } = command;
    const comments = bundled(before, bundle);
    const was = [...new Set(command.comments)];
    return comments.length === 0
      ? { type: 'dissolve-bundle', bundle, was }
      : { type: 'bundle-comments', bundle, comments, was };
  },
  'dissolve-bundle': (before, { bundle }) => {
    const comments = bundled(before, bundle);
    return comments.length === 0 ? null : { type: 'bundle-comments', bundle, comments, was: [] };
  },
  'propose-disposition': (before, { comment: about, disposition }) => {
    const comment = before.comments.find(({ id }) => id === about);
    // a proposal that took the place of another one cannot bring that back as it was
    if (comment === undefined || pending(comment) !== null) return null;
    return { type: 'take-back-disposition', disposition };
  },
};

/**
 * The command that takes back exactly what a command does to a dossier as it stands before it; `null` where nothing can: a
 * confirmed decision is corrected, and what people said stays. It refuses when somebody changed the same thing since.
 */
export function undoOf<T extends Command['type']>(
  before: Dossier,
  command: Extract<Command, { type: T }>,
): Command | null {
  const type: T = command.type as T;
  return undo[type]?.(before, command) ?? null;
}

import { pending } from '@draagvlak/review';
import type { Command } from './command.ts';
import type { Dossier } from './dossier.ts';
import { handlingOf } from './handling.ts';

/**
 * The command that takes back exactly what a command does to a dossier as it stands before it; `null` where nothing can: a
 * confirmed decision is corrected, and what people said stays. It refuses when somebody changed the same thing since.
 */
export function undoOf(before: Dossier, command: Command): Command | null {
  switch (command.type) {
    case 'assign-comment': {
      const { comment, person } = command;
      return { type: 'assign-comment', comment, person: handlingOf(before, comment).assignee, was: person };
    }
    case 'set-comment-due': {
      const { comment, due } = command;
      return { type: 'set-comment-due', comment, due: handlingOf(before, comment).due, was: due };
    }
    case 'bundle-comments': {
      const { bundle } = command;
      const comments = before.bundles.find(({ id }) => id === bundle)?.comments ?? [];
      const was = [...new Set(command.comments)];
      return comments.length === 0
        ? { type: 'dissolve-bundle', bundle, was }
        : { type: 'bundle-comments', bundle, comments, was };
    }
    case 'dissolve-bundle': {
      const { bundle } = command;
      const comments = before.bundles.find(({ id }) => id === bundle)?.comments ?? [];
      return comments.length === 0 ? null : { type: 'bundle-comments', bundle, comments, was: [] };
    }
    case 'propose-disposition': {
      const comment = before.comments.find(({ id }) => id === command.comment);
      // a proposal that took the place of another one cannot bring that back as it was
      if (comment === undefined || pending(comment) !== null) return null;
      return { type: 'take-back-disposition', disposition: command.disposition };
    }
    default:
      return null;
  }
}

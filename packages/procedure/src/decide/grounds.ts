import { findComment } from '../comment-index.ts';
import type { Context } from '../context.ts';
import type { Dossier } from '../dossier.ts';
import { alreadyDone, facts, type Outcome, refuse } from '../refuse.ts';
import { isCommittee } from '../visible.ts';
import { type Give, isBlank, optionalWords, words } from './input.ts';

function isVersionOf(dossier: Dossier, version: string, document: string): boolean {
  return dossier.versions.some((one) => one.id === version && one.document === document);
}

export function attachGround(dossier: Dossier, command: Give<'attach-ground'>): Outcome {
  const { document, before, after, change, comment } = command;
  if (!dossier.documents.some((one) => one.id === document)) return refuse('unknown-document', 'document');
  // What a revision changes in the text that it began with is explained in the revision's own dossier.
  const isBase = dossier.basedOn[document]?.version === before;
  if (!isBase && !isVersionOf(dossier, before, document)) return refuse('unknown-version', 'before');
  if (after !== null && !isVersionOf(dossier, after, document)) return refuse('unknown-version', 'after');
  if (isBlank(change)) return refuse('words-required', 'change');
  const reason = optionalWords(command.reason);
  if (comment === null && reason === null) return refuse('reason-required', 'reason');
  const about = comment === null ? null : findComment(dossier, comment);
  if (comment !== null && (about === null || about.document !== document || dossier.takenBack.includes(comment))) {
    return refuse('unknown-comment', 'comment');
  }
  const again = dossier.grounds.some(
    (one) => comment !== null && one.comment === comment && one.change === change && one.after === after,
  );
  if (again) return alreadyDone;
  return facts({ type: 'ground-attached', document, before, after, change, comment, reason });
}

export function settleFinding(dossier: Dossier, command: Give<'settle-finding'>): Outcome {
  const { document, finding, reason } = command;
  if (!dossier.documents.some((one) => one.id === document)) return refuse('unknown-document', 'document');
  if (dossier.settledFindings.some((one) => one.document === document && one.finding === finding)) return alreadyDone;
  if (isBlank(reason)) return refuse('reason-required', 'reason');
  return facts({ type: 'finding-settled', document, finding, reason: words(reason) });
}

export function confirmPlacement(dossier: Dossier, command: Give<'confirm-placement'>, context: Context): Outcome {
  const comment = findComment(dossier, command.comment);
  if (comment === null) return refuse('unknown-comment', 'comment');
  if (command.target !== 'draft' && !isVersionOf(dossier, command.target, comment.document)) {
    return refuse('unknown-version', 'target');
  }
  if (command.anchor !== null && command.anchor.scope !== 'document' && context.anchorValid !== true) {
    return refuse('anchor-not-in-version', 'anchor');
  }
  return facts({
    type: 'placement-confirmed',
    comment: comment.id,
    target: command.target,
    anchor: command.anchor,
  });
}

/** What somebody says about a change. What the steering group asks or remarks, the committee answers, at the same change. */
export function remarkOnChange(dossier: Dossier, command: Give<'remark-on-change'>, { actor }: Context): Outcome {
  const { remark, document, before, after, change, kind, body } = command;
  const about = command.about ?? null;
  if (dossier.remarks.some((one) => one.remark === remark)) return refuse('already-exists', 'remark');
  if (!dossier.documents.some((one) => one.id === document)) return refuse('unknown-document', 'document');
  if (!isVersionOf(dossier, before, document)) return refuse('unknown-version', 'before');
  if (!isVersionOf(dossier, after, document)) return refuse('unknown-version', 'after');
  if (isBlank(body)) return refuse('words-required', 'body');
  const said = { type: 'change-remarked', remark, document, before, after, change, kind, body: words(body) } as const;
  if (kind !== 'answer') return about === null ? facts(said) : refuse('unknown-comment', 'about');
  if (!isCommittee(dossier, actor.person)) return refuse('not-allowed');
  const asked = dossier.remarks.find((one) => one.remark === about && one.kind !== 'answer');
  if (asked === undefined || asked.change !== change || asked.before !== before || asked.after !== after) {
    return refuse('unknown-comment', 'about');
  }
  return facts({ ...said, about: asked.remark });
}

import type { BlobRef } from '@draagvlak/review';
import type { Context } from '../context.ts';
import type { Dossier } from '../dossier.ts';
import { alreadyDone, facts, type Outcome, refuse } from '../refuse.ts';
import { type Give, isBlank } from './input.ts';

/**
 * Every blob of words this dossier points to now; what was edited away since stands only in the journal. Only these can be redacted or erased: never a frozen text, never another
 * dossier's words.
 */
export function wordsOf(dossier: Dossier): ReadonlySet<BlobRef> {
  const { definition: _definition, references: _references, ...rest } = dossier;
  return new Set([...Object.values(dossier.redactions), ...blobsIn(rest).map(({ blob }) => blob)]);
}

/** Words that a value points to, each with the name under which it does. */
export interface NamedWords {
  /** `body`, `motivation`, `reason` and the like. */
  readonly field: string;
  readonly blob: BlobRef;
}

/** Every blob of words in a fact or a state, at any depth, in its own order. */
export function blobsIn(value: unknown): readonly NamedWords[] {
  const found: NamedWords[] = [];
  const look = (value: unknown, field: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const inner of value) look(inner, field);
      return;
    }
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only?.[0] === 'blob' && typeof only[1] === 'string')
      found.push({ field, blob: only[1] });
    else for (const [name, inner] of entries) look(inner, name);
  };
  look(value, '');
  return found;
}

const isKnown = (dossier: Dossier, blob: BlobRef, { formerWords }: Context): boolean =>
  formerWords === true || wordsOf(dossier).has(blob);

export function redactWords(dossier: Dossier, command: Give<'redact-words'>, context: Context): Outcome {
  if (!isKnown(dossier, command.blob, context) || dossier.erased.includes(command.blob)) {
    return refuse('unknown-comment', 'blob');
  }
  if (dossier.redactions[command.blob] !== undefined) return alreadyDone;
  if (isBlank(command.reason)) return refuse('reason-required', 'reason');
  if (isBlank(command.replacement) || context.replacement === undefined) {
    return refuse('words-required', 'replacement');
  }
  return facts({ type: 'words-redacted', from: command.blob, to: context.replacement, reason: command.reason.trim() });
}

export function eraseWords(dossier: Dossier, command: Give<'erase-words'>, context: Context): Outcome {
  if (dossier.erased.includes(command.blob)) return alreadyDone;
  if (!isKnown(dossier, command.blob, context)) return refuse('unknown-comment', 'blob');
  if (isBlank(command.reason)) return refuse('reason-required', 'reason');
  return facts({ type: 'words-erased', blob: command.blob, reason: command.reason.trim() });
}

import type { BlobRef } from '@draagvlak/review';
import type { Context } from '../context.ts';
import type { Dossier } from '../dossier.ts';
import { alreadyDone, facts, type Outcome, refuse } from '../refuse.ts';
import { type Give, isBlank } from './input.ts';

/**
 * Every blob of words this dossier points to. Only these can be redacted or erased: never a frozen text, never another
 * dossier's words.
 */
export function wordsOf(dossier: Dossier): ReadonlySet<BlobRef> {
  const found = new Set<BlobRef>(Object.values(dossier.redactions));
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const inner of value) look(inner);
      return;
    }
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only?.[0] === 'blob' && typeof only[1] === 'string') found.add(only[1]);
    else for (const [, inner] of entries) look(inner);
  };
  const { definition: _definition, references: _references, ...rest } = dossier;
  look(rest);
  return found;
}

export function redactWords(dossier: Dossier, command: Give<'redact-words'>, context: Context): Outcome {
  if (!wordsOf(dossier).has(command.blob) || dossier.erased.includes(command.blob)) {
    return refuse('unknown-comment', 'blob');
  }
  if (dossier.redactions[command.blob] !== undefined) return alreadyDone;
  if (isBlank(command.reason)) return refuse('reason-required', 'reason');
  if (isBlank(command.replacement) || context.replacement === undefined) {
    return refuse('words-required', 'replacement');
  }
  return facts({ type: 'words-redacted', from: command.blob, to: context.replacement, reason: command.reason.trim() });
}

export function eraseWords(dossier: Dossier, command: Give<'erase-words'>): Outcome {
  if (dossier.erased.includes(command.blob)) return alreadyDone;
  if (!wordsOf(dossier).has(command.blob)) return refuse('unknown-comment', 'blob');
  if (isBlank(command.reason)) return refuse('reason-required', 'reason');
  return facts({ type: 'words-erased', blob: command.blob, reason: command.reason.trim() });
}

import type { Failure } from '../stores/failure.ts';
import { words } from './words.ts';

/** Why something was not done, in the sentence of the server: it knows the language, and this page need not load them all. */
export function sentenceOf(failure: Failure): string {
  return failure.kind === 'unreachable' ? words.errors.offline : failure.problem.detail;
}

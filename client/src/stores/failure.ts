import { type Problem, ProblemError, Unreachable } from '@draagvlak/contract/client';
import { refusalSentences, type Wording } from '@draagvlak/wording';

/** Why something could not be read or done: the server said no, or gave no answer. */
export type Failure = { readonly kind: 'problem'; readonly problem: Problem } | { readonly kind: 'unreachable' };

/** An expected failure as a value; anything else is a bug and keeps flying. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ProblemError) return { kind: 'problem', problem: error.problem };
  if (error instanceof Unreachable) return { kind: 'unreachable' };
  throw error;
}

/** For what goes on without an answer: `otherwise` where the server refuses or cannot be reached. A bug keeps flying. */
export async function answerOr<T, U>(answer: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await answer;
  } catch (error) {
    failureOf(error);
    return otherwise;
  }
}

/**
 * What to tell the person: every unmet condition, or the sentence of the code. Until those are here, and for a code that
 * this release does not know, what the server said.
 */
export function failureSentences(
  words: Pick<Wording, 'errors'> & Partial<Pick<Wording, 'gates' | 'refusals'>>,
  failure: Failure,
): readonly string[] {
  if (failure.kind === 'unreachable') return [words.errors.offline];
  const { problem } = failure;
  const { gates, refusals } = words;
  if (gates !== undefined && refusals !== undefined && problem.code in refusals) {
    const code = problem.code as keyof Wording['refusals'];
    return refusalSentences({ gates, refusals }, { code, gates: problem.gates ?? [] });
  }
  return [problem.detail];
}

/** Field of the form that the failure is about, when it is about one. */
export function failureField(failure: Failure): string | null {
  return failure.kind === 'problem' ? (failure.problem.field ?? null) : null;
}

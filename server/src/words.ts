import { HTTP_PROBLEMS, type HttpProblemCode, type ProblemCode } from '@draagvlak/contract/server';
import type { RefusalCode, UnmetGate } from '@draagvlak/procedure';
import { nl, refusalSentences } from '@draagvlak/wording';

/** Every problem has a sentence, or this does not compile. */
const sentences: Readonly<Record<HttpProblemCode, string>> = nl.problems.sentences;

const isHttp = (code: ProblemCode): code is HttpProblemCode => Object.hasOwn(HTTP_PROBLEMS, code);

export const problemTitle = (code: ProblemCode): string => (isHttp(code) ? nl.problems.title : nl.refusals[code]);

/** The Dutch sentence of a problem: the gates one by one where they are what is missing. */
export function problemSentence(problem: {
  readonly code: ProblemCode;
  readonly field: string | null;
  readonly gates: readonly UnmetGate[];
}): string {
  if (!isHttp(problem.code)) {
    return refusalSentences(nl, { code: problem.code as RefusalCode, gates: problem.gates }).join(' ');
  }
  const sentence = sentences[problem.code];
  return problem.field === null ? sentence : nl.problems.field(sentence, problem.field);
}

import { HTTP_PROBLEMS, type HttpProblemCode, type ProblemCode } from '@draagvlak/contract/server';
import type { RefusalCode, UnmetGate } from '@draagvlak/procedure';
import { refusalSentences, type Wording } from '@draagvlak/wording';

const isHttp = (code: ProblemCode): code is HttpProblemCode => Object.hasOwn(HTTP_PROBLEMS, code);

/** Every problem has a sentence, or this does not compile. */
const sentencesOf = (say: Wording): Readonly<Record<HttpProblemCode, string>> => say.problems.sentences;

export const problemTitle = (say: Wording, code: ProblemCode): string =>
  isHttp(code) ? say.problems.title : say.refusals[code];

/** The sentence of a problem: the gates one by one where they are what is missing. */
export function problemSentence(
  say: Wording,
  problem: { readonly code: ProblemCode; readonly field: string | null; readonly gates: readonly UnmetGate[] },
): string {
  if (!isHttp(problem.code)) {
    return refusalSentences(say, { code: problem.code as RefusalCode, gates: problem.gates }).join(' ');
  }
  const sentence = sentencesOf(say)[problem.code];
  return problem.field === null ? sentence : say.problems.field(sentence, problem.field);
}

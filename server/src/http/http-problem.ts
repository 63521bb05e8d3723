import { type Problem, type ProblemCode, problemStatus, problemType } from '@draagvlak/contract/server';
import type { Refusal, UnmetGate } from '@draagvlak/procedure';
import { type Language, wording } from '@draagvlak/wording';
import { problemSentence, problemTitle } from '../words.ts';

/** Carries a "no" from a route to the one place that answers it; rules return refusals, only HTTP files throw this. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly field: string | null;
  readonly gates: readonly UnmetGate[];
  /** Seconds after which the same request can succeed. */
  readonly retryAfter: number | null;
  constructor(
    code: ProblemCode,
    options: { field?: string | null; gates?: readonly UnmetGate[]; retryAfter?: number | null } = {},
  ) {
    super(code);
    this.code = code;
    this.field = options.field ?? null;
    this.gates = options.gates ?? [];
    this.retryAfter = options.retryAfter ?? null;
  }
}

export function refused(refusal: Refusal): HttpProblem {
  return new HttpProblem(refusal.code, { field: refusal.field, gates: refusal.gates });
}

/** Problem details as RFC 9457 has them, with the sentence of `wording`: Dutch, unless who asks chose another language. */
export function problemOf(problem: HttpProblem, requestId: string, language: Language): Problem {
  const say = wording(language);
  return {
    type: problemType(problem.code),
    title: problemTitle(say, problem.code),
    status: problemStatus(problem.code),
    detail: problemSentence(say, problem),
    code: problem.code,
    ...(problem.field === null ? {} : { field: problem.field }),
    ...(problem.gates.length === 0 ? {} : { gates: problem.gates }),
    requestId,
  };
}

export function problemResponse(problem: HttpProblem, requestId: string, language: Language = 'nl'): Response {
  const body = problemOf(problem, requestId, language);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(problem.retryAfter === null ? {} : { 'retry-after': String(problem.retryAfter) }),
    },
  });
}

import type { Refusal, RefusalCode, UnmetGate } from '@draagvlak/procedure';

/** Why a request failed that no rule of the procedure refused; a closed set, each with a status and a sentence. */
export const HTTP_PROBLEMS = {
  /** No JSON, or JSON that cannot be read. */
  'malformed-request': 400,
  'not-signed-in': 401,
  /** The request came from another site than ours. */
  'foreign-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  /** The passage of a text proposal is no longer in the draft. */
  'place-gone': 409,
  /** The passage of a text proposal changed too much to replace it unseen. */
  'place-uncertain': 409,
  /** The comment has no text proposal. */
  'no-proposal': 409,
  /** The document has no draft yet. */
  'draft-not-started': 409,
  /** There are as many as there may be. */
  'limit-reached': 409,
  'set-up-done': 410,
  'too-large': 413,
  'unsupported-media-type': 415,
  /** A field is missing, unknown or has a wrong value. */
  'invalid-request': 422,
  /** The file's bytes are of no kind that we keep. */
  'unknown-file-type': 422,
  'unknown-image-type': 422,
  'damaged-image': 422,
  'huge-image': 422,
  'too-many-requests': 429,
  'internal-error': 500,
  /** Others were first until time ran out, or the draft is being frozen: try again. */
  busy: 503,
  /** The store does not take writes. */
  'storage-unavailable': 503,
} as const;
export type HttpProblemCode = keyof typeof HTTP_PROBLEMS;
export type ProblemCode = HttpProblemCode | RefusalCode;
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;

/** The status of each refusal: no right 403, unknown 404, not (any more) possible 409, wrong input 422. */
export const REFUSAL_STATUS: Readonly<Record<RefusalCode, 403 | 404 | 409 | 422>> = {
  'not-allowed': 403,
  'own-organisation': 403,
  'not-your-own': 403,
  'unknown-dossier': 404,
  'unknown-document': 404,
  'unknown-version': 404,
  'unknown-comment': 404,
  'unknown-disposition': 404,
  'unknown-round': 404,
  'unknown-person': 404,
  'wrong-phase': 409,
  'gates-unmet': 409,
  'already-exists': 409,
  'already-frozen': 409,
  'already-confirmed': 409,
  'round-not-open': 409,
  'round-over': 409,
  'too-late-to-edit': 409,
  'nothing-to-freeze': 409,
  'last-chair': 409,
  'last-secretary': 409,
  'anchor-not-in-version': 422,
  'words-required': 422,
  'motivation-required': 422,
  'place-required': 422,
  'merge-target-required': 422,
  'merge-cycle': 422,
  'proposal-needs-passage': 422,
  'date-in-past': 422,
  'date-in-future': 422,
  'date-invalid': 422,
  'term-too-short': 422,
  'wrong-number': 422,
  'chair-required': 422,
  'reason-required': 422,
  'bundle-too-small': 422,
  'already-bundled': 409,
  'unknown-bundle': 404,
  'already-proposed': 409,
  'changed-meanwhile': 409,
};

/** RFC 9457 problem details, as `application/problem+json`. */
export interface Problem {
  /** Address that names the kind of problem; made from `code`. */
  readonly type: string;
  readonly title: string;
  readonly status: ProblemStatus;
  /** A Dutch sentence for the person who asked. */
  readonly detail: string;
  readonly code: ProblemCode;
  /** Field of the request concerned, for a message at the field. */
  readonly field?: string;
  /** What still has to happen, when `code` is `gates-unmet`. */
  readonly gates?: readonly UnmetGate[];
  /** Name under which the server logged this request. */
  readonly requestId: string;
}

export const problemType = (code: ProblemCode): string => `urn:draagvlak:problem:${code}`;

export function problemStatus(code: ProblemCode): ProblemStatus {
  return code in HTTP_PROBLEMS ? HTTP_PROBLEMS[code as HttpProblemCode] : REFUSAL_STATUS[code as RefusalCode];
}

/** The refusal behind a problem, or `null` where no rule of the procedure refused. */
export function refusalOf(problem: Problem): Refusal | null {
  if (problem.code in HTTP_PROBLEMS) return null;
  return { code: problem.code as RefusalCode, field: problem.field ?? null, gates: problem.gates ?? [] };
}

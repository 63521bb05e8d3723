import type { Fact } from './fact.ts';
import type { GateState } from './gates.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

export type Outcome = { readonly facts: readonly Fact[] } | { readonly refusal: Refusal };

export function refusal(code: RefusalCode, field: string | null = null, unmet: readonly GateState[] = []): Refusal {
  return { code, field, gates: unmet.map(({ gate, done, total, from }) => ({ gate, done, total, from })) };
}

export function refuse(code: RefusalCode, field: string | null = null): Outcome {
  return { refusal: refusal(code, field) };
}

export function facts(...happened: readonly Fact[]): Outcome {
  return { facts: happened };
}

/** A repeated command: it happened already, so nothing happens. */
export const alreadyDone: Outcome = { facts: [] };

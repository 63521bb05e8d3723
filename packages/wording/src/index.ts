import type { FactType, LogValues } from '@draagvlak/procedure';
import { en } from './en.ts';
import { nl } from './nl.ts';

export { inAmsterdam, ZONE } from './calendar.ts';
export type { GateFigures, GateWording } from './gate.ts';
export { en, nl };

export type Wording = typeof nl;
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const languages: Record<Language, Wording> = { nl, en };

export function wording(language: Language): Wording {
  return languages[language];
}

/** The sentence of one gate as it stands. */
export function gateSentence(
  words: Wording,
  state: {
    readonly gate: keyof Wording['gates'];
    readonly met?: boolean;
    readonly done: number;
    readonly total: number;
    readonly from: string | null;
  },
): string {
  const gate = words.gates[state.gate];
  return state.met === true ? gate.met(state) : gate.open(state);
}

/** Why something was refused: the unmet gates one by one where there are any, else the sentence of the code. */
export function refusalSentences(
  words: Wording,
  refusal: {
    readonly code: keyof Wording['refusals'];
    readonly gates: readonly {
      readonly gate: keyof Wording['gates'];
      readonly done: number;
      readonly total: number;
      readonly from: string | null;
    }[];
  },
): readonly string[] {
  if (refusal.gates.length === 0) return [words.refusals[refusal.code]];
  return refusal.gates.map((gate) => gateSentence(words, gate));
}

/** The sentence of a log line; `null` for a type this release does not know (a journal of a newer one). */
export function logSentence(
  words: Wording,
  line: { readonly type: string; readonly values: Readonly<Record<string, string | number | null>> },
): string | null {
  if (!Object.hasOwn(words.log, line.type)) return null;
  const sentence = words.log[line.type as FactType] as (values: LogValues[FactType]) => string;
  return sentence(line.values as unknown as LogValues[FactType]);
}

import type { FactType, LogValues, NoticeKind, NoticeValues } from '@draagvlak/procedure';
import type { Wording } from './wording.ts';

/** The sentence of one gate as it stands. */
export function gateSentence(
  words: Pick<Wording, 'gates'>,
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
  words: Pick<Wording, 'gates' | 'refusals'>,
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
  words: Pick<Wording, 'log'>,
  line: { readonly type: string; readonly values: Readonly<Record<string, string | number | null>> },
): string | null {
  if (!Object.hasOwn(words.log, line.type)) return null;
  const sentence = words.log[line.type as FactType] as (values: LogValues[FactType]) => string;
  return sentence(line.values as unknown as LogValues[FactType]);
}

/** The sentence of a line of notices; `count` is how many stand in it. `null` for a kind this release does not know. */
export function noticeSentence(
  words: { readonly notices: Pick<Wording['notices'], 'lines'> },
  line: { readonly kind: string; readonly values: Readonly<Record<string, string | number>> },
  count: number,
): string | null {
  if (!Object.hasOwn(words.notices.lines, line.kind)) return null;
  const sentence = words.notices.lines[line.kind as NoticeKind] as (
    values: NoticeValues[NoticeKind],
    count: number,
  ) => string;
  return sentence(line.values as unknown as NoticeValues[NoticeKind], count);
}

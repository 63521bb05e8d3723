import { datesFirst } from './nl/dates-first.ts';
import { errors } from './nl/errors.ts';
import { shellFirst } from './nl/shell-first.ts';
import { together } from './nl/together.ts';
import { vocabularyFirst } from './nl/vocabulary-first.ts';
import { writingFirst } from './nl/writing-first.ts';
import type { Wording } from './wording.ts';

/**
 * The sentences that the screen shows before somebody can type: the shell, the writing room and what can go wrong on the
 * way. Every other page waits for all sentences; this one does not, so a sentence that it shows at once belongs here.
 */
export const nlFirst = {
  dates: datesFirst,
  errors,
  shell: shellFirst,
  together,
  vocabulary: vocabularyFirst,
  writing: writingFirst,
};

type First = typeof nlFirst;

/** What can be said before all sentences are here, in any language; why something was refused comes with the others. */
export type FirstWording = Pick<Wording, Exclude<keyof First, 'dates' | 'shell' | 'vocabulary' | 'writing'>> & {
  readonly gates?: Wording['gates'];
  readonly refusals?: Wording['refusals'];
  readonly dates: Pick<Wording['dates'], keyof First['dates']>;
  readonly shell: Pick<Wording['shell'], keyof First['shell']>;
  readonly vocabulary: Pick<Wording['vocabulary'], keyof First['vocabulary']>;
  readonly writing: Pick<Wording['writing'], Exclude<keyof First['writing'], 'editor' | 'kept'>> & {
    readonly kept: Pick<Wording['writing']['kept'], keyof First['writing']['kept']>;
    readonly editor: Pick<Wording['writing']['editor'], keyof First['writing']['editor']>;
  };
};

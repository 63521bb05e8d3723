import type { CommentKind, DispositionKind } from '@draagvlak/review';

/** Each kind has its own colour and its own outline; the class names are those of the tokens. */
export const KIND_LOOK: Readonly<Record<CommentKind, { readonly name: string; readonly sign: string }>> = {
  editorial: { name: 'redactioneel', sign: 'red' },
  substantive: { name: 'inhoudelijk', sign: 'inh' },
  question: { name: 'vraag', sign: 'vraag' },
  objection: { name: 'bezwaar', sign: 'bez' },
  support: { name: 'steun', sign: 'inst' },
};

interface DispositionLook {
  readonly name: 'overgenomen' | 'gedeeltelijk' | 'niet' | 'overig';
  readonly sign: string;
}

/** A circle that is full, half or barred; arrows and a balloon for the rest. */
export const DISPOSITION_LOOK: Readonly<Record<DispositionKind, DispositionLook>> = {
  accepted: { name: 'overgenomen', sign: 'over' },
  'partly-accepted': { name: 'gedeeltelijk', sign: 'deels' },
  'not-accepted': { name: 'niet', sign: 'niet' },
  answered: { name: 'overig', sign: 'antw' },
  noted: { name: 'overig', sign: 'kennis' },
  merged: { name: 'overig', sign: 'samen' },
  'out-of-scope': { name: 'overig', sign: 'buiten' },
  deferred: { name: 'overig', sign: 'later' },
};

import { bell } from './nl/bell.ts';
import { dates } from './nl/dates.ts';
import { editing } from './nl/editing.ts';
import { errors } from './nl/errors.ts';
import { frame } from './nl/frame.ts';
import { images } from './nl/images.ts';
import { notes } from './nl/notes.ts';
import { numbers } from './nl/numbers.ts';
import { pasting } from './nl/pasting.ts';
import { refusals } from './nl/refusals.ts';
import { shell } from './nl/shell.ts';
import { since } from './nl/since.ts';
import { together } from './nl/together.ts';
import { vocabulary } from './nl/vocabulary.ts';
import { writing } from './nl/writing.ts';
import type { Wording } from './wording.ts';

/**
 * The areas that the screens show before somebody can type: the shell, the writing room and what can go wrong on the
 * way. Every other page waits for all areas; this one does not, so an area that it shows at once belongs here.
 */
export const nlWriting = {
  bell,
  dates,
  editing,
  errors,
  frame,
  images,
  notes,
  numbers,
  pasting,
  refusals,
  shell,
  since,
  together,
  vocabulary,
  writing,
} satisfies Partial<Wording>;

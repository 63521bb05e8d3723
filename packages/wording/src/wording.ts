import type { nl } from './nl.ts';

/** Every sentence of one language; Dutch is the source of its shape. */
export type Wording = typeof nl;

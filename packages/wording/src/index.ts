// Only passes on: a page in one language loads no word of another.
export { inAmsterdam } from './calendar.ts';
export { en } from './en.ts';
export type { GateFigures, GateWording } from './gate.ts';
export * from './language.ts';
export * from './languages.ts';
export { nl } from './nl.ts';
export * from './sentences.ts';
export { uncapitalised } from './uncapitalised.ts';
export type { Wording } from './wording.ts';

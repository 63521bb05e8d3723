// What a page takes of this package at once: no sentences. Those come from `./nl-first`, and `./nl` or `./en` later.
export { inAmsterdam } from './calendar.ts';
export type { GateFigures, GateWording } from './gate.ts';
export * from './languages.ts';
export * from './sentences.ts';
export { uncapitalised } from './uncapitalised.ts';
export type { Wording } from './wording.ts';

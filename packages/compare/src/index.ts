export { EDITORIAL_RULES, type EditorialRule } from './category.ts';
export * from './compare.ts';
export * from './comparison.ts';
export { columnIds } from './grid.ts';
export * from './map-range.ts';
export { apply, type InlineStep, revert, type Script, type Step } from './script.ts';
export * from './summarise.ts';

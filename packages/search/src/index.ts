export * from './excerpt.ts';
export * from './query.ts';
export * from './search-index.ts';
export * from './stem.ts';
export * from './terms.ts';

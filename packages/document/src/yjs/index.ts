export * from '../edits.ts';
export * from '../tables.ts';
export * from '../templates/document-data.ts';
export * from './check.ts';
export * from './draft.ts';
export * from './move.ts';

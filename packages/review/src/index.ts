export * from './comment.ts';
export * from './ledger.ts';

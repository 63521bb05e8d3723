export * from './command.ts';
export * from './definition.ts';
export * from './dossier.ts';
export * from './fact.ts';
export * from './log.ts';
export * from './refusal.ts';

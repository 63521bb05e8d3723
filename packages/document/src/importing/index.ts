export * from './pictures.ts';
export * from './requirements.ts';

export * from './json.ts';
export * from './outline.ts';
export * from './schema.ts';

export * from './canonical.ts';
export * from './grid.ts';
export * from './identity.ts';
export * from './json.ts';
export * from './lists.ts';
export * from './outline.ts';
export * from './schema.ts';
export * from './text.ts';

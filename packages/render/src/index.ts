export * from './comparison.ts';
export * from './document.ts';
export * from './document-contents.ts';
export * from './document-inline.ts';
export * from './escape.ts';
export * from './position.ts';
export * from './was-wordt.ts';

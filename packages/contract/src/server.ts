export type { ApiRoute, Media } from './define.schema.ts';
export { problemSchema } from './define.schema.ts';
export * from './problem.ts';
export { routes } from './routes.schema.ts';
export type * from './contact-view.ts';
export type * from './search-view.ts';
export type * from './views.ts';

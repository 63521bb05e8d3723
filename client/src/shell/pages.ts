import { html, type TemplateResult } from 'lit';
import type { Stores } from '../stores/stores.ts';
import type { Router } from './router.ts';
import type { Route } from './routes.ts';

export interface PageContext {
  readonly stores: Stores;
  readonly router: Router;
}

/** How a page whose code is here is shown. */
export type Show = (context: PageContext) => TemplateResult;

type Name = Route['page'];

/** The ground a screen stands on, and whether its panes scroll on their own, as a class of the shell. */
const SCREENS: Readonly<Partial<Record<Name, string>>> = {
  overview: 'screen-overview',
  writing: 'work-screen screen-write',
  processing: 'work-screen screen-process',
  comparing: 'work-screen screen-compare',
  parts: 'screen-parts',
};
export const screenOf = ({ page }: Route): string => SCREENS[page] ?? 'screen-dossier';

const CODE: Readonly<Record<Name, () => Promise<unknown>>> = {
  overview: () => import('../overview/overview-page.ts'),
  'new-dossier': () => import('../dossier/new-dossier-page.ts'),
  dossier: () => import('../dossier/dossier-page.ts'),
  people: () => import('../people/people-page.ts'),
  log: () => import('../log/log-page.ts'),
  decision: () => import('../decision/decision-page.ts'),
  audit: () => import('../audit/audit-page.ts'),
  words: () => import('../redaction/words-page.ts'),
  writing: () => import('../writing/writing-room.ts'),
  processing: () => import('../processing/processing-room.ts'),
  comparing: () => import('../comparing/comparing-room.ts'),
  search: () => import('../search/search-page.ts'),
  notices: () => import('../notices/notices-page.ts'),
  help: () => import('../help/help-page.ts'),
  parts: () => import('../parts/parts-page.ts'),
  unknown: () => import('./unknown-page.ts'),
};

/**
 * Fetches the code of the page of a route; a page that somebody never opens is never loaded. How the others are shown
 * comes with them, since the room where somebody writes needs none of it.
 */
export async function loadPage(route: Route): Promise<Show> {
  if (route.page === 'writing') {
    await CODE.writing();
    return ({ stores }) =>
      html`<writing-room .stores=${stores} .dossierId=${route.dossier} .documentId=${route.document}></writing-room>`;
  }
  const [{ pageView }] = await Promise.all([import('./page-view.ts'), CODE[route.page]()]);
  return (context) => pageView(route, context);
}

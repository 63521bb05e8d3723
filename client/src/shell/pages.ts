import { html, type TemplateResult } from 'lit';
import type { Stores } from '../stores/stores.ts';
import type { Router } from './router.ts';
import type { Route } from './routes.ts';

export interface PageContext {
  readonly stores: Stores;
  readonly router: Router;
}

export interface Page {
  /** Class of the shell: the ground a screen stands on, and whether its panes scroll on their own. */
  readonly screen: string;
  /** Fetches the code of the page; a page somebody never opens is never loaded. */
  readonly load: () => Promise<unknown>;
  readonly render: (context: PageContext) => TemplateResult;
}

/** Which page belongs to a route. Elements get their ids and the shared stores as properties. */
export function pageOf(route: Route): Page {
  switch (route.page) {
    case 'overview':
      return {
        screen: 'screen-overview',
        load: () => import('../overview/overview-page.ts'),
        render: ({ stores }) => html`<overview-page .stores=${stores}></overview-page>`,
      };
    case 'new-dossier':
      return {
        screen: 'screen-dossier',
        load: () => import('../dossier/new-dossier-page.ts'),
        render: ({ stores, router }) =>
          html`<new-dossier-page .stores=${stores} .go=${(path: string) => router.go(path)}></new-dossier-page>`,
      };
    case 'dossier':
      return {
        screen: 'screen-dossier',
        load: () => import('../dossier/dossier-page.ts'),
        render: ({ stores }) => html`<dossier-page .stores=${stores} .dossierId=${route.dossier}></dossier-page>`,
      };
    case 'people':
      return {
        screen: 'screen-dossier',
        load: () => import('../people/people-page.ts'),
        render: ({ stores }) => html`<people-page .stores=${stores} .dossierId=${route.dossier}></people-page>`,
      };
    case 'log':
      return {
        screen: 'screen-dossier',
        load: () => import('../log/log-page.ts'),
        render: ({ stores }) => html`<log-page .stores=${stores} .dossierId=${route.dossier}></log-page>`,
      };
    case 'decision':
      return {
        screen: 'screen-dossier',
        load: () => import('../decision/decision-page.ts'),
        render: ({ stores }) => html`<decision-page .stores=${stores} .dossierId=${route.dossier}></decision-page>`,
      };
    case 'audit':
      return {
        screen: 'screen-dossier',
        load: () => import('../audit/audit-page.ts'),
        render: ({ stores }) => html`<audit-page .stores=${stores} .dossierId=${route.dossier}></audit-page>`,
      };
    case 'words':
      return {
        screen: 'screen-dossier',
        load: () => import('../redaction/words-page.ts'),
        render: ({ stores }) =>
          html`<words-page .stores=${stores} .dossierId=${route.dossier} .comment=${route.comment}></words-page>`,
      };
    case 'writing':
      return {
        screen: 'work-screen screen-write',
        load: () => import('../writing/writing-room.ts'),
        render: ({ stores }) =>
          html`<writing-room
            .stores=${stores}
            .dossierId=${route.dossier}
            .documentId=${route.document}
          ></writing-room>`,
      };
    case 'processing':
      return {
        screen: 'work-screen screen-process',
        load: () => import('../processing/processing-room.ts'),
        render: ({ stores }) =>
          html`<processing-room
            .stores=${stores}
            .dossierId=${route.dossier}
            .documentId=${route.document}
          ></processing-room>`,
      };
    case 'comparing':
      return {
        screen: 'work-screen screen-compare',
        load: () => import('../comparing/comparing-room.ts'),
        render: ({ stores }) =>
          html`<comparing-room
            .stores=${stores}
            .dossierId=${route.dossier}
            .documentId=${route.document}
            .from=${route.before}
            .to=${route.after}
          ></comparing-room>`,
      };
    case 'search':
      return {
        screen: 'screen-dossier',
        load: () => import('../search/search-page.ts'),
        render: ({ stores }) => html`<search-page .stores=${stores} .sought=${route.words}></search-page>`,
      };
    case 'notices':
      return {
        screen: 'screen-dossier',
        load: () => import('../notices/notices-page.ts'),
        render: ({ stores }) => html`<notices-page .stores=${stores} .settings=${route.settings}></notices-page>`,
      };
    case 'help':
      return {
        screen: 'screen-dossier',
        load: () => import('../help/help-page.ts'),
        render: ({ stores }) =>
          html`<help-page
            .contact=${stores.contact.value}
            .hints=${stores.hints}
            .session=${stores.session.session}
          ></help-page>`,
      };
    case 'parts':
      return {
        screen: 'screen-parts',
        load: () => import('../parts/parts-page.ts'),
        render: () => html`<parts-page></parts-page>`,
      };
    case 'unknown':
      return {
        screen: 'screen-dossier',
        load: () => import('./unknown-page.ts'),
        render: () => html`<unknown-page></unknown-page>`,
      };
  }
}

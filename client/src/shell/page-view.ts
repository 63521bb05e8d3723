import { html, type TemplateResult } from 'lit';
import type { PageContext } from './pages.ts';
import type { Route } from './routes.ts';

/** A page with what it needs: its elements get their ids and the shared stores as properties. */
export function pageView(
  route: Exclude<Route, { readonly page: 'writing' }>,
  { stores, router }: PageContext,
): TemplateResult {
  switch (route.page) {
    case 'overview':
      return html`<overview-page .stores=${stores}></overview-page>`;
    case 'new-dossier':
      return html`<new-dossier-page .stores=${stores} .go=${(path: string) => router.go(path)}></new-dossier-page>`;
    case 'dossier':
      return html`<dossier-page .stores=${stores} .dossierId=${route.dossier}></dossier-page>`;
    case 'people':
      return html`<people-page .stores=${stores} .dossierId=${route.dossier}></people-page>`;
    case 'log':
      return html`<log-page .stores=${stores} .dossierId=${route.dossier}></log-page>`;
    case 'decision':
      return html`<decision-page .stores=${stores} .dossierId=${route.dossier}></decision-page>`;
    case 'audit':
      return html`<audit-page .stores=${stores} .dossierId=${route.dossier}></audit-page>`;
    case 'words':
      return html`<words-page .stores=${stores} .dossierId=${route.dossier} .comment=${route.comment}></words-page>`;
    case 'processing':
      return html`<processing-room
        .stores=${stores}
        .dossierId=${route.dossier}
        .documentId=${route.document}
      ></processing-room>`;
    case 'comparing':
      return html`<comparing-room
        .stores=${stores}
        .dossierId=${route.dossier}
        .documentId=${route.document}
        .from=${route.before}
        .to=${route.after}
      ></comparing-room>`;
    case 'search':
      return html`<search-page .stores=${stores} .sought=${route.words}></search-page>`;
    case 'notices':
      return html`<notices-page .stores=${stores} .settings=${route.settings}></notices-page>`;
    case 'help':
      return html`<help-page
        .contact=${stores.contact.value}
        .hints=${stores.hints}
        .session=${stores.session.session}
      ></help-page>`;
    case 'parts':
      return html`<parts-page></parts-page>`;
    case 'unknown':
      return html`<unknown-page></unknown-page>`;
  }
}

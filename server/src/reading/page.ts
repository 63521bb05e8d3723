import { nl } from '@draagvlak/wording';
import type { Contact } from '../config.ts';
import type { Entry } from '../http/assets.ts';
import { html, type Html } from './html.ts';

/** The mark of the product, three pillars under a beam. */
const mark = html`<svg width="26" height="22" viewBox="0 0 26 22" aria-hidden="true">
  <path d="M1 4h24" stroke="currentColor" stroke-width="3.5" />
  <path d="M5 9v11M13 9v11M21 9v11" stroke="currentColor" stroke-width="3" />
</svg>`;

interface Page {
  readonly title: string;
  /** Class of the body, as the stylesheet knows it. */
  readonly screen: string;
  readonly entry: Entry | null;
  readonly main: Html;
  readonly footer?: Html;
  /** Whom to ask, in the foot of every page. */
  readonly contact: Contact | null;
  /** Attributes of `main`, for the script that decorates it. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Where help is: the page for every role, and people. */
function help(contact: Contact | null): Html {
  const { help: words } = nl;
  return html`<a href="/hulp">${words.link}</a>${
      contact && html`<span>${words.ask} <a href="mailto:${contact.email}">${contact.name}</a></span>`
    }`;
}

/** A whole page that is complete without scripts: head, bar, content, foot. */
export function page({ title, screen, entry, main, footer, contact, data = {} }: Page): string {
  const attributes = Object.entries(data).map(([name, value]) =>
    value === '' ? html` data-${name}` : html` data-${name}="${value}"`,
  );
  const content = html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} | ${nl.shell.product}</title>
        <meta name="color-scheme" content="light dark" />
        ${(entry?.styles ?? []).map((href) => html`<link rel="stylesheet" href="${href}" /> `)}${(entry?.preloads ?? []).map((href) => html`<link rel="modulepreload" href="${href}" /> `)}${(entry?.scripts ?? []).map((src) => html`<script type="module" src="${src}"></script> `)}
      </head>
      <body class="${screen}">
        <a class="skip" href="#inhoud">${nl.shell.skipToContent}</a>
        <header class="top">
          <a class="brand" href="/">${mark}${nl.shell.product}</a>
          <nav id="hoofdmenu" aria-label="${nl.shell.mainNavigation}">
            <ul>
              <li><a href="/">${nl.shell.overview}</a></li>
              <li><a href="/zoeken">${nl.shell.search}</a></li>
            </ul>
          </nav>
          <div class="top-end"></div>
        </header>
        <main id="inhoud" tabindex="-1" ${attributes}>${main}</main>
        <footer class="foot">${footer}${help(contact)}</footer>
      </body>
    </html> `;
  return content.text;
}

export function pageResponse(text: string, status = 200): Response {
  return new Response(text, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

import { LANGUAGES, type Wording } from '@draagvlak/wording';
import type { Contact } from '../config.ts';
import type { Entry } from '../http/assets.ts';
import { html, type Html } from './html.ts';
import type { Look } from './look.ts';

/** The mark of the product, three pillars under a beam. */
const mark = html`<svg width="26" height="22" viewBox="0 0 26 22" aria-hidden="true">
  <path d="M1 4h24" stroke="currentColor" stroke-width="3.5" />
  <path d="M5 9v11M13 9v11M21 9v11" stroke="currentColor" stroke-width="3" />
</svg>`;

/** Drawn here and not taken from the sheet of signs, so that they are there without a script. */
const searchSign = html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
  <circle cx="7" cy="7" r="4.6" />
  <path d="m10.6 10.6 3.6 3.6" />
</svg>`;
const bellSign = html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
  <path
    d="M3 11.500c1-1 1.200-2 1.200-4.300a3.800 3.800 0 0 1 7.600 0c0 2.300.2 3.300 1.200 4.300zM6.500 13.800c.8.700 2.200.7 3 0M8 1.800v1.400"
  />
</svg>`;

interface Page {
  readonly look: Look;
  readonly title: string;
  /** Class of the body, as the stylesheet knows it. */
  readonly screen: string;
  readonly entry: Entry | null;
  readonly main: Html;
  readonly footer?: Html;
  /** Stylesheet with what stands above and below a printed page. */
  readonly printStyle?: string;
  /** Whom to ask, in the foot of every page. */
  readonly contact: Contact | null;
  /** Attributes of `main`, for the script that decorates it. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Where help is: the page for every role, and people; and the way to the other languages. */
function help({ language, here, say }: Look, contact: Contact | null): Html {
  return html`<a href="/hulp">${say.shell.help}</a>${
      contact && html`<span>${say.shell.ask} <a href="mailto:${contact.email}">${contact.name}</a></span>`
    }${LANGUAGES.filter((one) => one !== language).map(
      (one) =>
        html`<a href="/taal/${one}?terug=${encodeURIComponent(here)}" lang="${one}" hreflang="${one}" rel="nofollow"
          >${say.shell.languages[one]}</a
        >`,
    )}`;
}

/** How much there is to know, for who is signed in. */
function bell(say: Wording, unread: number | null): Html | null {
  if (unread === null) return null;
  const words = say.bell.unread(unread);
  return html`<notice-bell
    ><a class="button small plain bell" href="/berichten" title="${words}"
      >${bellSign}${unread > 0 && html`<span class="bell-count num" aria-hidden="true">${unread > 99 ? '99+' : unread}</span>`}
      <span class="hidden-text">${words}</span></a
    ></notice-bell
  >`;
}

/** A whole page that is complete without scripts: head, bar, content, foot. */
export function page({ look, title, screen, entry, main, footer, contact, printStyle, data = {} }: Page): string {
  const { say, language, unread } = look;
  const attributes = Object.entries(data).map(([name, value]) =>
    value === '' ? html` data-${name}` : html` data-${name}="${value}"`,
  );
  const content = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} | ${say.shell.product}</title>
        <meta name="color-scheme" content="light dark" />
        ${(entry?.styles ?? []).map((href) => html`<link rel="stylesheet" href="${href}" /> `)}${printStyle !== undefined && html`<link rel="stylesheet" media="print" href="${printStyle}" /> `}${(entry?.preloads ?? []).map((href) => html`<link rel="modulepreload" href="${href}" /> `)}${(entry?.scripts ?? []).map((src) => html`<script type="module" src="${src}"></script> `)}
      </head>
      <body class="${screen}">
        <a class="skip" href="#inhoud">${say.shell.skipToContent}</a>
        <header class="top">
          <a class="brand" href="/">${mark}${say.shell.product}</a>
          <nav id="hoofdmenu" aria-label="${say.shell.mainNavigation}">
            <ul>
              <li><a href="/">${say.shell.overview}</a></li>
              <li><a href="/hulp">${say.shell.help}</a></li>
              <li class="menu-search"><a href="/zoeken">${say.shell.search}</a></li>
            </ul>
          </nav>
          <a class="button small plain search-hint" href="/zoeken">${searchSign}${say.shell.search}</a>
          ${bell(say, unread)}
          <div class="top-end"></div>
        </header>
        <main id="inhoud" tabindex="-1" ${attributes}>${main}</main>
        <footer class="foot">${footer}${help(look, contact)}</footer>
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

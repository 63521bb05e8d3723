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
  return html`<a class="bell" href="/berichten"
    >${unread === 0 ? say.bell.title : html`<span class="bell-count num" aria-hidden="true">${unread}</span> ${words}`}</a
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
              <li><a href="/zoeken">${say.shell.search}</a></li>
              ${unread !== null && html`<li>${bell(say, unread)}</li>`}
            </ul>
          </nav>
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

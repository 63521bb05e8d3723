import { problemStatus } from '@draagvlak/contract/server';
import { wording } from '@draagvlak/wording';
import type { Request } from '../http/environment.ts';
import type { HttpProblem } from '../http/http-problem.ts';
import { languageOf } from '../http/language.ts';
import { startSession } from '../http/identity-routes.ts';
import { makeFirstAccount } from '../identity/set-up.ts';
import type { Services } from '../services.ts';
import { problemSentence } from '../words.ts';
import { html, type Html } from './html.ts';
import { type Look, lookOf } from './look.ts';
import { page, pageResponse } from './page.ts';

/** Looking at a one-time link does nothing, since mail scanners look too; only its button uses it up. */
const form = (action: string, code: string, fields: Html | string, button: string): Html =>
  html`<form class="form" method="post" action="${action}">
    <input type="hidden" name="code" value="${code}" />
    ${fields}
    <div class="buttons"><button class="button primary" type="submit">${button}</button></div>
  </form>`;

const account = (services: Services, look: Look, title: string, content: Html, status = 200): Response =>
  pageResponse(
    page({
      look,
      title,
      screen: 'screen-account',
      entry: styleOnly(services),
      contact: services.config.contact,
      main: html`<div class="wrap sign-in">
        <div class="page-head"><h1>${title}</h1></div>
        ${content}
      </div>`,
    }),
    status,
  );

/** The app's stylesheet without its script. */
function styleOnly(services: Services) {
  const entry = services.assets.entry('index.html');
  return entry === null ? null : { ...entry, scripts: [], preloads: [] };
}

const gone = (services: Services, look: Look): Response =>
  account(services, look, look.say.pages.linkGone.title, html`<p>${look.say.pages.linkGone.text}</p>`, 410);

const field = (body: Record<string, unknown>, name: string): string =>
  typeof body[name] === 'string' ? body[name].trim() : '';

export async function showSetUp(services: Services, c: Request): Promise<Response> {
  const code = c.req.query('code') ?? '';
  const purpose = await services.identity.links.look(code);
  if (purpose?.kind !== 'set-up') return gone(services, await lookOf(services, c));
  const look = await lookOf(services, c);
  const words = look.say.pages.setUp;
  const name = html`<div class="field">
    <label for="naam">${words.name}</label><input id="naam" name="name" required maxlength="200" autocomplete="name" />
  </div>`;
  return account(
    services,
    look,
    words.title,
    html`<p>${words.text}</p>
      ${form('/inrichten', code, name, words.button)}`,
  );
}

export async function doSetUp(services: Services, c: Request): Promise<Response> {
  const body = await c.req.parseBody();
  const name = field(body, 'name').slice(0, 200);
  const person = name === '' ? null : await makeFirstAccount(services, field(body, 'code'), name);
  if (person === null) return gone(services, await lookOf(services, c));
  await startSession(services, c, person);
  return c.redirect('/', 303);
}

export async function showSignIn(services: Services, c: Request): Promise<Response> {
  const code = c.req.query('code') ?? '';
  const purpose = await services.identity.links.look(code);
  const person = purpose?.kind === 'sign-in' ? await services.identity.people.person(purpose.person) : null;
  if (person === null) return gone(services, await lookOf(services, c));
  const look = await lookOf(services, c);
  const words = look.say.pages.signIn;
  return account(
    services,
    look,
    words.title,
    html`<p>${words.text(person.name)}</p>
      ${form('/aanmelden', code, '', words.button)}`,
  );
}

export async function doSignIn(services: Services, c: Request): Promise<Response> {
  const code = field(await c.req.parseBody(), 'code');
  const { links, people } = services.identity;
  if ((await links.look(code))?.kind !== 'sign-in') return gone(services, await lookOf(services, c));
  const purpose = await links.take(code);
  const person = purpose?.kind === 'sign-in' ? await people.person(purpose.person) : null;
  if (person === null) return gone(services, await lookOf(services, c));
  await startSession(services, c, person);
  return c.redirect('/', 303);
}

export function notFound(services: Services, look: Look): Response {
  const words = look.say.pages.notFound;
  return account(
    services,
    look,
    words.title,
    html`<p>${words.text}</p>
      <p><a href="/">${words.link}</a></p>`,
    404,
  );
}

/** For who is not signed in: it is not there, or it is not for everybody. */
export function notPublic(services: Services, look: Look): Response {
  const words = look.say.pages.notPublic;
  return account(
    services,
    look,
    look.say.pages.notFound.title,
    html`<p>${words.text}</p>
      <p><a href="/">${words.link}</a></p>`,
    404,
  );
}

/** What went wrong with a page, that nothing is lost, and whom to tell. It asks nothing of the store, which may be down. */
export function errorPage(services: Services, c: Request, problem: HttpProblem): Response {
  const language = languageOf(c);
  const say = wording(language);
  const look: Look = { language, say, here: c.req.path, unread: null };
  const words = say.pages.trouble;
  const response = account(
    services,
    look,
    words.title,
    html`<p>${problemSentence(say, problem)}</p>
      <p>${words.text} <a href="${c.req.path}">${words.again}</a></p>
      <p class="small quiet">${words.number(c.var.requestId)}</p>`,
    problemStatus(problem.code),
  );
  if (problem.retryAfter !== null) response.headers.set('retry-after', String(problem.retryAfter));
  return response;
}

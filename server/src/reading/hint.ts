import type { Wording } from '@draagvlak/wording';
import type { Request } from '../http/environment.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { dismissedHints, dismissHint } from '../identity/hints.ts';
import type { Services } from '../services.ts';
import { html, type Html } from './html.ts';
import type { Look } from './look.ts';

const isHint = (say: Wording, name: string): name is keyof Wording['hints']['rooms'] =>
  Object.hasOwn(say.hints.rooms, name);

/**
 * The hint of a text to react on, or of one that can only be read, until this person dismisses it; it works without a
 * script.
 */
export async function readingHint(
  services: Services,
  { say, here }: Look,
  person: string,
  reacts: boolean,
): Promise<Html | null> {
  const name = reacts ? 'reading' : 'text';
  if ((await dismissedHints(services.storage.register, person)).includes(name)) return null;
  const { hints } = say;
  return html`<aside class="room-hint" aria-label="${hints.title}">
    <p><b>${hints.title}</b> ${hints.rooms[name]} <a href="/hulp">${hints.more}</a></p>
    <form method="post" action="/tips/${name}">
      <input type="hidden" name="terug" value="${here}" />
      <button class="button small" type="submit">${hints.dismiss}</button>
    </form>
  </aside>`;
}

/** Keeps that a hint is not to be shown again and goes back to the page one came from, which is one of ours. */
export async function doDismissHint(services: Services, { say }: Look, c: Request): Promise<Response> {
  const me = c.var.signedIn;
  const hint = c.req.param('hint') ?? '';
  if (me === null || !isHint(say, hint)) throw new HttpProblem('not-found');
  const { terug: back } = await c.req.parseBody();
  await dismissHint(services.storage.register, me.person.id, hint, true);
  return c.redirect(typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : '/', 303);
}

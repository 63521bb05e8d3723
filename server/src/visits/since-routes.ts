import { routes } from '@draagvlak/contract/server';
import { type Api, signedIn } from '../http/answer.ts';
import { actorOf, draftFor } from '../http/asker.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Services } from '../services.ts';

export function sinceRoutes(api: Api, services: Services): void {
  const { since } = services;

  signedIn(api, routes.since, async ({ me, params }) => {
    const { dossier, document } = await draftFor(services, me, params.draft, 'read-draft');
    const found = await since.changes(dossier, document, actorOf(me.person));
    if (found === null) return { since: null, changes: 0, people: [] };
    return { since: found.since, changes: found.changes.length, people: Object.values(found.people) };
  });

  signedIn(api, routes.sinceComparison, async ({ me, params }) => {
    const { dossier, document } = await draftFor(services, me, params.draft, 'read-draft');
    const found = await since.changes(dossier, document, actorOf(me.person));
    if (found === null) throw new HttpProblem('not-found');
    return found;
  });

  signedIn(api, routes.seenSince, async ({ me, params }) => {
    const { dossier, document } = await draftFor(services, me, params.draft, 'read-draft');
    await since.seen(dossier, document, me.person.id);
  });
}

import { routes } from '@draagvlak/contract/server';
import type { Services } from '../services.ts';
import { type Api, signedIn } from './answer.ts';
import { actorOf, draftFor, mustMay } from './asker.ts';
import { HttpProblem } from './http-problem.ts';

export function draftRoutes(api: Api, services: Services): void {
  signedIn(api, routes.draft, async ({ me, params }) => {
    await draftFor(services, me, params.draft, 'read-draft');
    return (await services.rooms.read(params.draft)).document;
  });

  signedIn(api, routes.applyProposal, async ({ me, params, body }) => {
    const found = await draftFor(services, me, params.draft, 'write-draft');
    mustMay(me, 'read-comment', found, { comment: body.comment });
    const applied = await services.dossiers.applyProposal(
      found.dossier,
      found.document,
      actorOf(me.person),
      body.comment,
      services.now(),
    );
    if (applied.kind === 'problem') throw new HttpProblem(applied.code);
    return { places: applied.places };
  });
}

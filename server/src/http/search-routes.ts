import { routes } from '@draagvlak/contract/server';
import type { Services } from '../services.ts';
import { type Api, signedIn } from './answer.ts';
import { actorOf, dossierFor } from './asker.ts';

export function searchRoutes(api: Api, services: Services): void {
  signedIn(api, routes.search, async ({ me, query }) => {
    const loaded = query.dossier === undefined ? null : await dossierFor(services, me, query.dossier, 'read-dossier');
    return services.search.find(actorOf(me.person), query.q ?? '', loaded?.dossier ?? null);
  });
}

import { routes } from '@draagvlak/contract/server';
import { can } from '@draagvlak/procedure';
import { overviewView } from '../dossiers/overview.ts';
import { publishedView } from '../dossiers/published-view.ts';
import type { Services } from '../services.ts';
import { type Api, open, signedIn } from './answer.ts';
import { actorOf, mustMayInRegister } from './asker.ts';
import { HttpProblem } from './http-problem.ts';

export function overviewRoutes(api: Api, services: Services): void {
  signedIn(api, routes.overview, ({ me }) => overviewView(services, actorOf(me.person)));

  open(api, routes.published, () => publishedView(services));

  signedIn(api, routes.nameQualification, async ({ me, params, body }) => {
    mustMayInRegister(me, 'name-qualification');
    const renamed = await services.identity.qualifications.rename(params.qualification, body.name);
    if (renamed === null) throw new HttpProblem('not-found');
    const dossiers = (await services.dossiers.store.all()).map(({ dossier }) => dossier);
    const about = dossiers.filter(
      (dossier) =>
        dossier.qualifications.includes(renamed.id) && can(actorOf(me.person), 'read-dossier', { dossier }) === true,
    );
    return { ...renamed, dossiers: about.map(({ id }) => id) };
  });
}

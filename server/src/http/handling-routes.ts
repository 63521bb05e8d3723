import { routes } from '@draagvlak/contract/server';
import type { BulkCommand, StandardAnswersView } from '@draagvlak/contract/server';
import { can, type Dossier, handlingOf, isCommittee } from '@draagvlak/procedure';
import { nl, refusalSentences } from '@draagvlak/wording';
import { workbenchUpdate } from '../dossiers/version-views.ts';
import type { Services } from '../services.ts';
import { type Api, signedIn } from './answer.ts';
import { actorOf, benchFor, dossierFor, heldOf, mustMay, orNothing } from './asker.ts';
import { HttpProblem, refused } from './http-problem.ts';

export function handlingRoutes(api: Api, services: Services): void {
  const { dossiers, standardAnswers, talkMarks } = services;

  signedIn(api, routes.bulk, async ({ me, params, query, body }) => {
    await dossierFor(services, me, params.dossier, 'read-proposals');
    const actor = actorOf(me.person);
    const acted = await dossiers.actMany(params.dossier, actor, body.commands, { now: services.now() });
    if (acted.kind === 'busy') throw new HttpProblem('busy', { retryAfter: 2 });
    if (acted.kind === 'refused') throw refused(acted.refusal);
    const held = await heldOf(services, params.dossier, query);
    const bench = held === null ? null : await orNothing(benchFor(services, me, held.version));
    return {
      version: acted.dossier.version,
      results: acted.refusals.map((refusal) => ({
        refusal,
        detail: refusal === null ? null : refusalSentences(nl, refusal).join(' '),
      })),
      // what takes back one of these commands is one of them
      undo: acted.undo as readonly BulkCommand[],
      workbench: held === null || bench === null ? null : await workbenchUpdate(services, bench, actor, held.since),
    };
  });

  signedIn(api, routes.standardAnswers, async ({ me, params }) => {
    const { dossier } = await dossierFor(services, me, params.dossier, 'read-proposals');
    return {
      own: await standardAnswers.of(dossier.id),
      elsewhere: await answersElsewhere(services, dossier, me.person.id),
    };
  });

  signedIn(api, routes.saveStandardAnswer, async ({ me, params, body }) => {
    await dossierFor(services, me, params.dossier, 'read-proposals');
    if (!(await standardAnswers.save(params.dossier, body))) throw new HttpProblem('limit-reached');
  });

  signedIn(api, routes.deleteStandardAnswer, async ({ me, params, query }) => {
    await dossierFor(services, me, params.dossier, 'read-proposals');
    await standardAnswers.remove(params.dossier, query.id);
  });

  signedIn(api, routes.seeTalk, async ({ me, body }) => {
    const loaded = await dossierFor(services, me, body.dossier, 'read-proposals');
    mustMay(me, 'read-comment', loaded, { comment: body.comment });
    const { talk } = handlingOf(loaded.dossier, body.comment);
    if (talk.some(({ id }) => id === body.message)) {
      await talkMarks.see(me.person.id, body.dossier, body.comment, body.message);
    }
  });
}

/** Answers of the other dossiers of this committee, as far as the person who asks is of the committee there too. */
async function answersElsewhere(
  { dossiers, identity, standardAnswers }: Services,
  here: Dossier,
  person: string,
): Promise<StandardAnswersView['elsewhere']> {
  const qualifications = await identity.qualifications.all();
  const clusters = (dossier: Dossier) =>
    qualifications.filter(({ id }) => dossier.qualifications.includes(id)).map(({ cluster }) => cluster);
  const own = clusters(here);
  const others = (await dossiers.store.all())
    .map(({ dossier }) => dossier)
    .filter((dossier) => dossier.id !== here.id && isCommittee(dossier, person))
    .filter((dossier) => can({ person, administrator: false }, 'read-proposals', { dossier }) === true)
    .filter((dossier) => clusters(dossier).some((cluster) => own.includes(cluster)))
    .toSorted((one, other) => other.openedAt.localeCompare(one.openedAt));
  const found: StandardAnswersView['elsewhere'][number][] = [];
  for (const { id, title } of others) {
    const answers = await standardAnswers.of(id);
    if (answers.length > 0) found.push({ dossier: id, title, answers });
  }
  return found;
}

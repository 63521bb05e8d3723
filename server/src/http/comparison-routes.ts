import { routes } from '@draagvlak/contract/server';
import { comparisonView } from '../dossiers/comparison-view.ts';
import type { Services } from '../services.ts';
import { type Api, signedIn } from './answer.ts';
import { actorOf, mustMay, versionFor } from './asker.ts';
import { HttpProblem } from './http-problem.ts';
import { markRead, readMarks } from '../dossiers/read-marks.ts';
import type { SignedIn } from '../identity/sessions.ts';

/** Both sides of a comparison, when the person may read each; `after` is `null` for the draft. */
export async function sidesFor(services: Services, me: SignedIn, before: string, after: string) {
  const found = await versionFor(services, me, before, 'read-comparison');
  if (after === 'draft') {
    mustMay(me, 'read-draft', found);
    const document = found.dossier.documents.find(({ id }) => id === found.version.document);
    if (document === undefined || !found.dossier.startedDrafts.includes(document.id)) {
      throw new HttpProblem('draft-not-started');
    }
    return { ...found, before: found.version, after: null };
  }
  const other = await versionFor(services, me, after, 'read-comparison');
  // Two documents have no history in common, and two dossiers not even readers.
  if (other.dossier.id !== found.dossier.id || other.version.document !== found.version.document) {
    throw new HttpProblem('unknown-version', { field: 'after' });
  }
  return { ...found, before: found.version, after: other.version };
}

export function comparisonRoutes(api: Api, services: Services): void {
  const { register } = services.storage;

  signedIn(api, routes.comparison, async ({ me, query }) => {
    const sides = await sidesFor(services, me, query.before, query.after);
    const read = await readMarks(register, me.person.id, query.before, query.after);
    return comparisonView(services, sides, actorOf(me.person), read);
  });

  signedIn(api, routes.markRead, async ({ me, body }) => {
    await sidesFor(services, me, body.before, body.after);
    await markRead(register, me.person.id, body);
  });
}

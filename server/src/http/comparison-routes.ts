import { routes } from '@draagvlak/contract/server';
import type { FrozenVersion } from '@draagvlak/procedure';
import { comparisonView, type Sides } from '../dossiers/comparison-view.ts';
import type { Loaded } from '../dossiers/store.ts';
import type { Services } from '../services.ts';
import { type Api, signedIn } from './answer.ts';
import { actorOf, type Asker, mustMay, versionFor } from './asker.ts';
import { HttpProblem } from './http-problem.ts';
import { markRead, readMarks } from '../dossiers/read-marks.ts';

/**
 * Both sides of a comparison, when the person may read each; `after` is `null` for the draft. The first may be the text
 * in force, adopted in another dossier; `document` says then which draft is meant.
 */
export async function sidesFor(
  services: Services,
  me: Asker,
  before: string,
  after: string,
  document?: string,
): Promise<Sides & { readonly head: string }> {
  const { store } = services.dossiers;
  const known = await store.ofVersion(before);
  const elsewhere = after === 'draft' && document !== undefined ? await store.ofDocument(document) : null;
  if (after === 'draft' && elsewhere !== null && elsewhere.dossier.id !== known?.dossier.id) {
    mustMay(me, 'read-draft', elsewhere);
    return withTextInForce(services, me, before, elsewhere, document ?? '', null);
  }
  if (after !== 'draft') {
    const other = await versionFor(services, me, after, 'read-comparison');
    if (other.dossier.id !== known?.dossier.id) {
      return withTextInForce(services, me, before, other, other.version.document, other.version);
    }
  }
  const found = await versionFor(services, me, before, 'read-comparison');
  const { dossier, head, version } = found;
  if (after === 'draft') {
    mustMay(me, 'read-draft', found);
    if (!dossier.startedDrafts.includes(version.document)) throw new HttpProblem('draft-not-started');
    return { dossier, head, before: version, after: null };
  }
  const other = await versionFor(services, me, after, 'read-comparison');
  // Two documents have no history in common.
  if (other.version.document !== version.document) throw new HttpProblem('unknown-version', { field: 'after' });
  return { dossier, head, before: version, after: other.version };
}

/** A text of this dossier beside the one in force: what its draft began with, or what its reader may read anyway. */
async function withTextInForce(
  services: Services,
  me: Asker,
  before: string,
  { dossier, head }: Loaded,
  id: string,
  after: FrozenVersion | null,
): Promise<Sides & { readonly head: string }> {
  const { inForce } = services.dossiers;
  const document = dossier.documents.find((one) => one.id === id);
  if (document === undefined) throw new HttpProblem('unknown-version', { field: 'after' });
  if (after === null && !dossier.startedDrafts.includes(id)) throw new HttpProblem('draft-not-started');
  const base = await inForce.base(dossier, document);
  const present = base?.version.id === before ? base : await inForce.present(dossier, document);
  if (present?.version.id !== before) throw new HttpProblem('unknown-version');
  if (present !== base) await versionFor(services, me, before, 'read-comparison');
  return { dossier, head, before: present.version, after, foreign: { dossier: present.dossier, document: id } };
}

export function comparisonRoutes(api: Api, services: Services): void {
  const { register } = services.storage;

  signedIn(api, routes.comparison, async ({ me, query }) => {
    const sides = await sidesFor(services, me, query.before, query.after, query.document);
    const read = await readMarks(register, me.person.id, query.before, query.after);
    return comparisonView(services, sides, actorOf(me.person), read);
  });

  signedIn(api, routes.markRead, async ({ me, body }) => {
    await sidesFor(services, me, body.before, body.after, body.document);
    await markRead(register, me.person.id, body);
  });
}

import { type Actor, can, type Look, publicActor, type Refusal, type RegisterAct } from '@draagvlak/procedure';
import type { Loaded } from '../dossiers/store.ts';
import type { Person } from '../identity/people.ts';
import type { SignedIn } from '../identity/sessions.ts';
import type { Services } from '../services.ts';
import { HttpProblem, refused } from './http-problem.ts';

export const actorOf = (person: Person): Actor => ({
  person: person.id,
  administrator: person.administrator,
  secretariat: person.secretariat,
});

/** Who asks: somebody who is signed in, or with `null` the public. */
export type Asker = SignedIn | null;

export const actorFor = (me: Asker): Actor => (me === null ? publicActor : actorOf(me.person));

/** Asks the rules whether this may be done in the register of people and qualifications. */
export function mustMayInRegister(me: SignedIn, act: RegisterAct): void {
  const allowed = can(actorOf(me.person), act, { dossier: null });
  if (allowed !== true) throw refused(allowed);
}

/** A look that belongs to another phase is forbidden now; only an act can be in conflict with the phase. */
const hidden = (refusal: Refusal): HttpProblem =>
  refusal.code === 'wrong-phase' ? new HttpProblem('not-allowed') : refused(refusal);

type About = { readonly version?: string; readonly comment?: string };

/** Asks the rules whether this may be looked at; throws the problem when not. */
export function mustMay(me: Asker, look: Look, loaded: Loaded, about: About = {}): void {
  const allowed = can(actorFor(me), look, { dossier: loaded.dossier, ...about });
  if (allowed !== true) throw hidden(allowed);
}

/** The dossier, when the person may look at it in this way; who may not know of it hears that it does not exist. */
export async function dossierFor(services: Services, me: SignedIn, id: string, look: Look): Promise<Loaded> {
  const loaded = await services.dossiers.store.load(id);
  if (loaded === null) throw new HttpProblem('unknown-dossier');
  mustMay(me, look, loaded);
  return loaded;
}

/** The dossier of a version, when the person may read that version. */
export async function versionFor(services: Services, me: Asker, version: string, look: Look = 'read-version') {
  const loaded = await services.dossiers.store.ofVersion(version);
  if (loaded === null) throw new HttpProblem('unknown-version');
  const visible = can(actorFor(me), 'read-version', { dossier: loaded.dossier, version });
  if (visible !== true) throw new HttpProblem('unknown-version');
  mustMay(me, look, loaded, { version });
  const found = loaded.dossier.versions.find(({ id }) => id === version);
  if (found === undefined) throw new HttpProblem('unknown-version');
  return { ...loaded, version: found };
}

/** The dossier of a version, when the person may handle the comments on it. */
export async function benchFor(services: Services, me: SignedIn, version: string) {
  const found = await versionFor(services, me, version);
  mustMay(me, 'read-proposals', found);
  return found;
}

/** What an asker has of a view of a version in this dossier: then the answer to an act brings what changed in it. */
export async function heldOf(
  services: Services,
  dossier: string,
  { version, since }: { readonly version?: string | undefined; readonly since?: string | undefined },
): Promise<{ readonly version: string; readonly since: string } | null> {
  if (version === undefined || since === undefined) return null;
  const loaded = await services.dossiers.store.load(dossier);
  return loaded?.dossier.versions.some(({ id }) => id === version) === true ? { version, since } : null;
}

/** What is found, or `null` where it may not be looked at any more: an act that was done is no failure for that. */
export async function orNothing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof HttpProblem) return null;
    throw error;
  }
}

/** The dossier of a draft with the document it is the text of. */
export async function draftFor(services: Services, me: SignedIn, draft: string, look: Look) {
  const loaded = await services.dossiers.store.ofDraft(draft);
  if (loaded === null) throw new HttpProblem('not-found');
  const allowed = can(actorOf(me.person), look, { dossier: loaded.dossier });
  if (allowed !== true) throw allowed.code === 'unknown-dossier' ? new HttpProblem('not-found') : hidden(allowed);
  const document = loaded.dossier.documents.find((one) => one.draft === draft);
  if (document === undefined) throw new HttpProblem('not-found');
  if (!loaded.dossier.startedDrafts.includes(document.id)) throw new HttpProblem('draft-not-started');
  return { ...loaded, document };
}

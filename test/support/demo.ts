import type { DossierView, OverviewView } from '@draagvlak/contract/client';
import type { Phase } from '@draagvlak/procedure';
import { type APIRequestContext, request } from 'playwright-core';

/** Somebody of the demo who asks the API, as the screens do. */
export async function asks(base: string, persona: string): Promise<APIRequestContext> {
  const api = await request.newContext({ baseURL: base, extraHTTPHeaders: { origin: base } });
  const answer = await api.post('/api/demo/sign-in', { data: { persona } });
  if (!answer.ok()) throw new Error(`${persona} cannot sign in: ${answer.status()}`);
  return api;
}

export async function read<T>(api: APIRequestContext, path: string): Promise<T> {
  const answer = await api.get(path);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** The dossier of the demo that stands in each phase, as its secretary sees it. */
export async function dossiersByPhase(base: string): Promise<(phase: Phase) => DossierView> {
  const api = await asks(base, 'secretaris');
  try {
    const { dossiers } = await read<OverviewView>(api, '/api/overview');
    const views = await Promise.all(dossiers.map(({ id }) => read<DossierView>(api, `/api/dossiers/${id}`)));
    return (phase) => {
      const found = views.find((view) => view.phase === phase);
      if (!found) throw new Error(`no dossier of the demo stands in ${phase}`);
      return found;
    };
  } finally {
    await api.dispose();
  }
}

/** The dossier's document of which most is known: the opleiderdocument. */
export function mainDocument(view: DossierView): DossierView['documents'][number] {
  const found = view.documents.find(({ kind }) => kind === 'opleiderdocument') ?? view.documents[0];
  if (!found) throw new Error(`${view.title} has no document`);
  return found;
}

import type { Command } from '@draagvlak/procedure';
import { type ClientOptions, createSender } from './sender.ts';
import type { CommentDraftView } from './comment-view.ts';
import type { DossierView } from './dossier-view.ts';
import type { PersonaView, RegisterView, SessionView } from './person-view.ts';
import type { ReadingView } from './reading-view.ts';

/** Opening and starting a draft have routes of their own, since the server makes something besides the fact. */
export type DossierCommand = Exclude<Command, { type: 'open-dossier' | 'start-draft' }>;

export type ReadingClient = ReturnType<typeof createReadingClient>;

/** What the reading page asks, and no more: who only reads on a phone loads little. */
export function createReadingClient(options: ClientOptions = {}) {
  const id = encodeURIComponent;
  const { base = '' } = options;
  const { json, silent } = createSender(options);
  return {
    /** Throws a problem `not-signed-in` when nobody is. */
    session: () => json<SessionView>('GET', '/session'),
    personas: () => json<readonly PersonaView[]>('GET', '/demo/personas'),
    signInAs: (persona: string) => json<SessionView>('POST', '/demo/sign-in', { persona }),
    people: (q = '') => json<RegisterView>('GET', `/people?q=${id(q)}`),
    dossier: (dossier: string) => json<DossierView>('GET', `/dossiers/${id(dossier)}`),
    command: (dossier: string, command: DossierCommand) =>
      json<{ readonly version: number; readonly dossier: DossierView }>(
        'POST',
        `/dossiers/${id(dossier)}/commands`,
        command,
      ),
    /** Address for an `EventSource`; each event `changed` carries `{"version": n}`. */
    eventsUrl: (dossier: string) => `${base}/api/dossiers/${id(dossier)}/events`,
    version: (version: string) => json<ReadingView>('GET', `/versions/${id(version)}`),
    commentDrafts: (version: string) =>
      json<readonly CommentDraftView[]>('GET', `/private/comment-drafts?version=${id(version)}`),
    saveCommentDraft: (version: string, draft: Omit<CommentDraftView, 'savedAt'>) =>
      json<CommentDraftView>('PUT', `/private/comment-drafts?version=${id(version)}`, draft),
    deleteCommentDraft: (version: string, comment: string) =>
      silent('DELETE', `/private/comment-drafts?version=${id(version)}&id=${id(comment)}`),
  };
}

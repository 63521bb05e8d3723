import type { DocumentJson } from '@draagvlak/document';
import type { Command, Party } from '@draagvlak/procedure';
import type { ChangedPlace } from '@draagvlak/review';
import { createReadingClient } from './reading-client.ts';
import { type ClientOptions, createSender } from './sender.ts';
import type { ContactView } from './contact-view.ts';
import type { ImportChoice, ImportSource, ImportView } from './import-view.ts';
import type { NoteAnchor, NotesView, NoteView } from './note-view.ts';
import type { PublishedView } from './published-view.ts';
import type { SearchView } from './search-view.ts';
import type { SinceComparisonView, SinceView } from './since-view.ts';
import type { KeptTextView } from './comment-view.ts';
import type { LogLine } from './dossier-view.ts';
import type { OverviewView, QualificationView } from './overview-view.ts';
import type { RegisterView, SessionView } from './person-view.ts';
import type { ComparisonView, WorkbenchView } from './reading-view.ts';
import type { HealthView, SchemaView } from './server-view.ts';
import type { WordsView } from './words-view.ts';

export * from './handling-client.ts';
export type * from './handling-view.ts';
export * from './image-client.ts';
export * from './image-url.ts';
export * from './hint-client.ts';
export * from './notice-client.ts';
export { LANGUAGE_COOKIE } from './language.ts';
export * from './problem.ts';
export * from './reading-client.ts';
export { type ClientOptions, ProblemError, Unreachable } from './sender.ts';
export * from './changes.ts';
export * from './followed-lists.ts';
export { createFollowingClient, type FollowingClient } from './following-client.ts';
export type * from './contact-view.ts';
export type * from './import-view.ts';
export * from './note-view.ts';
export type * from './notice-view.ts';
export type * from './published-view.ts';
export type * from './search-view.ts';
export type * from './since-view.ts';
export type * from './comment-view.ts';
export type * from './dossier-view.ts';
export type * from './overview-view.ts';
export type * from './person-view.ts';
export type * from './reading-view.ts';
export type * from './server-view.ts';
export type * from './words-view.ts';

type Opening = Omit<Extract<Command, { type: 'open-dossier' }>, 'type'>;

/** What an author writes in a note or a reply; the one who writes makes the id. */
export interface NoteWords {
  readonly id: string;
  readonly text: string;
  /** Ids of the authors who are mentioned in it. */
  readonly mentions: readonly string[];
}

export type Client = ReturnType<typeof createClient>;

/** Every route under `/api` as a function; a refusal throws {@link ProblemError}, a dead line {@link Unreachable}. */
export function createClient({ fetch: send = fetch, base = '' }: ClientOptions = {}) {
  const id = encodeURIComponent;
  const { request, json, silent } = createSender({ fetch: send, base });

  return {
    ...createReadingClient({ fetch: send, base }),
    health: () => json<HealthView>('GET', '/health'),
    contact: () => json<ContactView>('GET', '/contact'),
    schema: () => json<SchemaView>('GET', '/schema'),

    signOut: () => silent('DELETE', '/session'),
    /** Makes the first account of a real installation with the link that the server printed. */
    setUp: (token: string, name: string) => json<SessionView>('POST', '/set-up', { token, name }),
    /** Signs in with the one-time link that the secretary handed over. */
    signIn: (token: string) => json<SessionView>('POST', '/sign-in', { token }),
    /** A one-time link for this person, to be handed over by the secretary. */
    signInLink: (person: string) => json<{ readonly url: string }>('POST', `/people/${id(person)}/sign-in-link`),

    overview: () => json<OverviewView>('GET', '/overview'),
    /** What everybody may read, also who is not signed in. */
    published: () => json<readonly PublishedView[]>('GET', '/published'),
    /** Everything the person who asks may read, in one dossier or in all; no words find nothing. */
    search: (q: string, dossier: string | null = null) =>
      json<SearchView>('GET', `/search?q=${id(q)}${dossier === null ? '' : `&dossier=${id(dossier)}`}`),
    nameQualification: (qualification: string, name: string) =>
      json<QualificationView>('PUT', `/qualifications/${id(qualification)}`, { name }),
    addPerson: (person: { name: string; party: Party; organisation: string | null; organisationName: string | null }) =>
      json<RegisterView['people'][number]>('POST', '/people', person),

    openDossier: (opening: Opening) => json<{ readonly id: string }>('POST', '/dossiers', opening),
    /** Everything people wrote in it, for who may redact and erase words. */
    dossierWords: (dossier: string) => json<readonly WordsView[]>('GET', `/dossiers/${id(dossier)}/words`),
    log: (dossier: string) => json<readonly LogLine[]>('GET', `/dossiers/${id(dossier)}/log`),
    uploadFile: async (dossier: string, file: Blob) => {
      const response = await request('POST', `/dossiers/${id(dossier)}/files`, file, 'application/octet-stream');
      return (await response.json()) as { readonly blob: string; readonly type: string };
    },
    /** A picture for the text of a draft; the screens send it with `uploadImage`, which tells how far it is. */
    uploadImage: async (dossier: string, file: Blob) => {
      const response = await request('POST', `/dossiers/${id(dossier)}/images`, file, 'application/octet-stream');
      return (await response.json()) as { readonly blob: string; readonly type: string };
    },
    fileUrl: (dossier: string, blob: string) => `${base}/api/dossiers/${id(dossier)}/files/${id(blob)}`,
    previewImport: (dossier: string, document: string, source: ImportSource) =>
      json<ImportView>('POST', `/dossiers/${id(dossier)}/documents/${id(document)}/import-preview`, source),
    startDraft: (
      dossier: string,
      document: string,
      from:
        | { readonly from: 'template' }
        | ({ readonly from: 'import'; readonly markdown: string } & Partial<ImportChoice>)
        | ({ readonly from: 'html'; readonly html: string } & Partial<ImportChoice>)
        | { readonly from: 'version'; readonly version: string },
    ) =>
      json<{ readonly dropped: readonly string[] }>(
        'POST',
        `/dossiers/${id(dossier)}/documents/${id(document)}/start`,
        from,
      ),

    versionBytesUrl: (version: string) => `${base}/api/versions/${id(version)}/bytes`,
    workbench: (version: string) => json<WorkbenchView>('GET', `/versions/${id(version)}/workbench`),
    /** Two versions, or with `after` "draft" a version and its document's draft as it stands. */
    /** `document` says whose draft is meant where `before` is the text of another dossier. */
    comparison: (before: string, after: string, document?: string) =>
      json<ComparisonView>(
        'GET',
        `/comparisons?before=${id(before)}&after=${id(after)}${document === undefined ? '' : `&document=${id(document)}`}`,
      ),
    markRead: (mark: { before: string; after: string; document?: string; change: string; read: boolean }) =>
      silent('PUT', '/comparisons/read', mark),
    draft: (draft: string) => json<DocumentJson>('GET', `/drafts/${id(draft)}/document`),
    /** Puts a comment's text proposal into the draft; `places` are what a disposition may point to. */
    applyProposal: (draft: string, comment: string) =>
      json<{ readonly places: readonly ChangedPlace[] }>('POST', `/drafts/${id(draft)}/apply-proposal`, { comment }),

    /** My text that lost its place: somebody else removed or moved the part, or the draft was closed while I typed. */
    keptTexts: (draft: string) => json<readonly KeptTextView[]>('GET', `/private/kept-texts?draft=${id(draft)}`),
    saveKeptText: (draft: string, text: { readonly id: string; readonly text: string }) =>
      json<KeptTextView>('PUT', `/private/kept-texts?draft=${id(draft)}`, text),
    deleteKeptText: (draft: string, text: string) =>
      silent('DELETE', `/private/kept-texts?draft=${id(draft)}&id=${id(text)}`),

    /** Margin notes of the authors on a living draft. */
    notes: (draft: string) => json<NotesView>('GET', `/drafts/${id(draft)}/notes`),
    addNote: (draft: string, note: NoteWords & { readonly anchor: NoteAnchor }) =>
      json<NoteView>('POST', `/drafts/${id(draft)}/notes`, note),
    replyToNote: (draft: string, note: string, reply: NoteWords) =>
      json<NoteView>('POST', `/drafts/${id(draft)}/notes/${id(note)}/replies`, reply),
    markNote: (draft: string, note: string, done: boolean) =>
      json<NoteView>('PUT', `/drafts/${id(draft)}/notes/${id(note)}`, { done }),
    seeNote: (draft: string, note: string) => silent('PUT', `/drafts/${id(draft)}/notes/${id(note)}/seen`, {}),
    deleteNote: (draft: string, note: string) => silent('DELETE', `/drafts/${id(draft)}/notes/${id(note)}`),
    /** What others changed since the person who asks was in the draft; and that they have seen it. */
    since: (draft: string) => json<SinceView>('GET', `/drafts/${id(draft)}/since`),
    sinceComparison: (draft: string) => json<SinceComparisonView>('GET', `/drafts/${id(draft)}/since/comparison`),
    seenSince: (draft: string) => silent('PUT', `/drafts/${id(draft)}/since`, {}),
    deleteNoteReply: (draft: string, note: string, reply: string) =>
      silent('DELETE', `/drafts/${id(draft)}/notes/${id(note)}/replies/${id(reply)}`),
  };
}

import { type NotesView, type NoteView, routes } from '@draagvlak/contract/server';
import { can, type Dossier, type DossierDocument, notice } from '@draagvlak/procedure';
import type { PeopleView } from '../dossiers/people-view.ts';
import { type Api, signedIn } from '../http/answer.ts';
import { actorOf, draftFor } from '../http/asker.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { SignedIn } from '../identity/sessions.ts';
import type { Services } from '../services.ts';
import type { Added, Note } from './notes.ts';

/** When the draft's text was frozen last; notes from before belong to what is over, also if they were not removed yet. */
export function lastFrozen(dossier: Dossier, document: string): string | null {
  const frozen = dossier.versions.filter((one) => one.document === document && one.erratumOf === null);
  return frozen.at(-1)?.frozenAt ?? null;
}

/** Who writes in the drafts of this dossier now, in the order in which they came. */
function authorsOf(dossier: Dossier): readonly string[] {
  const people = [...new Set(dossier.members.map(({ person }) => person))];
  return people.filter((person) => can({ person, administrator: false }, 'write-draft', { dossier }) === true);
}

function noteView(note: Note, people: PeopleView, asker: string): NoteView {
  const { id, anchor, by, at, text, replies, done, unseen } = note;
  return {
    id,
    anchor,
    by: people.person(by),
    at,
    text,
    replies: replies.map((reply) => ({ id: reply.id, by: people.person(reply.by), at: reply.at, text: reply.text })),
    done: done === null ? null : { by: people.person(done.by), at: done.at },
    unread: unseen.includes(asker),
  };
}

export function noteRoutes(api: Api, services: Services): void {
  const { dossiers } = services;
  const { notes } = dossiers;

  async function enter(me: SignedIn, draft: string, look: 'read-notes' | 'write-draft') {
    const found = await draftFor(services, me, draft, 'read-notes');
    if (look === 'write-draft') await draftFor(services, me, draft, look);
    const { people } = await dossiers.asking(found.dossier, actorOf(me.person), services.now());
    return { ...found, people };
  }

  /** A note that the last freeze ended is not there any more. */
  async function existing(found: { dossier: Dossier; document: DossierDocument }, id: string): Promise<Note> {
    const note = await notes.find(found.document.draft, id);
    const since = lastFrozen(found.dossier, found.document.id);
    if (note === null || (since !== null && note.at <= since)) throw new HttpProblem('not-found');
    return note;
  }

  function added(answer: Added): Note {
    if (answer === 'taken') throw new HttpProblem('already-exists');
    if (answer === 'full') throw new HttpProblem('limit-reached');
    if (answer === 'unknown') throw new HttpProblem('not-found');
    return answer;
  }

  const mentioned = (dossier: Dossier, mentions: readonly string[]) => {
    const authors = authorsOf(dossier);
    return mentions.filter((person) => authors.includes(person));
  };

  /** Tells who is mentioned, wherever they are; of the words of a note the notice holds nothing. */
  async function tell(
    { dossier, document }: { dossier: Dossier; document: DossierDocument },
    said: { readonly id: string; readonly mentions: readonly string[] },
    by: string,
  ): Promise<void> {
    for (const person of said.mentions) {
      if (person === by) continue;
      await services.notices.raise(person, {
        id: `note-${said.id}`,
        dossier: dossier.id,
        at: services.now(),
        by,
        notice: notice('mentioned', { title: document.title }, { document: document.id }),
        href: `/dossiers/${dossier.id}/schrijven/${document.id}`,
      });
    }
  }

  signedIn(api, routes.notes, async ({ me, params }): Promise<NotesView> => {
    const { dossier, document, people } = await enter(me, params.draft, 'read-notes');
    const asker = me.person.id;
    const all = await notes.of(params.draft, lastFrozen(dossier, document.id));
    return {
      notes: all.map((note) => noteView(note, people, asker)),
      authors: authorsOf(dossier)
        .filter((person) => person !== asker)
        .map((person) => ({ person, name: people.person(person).name })),
    };
  });

  signedIn(api, routes.addNote, async ({ me, params, body }) => {
    const found = await enter(me, params.draft, 'write-draft');
    const said = { ...body, mentions: mentioned(found.dossier, body.mentions) };
    const note = added(await notes.add(params.draft, { ...said, by: me.person.id, at: services.now() }));
    await tell(found, said, me.person.id);
    return noteView(note, found.people, me.person.id);
  });

  signedIn(api, routes.replyToNote, async ({ me, params, body }) => {
    const found = await enter(me, params.draft, 'write-draft');
    await existing(found, params.note);
    const said = { ...body, mentions: mentioned(found.dossier, body.mentions) };
    const reply = { ...said, by: me.person.id, at: services.now() };
    const note = added(await notes.reply(params.draft, params.note, reply));
    await tell(found, said, me.person.id);
    return noteView(note, found.people, me.person.id);
  });

  signedIn(api, routes.markNote, async ({ me, params, body }) => {
    const found = await enter(me, params.draft, 'write-draft');
    await existing(found, params.note);
    const done = body.done ? { by: me.person.id, at: services.now() } : null;
    const note = await notes.mark(params.draft, params.note, done);
    if (note === null) throw new HttpProblem('not-found');
    return noteView(note, found.people, me.person.id);
  });

  signedIn(api, routes.seeNote, async ({ me, params }) => {
    const found = await enter(me, params.draft, 'read-notes');
    await existing(found, params.note);
    await notes.see(params.draft, params.note, me.person.id);
  });

  signedIn(api, routes.deleteNote, async ({ me, params }) => {
    const found = await enter(me, params.draft, 'read-notes');
    const note = await existing(found, params.note);
    if (note.by !== me.person.id) throw new HttpProblem('not-your-own');
    await notes.delete(params.draft, params.note);
  });

  signedIn(api, routes.deleteNoteReply, async ({ me, params }) => {
    const found = await enter(me, params.draft, 'read-notes');
    const reply = (await existing(found, params.note)).replies.find(({ id }) => id === params.reply);
    if (reply === undefined) throw new HttpProblem('not-found');
    if (reply.by !== me.person.id) throw new HttpProblem('not-your-own');
    await notes.deleteReply(params.draft, params.note, params.reply);
  });
}

import type { NoticeSettingsView, NoticesView, ReadNotices } from '@draagvlak/contract/server';
import { type Actor, can, type Dossier, type Notice, reminders, type Topic, TOPICS } from '@draagvlak/procedure';
import type { Storage } from '@draagvlak/storage';
import type { Listeners } from '../dossiers/listeners.ts';
import type { PeopleView } from '../dossiers/people-view.ts';
import type { Log } from '../log.ts';
import type { DossierStore } from '../dossiers/store.ts';
import { type Line, linesOf } from './lines.ts';
import { addRead, type Mark, markOf, silence, silenced, tidy } from './marks.ts';
import { keepRaised, type Raised, raisedFor } from './raised.ts';
import { createTelling, type Told } from './told.ts';

/** A notice of one person, with the dossier as it is now. */
export interface Known extends Told {
  readonly dossier: Dossier;
  /** Path to the place; `null` where it follows from the notice. */
  readonly href: string | null;
}

/** What people should know of the dossiers they have a part in. */
export interface Notices {
  /** What this person may still know of, newest first, without the topics they switched off. */
  list(actor: Actor): Promise<NoticesView>;
  unread(actor: Actor): Promise<number>;
  read(actor: Actor, read: ReadNotices): Promise<void>;
  settings(person: string): Promise<NoticeSettingsView>;
  choose(person: string, topics: NoticeSettingsView['topics']): Promise<void>;
  /** Tells somebody of what no fact tells: give it an id that is the same for the same event. Rights are asked when it is read. */
  raise(person: string, raised: Raised): Promise<void>;
  /** Calls back when this person's number of unread notices may have changed; returns how to stop. */
  listen(person: string, changed: () => void): () => void;
}

export interface NoticeParts {
  readonly storage: Storage;
  readonly store: DossierStore;
  readonly listeners: Listeners;
  readonly log: Log;
  /** How the people of a dossier appear to who asks. */
  peopleOf(dossier: Dossier, actor: Actor): Promise<PeopleView>;
  now(): string;
  /** Milliseconds that only go forward. */
  elapsed(): number;
}

/** Older lines stay in the log of their dossier. */
const MOST = 200;

export function createNotices(parts: NoticeParts): Notices {
  const { storage, store, listeners } = parts;
  const now = () => parts.now();
  const { register } = storage;
  const telling = createTelling(storage.journal, () => parts.elapsed());
  const waiting = new Map<string, Set<() => void>>();
  const tell = (person: string) => waiting.get(person)?.forEach((changed) => changed());
  // One change of a row at a time: two tabs that read at once would lose what the other read.
  let writing: Promise<unknown> = Promise.resolve();
  const alone = <T>(write: () => Promise<T>): Promise<T> => {
    const done = writing.then(write);
    writing = done.catch(() => undefined);
    return done;
  };
  listeners.listenToAll((id) => {
    if (waiting.size === 0) return;
    // Who just lost their part hears it too: what they were told of the dossier is gone for them.
    const concerned = store
      .load(id)
      .then((loaded) => [...(loaded?.dossier.members ?? []), ...(loaded?.dossier.formerMembers ?? [])]);
    concerned.then(
      (members) => new Set(members.map(({ person }) => person)).forEach(tell),
      (error: unknown) => parts.log.error('nobody was told of an act', { dossier: id, error }),
    );
  });

  async function known(actor: Actor): Promise<readonly Known[]> {
    const { person } = actor;
    const found: Known[] = [];
    const raised = await raisedFor(register, person);
    for (const { dossier } of await store.all()) {
      if (can(actor, 'read-dossier', { dossier }) !== true) continue;
      for (const told of await telling.of(dossier.id, person)) found.push({ ...told, dossier, href: null });
      for (const { id, at, notice } of reminders(dossier, person, now())) {
        found.push({ id: `${dossier.id}/${id}`, at, by: null, notice, dossier, href: null });
      }
      for (const one of raised) {
        if (one.dossier === dossier.id && can(actor, 'read-draft', { dossier }) === true) {
          found.push({ ...one, dossier });
        }
      }
    }
    return found.filter((one) => mayKnow(one, actor));
  }

  async function lines(actor: Actor): Promise<{ readonly all: readonly Known[]; readonly lines: readonly Line[] }> {
    const all = await known(actor);
    const off = await silenced(register, actor.person);
    const told = all.filter(({ notice }) => !off.has(notice.topic));
    return { all, lines: linesOf(told, await markOf(register, actor.person)) };
  }

  return {
    async list(actor) {
      const all = (await lines(actor)).lines;
      const shown = all.slice(0, MOST);
      const people = new Map<string, PeopleView>();
      for (const { newest } of shown) {
        const { dossier } = newest;
        if (!people.has(dossier.id)) people.set(dossier.id, await parts.peopleOf(dossier, actor));
      }
      return {
        notices: shown.map((line) => line.view(actor, people.get(line.newest.dossier.id), now())),
        unread: shown.filter(({ unread }) => unread).length,
        upTo: shown[0]?.newest.at ?? null,
        more: all.length > MOST,
      };
    },
    async unread(actor) {
      return (await lines(actor)).lines.slice(0, MOST).filter(({ unread }) => unread).length;
    },
    async read(actor, { upTo, ids }) {
      // Nobody has read what is still to come.
      const moment = upTo === null ? '' : upTo < now() ? upTo : now();
      const mark: Mark = { upTo: moment, ids };
      await alone(async () => {
        const all = await known(actor);
        const own = new Set(all.map(({ id }) => id));
        await addRead(register, actor.person, { ...mark, ids: ids.filter((id) => own.has(id)) });
        await tidy(register, actor.person, all);
      });
      tell(actor.person);
    },
    async settings(person) {
      const off = await silenced(register, person);
      return { topics: TOPICS.map((topic) => ({ topic, app: !off.has(topic) })) };
    },
    async choose(person, topics) {
      await alone(async () => {
        const off = new Set<Topic>(await silenced(register, person));
        for (const { topic, app } of topics) {
          if (app) off.delete(topic);
          else off.add(topic);
        }
        await silence(register, person, off);
      });
      tell(person);
    },
    async raise(person, raised) {
      await alone(() => keepRaised(register, person, raised));
      tell(person);
    },
    listen(person, changed) {
      const set = waiting.get(person) ?? new Set();
      waiting.set(person, set);
      set.add(changed);
      return () => {
        set.delete(changed);
        if (set.size === 0 && waiting.get(person) === set) waiting.delete(person);
      };
    },
  };
}

/** Rights of now: what somebody could know then and may not know any more is not told again. */
function mayKnow({ notice: { about }, dossier }: { readonly notice: Notice; readonly dossier: Dossier }, actor: Actor) {
  const { comment, version } = about;
  if (comment !== null) return can(actor, 'read-comment', { dossier, comment }) === true;
  return version === null || can(actor, 'read-version', { dossier, version }) === true;
}

import type { NoteAnchor } from '@draagvlak/contract/server';
import type { Register } from '@draagvlak/storage';
import { createQueue } from '../dossiers/queue.ts';

interface Said {
  readonly id: string;
  readonly by: string;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly text: string;
}

/** A margin note as it is kept: ids of people, no names. */
export interface Note extends Said {
  readonly anchor: NoteAnchor;
  readonly replies: readonly Said[];
  readonly done: { readonly by: string; readonly at: string } | null;
  /** Who was mentioned and has not looked since. */
  readonly unseen: readonly string[];
}

/** Notes of one draft, and answers to one note, at most. */
export const MOST_NOTES = 300;
export const MOST_REPLIES = 50;

export type Added = Note | 'taken' | 'full' | 'unknown';

interface Words extends Said {
  readonly mentions: readonly string[];
}

/**
 * Throw-away notes of authors on a living draft. They are no facts: anybody may throw away their own, and all of a draft
 * go when it is frozen.
 */
export interface Notes {
  /** In the order in which they were made; `since` leaves out those that the last freeze ended (ISO instant, UTC). */
  of(draft: string, since: string | null): Promise<readonly Note[]>;
  find(draft: string, note: string): Promise<Note | null>;
  add(draft: string, note: Words & { readonly anchor: NoteAnchor }): Promise<Added>;
  reply(draft: string, note: string, reply: Words): Promise<Added>;
  mark(draft: string, note: string, done: Note['done']): Promise<Note | null>;
  see(draft: string, note: string, person: string): Promise<void>;
  delete(draft: string, note: string): Promise<void>;
  deleteReply(draft: string, note: string, reply: string): Promise<void>;
  /** Throws away every note of a draft. */
  clear(draft: string): Promise<void>;
  /** Calls back with the draft after every change of its notes; returns how to stop. */
  listen(changed: (draft: string) => void): () => void;
}

const TABLE = 'draft-note';

export function createNotes(register: Register): Notes {
  const queue = createQueue();
  const listeners = new Set<(draft: string) => void>();
  const key = (draft: string, note: string) => `${draft}/${note}`;
  const tell = (draft: string): void => {
    for (const changed of listeners) changed(draft);
  };
  const find = async (draft: string, id: string): Promise<Note | null> => {
    const row = await register.get(TABLE, key(draft, id));
    return row === null ? null : (JSON.parse(row) as Note);
  };
  const all = async (draft: string): Promise<readonly Note[]> =>
    (await register.list(TABLE, `${draft}/`))
      .map(({ value }) => JSON.parse(value) as Note)
      .toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));

  /** One change at a time, so that two answers at once are both kept. `null` when there is no such note. */
  const change = (draft: string, id: string, act: (note: Note) => Note | null): Promise<Note | null> =>
    queue(draft, async () => {
      const note = await find(draft, id);
      const changed = note === null ? null : act(note);
      if (changed === null || changed === note) return changed;
      await register.set(TABLE, key(draft, id), JSON.stringify(changed));
      tell(draft);
      return changed;
    });

  return {
    find,
    of: async (draft, since) => (await all(draft)).filter(({ at }) => since === null || at > since),
    add: (draft, { mentions, ...said }) =>
      queue(draft, async () => {
        const known = await find(draft, said.id);
        // The same request twice makes one note.
        if (known !== null) return known.by === said.by && known.text === said.text ? known : 'taken';
        if ((await register.list(TABLE, `${draft}/`)).length >= MOST_NOTES) return 'full';
        const note: Note = { ...said, replies: [], done: null, unseen: others(mentions, said.by) };
        await register.set(TABLE, key(draft, said.id), JSON.stringify(note));
        tell(draft);
        return note;
      }),
    async reply(draft, id, { mentions, ...said }) {
      let full = false;
      const note = await change(draft, id, (present) => {
        if (present.replies.some((reply) => reply.id === said.id)) return present;
        full = present.replies.length >= MOST_REPLIES;
        if (full) return present;
        // Who began the note, and who answered before, hear of an answer as if they were mentioned.
        const concerned = [...mentions, present.by, ...present.replies.map(({ by }) => by)];
        const unseen = [...new Set([...present.unseen, ...others(concerned, said.by)])];
        return { ...present, replies: [...present.replies, said], unseen };
      });
      if (full) return 'full';
      return note ?? 'unknown';
    },
    mark: (draft, id, done) =>
      change(draft, id, (note) => ((note.done === null) === (done === null) ? note : { ...note, done })),
    async see(draft, id, person) {
      await change(draft, id, (note) =>
        note.unseen.includes(person) ? { ...note, unseen: note.unseen.filter((one) => one !== person) } : note,
      );
    },
    delete: (draft, id) =>
      queue(draft, async () => {
        await register.delete(TABLE, key(draft, id));
        tell(draft);
      }),
    async deleteReply(draft, id, reply) {
      await change(draft, id, (note) => ({ ...note, replies: note.replies.filter((one) => one.id !== reply) }));
    },
    clear: (draft) =>
      queue(draft, async () => {
        const rows = await register.list(TABLE, `${draft}/`);
        for (const row of rows) await register.delete(TABLE, row.key);
        if (rows.length > 0) tell(draft);
      }),
    listen(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
  };
}

const others = (people: readonly string[], self: string): readonly string[] =>
  [...new Set(people)].filter((person) => person !== self);

import type { Register } from '@draagvlak/storage';

const TABLE = 'talk-mark';

/** Up to which message each person read the discussion on each comment; nobody else's business, so no fact. */
export interface TalkMarks {
  /** Id of the last message read, by comment. */
  of(person: string, dossier: string): Promise<ReadonlyMap<string, string>>;
  see(person: string, dossier: string, comment: string, message: string): Promise<void>;
}

export function createTalkMarks(register: Register): TalkMarks {
  const prefix = (person: string, dossier: string) => `${person}/${dossier}/`;
  return {
    async of(person, dossier) {
      const start = prefix(person, dossier);
      const rows = await register.list(TABLE, start);
      return new Map(rows.map(({ key, value }) => [key.slice(start.length), value]));
    },
    see: (person, dossier, comment, message) => register.set(TABLE, prefix(person, dossier) + comment, message),
  };
}

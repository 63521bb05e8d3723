import type { StandardAnswer } from '@draagvlak/contract/server';
import type { Register } from '@draagvlak/storage';

const TABLE = 'standard-answer';
/** More than this nobody finds anything in. */
const MOST = 200;

/** Motivations that the committee of a dossier writes more than once. A tool of theirs and no promise, so no fact. */
export interface StandardAnswers {
  /** By title. */
  of(dossier: string): Promise<readonly StandardAnswer[]>;
  /** `false` when there are as many as there may be. */
  save(dossier: string, answer: StandardAnswer): Promise<boolean>;
  remove(dossier: string, id: string): Promise<void>;
}

export function createStandardAnswers(register: Register): StandardAnswers {
  const of = async (dossier: string): Promise<readonly StandardAnswer[]> => {
    const rows = await register.list(TABLE, `${dossier}/`);
    const answers = rows.map(({ value }) => JSON.parse(value) as StandardAnswer);
    return answers.toSorted((one, other) => one.title.localeCompare(other.title, 'nl'));
  };
  return {
    of,
    async save(dossier, { id, title, text }) {
      const all = await of(dossier);
      if (all.length >= MOST && !all.some((one) => one.id === id)) return false;
      await register.set(TABLE, `${dossier}/${id}`, JSON.stringify({ id, title, text }));
      return true;
    },
    remove: (dossier, id) => register.delete(TABLE, `${dossier}/${id}`),
  };
}

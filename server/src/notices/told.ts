import { type Dossier, evolve, isTold, type Notice, noticeOf } from '@draagvlak/procedure';
import type { Journal } from '@draagvlak/storage';
import { createBreath } from '../breath.ts';
import { GENESIS, unlink } from '../dossiers/chain.ts';

/** One notice with when and by whom. */
export interface Told {
  /** Unique among the notices of a person. */
  readonly id: string;
  readonly at: string;
  readonly by: string | null;
  readonly notice: Notice;
}

/** What the journals told each person, folded fact by fact: rights are those of the moment. */
export interface Telling {
  /** Notices of one dossier for one person, oldest first. Rejects with `BrokenChain`. */
  of(dossier: string, person: string): Promise<readonly Told[]>;
}

interface Folded {
  version: number;
  head: string;
  dossier: Dossier | null;
  readonly people: Map<string, Told[]>;
}

export function createTelling(journal: Journal, elapsed: () => number): Telling {
  const folded = new Map<string, Folded>();
  const running = new Map<string, Promise<Folded>>();

  async function advance(id: string): Promise<Folded> {
    const state = folded.get(id) ?? { version: 0, head: GENESIS, dossier: null, people: new Map<string, Told[]>() };
    const entries = unlink(id, state, await journal.read(id, state.version));
    const breathe = createBreath(elapsed);
    for (const entry of entries) {
      const dossier = evolve(state.dossier, entry, id);
      state.dossier = dossier;
      state.version = entry.version;
      state.head = entry.hash;
      if (!isTold(entry.fact.type)) continue;
      for (const person of new Set(dossier.members.map((member) => member.person))) {
        const notice = noticeOf(entry, dossier, person);
        if (notice === null) continue;
        const list = state.people.get(person) ?? [];
        list.push({ id: `${id}/${entry.version}`, at: entry.at, by: entry.by, notice });
        state.people.set(person, list);
      }
      await breathe();
    }
    folded.set(id, state);
    return state;
  }

  return {
    async of(id, person) {
      // One fold of a dossier at a time; who asks meanwhile asks again after it, for what came in between.
      for (let busy = running.get(id); busy !== undefined; busy = running.get(id)) await busy.catch(() => undefined);
      const run = advance(id);
      running.set(id, run);
      try {
        return (await run).people.get(person) ?? [];
      } finally {
        running.delete(id);
      }
    },
  };
}

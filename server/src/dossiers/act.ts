import {
  type Actor,
  type Command,
  type Context,
  decide,
  type Dossier,
  type Fact,
  type Frozen,
  type Refusal,
} from '@draagvlak/procedure';
import type { Notes } from '../notes/notes.ts';
import type { Rooms } from '../realtime/rooms.ts';
import type { Freezer } from './freeze.ts';
import type { Listeners } from './listeners.ts';
import type { Queue } from './queue.ts';
import type { Situation } from './situation.ts';
import type { EvidenceOf } from './evidence.ts';
import type { DossierStore, Loaded } from './store.ts';
import type { WordStore } from './word-store.ts';

/** What became of a command. `busy`: others kept being first until time ran out, nothing was done. */
export type Acted =
  | { readonly kind: 'done'; readonly dossier: Dossier; readonly head: string; readonly facts: readonly Fact[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'busy' };

export interface Moment {
  /** ISO instant, UTC. */
  readonly now: string;
}

/** The one path on which anything in a dossier changes. */
export type Act = (dossier: string, actor: Actor, command: Command, moment: Moment) => Promise<Acted>;

/** How long a command tries again when another process was first. */
const PATIENCE = 5000;

export interface ActParts {
  readonly store: DossierStore;
  readonly words: WordStore;
  readonly evidence: Pick<EvidenceOf, 'forget'>;
  readonly situation: Situation;
  readonly freezer: Freezer;
  readonly rooms: Rooms;
  /** What authors noted beside the text ends with the text. */
  readonly notes: Pick<Notes, 'clear'>;
  readonly listeners: Listeners;
  readonly queue: Queue;
  /** Milliseconds that only go forward. */
  elapsed(): number;
}

const refused = (refusal: Refusal): Acted => ({ kind: 'refused', refusal });

/**
 * Loads, decides, stores words, appends. Commands of one dossier wait for each other; against another process the
 * journal's expected version decides, and who lost decides again on what is there now.
 */
export function createAct(parts: ActParts): Act {
  const { store, words, evidence, situation, freezer, rooms, notes, listeners, queue } = parts;

  async function append(
    id: string,
    loaded: Loaded | null,
    facts: readonly Fact[],
    context: Context,
  ): Promise<Acted | null> {
    if (facts.length === 0) {
      // A repeated command: it was done before, so there is nothing to do and nothing to tell.
      return loaded === null
        ? refused({ code: 'unknown-dossier', field: null, gates: [] })
        : { kind: 'done', dossier: loaded.dossier, head: loaded.head, facts };
    }
    const kept = await words.keep(facts);
    const appended = await store.append(id, loaded, kept, context.actor.person, context.now);
    if (appended === null) return null;
    return { kind: 'done', dossier: appended.dossier, head: appended.head, facts: kept };
  }

  /** One attempt; `null` when somebody else was first. */
  async function attempt(id: string, actor: Actor, command: Command, moment: Moment): Promise<Acted | null> {
    const loaded = await store.load(id);
    const dossier = loaded?.dossier ?? null;
    if (dossier === null && command.type !== 'open-dossier') {
      return refused({ code: 'unknown-dossier', field: null, gates: [] });
    }
    const taken = await idsTaken(store, id, command);
    if (taken !== null) return refused(taken);
    const context = await situation(dossier, command, { actor, now: moment.now });
    const decided = decide(dossier, command, context);
    if ('refusal' in decided) return refused(decided.refusal);
    const freezes = command.type === 'freeze' || command.type === 'make-erratum';
    const again = freezes && dossier?.versions.some((version) => version.id === command.version);
    if (!freezes || dossier === null || again) return append(id, loaded, decided.facts, context);

    // What was decided so far is only that freezing is allowed; now the text is taken, of a concept while nobody can write.
    return freezer.freeze(dossier, command, context, async (frozen: Frozen, more: readonly Fact[]) => {
      const final = decide(dossier, command, { ...context, frozen });
      if ('refusal' in final) return refused(final.refusal);
      const acted = await append(id, loaded, final.facts.length === 0 ? [] : [...final.facts, ...more], context);
      if (acted?.kind === 'done' && command.type === 'freeze') {
        const frozenOne = dossier.documents.find((document) => document.id === command.document);
        if (frozenOne !== undefined) await notes.clear(frozenOne.draft);
      }
      return acted;
    });
  }

  async function settle(id: string, acted: Acted): Promise<Acted> {
    if (acted.kind !== 'done' || acted.facts.length === 0) return acted;
    for (const fact of acted.facts) {
      if (fact.type === 'words-erased') await words.erase(fact.blob, fact.reason);
      if (fact.type === 'words-redacted') words.forget(fact.from);
      if (fact.type === 'words-erased' || fact.type === 'words-redacted') evidence.forget();
    }
    listeners.tell(id, acted.dossier.version);
    // Rights follow the phase and the people, so who may no longer write is stopped at once.
    await rooms.recheck({ dossier: id });
    return acted;
  }

  return (id, actor, command, moment) =>
    queue(id, async () => {
      const acted = await untilFirst(
        () => parts.elapsed(),
        () => attempt(id, actor, command, moment),
      );
      return acted === null ? { kind: 'busy' } : settle(id, acted);
    });
}

/** Tries until nobody else was first; `null` when time ran out and nothing was done. */
export async function untilFirst<Result>(
  elapsed: () => number,
  attempt: () => Promise<Result | null>,
): Promise<Result | null> {
  const start = elapsed();
  for (let pause = 5; ; pause = Math.min(200, pause * 2)) {
    const result = await attempt();
    if (result !== null || elapsed() - start > PATIENCE) return result;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Ids are made by who asks; one that names something in another dossier is refused, or addresses would be ambiguous. */
async function idsTaken(store: DossierStore, id: string, command: Command): Promise<Refusal | null> {
  const elsewhere = (found: Loaded | null) => found !== null && found.dossier.id !== id;
  const taken: Refusal = { code: 'already-exists', field: null, gates: [] };
  const freezes = command.type === 'freeze' || command.type === 'make-erratum';
  if (freezes && elsewhere(await store.ofVersion(command.version))) return taken;
  if (command.type !== 'open-dossier') return null;
  for (const document of command.documents) if (elsewhere(await store.ofDraft(document.draft))) return taken;
  return null;
}

import {
  type Actor,
  type Command,
  decide,
  type Dossier,
  evolve,
  type Fact,
  type Refusal,
  undoOf,
} from '@draagvlak/procedure';
import { type ActParts, type Moment, untilFirst } from './act.ts';

/** What became of many commands: what each refused, and what takes back what was done. */
export type ManyActed =
  | {
      readonly kind: 'done';
      readonly dossier: Dossier;
      /** In the order of the commands; `null` where it was done. */
      readonly refusals: readonly (Refusal | null)[];
      /** Last done first. */
      readonly undo: readonly Command[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'busy' };

/** Many commands by one person at one moment; what one refuses stops no other. None of them freezes or erases. */
export type ActMany = (
  dossier: string,
  actor: Actor,
  commands: readonly Command[],
  moment: Moment,
) => Promise<ManyActed>;

/** Decides one command after the other, each on what the ones before it made, and appends all their facts at once. */
export function createActMany(
  parts: Pick<ActParts, 'store' | 'words' | 'situation' | 'rooms' | 'listeners' | 'queue' | 'elapsed'>,
): ActMany {
  const { store, words, situation, rooms, listeners, queue } = parts;

  /** One attempt; `null` when somebody else was first. */
  async function attempt(
    id: string,
    actor: Actor,
    commands: readonly Command[],
    { now }: Moment,
  ): Promise<ManyActed | null> {
    const loaded = await store.load(id);
    if (loaded === null) return { kind: 'refused', refusal: { code: 'unknown-dossier', field: null, gates: [] } };
    let { dossier } = loaded;
    const refusals: (Refusal | null)[] = [];
    const undo: Command[] = [];
    const facts: Fact[] = [];
    for (const command of commands) {
      const context = await situation(dossier, command, { actor, now });
      const decided = decide(dossier, command, context);
      refusals.push('refusal' in decided ? decided.refusal : null);
      if ('refusal' in decided || decided.facts.length === 0) continue;
      const back = undoOf(dossier, command);
      if (back !== null) undo.unshift(back);
      for (const fact of decided.facts) {
        facts.push(fact);
        dossier = evolve(dossier, { version: dossier.version + 1, at: now, by: actor.person, fact });
      }
    }
    if (facts.length === 0) return { kind: 'done', dossier, refusals, undo };
    const appended = await store.append(id, loaded, await words.keep(facts), actor.person, now);
    return appended === null ? null : { kind: 'done', dossier: appended.dossier, refusals, undo };
  }

  return (id, actor, commands, moment) =>
    queue(id, async () => {
      const acted = await untilFirst(
        () => parts.elapsed(),
        () => attempt(id, actor, commands, moment),
      );
      if (acted?.kind === 'done' && acted.refusals.includes(null)) {
        listeners.tell(id, acted.dossier.version);
        await rooms.recheck({ dossier: id });
      }
      return acted ?? { kind: 'busy' };
    });
}

import { attribute } from '@draagvlak/attribution';
import type { PersonView, SinceComparisonView } from '@draagvlak/contract/server';
import { type Actor, can, type Dossier, type DossierDocument } from '@draagvlak/procedure';
import type { Dossiers } from '../dossiers/dossiers.ts';
import type { Rooms } from '../realtime/rooms.ts';
import { createVisits } from './visits.ts';

/** Milliseconds in a draft below which somebody did not see what changed. */
const GLANCE = 30_000;

/** Who left a draft, and when they came (milliseconds). */
export interface Left {
  readonly draft: string;
  readonly person: string;
  readonly milliseconds: number;
}

/** What changed in a draft while somebody was away. */
export interface Since {
  /** The last connection of a person to a draft is gone. */
  left(left: Left): Promise<void>;
  /** The person has seen the text as it is now. */
  seen(dossier: Dossier, document: DossierDocument, person: string): Promise<void>;
  /** `null` when it is not known when the person was here. */
  changes(dossier: Dossier, document: DossierDocument, actor: Actor): Promise<SinceComparisonView | null>;
}

export function createSince(parts: {
  readonly register: Parameters<typeof createVisits>[0];
  readonly dossiers: Dossiers;
  readonly rooms: Rooms;
  readonly now: () => string;
}): Since {
  const { dossiers, rooms, now } = parts;
  const visits = createVisits(parts.register);

  async function seen(dossier: Dossier, { draft }: DossierDocument, person: string): Promise<void> {
    const { document, clocks } = await rooms.read(draft);
    await visits.note(draft, person, { at: now(), document, clocks });
    const mayRead = (one: string) => can({ person: one, administrator: false }, 'read-draft', { dossier }) === true;
    await visits.tidy(draft, now(), mayRead);
  }

  return {
    seen,
    async left({ draft, person, milliseconds }) {
      const loaded = await dossiers.store.ofDraft(draft);
      const document = loaded?.dossier.documents.find((one) => one.draft === draft);
      if (loaded === null || document === undefined) return;
      // Who only looked in does not lose what is still to be seen.
      if (milliseconds < GLANCE && (await visits.last(draft, person)) !== null) return;
      await seen(loaded.dossier, document, person);
    },
    async changes(dossier, document, actor) {
      const visit = await visits.last(document.draft, actor.person);
      const after = await dossiers.texts.draft(document, dossier.startedDrafts.includes(document.id));
      if (visit === null || after === null) return null;
      const comparison = await dossiers.texts.compare(visit, after);
      const attributions = attribute({
        comparison,
        before: visit.clocks,
        after: after.clocks,
        spans: await dossiers.texts.spans(document.draft),
      });
      const { people } = await dossiers.asking(dossier, actor, now());
      const counted = new Set(comparison.changes.filter((one) => one.category !== 'renumbered').map(({ key }) => key));
      const others = attributions.filter(
        (one) => counted.has(one.key) && !(one.people.length === 1 && one.people[0] === actor.person),
      );
      const ids = [...new Set(others.flatMap((one) => one.people))].filter((person) => person !== actor.person);
      const views: readonly PersonView[] = ids.map((person) => people.person(person));
      const shown = new Map(ids.map((person, index) => [person, views[index]?.person ?? person]));
      return {
        since: visit.at,
        beforeDocument: visit.document,
        afterDocument: after.document,
        comparison,
        changes: others.map(({ key, people: by, last }) => ({
          key,
          people: by.flatMap((person) => shown.get(person) ?? []),
          last,
        })),
        people: Object.fromEntries(views.map((person) => [person.person, person])),
      };
    },
  };
}

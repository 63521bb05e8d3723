import type { Config } from './config.ts';
import { actsOf } from './demo/apply-edit.ts';
import type { Edit } from './demo/edit.ts';
import { storyCalendar } from './demo/index.ts';
import { secondConcept } from './demo/opleiderdocument-second.ts';
import { moveDeep } from './demo/story-work.ts';
import { openServices } from './wiring.ts';

export type { Edit } from './demo/edit.ts';

/** What one author does to the first concept of the opleiderdocument, for one comment or for none. */
export interface Task {
  /** Key of a persona. */
  readonly author: 'auteur' | 'tweede-auteur';
  /** Number of the comment ("R07"). */
  readonly comment: string | null;
  readonly edits: readonly Edit[];
}

/**
 * The work that makes the second concept of the sample from the first, in order, with the dates of a story that is played
 * until `processing` on this day. What the chair wrote is done by the second author, so that two do it all.
 */
export const secondConceptTasks = (today: Date): readonly Task[] =>
  moveDeep(secondConcept, storyCalendar('processing', today)).map(({ author, comment, edits }) => ({
    author: author === 'author' ? 'auteur' : 'tweede-auteur',
    comment,
    edits,
  }));

/** Does this work on the server, as the demo does, in a data directory that nobody else has open. */
export async function doTasks(
  config: Config,
  draft: string,
  tasks: readonly Task[],
  comments: ReadonlyMap<string, string>,
): Promise<void> {
  const services = await openServices(config);
  try {
    const { people } = await services.identity.people.directory();
    const personOf = new Map([...people.values()].map(({ id, persona }) => [persona?.key, id]));
    for (const { author, comment, edits } of tasks) {
      const by = {
        person: personOf.get(author) ?? '',
        at: new Date().toISOString(),
        comment: comment === null ? null : (comments.get(comment) ?? null),
      };
      for (const edit of edits) {
        const { document } = await services.rooms.read(draft);
        for (const act of actsOf(document, edit, () => services.newId())) {
          if ('edit' in act) await services.rooms.edit(draft, by, act.edit);
          else await services.rooms.move(draft, by, act.move, act.before);
        }
      }
    }
  } finally {
    await services.close();
  }
}

import { type Comment, type Group, suggestGroups } from '@draagvlak/review';
import type { WorkComment } from './comment-state.ts';

/** Comments that may be answered with one motivation, and why they are thought to be alike. */
export interface Alike {
  readonly comments: readonly WorkComment[];
  readonly because: 'passage' | 'words' | 'both';
}

/**
 * Which comments are alike. Comparing hundreds of texts takes a while and an act of a colleague changes none of them, so
 * it is done once for the same words, and when the browser has nothing better to do.
 */
export class Similar {
  #of = '';
  #groups: ReadonlyMap<string, Group> = new Map();
  readonly #found: () => void;
  readonly #later: (work: () => void) => void;

  /** @param found called when there is something new to ask for */
  constructor(found: () => void, later: (work: () => void) => void = whenIdle) {
    this.#found = found;
    this.#later = later;
  }

  take(comments: readonly WorkComment[]): void {
    const live = comments.filter(({ withdrawnAt }) => withdrawnAt === null);
    const of = live.map(({ id, editedAt, body }) => `${id} ${editedAt} ${body?.length}`).join();
    if (of === this.#of) return;
    this.#of = of;
    this.#later(() => {
      if (of !== this.#of) return;
      // A view holds its words as text; the rule reads them as a command would hand them over.
      const plain = live.map((comment) => ({ ...comment, body: { words: comment.body ?? '' } }) as unknown as Comment);
      this.#groups = new Map(suggestGroups(plain).flatMap((group) => group.comments.map((id) => [id, group] as const)));
      this.#found();
    });
  }

  /** The others that a comment may be handled with; `null` for one that stands alone. */
  to(comment: WorkComment, byId: (id: string) => WorkComment | undefined): Alike | null {
    const group = this.#groups.get(comment.id);
    if (group === undefined) return null;
    const others = group.comments.flatMap((id) => (id === comment.id ? [] : (byId(id) ?? [])));
    return others.length === 0 ? null : { comments: others, because: group.because };
  }
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 50);
}

import { type Comment, suggestGroups } from '@draagvlak/review';
import type { WorkComment } from './comment-state.ts';

/** Comments that may be answered with one motivation, and why they are thought to be alike. */
export interface Alike {
  readonly comments: readonly WorkComment[];
  readonly because: 'passage' | 'words' | 'both';
}

/** For every comment the others it may be handled with; one that stands alone is not in it. */
export function similarTo(comments: readonly WorkComment[]): ReadonlyMap<string, Alike> {
  const live = comments.filter(({ withdrawnAt }) => withdrawnAt === null);
  const byId = new Map(live.map((comment) => [comment.id as string, comment]));
  // A view holds its words as text; the rule reads them as a command would hand them over.
  const plain = live.map((comment) => ({ ...comment, body: { words: comment.body ?? '' } }) as unknown as Comment);
  const found = new Map<string, Alike>();
  for (const group of suggestGroups(plain)) {
    for (const id of group.comments) {
      const others = group.comments.flatMap((other) => (other === id ? [] : (byId.get(other) ?? [])));
      found.set(id, { comments: others, because: group.because });
    }
  }
  return found;
}

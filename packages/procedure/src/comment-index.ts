import type { Comment, CommentId, Disposition, DispositionId } from '@draagvlak/review';
import type { Dossier } from './dossier.ts';

type Comments = readonly Comment[];
type Decided = { readonly comment: Comment; readonly disposition: Disposition };
type Build<Value> = (comments: Comments) => Iterable<readonly [string, Value]>;

/** Making an index takes about as long as this many searches: a command asks less often, a view of all far more. */
const WORTH_AN_INDEX = 8;

/**
 * Finds in the comments of one state of a dossier, which never changes. The first questions search; who goes on asking
 * gets an index, so that asking about each of many comments does not go through all of them every time.
 */
function finding<Value>(build: Build<Value>): (comments: Comments, id: string) => Value | null {
  const known = new WeakMap<Comments, { asked: number; index: ReadonlyMap<string, Value> | null }>();
  return (comments, id) => {
    let one = known.get(comments);
    if (one === undefined) known.set(comments, (one = { asked: 0, index: null }));
    one.asked += 1;
    if (one.index === null && one.asked > WORTH_AN_INDEX) {
      const index = new Map<string, Value>();
      for (const [key, value] of build(comments)) if (!index.has(key)) index.set(key, value);
      one.index = index;
    }
    if (one.index !== null) return one.index.get(id) ?? null;
    for (const [key, value] of build(comments)) if (key === id) return value;
    return null;
  };
}

const comment = finding<Comment>(function* (comments) {
  for (const one of comments) yield [one.id, one];
});
const decided = finding<Decided>(function* (comments) {
  for (const one of comments)
    for (const disposition of one.dispositions) yield [disposition.id, { comment: one, disposition }];
});
const replied = finding<Comment['replies'][number]>(function* (comments) {
  for (const one of comments) for (const reply of one.replies) yield [reply.id, reply];
});

type Commented = Pick<Dossier, 'comments'>;

export const findComment = ({ comments }: Commented, id: CommentId): Comment | null => comment(comments, id);

export const findDisposition = ({ comments }: Commented, id: DispositionId): Decided | null => decided(comments, id);

export const findReply = ({ comments }: Commented, id: string): Comment['replies'][number] | null =>
  replied(comments, id);

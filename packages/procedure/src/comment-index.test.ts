import type { Comment } from '@draagvlak/review';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findComment, findDisposition, findReply } from './comment-index.ts';

test('[PRO2] what is found in the comments is what going through them finds, however often one asks', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const parts = (of: fc.Arbitrary<string>) => fc.uniqueArray(of, { maxLength: 3 });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(id, parts(id), parts(id)), { selector: ([one]) => one }),
      fc.array(id, { minLength: 20, maxLength: 30 }),
      (made, asked) => {
        const comments = made.map(([one, dispositions, replies]) => ({
          id: one,
          dispositions: dispositions.map((of) => ({ id: `${one}${of}` })),
          replies: replies.map((of) => ({ id: of })),
        })) as unknown as readonly Comment[];
        for (const one of asked) {
          expect(findComment({ comments }, one)).toBe(comments.find((comment) => comment.id === one) ?? null);
          const comment = comments.find(({ dispositions }) => dispositions.some((decided) => decided.id === `a${one}`));
          expect(findDisposition({ comments }, `a${one}`)?.comment ?? null).toBe(comment ?? null);
          const replies = comments.flatMap((each) => each.replies);
          expect(findReply({ comments }, one)).toBe(replies.find((reply) => reply.id === one) ?? null);
        }
      },
    ),
  );
});

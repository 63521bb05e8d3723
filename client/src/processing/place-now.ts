import type { ChangedPlace } from '@draagvlak/review';
import type { WorkComment } from './comment-state.ts';

/** Where a comment stands in the draft, as evidence of a decision on it. */
export const placeNow = ({ placement }: WorkComment): readonly ChangedPlace[] => {
  const node = placement.start?.block ?? placement.node ?? placement.section;
  return node === null ? [] : [{ section: placement.section, node }];
};

import { RUNGS, type Rung } from '@draagvlak/review';
import { html, nothing } from 'lit';
import { words } from '../stores/words.ts';
import type { WorkComment } from './comment-state.ts';

/** How many comments stand on each rung, from certain to lost; a withdrawn one counts for nothing. */
export function rungCounts(
  comments: readonly WorkComment[],
): readonly { readonly rung: Rung; readonly count: number }[] {
  const living = comments.filter(({ withdrawnAt }) => withdrawnAt === null);
  return RUNGS.map((rung) => ({
    rung,
    count: living.filter(({ placement }) => placement.rung === rung).length,
  })).filter(({ count }) => count > 0);
}

/** The counts as one line in the head of the workbench. */
export function rungLine(comments: readonly WorkComment[]) {
  const counts = rungCounts(comments);
  if (counts.length === 0) return nothing;
  const { placing } = words();
  const waiting = counts.find(({ rung }) => rung === 'uncertain')?.count ?? 0;
  return html`<span class="small rung-counts" role="group" aria-label=${placing.counts}
    >${counts.map(({ rung, count }) => placing.count(count, placing.rungs[rung])).join(', ')}${
      waiting === 0 ? nothing : html` <b>${placing.unconfirmed(waiting)}</b>`
    }</span
  >`;
}

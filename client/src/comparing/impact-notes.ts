import type { DossierView } from '@draagvlak/contract/client';
import { type Change, sectionOfChange } from '@draagvlak/compare';
import { IMPACT_AXES } from '@draagvlak/procedure';
import { html, nothing } from 'lit';
import { words } from '../stores/words.ts';
import type { ChangeIndex } from './change-index.ts';

type Impact = NonNullable<DossierView['impact']>['sections'][number];

/** What the analysis says of the section of a change; of the nearest section around it where it names that one only. */
export function impactOn(change: Change, index: ChangeIndex, impacts: readonly Impact[]): Impact | null {
  const section = sectionOfChange(change);
  const own = impacts.find(
    (one) => change.after?.nodes.includes(one.section) || change.before?.nodes.includes(one.section),
  );
  if (own !== undefined) return own;
  for (const outline of [index.after, index.before]) {
    for (
      let at = outline.section(section);
      at !== undefined;
      at = at.parent === null ? undefined : outline.section(at.parent)
    ) {
      const found = impacts.find((one) => one.section === at?.id);
      if (found !== undefined) return found;
    }
  }
  return null;
}

/** The four axes of the analysis, as far as it says something on each. */
export function impactNotes(impact: Impact | null, index: ChangeIndex) {
  if (impact === null) return nothing;
  const { reviewing, vocabulary } = words();
  const section = index.after.section(impact.section) ?? index.before.section(impact.section);
  const label = [section?.number, section?.title].filter((part) => part != null).join(' ');
  return html`<section class="impact" aria-label=${reviewing.impactOf(label)}>
    <h3 class="why-h">${reviewing.impact}${label === '' ? nothing : html` <span class="quiet">${label}</span>`}</h3>
    <dl class="facts-list">
      ${IMPACT_AXES.map((axis) =>
        impact[axis] === null
          ? nothing
          : html`<dt>${vocabulary.impactAxes[axis]}</dt>
              <dd>${impact[axis]}</dd>`,
      )}
    </dl>
  </section>`;
}

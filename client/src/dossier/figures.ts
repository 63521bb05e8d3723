import type { DossierView } from '@draagvlak/contract/client';
import { DISPOSITION_KINDS, type DispositionKind } from '@draagvlak/review';
import { PARTIES } from '@draagvlak/procedure';
import { html, nothing, type TemplateResult } from 'lit';
import '../elements/stacked-bar.ts';
import { DISPOSITION_LOOK } from '../elements/looks.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';

/** Who was invited, who answered, and with how much, per group. */
export function whoReacted(view: DossierView): TemplateResult | typeof nothing {
  const groups = PARTIES.flatMap((party) => {
    const figures = view.counts.byParty[party];
    return figures ? [{ party, ...figures }] : [];
  });
  if (groups.length === 0 || view.rounds.length === 0) return nothing;
  const { dossier, vocabulary, numbers } = words();
  return html`<section aria-labelledby="t-wie" class="below">
    <div class="section-head"><h2 id="t-wie">${dossier.whoTitle}</h2></div>
    <table class="data groups">
      <caption class="hidden-text">
        ${dossier.whoCaption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${dossier.whoGroup}</th>
          <th scope="col" class="r">${dossier.whoInvited}</th>
          <th scope="col" class="r">${dossier.whoReacted}</th>
          <th scope="col" class="r">${dossier.whoComments}</th>
        </tr>
      </thead>
      <tbody>
        ${groups.map(
          (group) =>
            html`<tr>
              <th scope="row">${vocabulary.parties[group.party]}</th>
              <td class="r">${numbers.number(group.invited)}</td>
              <td class="r">${numbers.number(group.reacted)}</td>
              <td class="r">${numbers.number(group.comments)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

export interface Share {
  readonly key: 'accepted' | 'partly-accepted' | 'not-accepted' | 'other' | 'open';
  readonly count: number;
}

/** The decisions in five parts: the three that count most, all others together, and what has none. */
export function shares(counts: DossierView['counts']): readonly Share[] {
  const of = (kind: DispositionKind) => counts.byDisposition[kind] ?? 0;
  const main = ['accepted', 'partly-accepted', 'not-accepted'] as const;
  const other = DISPOSITION_KINDS.filter((kind) => !main.includes(kind as (typeof main)[number]));
  return [
    ...main.map((key) => ({ key, count: of(key) })),
    { key: 'other', count: other.reduce((sum, kind) => sum + of(kind), 0) },
    { key: 'open', count: counts.open },
  ];
}

/** What was done with the comments, as a bar with its figures. */
export function whatWasDone(view: DossierView, all: string | null): TemplateResult | typeof nothing {
  const { counts } = view;
  if (counts.comments === 0) return nothing;
  const { dossier, vocabulary } = words();
  const fills = {
    accepted: 'c-overgenomen',
    'partly-accepted': 'c-gedeeltelijk',
    'not-accepted': 'c-niet',
    other: 'c-overig',
    open: 'c-open',
  } as const;
  const parts = shares(counts).map((share) => ({
    ...share,
    fill: fills[share.key],
    label:
      share.key === 'open'
        ? vocabulary.open
        : share.key === 'other'
          ? dossier.otherDecision
          : vocabulary.dispositions[share.key],
  }));
  return html`<section aria-labelledby="t-cijfers">
    <div class="section-head">
      <h2 id="t-cijfers">${dossier.whatTitle}</h2>
      ${
        all === null
          ? html`<span class="end num">${counts.comments}</span>`
          : html`<a class="end" href=${all}>${dossier.roundComments(counts.comments)}</a>`
      }
    </div>
    <h3 class="chart-title">${dossier.whatDone}</h3>
    <stacked-bar tall .parts=${parts} .label=${dossier.whatDone}></stacked-bar>
    <ul class="legend two">
      ${parts.map((part) => {
        const look =
          part.key === 'open'
            ? { name: 'open', sign: 'open' }
            : part.key === 'other'
              ? { name: 'overig', sign: 'antw' }
              : DISPOSITION_LOOK[part.key];
        return html`<li>
          <span class=${`dsg-${look.name}`}>${sign(look.sign)}</span><span>${part.label}</span
          ><span class="n">${part.count}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}

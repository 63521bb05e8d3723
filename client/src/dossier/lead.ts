import type { DossierView } from '@draagvlak/contract/client';
import { html, nothing, type TemplateResult } from 'lit';
import { turnOf } from '../overview/rows.ts';
import { words } from '../stores/words.ts';

/** One sentence that says where we are, until when, and whose turn it is. */
export function lead(view: DossierView): TemplateResult {
  const { dossier, dates, vocabulary, numbers } = words();
  const round = view.rounds.find(({ open }) => open);
  const turns = turnOf(view.ball).map((role) => vocabulary.turns[role]);
  return html`<div class="lead-line">
    <p class="lead">
      ${dossier.lead[view.phase]}
      ${
        round
          ? html`${dossier.leadUntil} <b>${dates.full(round.closes)}</b>.`
          : view.due
            ? html`${dossier.leadUntil} <b>${dates.date(view.due)}</b>.`
            : nothing
      }
      ${turns.length > 0 ? dossier.leadTurn(numbers.list(turns)) : nothing}
    </p>
  </div>`;
}

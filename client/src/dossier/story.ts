import type { DossierView, RoundView } from '@draagvlak/contract/client';
import type { Phase } from '@draagvlak/procedure';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { daysUntil, dayNumber } from '../overview/time-line.ts';
import { words } from '../stores/words.ts';

const DAY = 86_400_000;
const ROUND_OF: Readonly<Partial<Record<Phase, RoundView['kind']>>> = {
  consultation: 'consultation',
  inspection: 'inspection',
};

/** What happened in a phase, from the facts the dossier shows; nothing for a phase that has none yet. */
export function story(view: DossierView, phase: Phase): TemplateResult | typeof nothing {
  const lines = [...facts(view, phase)];
  return lines.length === 0 ? nothing : html`${lines.map((line) => html`${line} `)}`;
}

function* facts(view: DossierView, phase: Phase): Generator<TemplateResult | string> {
  const { dossier, dates, vocabulary } = words();
  if (phase === 'drafting' && view.rulesQuestion)
    yield html`${dossier.rulesQuestion}
      <b>${view.rulesQuestion.changesRules ? dossier.rulesYes : dossier.rulesNo}</b>.`;
  for (const version of view.documents.flatMap(({ versions }) => versions))
    if (version.phase === phase)
      yield html`${version.title}:
        <a href=${`/lezen/${version.id}`}>${dossier.frozenAs(version.number, dates.day(version.frozenAt))}</a>.`;
  if (phase === 'consultation') {
    for (const meeting of view.meetings) yield `${vocabulary.meetingKinds[meeting.kind]}: ${dates.day(meeting.on)}.`;
    for (const survey of view.surveys) yield `${dossier.survey(survey.responses)}.`;
    if (view.impact)
      yield `${dossier.impactTitle}: ${
        view.impact.kind === 'reported'
          ? dossier.impactReported(dates.day(view.impact.at))
          : dossier.impactNone(dates.day(view.impact.at))
      }.`;
  }
  if (phase === 'approval')
    for (const decision of view.decisions) yield `${vocabulary.outcomes[decision.outcome]}, ${dates.day(decision.on)}.`;
  if (phase === 'adopted' && view.adoption) yield `${dossier.forms.effective}: ${dates.day(view.adoption.effective)}.`;
}

/** The unfolded block of now: the days of a round as a row, and what is known about it. */
export function nowBlock(view: DossierView, now: string): TemplateResult | typeof nothing {
  const kind = ROUND_OF[view.phase];
  const round = kind ? view.rounds.findLast((one) => one.kind === kind) : undefined;
  if (!round) return nothing;
  const { dossier, dates } = words();
  const total = Math.round((dayNumber(round.closes) - dayNumber(round.opens)) / DAY) + 1;
  const day = Math.min(total, Math.max(1, daysUntil(round.opens, now) + 1));
  const left = Math.max(0, daysUntil(now, round.closes));
  return html`${round.open ? days(day, total) : nothing}
    ${
      round.open
        ? html`<p class="small"><b>${dossier.roundDay(day, total)}</b> ${dossier.roundLeft(left)}</p>`
        : html`<p class="small"><b>${dossier.roundClosed(dates.day(round.closedAt ?? round.closes))}</b></p>`
    }
    <ul class="dash">
      <li>${round.notifiedAt === null ? dossier.roundNotNotified : dossier.roundNotified(round.notified)}</li>
      <li>${dossier.roundComments(view.counts.comments)}</li>
      ${
        round.commentsPublishedAt === null
          ? nothing
          : html`<li>${dossier.commentsPublished(dates.day(round.commentsPublishedAt))}</li>`
      }
    </ul>`;
}

function days(day: number, total: number): TemplateResult {
  const width = 420 / total;
  return html`<svg
    class="bar days"
    viewBox="0 0 420 16"
    preserveAspectRatio="none"
    role="img"
    aria-label=${words().dossier.roundDay(day, total)}
  >
    ${Array.from({ length: total }, (_, index) => {
      const fill = index + 1 < day ? 'c-soft' : index + 1 === day ? 'c-accent' : 'c-open';
      return svg`<rect class=${fill} x=${index * width + 1} y="1" width=${Math.max(1, width - 3)} height="14" />`;
    })}
  </svg>`;
}

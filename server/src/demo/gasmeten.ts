import type { Calendar } from './calendar.ts';
import { closeConsultation, consult } from './gasmeten-consultation.ts';
import { closeInspection, finalise } from './gasmeten-definitive.ts';
import { draftFirst } from './gasmeten-drafting.ts';
import { inspect } from './gasmeten-second.ts';
import { keepAnswers } from './kept-answers.ts';
import type { Stage } from './stage.ts';

/** How far the story is played. */
export const STAGES = ['drafting', 'consultation', 'processing', 'inspection', 'finalisation', 'approval'] as const;
export type StoryStage = (typeof STAGES)[number];

export interface Played {
  readonly dossier: string;
  /** Opleiderdocument. */
  readonly document: string;
  readonly draft: string;
  /** Ids of the sample's comments by number ("R07", "B02"). */
  readonly comments: ReadonlyMap<string, string>;
}

/** The whole story of Gasmeten, by the product's own commands, up to and including the start of `until`. */
export async function playGasmeten(stage: Stage, calendar: Calendar, until: StoryStage): Promise<Played> {
  const reached = (phase: StoryStage) => STAGES.indexOf(phase) <= STAGES.indexOf(until);
  const telling = await draftFirst(stage, calendar);
  const { dossier, document, draft, comments } = telling;
  const played: Played = { dossier, document, draft, comments };
  if (!reached('consultation')) return played;
  const first = await consult(telling);
  if (!reached('processing')) return played;
  await closeConsultation(telling, first);
  await keepAnswers(stage, dossier);
  if (!reached('inspection')) return played;
  const second = await inspect(telling, first);
  if (!reached('finalisation')) return played;
  await closeInspection(telling, second);
  if (!reached('approval')) return played;
  await finalise(telling, first, second);
  return played;
}

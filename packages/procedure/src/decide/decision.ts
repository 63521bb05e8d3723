import type { Context } from '../context.ts';
import type { Dossier } from '../dossier.ts';
import { alreadyDone, facts, type Outcome, refuse } from '../refuse.ts';
import { dayOf, isDay } from '../term.ts';
import { currentVersions } from '../versions.ts';
import { type Give, heldOn, isBlank, optionalWords } from './input.ts';

/** The steering group decides on exactly the newest text of every document, named by version and hash. */
export function decideSteering(dossier: Dossier, command: Give<'decide'>, context: Context): Outcome {
  const wrong = heldOn(command.on, context);
  if (wrong !== null) return refuse(wrong, 'on');
  const current = currentVersions(dossier);
  const named = new Set(command.versions);
  if (named.size !== current.length || current.some((one) => !named.has(one.id))) {
    return refuse('unknown-version', 'versions');
  }
  if (command.present < 1) return refuse('words-required', 'present');
  if (command.outcome !== 'approved' && isBlank(command.reasons)) return refuse('reason-required', 'reasons');
  const last = dossier.decisions.at(-1);
  const again =
    last !== undefined &&
    last.outcome === command.outcome &&
    last.on === command.on &&
    last.present === command.present &&
    last.decidedOn.every((one) => named.has(one.version));
  if (again) return alreadyDone;
  return facts({
    type: 'steering-decided',
    outcome: command.outcome,
    on: command.on,
    present: command.present,
    reasons: optionalWords(command.reasons),
    decidedOn: current.map((one) => ({ version: one.id, content: one.content })),
  });
}

export function adopt(dossier: Dossier, command: Give<'adopt'>, context: Context): Outcome {
  if (!isDay(command.effective)) return refuse('date-invalid', 'effective');
  const transition = optionalWords(command.transition);
  if (dossier.adoption?.effective === command.effective && transition === null) return alreadyDone;
  if (command.effective < dayOf(context.now)) return refuse('date-in-past', 'effective');
  return facts({ type: 'adopted', effective: command.effective, transition });
}

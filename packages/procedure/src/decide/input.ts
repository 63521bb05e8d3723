import type { Words } from '@draagvlak/review';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import type { DossierRole } from '../definition.ts';
import type { Dossier } from '../dossier.ts';
import { activeRoles, phaseDefinition } from '../members.ts';
import type { RefusalCode } from '../refusal.ts';
import { addDays, dayOf, isDay, isInstant } from '../term.ts';

export type Give<T extends Command['type']> = Extract<Command, { type: T }>;

export function words(text: string): Words {
  return { words: text };
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Words as a form hands them over: empty means none. */
export function optionalWords(text: string | null): Words | null {
  return text === null || isBlank(text) ? null : words(text);
}

/** Roles with which this person gives this command now. */
export function actingRoles(dossier: Dossier, context: Context, command: Command['type']): readonly DossierRole[] {
  const named = phaseDefinition(dossier).acts[command] ?? [];
  return activeRoles(dossier, context.actor.person).filter((role) => named.includes(role));
}

/** Why a day on which something was held is no good; `null` when it is. */
export function heldOn(day: string, context: Context): RefusalCode | null {
  if (!isDay(day)) return 'date-invalid';
  return day > dayOf(context.now) ? 'date-in-future' : null;
}

/** The calendar day a closing date names, as a day or as an instant; `null` when it is neither. */
export function closingDay(text: string): string | null {
  if (isDay(text)) return text;
  return isInstant(text) ? dayOf(text) : null;
}

/** First day on which a term of whole days from now may end. */
export function earliestClosing(context: Context, days: number): string {
  return addDays(dayOf(context.now), days);
}

import type { RoundId, VersionId } from '@draagvlak/review';
import type { Dossier, Round } from './dossier.ts';
import { phaseDefinition } from './members.ts';
import { isBefore, isOver, latest, termEnd } from './term.ts';

export function findRound(dossier: Dossier, id: RoundId): Round | null {
  return dossier.rounds.find((one) => one.id === id) ?? null;
}

/** The round of the current visit of the phase, open or over; `null` in a phase without one. */
export function currentRound(dossier: Dossier): Round | null {
  const kind = phaseDefinition(dossier).round;
  const last = dossier.rounds.at(-1);
  return kind !== null && last?.kind === kind ? last : null;
}

/** Closed by hand, or its last second has passed. */
export function isRoundOver(round: Round, now: string): boolean {
  return round.closedAt !== null || isOver(round.closes, now);
}

/** When a round ended: when it was closed by hand, and at the latest as announced. `null` while it is open. */
export function roundEnd(round: Round, now: string): string | null {
  if (round.closedAt !== null && isBefore(round.closedAt, round.closes)) return round.closedAt;
  return round.closedAt !== null || isOver(round.closes, now) ? round.closes : null;
}

/** The latest round that a version lies in. */
export function roundOfVersion(dossier: Dossier, version: VersionId): Round | null {
  return dossier.rounds.findLast((one) => one.versions.includes(version)) ?? null;
}

/**
 * When all versions of a round were published; `null` while one is not. An erratum does not count: mending a mistake does
 * not make the term begin again.
 */
export function publishedAt(dossier: Dossier, round: Round): string | null {
  const concerned = dossier.versions.filter((one) => round.versions.includes(one.id) && one.erratumOf === null);
  const moments = concerned.map((one) => one.publishedAt);
  return moments.some((one) => one === null) ? null : latest(moments.filter((one) => one !== null));
}

/**
 * Last second of a round's minimum term: whole calendar days from the day after it opened, or after publication and
 * notices where the definition says so. `null` while those have not been given, so that the term does not run yet.
 */
export function minimumEnd(dossier: Dossier, round: Round): string | null {
  const definition = dossier.definition.phases.find((one) => one.round === round.kind);
  if (definition === undefined) return null;
  if (definition.countsFrom === 'opening') return termEnd(round.opens, definition.minimumDays);
  const published = publishedAt(dossier, round);
  if (published === null || round.notifiedAt === null) return null;
  return termEnd(latest([round.opens, published, round.notifiedAt]) ?? round.opens, definition.minimumDays);
}

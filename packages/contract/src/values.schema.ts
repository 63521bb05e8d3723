import { GATES, PARTIES, PHASES, REFUSALS, RIGHTS, ROLES } from '@draagvlak/procedure';
import { z } from 'zod';
import { view } from './define.schema.ts';
import type { GateView, PhaseView, StepView } from './dossier-view.ts';
import type { PersonView } from './person-view.ts';
import type { Refusal } from '@draagvlak/procedure';

/** Ids are made by who creates the thing; letters, digits and dashes, so that one never means anything else. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
  .meta({ description: 'id, als regel een UUID' });
export const blob = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256, hexadecimaal' });
export const line = (most: number) => z.string().trim().min(1).max(most);

export const phase = z.enum(PHASES);
export const role = z.enum(ROLES);
export const right = z.enum(RIGHTS);
export const party = z.enum(PARTIES);
export const gate = z.enum(GATES);

export const refusal = view<Refusal>()(
  z.object({
    code: z.enum(REFUSALS),
    field: z.string().nullable(),
    gates: z.array(z.object({ gate, done: z.int(), total: z.int(), from: z.string().nullable() })),
  }),
);

const state = z.string().max(100);

/** What the reader has of a view of a version, so that the answer to an act brings what changed in it. */
export const held = {
  version: id.optional().meta({ description: 'de versie waarvan de vrager een overzicht voor zich heeft' }),
  since: state.optional().meta({ description: 'de state van dat overzicht' }),
};

/** State of a view from which the changes are asked. */
export const since = { since: state };

export const personView = view<PersonView>()(
  z.object({
    person: z.string(),
    name: z.string(),
    party: party.nullable(),
    organisation: z.string().nullable(),
  }),
);

export const phaseView = view<PhaseView>()(
  z.object({
    phase,
    state: z.enum(['done', 'current', 'ahead']),
    from: z.string().nullable(),
    until: z.string().nullable(),
    planned: z.boolean(),
  }),
);

export const gateView = view<GateView>()(
  z.object({ gate, met: z.boolean(), done: z.number(), total: z.number(), from: z.string().nullable() }),
);

export const stepView = view<StepView>()(
  z.object({
    to: phase,
    back: z.boolean(),
    by: z.array(role),
    gates: z.array(gateView),
    needsReason: z.boolean(),
    refusal: refusal.nullable(),
  }),
);

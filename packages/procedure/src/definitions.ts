import type { ProcedureDefinition } from './definition.ts';
import { sogP } from './definitions/sog-p.ts';

/** Procedures a dossier can be begun with. A running dossier keeps the one it began with. */
export const definitions: Readonly<Record<string, ProcedureDefinition>> = { [sogP.id]: sogP };

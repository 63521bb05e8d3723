import * as Y from 'yjs';
import { type NewEntry, SERVER } from './draft-log.ts';
import type { Attribution } from './ports.ts';

/** The entry with a draft's first state: nobody typed it, and nobody may write under its client id. */
export function firstEntry(update: Uint8Array, by: string, at: string, attribution: Attribution): NewEntry {
  const doc = new Y.Doc();
  const row = { by: SERVER, at };
  const author = { person: by, at, comment: null, origin: 'imported' } as const;
  const spans = attribution.recorder(doc, []).record(author, row, () => Y.applyUpdate(doc, update));
  doc.destroy();
  return { update, spans, ...row };
}

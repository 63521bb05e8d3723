import type { SchemaView } from '@draagvlak/contract/client';
import { failureOf } from './failure.ts';
import type { Stores } from './stores.ts';

/** What the server's drafts may hold; `null` without an answer: then there is no line to a draft either. */
export async function serverSchema(stores: Stores | null): Promise<SchemaView | null> {
  try {
    return (await stores?.client.schema()) ?? null;
  } catch (error) {
    failureOf(error);
    return null;
  }
}

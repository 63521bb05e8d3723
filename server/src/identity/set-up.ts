import type { Identity } from './identity.ts';
import { colourOf, type Person } from './people.ts';

/**
 * Uses the set-up link up and makes the first secretary; `null` when the code is no (longer a) set-up link or the
 * installation has people already. A demo never takes a real account.
 */
export async function makeFirstAccount(
  services: { readonly identity: Identity; newId(): string; now(): string },
  code: string,
  name: string,
): Promise<Person | null> {
  const { identity } = services;
  if (identity.kind === 'demo') return null;
  if ((await identity.links.look(code))?.kind !== 'set-up') return null;
  if ((await identity.people.directory()).people.size > 0) return null;
  if ((await identity.links.take(code)) === null) return null;
  const id = services.newId();
  const person: Person = {
    id,
    name,
    party: 'overig',
    organisation: null,
    administrator: false,
    secretariat: true,
    colour: colourOf(id),
    persona: null,
    createdAt: services.now(),
  };
  await identity.people.addPerson(person);
  return person;
}

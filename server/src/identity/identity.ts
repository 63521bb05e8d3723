import type { Register } from '@draagvlak/storage';
import type { Kind } from './installation.ts';
import { createLinks, type Links } from './links.ts';
import { createPeople, type People } from './people.ts';
import { openQualifications, type Qualifications } from './qualifications.ts';
import { createSessions, type Sessions } from './sessions.ts';

/** Who people are and how the server knows them; what they may do is the procedure's. */
export interface Identity {
  readonly kind: Kind;
  readonly people: People;
  readonly sessions: Sessions;
  readonly links: Links;
  readonly qualifications: Qualifications;
}

export async function openIdentity(register: Register, kind: Kind, clock: () => number): Promise<Identity> {
  const people = createPeople(register);
  return {
    kind,
    people,
    sessions: createSessions(register, people, clock),
    links: createLinks(register, clock),
    qualifications: await openQualifications(register),
  };
}

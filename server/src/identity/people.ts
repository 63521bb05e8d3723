import type { Party } from '@draagvlak/procedure';
import type { Register } from '@draagvlak/storage';

/** Somebody whom the installation knows; the name stands here and nowhere in a journal. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** What this person is as a rule; a dossier can give another party. */
  readonly party: Party;
  readonly organisation: string | null;
  /** Accounts only, no say in content. */
  readonly administrator: boolean;
  /** Works for the secretariat: opens dossiers, names qualifications, invites people. */
  readonly secretariat: boolean;
  readonly colour: 1 | 2 | 3 | 4;
  /** Key and role name of a demo persona, else `null`. */
  readonly persona: { readonly key: string; readonly role: string } | null;
  readonly createdAt: string;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly party: Party;
}

/** Everybody by id, as the register has them at one moment. */
export interface Directory {
  readonly people: ReadonlyMap<string, Person>;
  readonly organisations: ReadonlyMap<string, Organisation>;
}

export interface People {
  directory(): Promise<Directory>;
  person(id: string): Promise<Person | null>;
  organisation(id: string): Promise<Organisation | null>;
  /** Resolves `false` when the id is taken. */
  addPerson(person: Person): Promise<boolean>;
  /** Resolves `false` when the id is taken. */
  addOrganisation(organisation: Organisation): Promise<boolean>;
}

const TABLE = { person: 'person', organisation: 'organisation' } as const;

/** A colour that stays with a person, spread over all people by id. */
export function colourOf(id: string): 1 | 2 | 3 | 4 {
  let sum = 0;
  for (const unit of id) sum = (sum * 31 + (unit.codePointAt(0) ?? 0)) % 9973;
  return ((sum % 4) + 1) as 1 | 2 | 3 | 4;
}

export function createPeople(register: Register): People {
  const read = async <T>(table: string, id: string): Promise<T | null> => {
    const text = await register.get(table, id);
    return text === null ? null : (JSON.parse(text) as T);
  };
  const all = async <T>(table: string): Promise<ReadonlyMap<string, T>> =>
    new Map((await register.list(table)).map(({ key, value }) => [key, JSON.parse(value) as T]));
  return {
    async directory() {
      const [people, organisations] = await Promise.all([
        all<Person>(TABLE.person),
        all<Organisation>(TABLE.organisation),
      ]);
      return { people, organisations };
    },
    person: (id) => read<Person>(TABLE.person, id),
    organisation: (id) => read<Organisation>(TABLE.organisation, id),
    addPerson: (person) => register.add(TABLE.person, person.id, JSON.stringify(person)),
    addOrganisation: (organisation) => register.add(TABLE.organisation, organisation.id, JSON.stringify(organisation)),
  };
}

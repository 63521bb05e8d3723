import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@draagvlak/contract/client';
import type { DossierRole, Party } from '@draagvlak/procedure';
import type { Storage } from '@draagvlak/storage';
import { type App, createApp } from './app.ts';
import { parseConfig } from './config.ts';
import { colourOf, type Person } from './identity/people.ts';
import type { Services } from './services.ts';
import { startServer } from './start.ts';
import { openServices } from './wiring.ts';

/** A server on a data directory of its own, with a clock that tests move; asked without a network unless it listens. */
export interface TestServer {
  readonly app: App;
  readonly services: Services;
  readonly dataDir: string;
  /** Where it listens; empty when it does not. */
  readonly url: string;
  /** Moves the clock. */
  at(instant: string): void;
  person(
    name: string,
    about?: Partial<Pick<Person, 'party' | 'organisation' | 'secretariat' | 'persona'>>,
  ): Promise<Guest>;
  organisation(name: string, party: Party): Promise<string>;
  /** Closes it and leaves the directory, for the next start. */
  stop(): Promise<void>;
  /** Closes it and removes the directory. */
  close(): Promise<void>;
}

/** A person with a session: asks by the typed client, or raw. */
export interface Guest {
  readonly id: string;
  readonly name: string;
  cookie(): Promise<string>;
  readonly api: Client;
  ask(path: string, init?: RequestInit): Promise<Response>;
}

export const ORIGIN = 'http://localhost';

export async function openTestServer(
  environment: Readonly<Record<string, string>> = {},
  options: { readonly listen?: boolean; readonly storage?: Storage } = {},
): Promise<TestServer> {
  const dataDir = environment['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'draagvlak-test-')));
  const config = parseConfig({
    DEMO: 'off',
    LOG_LEVEL: 'error',
    RATE_LIMIT: '0',
    PORT: '0',
    DATA_DIR: dataDir,
    ...environment,
  });
  let now = Date.parse('2026-01-05T09:00:00.000Z');
  const clock = () => now;
  const replacements = { clock, ...(options.storage === undefined ? {} : { storage: options.storage }) };
  const running = options.listen === true ? await startServer(config, replacements) : null;
  const services = running?.services ?? (await openServices(config, replacements));
  const app = createApp(services);
  const stop = () => (running ?? services).close();
  let people = 0;

  function guest(person: Person): Guest {
    let session = { cookie: '', since: -Infinity };
    /** Who comes back after an hour of the moved clock signs in again. */
    const cookie = async () => {
      if (now - session.since > 3_600_000) {
        const { token } = await services.identity.sessions.start(person.id);
        session = { cookie: `draagvlak_session=${token}`, since: now };
      }
      return session.cookie;
    };
    const ask = async (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('cookie', await cookie());
      if (init.method !== undefined && init.method !== 'GET' && !headers.has('origin')) headers.set('origin', ORIGIN);
      return app.request(`${ORIGIN}${path}`, { ...init, headers });
    };
    const api = createClient({
      base: ORIGIN,
      fetch: (input, init) => ask(String(input).slice(ORIGIN.length), init),
    });
    return { id: person.id, name: person.name, cookie, api, ask };
  }

  return {
    app,
    services,
    dataDir,
    url: running?.url ?? '',
    at: (instant) => {
      now = Date.parse(instant);
    },
    async person(name, about = {}) {
      const id = services.newId();
      people += 1;
      const person: Person = {
        id,
        name,
        party: 'overig',
        organisation: null,
        administrator: false,
        secretariat: false,
        colour: colourOf(id),
        persona: null,
        createdAt: new Date(Date.parse('2026-01-01') + people).toISOString(),
        ...about,
      };
      await services.identity.people.addPerson(person);
      return guest(person);
    },
    async organisation(name, party) {
      const id = services.newId();
      await services.identity.people.addOrganisation({ id, name, party });
      return id;
    },
    stop,
    async close() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A dossier on one opleiderdocument with everybody in it, in `preparation`. */
export interface TestDossier {
  readonly id: string;
  readonly document: string;
  readonly draft: string;
  readonly secretary: Guest;
  readonly chair: Guest;
  readonly author: Guest;
  readonly trainer: Guest;
  readonly centre: Guest;
  readonly participant: Guest;
  readonly steering: Guest;
  readonly partner: Guest;
  /** Has a session and no part in the dossier. */
  readonly outsider: Guest;
}

export async function openTestDossier(server: TestServer): Promise<TestDossier> {
  const school = await server.organisation('Opleidingscentrum Maasoever', 'opleider');
  const hall = await server.organisation('Examencentrum Delta Toetsing', 'examencentrum');
  const secretary = await server.person('Marga Kooiman', { secretariat: true, party: 'wbc' });
  const guests = {
    chair: await server.person('Willem Terpstra', { party: 'wbc' }),
    author: await server.person('Anouk Visser', { party: 'wbc' }),
    trainer: await server.person('Karim Bouzid', { party: 'opleider', organisation: school }),
    centre: await server.person('Els de Wit', { party: 'examencentrum', organisation: hall }),
    participant: await server.person('Joop Prins', { party: 'deelnemer' }),
    steering: await server.person('Hilde Braam', { party: 'stuurgroep' }),
    partner: await server.person('Frank Oord', { party: 'partner' }),
  };
  const outsider = await server.person('Onbekende Derde');
  const member = (guest: Guest, role: DossierRole, party: Party, organisation: string | null = null) => ({
    person: guest.id,
    role,
    party,
    organisation,
  });
  const document = server.services.newId();
  const draft = server.services.newId();
  const { id } = await secretary.api.openDossier({
    definition: 'sog-p',
    title: 'Gasmeten',
    qualifications: ['gasmeten'],
    documents: [{ id: document, kind: 'opleiderdocument', title: 'Opleiderdocument Gasmeten', draft }],
    members: [
      member(secretary, 'secretary', 'wbc'),
      member(guests.chair, 'wbc-chair', 'wbc'),
      member(guests.author, 'wbc-member', 'wbc'),
      member(guests.trainer, 'stakeholder', 'opleider', school),
      member(guests.centre, 'stakeholder', 'examencentrum', hall),
      member(guests.participant, 'stakeholder', 'deelnemer'),
      member(guests.steering, 'steering-member', 'stuurgroep'),
      member(guests.partner, 'partner', 'partner'),
    ],
  });
  return { id, document, draft, secretary, ...guests, outsider };
}

import type { SessionView } from '@draagvlak/contract/server';
import { routes } from '@draagvlak/contract/server';
import { sessionCookie } from '../identity/cookie.ts';
import { makeFirstAccount } from '../identity/set-up.ts';
import { colourOf, type Person } from '../identity/people.ts';
import type { Services } from '../services.ts';
import { type Api, open, signedIn } from './answer.ts';
import type { Request } from './environment.ts';
import { mustMayInRegister } from './asker.ts';
import { HttpProblem } from './http-problem.ts';

export async function sessionView(services: Services, person: Person): Promise<SessionView> {
  const organisation =
    person.organisation === null ? null : await services.identity.people.organisation(person.organisation);
  return {
    person: person.id,
    name: person.name,
    organisation: organisation?.name ?? null,
    administrator: person.administrator,
    colour: person.colour,
    language: 'nl',
    demo: services.identity.kind === 'demo',
    persona: person.persona?.key ?? null,
  };
}

/** Ends the session the browser came with, starts one for this person and lays down its cookie. */
export async function startSession(services: Services, c: Request, person: Person): Promise<void> {
  const before = c.var.signedIn;
  if (before !== null) await endSession(services, before.session);
  const { token } = await services.identity.sessions.start(person.id);
  c.header('set-cookie', sessionCookie(services.config, token), { append: true });
}

async function endSession(services: Services, session: string): Promise<void> {
  await services.identity.sessions.end(session);
  await services.rooms.recheck({ session });
}

export function identityRoutes(api: Api, services: Services): void {
  const { identity } = services;
  signedIn(api, routes.session, ({ me }) => sessionView(services, me.person));

  open(api, routes.signOut, async ({ c }) => {
    if (c.var.signedIn !== null) await endSession(services, c.var.signedIn.session);
    c.header('set-cookie', sessionCookie(services.config, null), { append: true });
  });

  open(api, routes.personas, async () => {
    if (identity.kind !== 'demo') throw new HttpProblem('not-found');
    const { people, organisations } = await identity.people.directory();
    return [...people.values()]
      .toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : 0))
      .flatMap(({ persona, name, organisation }) => {
        if (persona === null) return [];
        const where = (organisation && organisations.get(organisation)?.name) || '';
        return [{ persona: persona.key, name, role: persona.role, organisation: where }];
      });
  });

  open(api, routes.demoSignIn, async ({ body, c }) => {
    if (identity.kind !== 'demo') throw new HttpProblem('not-found');
    const { people } = await identity.people.directory();
    const person = [...people.values()].find(({ persona }) => persona?.key === body.persona);
    if (!person) throw new HttpProblem('not-found', { field: 'persona' });
    await startSession(services, c, person);
    return sessionView(services, person);
  });

  open(api, routes.setUp, async ({ body, c }) => {
    const person = await makeFirstAccount(services, body.token, body.name);
    if (person === null) throw new HttpProblem('set-up-done');
    await startSession(services, c, person);
    return sessionView(services, person);
  });

  open(api, routes.signIn, async ({ body, c }) => {
    const purpose = await identity.links.look(body.token);
    if (purpose?.kind !== 'sign-in') throw new HttpProblem('set-up-done');
    const person = await identity.people.person(purpose.person);
    if (person === null || (await identity.links.take(body.token)) === null) throw new HttpProblem('set-up-done');
    await startSession(services, c, person);
    return sessionView(services, person);
  });

  signedIn(api, routes.people, async ({ me, query }) => {
    mustMayInRegister(me, 'search-people');
    const { people, organisations } = await identity.people.directory();
    const sought = (query.q ?? '').trim().toLocaleLowerCase('nl');
    const nameOf = (organisation: string | null) => (organisation && organisations.get(organisation)?.name) || null;
    const matches = (...names: (string | null)[]) =>
      names.some((name) => name !== null && name.toLocaleLowerCase('nl').includes(sought));
    const byName = <T extends { name: string }>(one: T, other: T) => one.name.localeCompare(other.name, 'nl');
    return {
      people: [...people.values()]
        .filter((person) => matches(person.name, nameOf(person.organisation)))
        .map(({ id, name, party, organisation }) => ({
          id,
          name,
          party,
          organisation,
          organisationName: nameOf(organisation),
        }))
        .toSorted(byName)
        .slice(0, 200),
      organisations: [...organisations.values()]
        .filter(({ name }) => matches(name))
        .map(({ id, name, party }) => ({ id, name, party }))
        .toSorted(byName)
        .slice(0, 200),
    };
  });

  signedIn(api, routes.addPerson, async ({ me, body }) => {
    mustMayInRegister(me, 'register-person');
    const { people } = identity;
    let organisation = body.organisation === null ? null : await people.organisation(body.organisation);
    if (body.organisation !== null && organisation === null)
      throw new HttpProblem('not-found', { field: 'organisation' });
    if (organisation === null && body.organisationName !== null) {
      organisation = { id: services.newId(), name: body.organisationName, party: body.party };
      await people.addOrganisation(organisation);
    }
    const id = services.newId();
    const person: Person = {
      id,
      name: body.name,
      party: body.party,
      organisation: organisation?.id ?? null,
      administrator: false,
      secretariat: false,
      colour: colourOf(id),
      persona: null,
      createdAt: services.now(),
    };
    await people.addPerson(person);
    return {
      id,
      name: person.name,
      party: person.party,
      organisation: person.organisation,
      organisationName: organisation?.name ?? null,
    };
  });

  signedIn(api, routes.signInLink, async ({ me, params, c }) => {
    mustMayInRegister(me, 'register-person');
    // A demo takes no real accounts: its people are signed in by choosing them.
    if (identity.kind === 'demo') throw new HttpProblem('not-allowed');
    if ((await identity.people.person(params.person)) === null) throw new HttpProblem('unknown-person');
    const code = await identity.links.signIn(params.person);
    return { url: `${services.config.publicUrl ?? new URL(c.req.url).origin}/aanmelden?code=${code}` };
  });
}

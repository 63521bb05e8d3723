import { presenceFrame, type PresenceEntry, readPresence } from './frames.ts';
import type { Member } from './ports.ts';

/** A connection as presence knows it: identity only. */
export type Holder = object;

interface Present {
  holder: Holder;
  readonly person: string;
  /** The client's own clock, for its echo. */
  clock: number;
  /** What the client says, with the user as the session says; JSON. */
  state: string;
}

const GONE = 'null';
/** Clocks beyond this leave no room to count on. */
const MAX_CLOCK = 2 ** 31;
/** Ids remembered after they left. */
const REMEMBERED = 4096;

/**
 * Who is in the room and where. y-protocols' awareness is last-writer-wins without an owner; here
 * - an id belongs to the connection that announced it first, and a connection has one id;
 * - what a connection says of other ids is not heard (stock clients echo each other's states), so nobody can be wiped;
 * - the user (name, colour, role) comes from the session;
 * - the clocks that others see are the room's own, so that somebody who comes back with an old clock is seen at once.
 */
export class Presence {
  readonly #present = new Map<number, Present>();
  readonly #ids = new Map<Holder, number>();
  /** Clock that others saw last, and whose id it was. */
  readonly #clocks = new Map<number, { clock: number; readonly person: string }>();
  readonly #changed = new Set<number>();
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Hears an awareness update; `false` when it is malformed or too large. */
  hear(holder: Holder, member: Member, states: Uint8Array): boolean {
    const entries = readPresence(states);
    if (!entries) return false;
    let spoken = 0;
    for (const entry of entries) {
      const own = this.#ids.get(holder);
      if (own === undefined ? !this.#isFree(entry, member.person) : own !== entry.client) continue;
      // Only what a connection says of itself counts: the echo of a full room may be long.
      spoken += entry.state.length;
      if (spoken > this.#maxBytes || entry.clock > MAX_CLOCK) return false;
      if (!this.#set(holder, member, entry)) return false;
    }
    return true;
  }

  /** The connection is gone. */
  leave(holder: Holder): void {
    const id = this.#ids.get(holder);
    if (id === undefined) return;
    this.#ids.delete(holder);
    this.#remove(id);
  }

  /** The session of a connection changed: what it announced is told again with the new user. */
  rename(holder: Holder, member: Member): void {
    const id = this.#ids.get(holder);
    const present = id === undefined ? undefined : this.#present.get(id);
    if (id === undefined || !present) return;
    present.state = withUser(JSON.parse(present.state) as Record<string, unknown>, member);
    this.#touch(id, present.person);
  }

  /** Everybody, for a newcomer; `null` when nobody is there. */
  everybody({ person }: Member): Uint8Array | null {
    // Somebody who reconnects may find the own id here: with the own clock it overwrites nothing.
    return this.#frame(this.#present.keys(), (present) => present.person === person);
  }

  /** What changed since the last call, for one receiver; the frames are shared where they can be. */
  changes(): (receiver: Holder) => Uint8Array | null {
    const changed = [...this.#changed];
    this.#changed.clear();
    const shared = this.#frame(changed, () => false);
    // A client takes a higher clock of its own id for news about itself.
    const ahead = new Set(
      changed.filter((id) => (this.#clocks.get(id)?.clock ?? 0) > (this.#present.get(id)?.clock ?? Infinity)),
    );
    return (receiver) => {
      const own = this.#ids.get(receiver);
      if (own === undefined || !ahead.has(own)) return shared;
      return this.#frame(
        changed.filter((id) => id !== own),
        () => false,
      );
    };
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /** A frame that tells a client nothing new: its own presence with its own clock, or nobody's. */
  echo(holder: Holder): Uint8Array {
    const id = this.#ids.get(holder);
    const present = id === undefined ? undefined : this.#present.get(id);
    return presenceFrame(
      id === undefined || !present ? [] : [{ client: id, clock: present.clock, state: present.state }],
    );
  }

  /** A person who reconnects takes the own id over from a connection that is not known to be dead yet. */
  #isFree({ client, state }: PresenceEntry, person: string): boolean {
    if (state === GONE) return false;
    const owner = this.#present.get(client)?.person ?? this.#clocks.get(client)?.person;
    return owner === undefined || owner === person;
  }

  #set(holder: Holder, member: Member, { client, clock, state }: PresenceEntry): boolean {
    const present = this.#present.get(client);
    if (state === GONE) {
      if (present) this.#remove(client);
      return true;
    }
    if (present?.holder === holder && clock <= present.clock) return true;
    let said: unknown;
    try {
      said = JSON.parse(state);
    } catch {
      // JSON's only way to say no
      return false;
    }
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return false;
    const told = withUser(said as Record<string, unknown>, member);
    this.#ids.set(holder, client);
    if (present) {
      if (present.holder !== holder) this.#ids.delete(present.holder);
      present.holder = holder;
      present.clock = clock;
      // A renewal that says nothing new still tells the others that somebody is alive.
      present.state = told;
    } else this.#present.set(client, { holder, person: member.person, clock, state: told });
    this.#touch(client, member.person);
    return true;
  }

  #touch(client: number, person: string): void {
    const seen = this.#clocks.get(client);
    const own = this.#present.get(client)?.clock ?? 0;
    const clock = Math.max(own, (seen?.clock ?? 0) + 1);
    this.#clocks.delete(client);
    this.#clocks.set(client, { clock, person });
    this.#changed.add(client);
    if (this.#clocks.size <= REMEMBERED) return;
    for (const old of this.#clocks.keys()) {
      if (this.#clocks.size <= REMEMBERED) break;
      if (!this.#present.has(old)) this.#clocks.delete(old);
    }
  }

  #remove(client: number): void {
    const person = this.#present.get(client)?.person;
    if (person === undefined) return;
    this.#present.delete(client);
    this.#touch(client, person);
  }

  #frame(clients: Iterable<number>, withOwnClock: (present: Present) => boolean): Uint8Array | null {
    const entries = Array.from(clients, (client): PresenceEntry => {
      const present = this.#present.get(client);
      const clock = present && withOwnClock(present) ? present.clock : (this.#clocks.get(client)?.clock ?? 0);
      return { client, clock, state: present?.state ?? GONE };
    });
    return entries.length === 0 ? null : presenceFrame(entries);
  }
}

const withUser = (said: Record<string, unknown>, { user }: Member): string => JSON.stringify({ ...said, user });

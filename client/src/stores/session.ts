import type { Client, PersonaView, SessionView } from '@draagvlak/contract/client';
import { type Failure, failureOf } from './failure.ts';
import { type Listener, Store, type Subscribable, type Unsubscribe } from './store.ts';

export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed-out' }
  | { readonly status: 'signed-in'; readonly session: SessionView }
  | { readonly status: 'failed'; readonly failure: Failure };

/** Who is signed in. In a demo a person picks one of its personas; elsewhere a one-time link signs in. */
export class SessionStore implements Subscribable {
  readonly #client: Client;
  readonly #store = new Store<SessionState>({ status: 'unknown' });
  readonly #personas = new Store<readonly PersonaView[] | null>(null);

  constructor(client: Client) {
    this.#client = client;
  }

  get state(): SessionState {
    return this.#store.value;
  }
  get session(): SessionView | null {
    return this.#store.value.status === 'signed-in' ? this.#store.value.session : null;
  }
  /** Personas of the demo; empty in a real installation, `null` until known. */
  get personas(): readonly PersonaView[] | null {
    return this.#personas.value;
  }

  subscribe(listener: Listener): Unsubscribe {
    const stops = [this.#store.subscribe(listener), this.#personas.subscribe(listener)];
    return () => stops.forEach((stop) => stop());
  }

  async load(): Promise<void> {
    try {
      const session = await this.#client.session();
      void this.#sweep(session.person);
      this.#store.set({ status: 'signed-in', session });
    } catch (error) {
      const failure = failureOf(error);
      const signedOut = failure.kind === 'problem' && failure.problem.code === 'not-signed-in';
      this.#store.set(signedOut ? { status: 'signed-out' } : { status: 'failed', failure });
    }
  }

  /** Text on this device that is not of the person who is signed in now must not stay. */
  async #sweep(person: string | null): Promise<void> {
    try {
      const { sweep } = await import('../offline/shelf.ts');
      await sweep(person, Date.now());
    } catch {
      // A browser that gives no storage has kept nothing either.
    }
  }

  async loadPersonas(): Promise<void> {
    try {
      this.#personas.set(await this.#client.personas());
    } catch (error) {
      const failure = failureOf(error);
      // A real installation has no personas and says so; without an answer we know nothing yet.
      if (failure.kind === 'problem') this.#personas.set([]);
    }
  }

  /** `null` when it worked. `leave` forgets what the person before could see, before any screen shows the next. */
  async signInAs(persona: string, leave: () => void = () => {}): Promise<Failure | null> {
    try {
      const session = await this.#client.signInAs(persona);
      leave();
      void this.#sweep(session.person);
      this.#store.set({ status: 'signed-in', session });
      return null;
    } catch (error) {
      return failureOf(error);
    }
  }

  async signOut(leave: () => void = () => {}): Promise<Failure | null> {
    try {
      await this.#client.signOut();
      void this.#sweep(null);
      leave();
      this.#store.set({ status: 'signed-out' });
      return null;
    } catch (error) {
      return failureOf(error);
    }
  }
}

import type { Connection } from './connection.ts';

/** One append that may share a commit with its neighbours in the queue. */
export interface GroupedWrite<T> {
  /** Rows this write brings, to bound the size of a commit. */
  readonly rows: number;
  readonly payload: T;
}

interface Job {
  readonly grouped: GroupedWrite<unknown> | null;
  readonly run: (() => Promise<unknown>) | null;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Rows in one commit at most: seven values each, well below SQLite's 32,766. */
const MAX_ROWS = 1000;

/**
 * The one queue for everything that writes. node-sqlite3 runs the statements of concurrent callers through each other
 * on one connection, so a statement of one caller would land in, and roll back with, the transaction of another.
 *
 * Neighbouring grouped writes are handed to `commitGroup` together. When that fails each is tried alone, so that
 * nobody shares the fate of a stranger.
 */
export class Writer<T> {
  readonly #connection: Connection;
  readonly #commitGroup: (group: readonly T[]) => Promise<readonly unknown[]>;
  #queue: Job[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(connection: Connection, commitGroup: (group: readonly T[]) => Promise<readonly unknown[]>) {
    this.#connection = connection;
    this.#commitGroup = commitGroup;
  }

  /** Runs `act` alone. */
  alone<R>(act: () => Promise<R>): Promise<R> {
    return this.#enqueue(null, act) as Promise<R>;
  }

  /** Runs `act` between BEGIN and COMMIT; every statement it uses has to be prepared before. */
  transaction<R>(act: () => Promise<R>): Promise<R> {
    return this.alone(async () => {
      await this.#connection.run('BEGIN IMMEDIATE');
      try {
        const result = await act();
        await this.#connection.run('COMMIT');
        return result;
      } catch (error) {
        // On a full disk SQLite may have rolled back by itself already.
        await this.#connection.run('ROLLBACK').catch((failed: Error) => {
          if (!failed.message.includes('no transaction is active')) throw failed;
        });
        throw error;
      }
    });
  }

  grouped<R>(write: GroupedWrite<T>): Promise<R> {
    return this.#enqueue(write, null) as Promise<R>;
  }

  /** Lets everything queued finish and refuses what comes later. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#running) await this.#running;
  }

  #enqueue(grouped: GroupedWrite<unknown> | null, run: (() => Promise<unknown>) | null): Promise<unknown> {
    if (this.#closed) return Promise.reject(new Error('the storage is closed'));
    return new Promise((resolve, reject) => {
      this.#queue.push({ grouped, run, resolve, reject });
      this.#running ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    // Callers of the same turn end up in one commit.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const first = this.#queue.shift() as Job;
      if (first.run) {
        await settle(first, first.run);
        continue;
      }
      const group = [first];
      let rows = first.grouped?.rows ?? 0;
      for (let next = this.#queue[0]; next?.grouped && rows + next.grouped.rows <= MAX_ROWS; next = this.#queue[0]) {
        rows += next.grouped.rows;
        group.push(this.#queue.shift() as Job);
      }
      await this.#commit(group);
    }
    // In the same turn as the look at the empty queue: a job that came in between would wait for ever.
    this.#running = null;
  }

  async #commit(group: readonly Job[]): Promise<void> {
    const payloads = group.map((job) => job.grouped?.payload as T);
    if (group.length > 1) {
      try {
        const results = await this.#commitGroup(payloads);
        for (const [at, job] of group.entries()) job.resolve(results[at]);
        return;
      } catch {
        // One of them is at fault; below each finds out for itself, and rejects with its own reason.
      }
    }
    for (const [at, job] of group.entries()) {
      await settle(job, async () => (await this.#commitGroup([payloads[at] as T]))[0]);
    }
  }
}

async function settle(job: Job, run: () => Promise<unknown>): Promise<void> {
  try {
    job.resolve(await run());
  } catch (error) {
    job.reject(error);
  }
}

import { Worker } from 'node:worker_threads';
import { compare, type Comparison } from '@draagvlak/compare';
import type { DocumentJson, TopJson } from '@draagvlak/document';
import type { Log } from '../log.ts';

/** Compares two documents without keeping the server from its other work. */
export type Comparing = (before: DocumentJson, after: DocumentJson) => Promise<Comparison>;

/**
 * Text blocks of both versions together from which another thread compares. Below it the comparison takes a few
 * milliseconds, about as long as sending the texts there.
 */
const MANY = 1500;

function blocksIn(nodes: readonly TopJson[]): number {
  let count = 0;
  for (const node of nodes) {
    if (node.type !== 'table') count += 1;
    else for (const row of node.content ?? []) for (const cell of row.content ?? []) count += cell.content?.length ?? 0;
  }
  return count;
}

/** What the thread is asked and what it answers, both as text: parsing that is quicker than cloning. */
interface Answer {
  readonly nth: number;
  readonly comparison: string | null;
}
interface Asked {
  readonly answer: (comparison: Comparison) => void;
  readonly fail: (error: Error) => void;
}

/**
 * One thread for large comparisons, begun when the first is asked. When it breaks, what it was asked is compared here
 * and the next large comparison begins a new one.
 */
export function createComparing(log: Log): Comparing {
  let thread: Worker | null = null;
  let asked = 0;
  const open = new Map<number, Asked>();

  function broke(of: Worker, error: Error): void {
    if (thread !== of) return;
    thread = null;
    for (const each of open.values()) each.fail(error);
    open.clear();
  }

  function begin(): Worker {
    const begun = new Worker(new URL('./compare-thread.mjs', import.meta.url), { execArgv: [] });
    begun.on('message', ({ nth, comparison }: Answer) => {
      const each = open.get(nth);
      open.delete(nth);
      if (open.size === 0) begun.unref();
      if (comparison === null) each?.fail(new Error('the thread could not compare these texts'));
      else each?.answer(JSON.parse(comparison) as Comparison);
    });
    begun.on('error', (error) => broke(begun, error));
    begun.on('exit', () => broke(begun, new Error('the thread that compares ended')));
    return begun;
  }

  function inThread(before: DocumentJson, after: DocumentJson): Promise<Comparison> {
    thread ??= begin();
    const nth = (asked += 1);
    const found = new Promise<Comparison>((answer, fail) => open.set(nth, { answer, fail }));
    // the process lives until it has answered, and not longer
    thread.ref();
    thread.postMessage({ nth, before: JSON.stringify(before), after: JSON.stringify(after) });
    return found;
  }

  return async (before, after) => {
    if (blocksIn(before.content ?? []) + blocksIn(after.content ?? []) < MANY) return compare(before, after);
    try {
      return await inThread(before, after);
    } catch (error) {
      log.warn('comparing in the main thread', { error });
      return compare(before, after);
    }
  };
}

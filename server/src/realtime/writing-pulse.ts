import type { Clock } from '@draagvlak/sync';

/** Milliseconds of rest after which a text that was written in is told of, and for how long unbroken writing may wait. */
const REST = 2_000;
const MOST = 10_000;

/**
 * Tells who looks at a dossier from outside that its text was written in: once the writers rest, and now and then
 * while they go on. Without it a gate that waits for a section would stay shut on the screen of the chair until the
 * page is loaded again.
 */
export interface WritingPulse {
  /** Something was stored in this draft. */
  beat(draft: string): void;
  /** Calls back with the draft; returns how to stop. */
  listen(told: (draft: string) => void): () => void;
  close(): void;
}

interface Waiting {
  /** When the first of what is not yet told of was stored, in the clock's milliseconds. */
  readonly since: number;
  readonly callOff: () => void;
}

export function createWritingPulse(clock: Pick<Clock, 'after' | 'milliseconds'>): WritingPulse {
  const listeners = new Set<(draft: string) => void>();
  const waiting = new Map<string, Waiting>();
  return {
    beat(draft) {
      if (listeners.size === 0) return;
      const before = waiting.get(draft);
      before?.callOff();
      const since = before?.since ?? clock.milliseconds();
      const left = Math.max(0, since + MOST - clock.milliseconds());
      const callOff = clock.after(Math.min(REST, left), () => {
        waiting.delete(draft);
        for (const told of listeners) told(draft);
      });
      waiting.set(draft, { since, callOff });
    },
    listen(told) {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    close() {
      for (const { callOff } of waiting.values()) callOff();
      waiting.clear();
    },
  };
}

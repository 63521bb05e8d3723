/**
 * A doorbell between the processes that hold the same draft: at most once, in no order, carrying nothing that matters.
 * The log is the truth; whoever hears a higher number than its own reads the log.
 */
export interface Fanout {
  publish(draft: string, seq: number): void;
  /** Returns how to stop listening. */
  subscribe(draft: string, heard: (seq: number) => void): () => void;
}

/** For one process, and for several rooms over one storage in a test. */
export function localFanout(): Fanout {
  const listeners = new Map<string, Set<(seq: number) => void>>();
  return {
    publish: (draft, seq) => {
      for (const heard of listeners.get(draft) ?? []) heard(seq);
    },
    subscribe: (draft, heard) => {
      const all = listeners.get(draft) ?? new Set();
      listeners.set(draft, all.add(heard));
      return () => {
        all.delete(heard);
        if (all.size === 0 && listeners.get(draft) === all) listeners.delete(draft);
      };
    },
  };
}

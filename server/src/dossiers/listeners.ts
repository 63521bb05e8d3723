/** Who waits for news of a dossier in this process; screens that missed some ask again, so nothing is kept. */
export interface Listeners {
  /** Calls back after every act in the dossier; returns how to stop. */
  listen(dossier: string, changed: (version: number) => void): () => void;
  /** Calls back after every act in any dossier; returns how to stop. */
  listenToAll(changed: (dossier: string) => void): () => void;
  tell(dossier: string, version: number): void;
}

export function createListeners(): Listeners {
  const listeners = new Map<string, Set<(version: number) => void>>();
  const everywhere = new Set<(dossier: string) => void>();
  return {
    listen(dossier, changed) {
      const set = listeners.get(dossier) ?? new Set();
      listeners.set(dossier, set);
      set.add(changed);
      return () => {
        set.delete(changed);
        if (set.size === 0 && listeners.get(dossier) === set) listeners.delete(dossier);
      };
    },
    listenToAll(changed) {
      everywhere.add(changed);
      return () => void everywhere.delete(changed);
    },
    tell(dossier, version) {
      for (const changed of everywhere) changed(dossier);
      for (const changed of listeners.get(dossier) ?? []) changed(version);
    },
  };
}

/** Runs tasks with the same key one after the other; tasks with different keys do not wait for each other. */
export type Queue = <T>(key: string, task: () => Promise<T>) => Promise<T>;

export function createQueue(): Queue {
  const tails = new Map<string, Promise<unknown>>();
  return <T>(key: string, task: () => Promise<T>) => {
    const before = tails.get(key) ?? Promise.resolve();
    // The failure of one task is its own caller's to hear, not the next one's.
    const result = before.then(task, task);
    const tail = result.then(
      () => undefined,
      () => undefined,
    );
    tails.set(key, tail);
    void tail.then(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
    return result;
  };
}

/** The part of a stream of events that we write to. */
export interface EventStream {
  readonly closed: boolean;
  writeSSE(message: { event: string; data: string }): Promise<void>;
  onAbort(listener: () => void): void;
}

/** Waits `most` milliseconds, or until the function handed to `wakes` is called. */
export function sleepUntil(most: number, wakes: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, most);
    wakes(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

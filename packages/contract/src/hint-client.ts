import { type ClientOptions, createSender } from './sender.ts';

export type HintClient = ReturnType<typeof createHintClient>;

/** Hints that this person does not want to see again. */
export function createHintClient(options: ClientOptions = {}) {
  const { json, silent } = createSender(options);
  return {
    hints: () => json<{ readonly dismissed: readonly string[] }>('GET', '/private/hints'),
    /** `null` stands for all hints. */
    dismissHint: (hint: string | null, dismissed = true) => silent('PUT', '/private/hints', { hint, dismissed }),
  };
}

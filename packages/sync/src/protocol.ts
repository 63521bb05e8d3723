/** Message types on `/sync/{draftId}`: the first four are y-websocket's own, the last two are ours. */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, saved: 100, workingOn: 101 } as const;

/** Kinds of {@link MESSAGE.sync}. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Why the server closed a draft socket. y-websocket stops for good on 4400–4499 and tries again on every other code. */
export const CLOSE = {
  /** The session is gone: sign in again. */
  signedOut: 4401,
  /** No right to this draft, or no longer. */
  noRight: 4403,
  unknown: 4404,
  /** Other schema or epoch: reload the page. */
  outdated: 4409,
  /** Content that can never be accepted; the client keeps its text and offers it. */
  refused: 4413,
  /** The draft is being frozen, or could not be loaded: try again. */
  sealed: 4503,
  restart: 1012,
} as const;
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

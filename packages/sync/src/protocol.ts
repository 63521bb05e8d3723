/** Message types on the socket: the first four are y-websocket's own, the last two ours. */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, saved: 100, workingOn: 101 } as const;

/** Kinds of {@link MESSAGE.sync}. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Why a connection is closed. y-websocket stops for good on 4400–4499 and tries again on every other code. */
export const CLOSE = {
  signedOut: 4401,
  noRight: 4403,
  unknown: 4404,
  outdated: 4409,
  /** Content that can never be accepted. */
  refused: 4413,
  /** Sealed, or failed to load: try again. */
  sealed: 4503,
  restart: 1012,
} as const;

import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { SignedIn } from '../identity/sessions.ts';

/** What the middleware knows of a request before a route sees it. */
export interface Environment {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** `null` when nobody is signed in. */
    signedIn: SignedIn | null;
  };
}

export type Request = Context<Environment>;

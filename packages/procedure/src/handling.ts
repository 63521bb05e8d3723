import type { CommentId, DocumentId, PersonId, Words } from '@draagvlak/review';
import type { Dossier } from './dossier.ts';
import type { Dated } from './evolve.ts';

/** How the committee divides and discusses its work on one comment. Nobody outside it reads any of this. */
export interface Handling {
  readonly assignee: PersonId | null;
  /** Calendar day on which it should have a decision. */
  readonly due: string | null;
  readonly talk: readonly TalkMessage[];
}

export interface TalkMessage {
  readonly id: string;
  readonly by: PersonId;
  readonly at: string;
  readonly body: Words;
}

/** Comments that are handled as one, each with a decision of its own. A dissolved one has none left and keeps its id. */
export interface Bundle {
  readonly id: string;
  readonly document: DocumentId;
  readonly comments: readonly CommentId[];
}

export type HandlingCommand =
  /** `was`: only when that is how it stands now; absent means whatever it was. `null`: to nobody. */
  | {
      readonly type: 'assign-comment';
      readonly comment: CommentId;
      readonly person: PersonId | null;
      readonly was?: PersonId | null | undefined;
    }
  | {
      readonly type: 'set-comment-due';
      readonly comment: CommentId;
      readonly due: string | null;
      readonly was?: string | null | undefined;
    }
  | {
      readonly type: 'discuss-comment';
      readonly comment: CommentId;
      readonly message: string;
      readonly body: string;
    }
  /** From now on the bundle holds exactly these: makes, extends and shrinks. */
  | {
      readonly type: 'bundle-comments';
      readonly bundle: string;
      readonly comments: readonly CommentId[];
      readonly was?: readonly CommentId[] | undefined;
    }
  | {
      readonly type: 'dissolve-bundle';
      readonly bundle: string;
      readonly was?: readonly CommentId[] | undefined;
    };

export type HandlingFact =
  | { readonly type: 'comment-assigned'; readonly comment: CommentId; readonly person: PersonId | null }
  | { readonly type: 'comment-due-set'; readonly comment: CommentId; readonly due: string | null }
  | {
      readonly type: 'comment-discussed';
      readonly comment: CommentId;
      readonly message: string;
      readonly body: Words;
    }
  | {
      readonly type: 'comments-bundled';
      readonly bundle: string;
      readonly document: DocumentId;
      readonly comments: readonly CommentId[];
    }
  | { readonly type: 'bundle-dissolved'; readonly bundle: string };

const UNTOUCHED: Handling = { assignee: null, due: null, talk: [] };

export function handlingOf(dossier: Pick<Dossier, 'handling'>, comment: CommentId): Handling {
  return dossier.handling.get(comment) ?? UNTOUCHED;
}

/** The bundle a comment is in; `null` when it is handled on its own. */
export function bundleOf(dossier: Pick<Dossier, 'bundles'>, comment: CommentId): Bundle | null {
  return dossier.bundles.find(({ comments }) => comments.includes(comment)) ?? null;
}

export function evolveHandling(dossier: Dossier, fact: HandlingFact, { at, by }: Dated): Dossier {
  const handle = (comment: CommentId, part: Partial<Handling>): Dossier => ({
    ...dossier,
    // A map: taking over five hundred names of an object for each of five hundred facts takes a tenth of a second.
    handling: new Map(dossier.handling).set(comment, { ...handlingOf(dossier, comment), ...part }),
  });
  switch (fact.type) {
    case 'comment-assigned':
      return handle(fact.comment, { assignee: fact.person });
    case 'comment-due-set':
      return handle(fact.comment, { due: fact.due });
    case 'comment-discussed': {
      const message = { id: fact.message, by: by ?? '', at, body: fact.body };
      return handle(fact.comment, { talk: [...handlingOf(dossier, fact.comment).talk, message] });
    }
    case 'comments-bundled': {
      const { bundle: id, document, comments } = fact;
      const known = dossier.bundles.some((one) => one.id === id);
      const bundle = { id, document, comments };
      return {
        ...dossier,
        bundles: known ? dossier.bundles.map((one) => (one.id === id ? bundle : one)) : [...dossier.bundles, bundle],
      };
    }
    case 'bundle-dissolved':
      return {
        ...dossier,
        bundles: dossier.bundles.map((one) => (one.id === fact.bundle ? { ...one, comments: [] } : one)),
      };
  }
}

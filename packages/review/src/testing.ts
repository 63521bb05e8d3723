import type { Anchor, Comment, Decision, Disposition } from './comment.ts';

/** A comment as a stakeholder makes it on the whole document; say what differs. */
export function aComment(more: Partial<Comment> & { readonly id: string }): Comment {
  return {
    number: more.id.toUpperCase(),
    round: 'round',
    document: 'document',
    version: 'v1',
    anchor: anAnchor({}),
    kind: 'substantive',
    body: { words: 'Dit kan beter.' },
    proposal: null,
    by: 'stakeholder',
    organisation: null,
    channel: 'web',
    at: '2026-01-14T09:00:00.000Z',
    editedAt: null,
    late: false,
    outOfScope: false,
    follows: null,
    withdrawnAt: null,
    replies: [],
    dispositions: [],
    ...more,
  };
}

/** An anchor on the whole document unless more is said. */
export function anAnchor(more: Partial<Anchor>): Anchor {
  return {
    version: 'v1',
    scope: 'document',
    section: null,
    node: null,
    start: null,
    end: null,
    quote: '',
    prefix: '',
    suffix: '',
    ...more,
  };
}

/** A confirmed disposition; pass `confirmedAt: null` for a proposal. */
export function aDisposition(comment: string, decision: Decision, more: Partial<Disposition> = {}): Disposition {
  return {
    id: `${comment}-disposition`,
    comment,
    decision,
    proposedBy: 'author',
    proposedAt: '2026-02-20T10:00:00.000Z',
    confirmedBy: 'chair',
    confirmedAt: '2026-02-21T10:00:00.000Z',
    supersedes: null,
    takenBackAt: null,
    ...more,
  };
}

import { z } from 'zod';
import {
  changedPlace,
  commentDraftInput,
  commentDraftView,
  documentJson,
  keptTextInput,
  keptTextView,
} from './comment.schema.ts';
import { defineRoute } from './define.schema.ts';
import { id } from './values.schema.ts';

/** The draft, and what somebody keeps beside it: comments in the making and texts without a place. */
export const draftRoutes = {
  draft: defineRoute({
    method: 'get',
    path: '/api/drafts/{draft}/document',
    tag: 'schrijven',
    summary: 'De tekst van het concept van nu',
    params: { draft: id },
    answer: documentJson,
    problems: ['not-allowed', 'draft-not-started'],
  }),
  applyProposal: defineRoute({
    method: 'post',
    path: '/api/drafts/{draft}/apply-proposal',
    tag: 'verwerken',
    summary: 'Het tekstvoorstel van een reactie in het concept zetten',
    params: { draft: id },
    body: z.strictObject({ comment: id }),
    answer: z.object({ places: z.array(changedPlace) }),
    problems: [
      'not-allowed',
      'wrong-phase',
      'unknown-comment',
      'no-proposal',
      'place-gone',
      'place-uncertain',
      'draft-not-started',
      'busy',
    ],
  }),

  commentDrafts: defineRoute({
    method: 'get',
    path: '/api/private/comment-drafts',
    tag: 'lezen',
    summary: 'Mijn reacties op deze versie die nog niet verstuurd zijn',
    query: { version: id },
    answer: z.array(commentDraftView),
    problems: ['unknown-version'],
  }),
  saveCommentDraft: defineRoute({
    method: 'put',
    path: '/api/private/comment-drafts',
    tag: 'lezen',
    summary: 'Een klad bewaren',
    query: { version: id },
    body: commentDraftInput,
    answer: commentDraftView,
    problems: ['unknown-version'],
  }),
  deleteCommentDraft: defineRoute({
    method: 'delete',
    path: '/api/private/comment-drafts',
    tag: 'lezen',
    summary: 'Een klad weggooien',
    query: { version: id, id },
    problems: ['unknown-version'],
  }),

  keptTexts: defineRoute({
    method: 'get',
    path: '/api/private/kept-texts',
    tag: 'schrijven',
    summary: 'Mijn tekst die haar plaats verloor: het onderdeel is verwijderd of verplaatst, of het concept ging dicht',
    query: { draft: id },
    answer: z.array(keptTextView),
    problems: ['not-allowed', 'draft-not-started'],
  }),
  saveKeptText: defineRoute({
    method: 'put',
    path: '/api/private/kept-texts',
    tag: 'schrijven',
    summary: 'Tekst bewaren die niet meer in het concept kon, omdat het intussen dicht is',
    query: { draft: id },
    body: keptTextInput,
    answer: keptTextView,
    problems: ['not-allowed', 'draft-not-started'],
  }),
  deleteKeptText: defineRoute({
    method: 'delete',
    path: '/api/private/kept-texts',
    tag: 'schrijven',
    summary: "Zo'n tekst weggooien",
    query: { draft: id, id },
    problems: ['not-allowed', 'draft-not-started'],
  }),
};

// What a reader fetches once they react: reading itself needs none of it.
export { continueDraft, react } from './new-comment.ts';
export { edit, reply, withdraw } from './sent-comment.ts';

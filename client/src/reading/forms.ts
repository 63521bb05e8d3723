// What a reader fetches once they may react: reading itself needs none of it.
export { confirmWithdraw } from './confirm-withdraw.ts';
export { commentForm } from './form.ts';
export { narrowing } from './narrowing.ts';
export { replyForm } from './reply-form.ts';
export { submitterFields } from './submitter.ts';

import type { CommentDraftView, KeptTextView } from '@draagvlak/contract/server';
import type { Register } from '@draagvlak/storage';

/** What only the person who wrote it sees: reactions that are not sent, and text that lost its place. */
export interface PrivateTexts {
  drafts(person: string, version: string): Promise<readonly CommentDraftView[]>;
  saveDraft(person: string, version: string, draft: CommentDraftView): Promise<void>;
  deleteDraft(person: string, version: string, id: string): Promise<void>;
  /** Text typed in a part of a draft that somebody else removed meanwhile. */
  kept(person: string, draft: string): Promise<readonly KeptTextView[]>;
  keep(person: string, draft: string, text: KeptTextView): Promise<void>;
  letGo(person: string, draft: string, id: string): Promise<void>;
}

const DRAFT = 'comment-draft';
const KEPT = 'kept-text';

export function createPrivateTexts(register: Register): PrivateTexts {
  const list = async <T>(table: string, prefix: string): Promise<readonly T[]> =>
    (await register.list(table, prefix)).map(({ value }) => JSON.parse(value) as T);
  return {
    drafts: (person, version) => list(DRAFT, `${person}/${version}/`),
    saveDraft: (person, version, draft) =>
      register.set(DRAFT, `${person}/${version}/${draft.id}`, JSON.stringify(draft)),
    deleteDraft: (person, version, id) => register.delete(DRAFT, `${person}/${version}/${id}`),
    kept: (person, draft) => list(KEPT, `${person}/${draft}/`),
    keep: (person, draft, text) => register.set(KEPT, `${person}/${draft}/${text.id}`, JSON.stringify(text)),
    letGo: (person, draft, id) => register.delete(KEPT, `${person}/${draft}/${id}`),
  };
}

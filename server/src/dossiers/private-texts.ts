import type { CommentDraftView, KeptTextView } from '@draagvlak/contract/server';
import type { Register } from '@draagvlak/storage';

/** What only the person who wrote it sees: reactions that are not sent, and text that lost its place. */
export interface PrivateTexts {
  drafts(person: string, version: string): Promise<readonly CommentDraftView[]>;
  saveDraft(person: string, version: string, draft: CommentDraftView): Promise<void>;
  deleteDraft(person: string, version: string, id: string): Promise<void>;
  /** Text that lost its place in a draft, the oldest first. */
  kept(person: string, draft: string): Promise<readonly KeptTextView[]>;
  keep(person: string, draft: string, text: KeptTextView): Promise<void>;
  /** Keeps what comes in pieces while somebody goes on typing: a piece that follows soon is added to the one before. */
  keepPiece(person: string, draft: string, piece: KeptTextView): Promise<void>;
  letGo(person: string, draft: string, id: string): Promise<void>;
  /** Calls back with the draft whenever texts of this person were kept or let go; returns how to stop. */
  listen(person: string, changed: (draft: string) => void): () => void;
}

const DRAFT = 'comment-draft';
const KEPT = 'kept-text';
/** Milliseconds within which a piece still belongs to what was typed before it. */
const SOON = 10_000;

export function createPrivateTexts(register: Register): PrivateTexts {
  const list = async <T>(table: string, prefix: string): Promise<readonly T[]> =>
    (await register.list(table, prefix)).map(({ value }) => JSON.parse(value) as T);
  const listeners = new Map<string, Set<(draft: string) => void>>();
  const tell = (person: string, draft: string): void => {
    for (const changed of listeners.get(person) ?? []) changed(draft);
  };
  const kept = async (person: string, draft: string): Promise<readonly KeptTextView[]> =>
    (await list<KeptTextView>(KEPT, `${person}/${draft}/`)).toSorted((a, b) => a.at.localeCompare(b.at));
  const keep = async (person: string, draft: string, text: KeptTextView): Promise<void> => {
    await register.set(KEPT, `${person}/${draft}/${text.id}`, JSON.stringify(text));
    tell(person, draft);
  };
  return {
    drafts: (person, version) => list(DRAFT, `${person}/${version}/`),
    saveDraft: (person, version, draft) =>
      register.set(DRAFT, `${person}/${version}/${draft.id}`, JSON.stringify(draft)),
    deleteDraft: (person, version, id) => register.delete(DRAFT, `${person}/${version}/${id}`),
    kept,
    keep,
    async keepPiece(person, draft, piece) {
      const last = (await kept(person, draft)).at(-1);
      // Nothing is known of the block once it has been gone for a while.
      const goesOn =
        last !== undefined &&
        Date.parse(piece.at) - Date.parse(last.at) < SOON &&
        (piece.block === last.block || piece.block === null);
      await keep(person, draft, goesOn ? { ...last, text: last.text + piece.text, at: piece.at } : piece);
    },
    async letGo(person, draft, id) {
      await register.delete(KEPT, `${person}/${draft}/${id}`);
      tell(person, draft);
    },
    listen(person, changed) {
      const set = listeners.get(person) ?? new Set();
      listeners.set(person, set);
      set.add(changed);
      return () => {
        set.delete(changed);
        if (set.size === 0 && listeners.get(person) === set) listeners.delete(person);
      };
    },
  };
}

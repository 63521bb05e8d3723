import type { ReadingClient, CommentDraftView } from '@draagvlak/contract/client';
import { answerOr } from '../stores/failure.ts';

export type DraftText = Omit<CommentDraftView, 'savedAt'>;
export type KeepState =
  | { readonly status: 'idle' | 'busy' }
  | { readonly status: 'saved'; readonly at: string }
  | { readonly status: 'device' };

/** Where a draft stays while there is no connection. */
export interface Device {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const REST = 600;
const key = (version: string) => `draagvlak.klad.${version}`;

/**
 * Keeps the comments that are being written: with the server when the typing rests, on the device while there is no
 * connection. Nobody but the writer sees them.
 */
export class DraftKeeper {
  readonly #client: ReadingClient;
  readonly #version: string;
  readonly #device: Device;
  readonly #tell: (state: KeepState) => void;
  #kept: readonly DraftText[] | null = null;
  #waiting: DraftText | null = null;
  #rest: ReturnType<typeof setTimeout> | null = null;
  #busy: Promise<void> = Promise.resolve();

  constructor(client: ReadingClient, version: string, device: Device, tell: (state: KeepState) => void) {
    this.#client = client;
    this.#version = version;
    this.#device = device;
    this.#tell = tell;
  }

  /** The drafts that one can go on with; `null` until they are read. */
  get kept(): readonly DraftText[] | null {
    return this.#kept;
  }

  /** Reads which drafts there are. What was sent is none, also while the server is still to hear so. */
  async load(isSent: (id: string) => boolean): Promise<void> {
    const local = this.onDevice();
    // Where the server does not answer there are those of this device.
    const server = await answerOr(this.#client.commentDrafts(this.#version), []);
    const all = [...server.filter(({ id }) => !local.some((draft) => draft.id === id)), ...local];
    this.#kept = all.filter(({ id }) => !isSent(id));
  }

  /** Keeps this text soon; a newer one replaces it. */
  keep(draft: DraftText): void {
    this.#waiting = draft;
    this.#tell({ status: 'busy' });
    if (this.#rest !== null) clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.flush(), REST);
  }

  /** Keeps at once what waits, after what is under way: the last text is always the one that stays. */
  flush(): Promise<void> {
    if (this.#rest !== null) clearTimeout(this.#rest);
    this.#rest = null;
    const draft = this.#waiting;
    this.#waiting = null;
    if (draft) this.#busy = this.#busy.then(() => this.#save(draft));
    return this.#busy;
  }

  /** The draft was sent or thrown away. */
  async drop(id: string): Promise<void> {
    this.#kept = this.#kept?.filter((draft) => draft.id !== id) ?? null;
    if (this.#waiting?.id === id) this.#waiting = null;
    await this.flush();
    this.#forget(id);
    // Without a connection it stays with the server until the next time; the device has forgotten it.
    await answerOr(this.#client.deleteCommentDraft(this.#version, id), null);
  }

  /** Makes a comment that was sent and taken back a draft again, under a new id: the old one is spent. */
  async restore(sent: DraftText): Promise<void> {
    const draft = { ...sent, id: crypto.randomUUID() };
    this.keep(draft);
    await this.flush();
    this.#kept = [...(this.#kept ?? []), draft];
  }

  /** Drafts that only this device has, since the connection was gone when they were written. */
  onDevice(): readonly DraftText[] {
    const text = this.#device.getItem(key(this.#version));
    return text === null ? [] : (JSON.parse(text) as readonly DraftText[]);
  }

  async #save(draft: DraftText): Promise<void> {
    const saved = await answerOr(this.#client.saveCommentDraft(this.#version, draft), null);
    if (saved !== null) {
      this.#forget(draft.id);
      this.#tell({ status: 'saved', at: saved.savedAt });
    } else {
      const others = this.onDevice().filter(({ id }) => id !== draft.id);
      this.#device.setItem(key(this.#version), JSON.stringify([...others, draft]));
      this.#tell({ status: 'device' });
    }
  }

  #forget(id: string): void {
    const others = this.onDevice().filter((draft) => draft.id !== id);
    if (others.length === 0) this.#device.removeItem(key(this.#version));
    else this.#device.setItem(key(this.#version), JSON.stringify(others));
  }
}

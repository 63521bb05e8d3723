import type { ReadingClient, CommentDraftView } from '@draagvlak/contract/client';
import { failureOf } from '../stores/failure.ts';

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
 * Keeps a comment that is being written: with the server when the typing rests, on the device while there is no
 * connection. Nobody but the writer sees it.
 */
export class DraftKeeper {
  readonly #client: ReadingClient;
  readonly #version: string;
  readonly #device: Device;
  readonly #tell: (state: KeepState) => void;
  #waiting: DraftText | null = null;
  #rest: ReturnType<typeof setTimeout> | null = null;
  #busy: Promise<void> = Promise.resolve();

  constructor(client: ReadingClient, version: string, device: Device, tell: (state: KeepState) => void) {
    this.#client = client;
    this.#version = version;
    this.#device = device;
    this.#tell = tell;
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
    if (this.#waiting?.id === id) this.#waiting = null;
    await this.flush();
    this.#forget(id);
    try {
      await this.#client.deleteCommentDraft(this.#version, id);
    } catch (error) {
      // Without a connection it stays with the server until the next time; the device has forgotten it.
      failureOf(error);
    }
  }

  /** Drafts that only this device has, since the connection was gone when they were written. */
  onDevice(): readonly DraftText[] {
    const text = this.#device.getItem(key(this.#version));
    return text === null ? [] : (JSON.parse(text) as readonly DraftText[]);
  }

  async #save(draft: DraftText): Promise<void> {
    try {
      const { savedAt } = await this.#client.saveCommentDraft(this.#version, draft);
      this.#forget(draft.id);
      this.#tell({ status: 'saved', at: savedAt });
    } catch (error) {
      failureOf(error);
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

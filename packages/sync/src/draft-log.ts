import * as Y from 'yjs';
import type { DraftEntry, Drafts } from '@draagvlak/storage';
import type { Attribution, Author, Limits, Pace, Relocation, UpdateRecorder, Vocabulary } from './ports.ts';

/** Author of rows that no connection wrote; client ids in them are nobody's to write under. */
export const SERVER = '@server';

export type NewEntry = Omit<DraftEntry, 'seq'>;

interface Loading {
  readonly drafts: Drafts;
  readonly attribution: Attribution;
  readonly vocabulary: Vocabulary;
}

/**
 * One draft in memory and its log: the document, who owns which client id, and how far the log goes. Loads completely
 * or rejects; never gives a document that lacks something.
 */
export class DraftLog {
  readonly draft: string;
  readonly doc: Y.Doc;
  readonly #drafts: Drafts;
  readonly #recorder: UpdateRecorder;
  readonly #owners: Map<number, string>;
  #seq: number;
  #snapshotSeq: number;
  #bytes: number;

  private constructor(
    draft: string,
    drafts: Drafts,
    doc: Y.Doc,
    recorder: UpdateRecorder,
    owners: Map<number, string>,
    at: { readonly seq: number; readonly snapshotSeq: number; readonly bytes: number },
  ) {
    this.draft = draft;
    this.#drafts = drafts;
    this.doc = doc;
    this.#recorder = recorder;
    this.#owners = owners;
    this.#seq = at.seq;
    this.#snapshotSeq = at.snapshotSeq;
    this.#bytes = at.bytes;
  }

  static async load(draft: string, { drafts, attribution, vocabulary }: Loading): Promise<DraftLog> {
    const { snapshot, snapshotSeq, entries } = await drafts.load(draft);
    const last = snapshotSeq + entries.length;
    // The server writes the first state when it makes a draft; without it this is no empty document but no document.
    if (last === 0) throw new Error(`draft ${draft} has no first state`);
    const stored = (await drafts.spans(draft)).filter(({ seq }) => seq <= last);
    const doc = new Y.Doc();
    doc.getXmlFragment(vocabulary.root);
    if (snapshot) Y.applyUpdate(doc, snapshot);
    const recorder = attribution.recorder(doc, stored);
    // One by one, each a change of its own: what an entry deleted is known only until the next transaction.
    for (const entry of entries) {
      if (recorder.replay === undefined) Y.applyUpdate(doc, entry.update);
      else recorder.replay(entry.update, entry);
    }
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      throw new Error(`draft ${draft}: the log lacks something that later entries build on`);
    }
    const owners = new Map<number, string>();
    for (const row of stored) {
      for (const client of attribution.clients(row)) if (!owners.has(client)) owners.set(client, row.by);
    }
    const bytes = entries.reduce((sum, { update }) => sum + update.length, snapshot?.length ?? 0);
    return new DraftLog(draft, drafts, doc, recorder, owners, {
      seq: last,
      snapshotSeq,
      bytes,
    });
  }

  /** What is known of who wrote what, and of where it went. */
  get recorder(): UpdateRecorder {
    return this.#recorder;
  }

  /** Position of the last entry that is in the document and in the log. */
  get seq(): number {
    return this.#seq;
  }

  ownerOf(client: number): string | null {
    return this.#owners.get(client) ?? null;
  }

  claim(clients: Iterable<number>, person: string): void {
    for (const client of clients) if (!this.#owners.has(client)) this.#owners.set(client, person);
  }

  /** Whether the document would grow beyond what one document may be. */
  hasRoomFor(update: Uint8Array, { documentBytes }: Limits): boolean {
    if (this.#bytes + update.length <= documentBytes) return true;
    this.#bytes = Y.encodeStateAsUpdate(this.doc).length;
    return this.#bytes + update.length <= documentBytes;
  }

  /**
   * Applies what a connection sent; the first entry holds the bytes as they were received. Yjs may tidy up marks that
   * this leaves without effect, in a transaction of its own: that is a change of the server's, and logged as such.
   */
  receive(update: Uint8Array, author: Author): readonly [NewEntry, ...NewEntry[]] {
    const row = { by: author.person, at: author.at };
    const tidied: Uint8Array[] = [];
    const listen = (own: Uint8Array, origin: unknown): void => {
      if (origin !== this) tidied.push(own);
    };
    this.doc.on('update', listen);
    let spans: Uint8Array;
    try {
      spans = this.#recorder.record(author, row, () => Y.applyUpdate(this.doc, update, this), update);
    } finally {
      this.doc.off('update', listen);
    }
    if (this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null) {
      throw new Error(`draft ${this.draft}: a vetted update left something pending`);
    }
    const own = tidied.map((bytes) => ({ update: bytes, spans: new Uint8Array(), by: SERVER, at: author.at }));
    return [{ update, spans, ...row }, ...own];
  }

  /** An edit by the server on somebody's behalf. `entry` is `null` when it changed nothing; what it threw is told. */
  edit(
    author: Author,
    act: (doc: Y.Doc) => readonly Relocation[] | void,
  ): { readonly entry: NewEntry | null; readonly thrown: unknown } {
    const row = { by: SERVER, at: author.at };
    const updates: Uint8Array[] = [];
    const listen = (update: Uint8Array): void => void updates.push(update);
    let thrown: unknown = null;
    this.doc.on('update', listen);
    let spans: Uint8Array;
    try {
      spans = this.#recorder.record(author, row, () => {
        try {
          return act(this.doc);
        } catch (error) {
          // What was done before is in the document, so it has to be in the log as well.
          thrown = error ?? new Error('the edit failed');
          return [];
        }
      });
    } finally {
      this.doc.off('update', listen);
    }
    if (updates.length === 0) return { entry: null, thrown };
    this.claim([this.doc.clientID], SERVER);
    return { entry: { update: Y.mergeUpdates(updates), spans, ...row }, thrown };
  }

  /** One attempt to store; resolves with what other processes stored in between, already applied. */
  async append(entries: readonly NewEntry[]): Promise<readonly Uint8Array[]> {
    const last = await this.#drafts.append(this.draft, entries);
    const first = last - entries.length + 1;
    const others = first > this.#seq + 1 ? await this.#follow(this.#seq, first - 1) : [];
    this.#seq = last;
    for (const { update } of entries) this.#bytes += update.length;
    return others;
  }

  /** Takes in what other processes have stored; resolves with their updates. */
  async catchUp(): Promise<readonly Uint8Array[]> {
    return this.#follow(this.#seq, Number.POSITIVE_INFINITY);
  }

  async #follow(after: number, upTo: number): Promise<readonly Uint8Array[]> {
    const entries = (await this.#drafts.read(this.draft, after)).filter(({ seq }) => seq <= upTo);
    for (const { seq, update, by } of entries) {
      const clients = Y.decodeUpdate(update).structs.map((struct) => struct.id.client);
      this.claim(clients, by);
      Y.applyUpdate(this.doc, update, this);
      this.#bytes += update.length;
      this.#seq = Math.max(this.#seq, seq);
    }
    return entries.map(({ update }) => update);
  }

  /** Stores the document as it is now in place of the log so far. Only when the document is exactly what is stored. */
  async compact(): Promise<void> {
    if (this.#seq === this.#snapshotSeq) return;
    const seq = this.#seq;
    const snapshot = Y.encodeStateAsUpdate(this.doc);
    await this.#drafts.compact(this.draft, seq, snapshot);
    this.#snapshotSeq = seq;
    this.#bytes = snapshot.length;
  }

  needsCompaction({ compactAfter }: Pace): boolean {
    return this.#seq - this.#snapshotSeq >= compactAfter;
  }

  destroy(): void {
    this.doc.destroy();
  }
}

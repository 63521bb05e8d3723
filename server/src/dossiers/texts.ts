import type { ClockMap, Span } from '@draagvlak/attribution';
import type { Comparison } from '@draagvlak/compare';
import type { DocumentJson } from '@draagvlak/document';
import type { DossierDocument, FrozenVersion } from '@draagvlak/procedure';
import type { Blobs } from '@draagvlak/storage';
import type { FrozenDraft, Rooms } from '../realtime/rooms.ts';
import type { Comparing } from './comparing.ts';

/** One text that can be compared: a frozen version, or the draft as it stands. */
export interface Text {
  readonly document: DocumentJson;
  readonly clocks: ClockMap | null;
  /** Name that changes when the text changes. */
  readonly key: string;
}

/** Texts by where they come from, and comparisons between them, each made once. */
export interface Texts {
  /** The stored bytes as they are; the hash of a version is over these. */
  bytes(version: Pick<FrozenVersion, 'content'>): Promise<Uint8Array>;
  version(version: Pick<FrozenVersion, 'content' | 'clocks'>): Promise<Text>;
  /** A clock map by the name of its blob. */
  clocks(ref: string): Promise<ClockMap>;
  /** `null` where the draft was not started. */
  draft(document: DossierDocument, started: boolean): Promise<Text | null>;
  /** Who asks while it is being made waits for the same one. */
  compare(before: Text, after: Text): Promise<Comparison>;
  spans(draft: string): Promise<readonly Span[]>;
}

/** Most texts and comparisons kept; a text is some hundred kilobytes. */
const TEXTS = 60;
const COMPARISONS = 40;

/** Keeps what was used last; the oldest goes first. */
export class Recent<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Value>();
  constructor(most: number) {
    this.#most = most;
  }
  get(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) {
      this.#values.delete(key);
      this.#values.set(key, value);
    }
    return value;
  }
  clear(): void {
    this.#values.clear();
  }
  /** Lets go of a value, where it was not replaced yet. */
  delete(key: string, value: Value): void {
    if (this.#values.get(key) === value) this.#values.delete(key);
  }
  set(key: string, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size <= this.#most) return;
    const [oldest] = this.#values.keys();
    if (oldest !== undefined) this.#values.delete(oldest);
  }
}

export function createTexts(blobs: Blobs, rooms: Rooms, comparing: Comparing): Texts {
  const versions = new Recent<Text>(TEXTS);
  const comparisons = new Recent<Promise<Comparison>>(COMPARISONS);
  /** The last reading of each draft, so that an unchanged draft keeps its key and its comparisons. */
  const drafts = new Map<string, { readonly frozen: FrozenDraft; readonly json: string; readonly text: Text }>();
  let draftReadings = 0;

  async function stored(ref: string): Promise<Uint8Array> {
    const blob = await blobs.get(ref);
    if (blob === null || 'erased' in blob) throw new Error(`the bytes of a frozen version are gone: ${ref}`);
    return blob.bytes;
  }
  const json = async (ref: string): Promise<unknown> => JSON.parse(new TextDecoder().decode(await stored(ref)));

  return {
    bytes: (version) => stored(version.content),
    async version({ content, clocks }) {
      const known = versions.get(content);
      if (known !== undefined) return known;
      const text: Text = {
        document: (await json(content)) as DocumentJson,
        clocks: clocks === null ? null : ((await json(clocks)) as ClockMap),
        key: content,
      };
      versions.set(content, text);
      return text;
    },
    clocks: async (ref) => (await json(ref)) as ClockMap,
    async draft({ draft }, started) {
      if (!started) return null;
      const frozen = await rooms.read(draft);
      const known = drafts.get(draft);
      if (known?.frozen === frozen) return known.text;
      const { document, clocks } = frozen;
      // The same words under other clocks are another text to attribution.
      const state = JSON.stringify([document, clocks]);
      const same = known?.json === state;
      const text: Text = same ? known.text : { document, clocks, key: `${draft} ${(draftReadings += 1)}` };
      drafts.set(draft, { frozen, json: state, text });
      return text;
    },
    compare(before, after) {
      const key = `${before.key} ${after.key}`;
      const known = comparisons.get(key);
      if (known !== undefined) return known;
      const made = comparing(before.document, after.document);
      comparisons.set(key, made);
      return made;
    },
    spans: (draft) => rooms.spans(draft),
  };
}

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CompactedAway, type DraftEntry, type Storage, UnknownDraft } from './port.ts';

export interface OpenedStorage {
  readonly storage: Storage;
  /** Closes and opens again on the same disk; absent when nothing outlives closing. */
  readonly reopen?: () => Promise<Storage>;
  /** Makes every write fail for want of space until the returned function is called. */
  readonly fill: () => Promise<() => Promise<void>>;
}

const entry = (update: number[], by = 'p1', spans: number[] = []): Omit<DraftEntry, 'seq'> => ({
  update: Uint8Array.from(update),
  spans: Uint8Array.from(spans),
  by,
  at: '2026-11-22T10:00:00.000Z',
});
const row = (text: string) => ({ text, hash: `hash of ${text}` });
const bytes = (length: number, seed = 1): Uint8Array => {
  const out = new Uint8Array(length);
  let state = seed;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out[at] = state >>> 24;
  }
  return out;
};

// toEqual walks a typed array of millions of bytes for seconds
const same = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a?.length === b.length && a.every((byte, at) => byte === b[at]);

/**
 * What every engine behind the port must do. The numbers are the rules of SPEC.md. An engine runs this suite from a
 * test of its own.
 */
export function runStorageConformance(name: string, open: () => Promise<OpenedStorage>): void {
  describe(`storage conformance: ${name}`, () => {
    let opened: OpenedStorage;
    let storage: Storage;
    beforeEach(async () => {
      opened = await open();
      storage = opened.storage;
    });
    afterEach(() => storage.close());
    const again = async (): Promise<void> => {
      if (opened.reopen) storage = await opened.reopen();
    };

    describe('drafts', () => {
      test('[STO1] a draft is made once', async () => {
        expect(await storage.drafts.create('d')).toBe(true);
        expect(await storage.drafts.create('d')).toBe(false);
        expect(await storage.drafts.load('d')).toEqual({ snapshot: null, snapshotSeq: 0, entries: [] });
      });

      test('[STO2] every act on a draft that nobody made is refused', async () => {
        await expect(storage.drafts.append('nobody', [entry([1])])).rejects.toThrow(UnknownDraft);
        await expect(storage.drafts.load('nobody')).rejects.toThrow(UnknownDraft);
        await expect(storage.drafts.read('nobody', 0)).rejects.toThrow(UnknownDraft);
        await expect(storage.drafts.spans('nobody')).rejects.toThrow(UnknownDraft);
        await expect(storage.drafts.compact('nobody', 0, bytes(3))).rejects.toThrow(UnknownDraft);
      });

      test('[STO3] entries come back in order, byte for byte, with their author, time and attribution', async () => {
        await storage.drafts.create('d');
        expect(await storage.drafts.append('d', [entry([0, 255, 7], 'p1', [9]), entry([], 'p2', [])])).toBe(2);
        expect(await storage.drafts.append('d', [entry([3], 'p3', [1, 0])])).toBe(3);
        await again();
        const { entries } = await storage.drafts.load('d');
        expect(entries).toEqual([
          { seq: 1, ...entry([0, 255, 7], 'p1', [9]) },
          { seq: 2, ...entry([], 'p2', []) },
          { seq: 3, ...entry([3], 'p3', [1, 0]) },
        ]);
        expect(await storage.drafts.read('d', 2)).toEqual([{ seq: 3, ...entry([3], 'p3', [1, 0]) }]);
        expect(await storage.drafts.append('d', [entry([4])])).toBe(4);
      });

      test('[STO3] bytes handed over belong to the storage at once: a caller may reuse its buffer', async () => {
        await storage.drafts.create('d');
        const update = Uint8Array.from([1, 2, 3]);
        const stored = storage.drafts.append('d', [{ ...entry([]), update }]);
        update.fill(0);
        await stored;
        expect((await storage.drafts.load('d')).entries[0]?.update).toEqual(Uint8Array.from([1, 2, 3]));
      });

      test('[STO4] a large value and a long append survive', async () => {
        await storage.drafts.create('d');
        const large = bytes(3_000_000);
        await storage.drafts.append('d', [{ ...entry([]), update: large }]);
        await storage.drafts.append(
          'd',
          Array.from({ length: 2500 }, (_, at) => entry([at & 255, at >> 8])),
        );
        await again();
        const { entries } = await storage.drafts.load('d');
        expect(entries).toHaveLength(2501);
        expect(same(entries[0]?.update, large)).toBe(true);
        expect(entries[2500]?.update).toEqual(Uint8Array.from([2499 & 255, 2499 >> 8]));
        expect(entries.map((stored) => stored.seq)).toEqual(entries.map((_, at) => at + 1));
      });

      test('[STO5] concurrent appends never share a fate: the ones to an unknown draft fail, the others are stored', async () => {
        await storage.drafts.create('d');
        const results = await Promise.allSettled(
          Array.from({ length: 60 }, (_, at) => storage.drafts.append(at % 3 === 0 ? 'nobody' : 'd', [entry([at])])),
        );
        const accepted = results.flatMap((result, at) => (result.status === 'fulfilled' ? [at] : []));
        expect(accepted).toEqual(results.map((_, at) => at).filter((at) => at % 3 !== 0));
        const { entries } = await storage.drafts.load('d');
        expect(entries.map((stored) => stored.update[0])).toEqual(accepted);
        expect(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))).toEqual(
          entries.map((stored) => stored.seq),
        );
      });

      test('[STO6] compaction replaces what it covers, keeps every attribution and no later append is lost by it', async () => {
        await storage.drafts.create('d');
        await storage.drafts.append('d', [entry([1], 'p1', [11]), entry([2], 'p2', [12]), entry([3], 'p1', [13])]);
        const snapshot = bytes(5000);
        await Promise.all([
          storage.drafts.append('d', [entry([4], 'p3', [14])]),
          storage.drafts.compact('d', 2, snapshot),
          storage.drafts.append('d', [entry([5], 'p1', [15])]),
        ]);
        await again();
        const loaded = await storage.drafts.load('d');
        expect(loaded.snapshotSeq).toBe(2);
        expect(loaded.snapshot).toEqual(snapshot);
        expect(loaded.entries.map((stored) => stored.update[0])).toEqual([3, 4, 5]);
        expect((await storage.drafts.spans('d')).map(({ seq, by, spans }) => [seq, by, spans[0]])).toEqual([
          [1, 'p1', 11],
          [2, 'p2', 12],
          [3, 'p1', 13],
          [4, 'p3', 14],
          [5, 'p1', 15],
        ]);
      });

      test('[STO7] an older compaction never replaces a newer one, and none reaches beyond the log', async () => {
        await storage.drafts.create('d');
        await storage.drafts.append('d', [entry([1]), entry([2]), entry([3])]);
        await storage.drafts.compact('d', 3, Uint8Array.from([33]));
        await storage.drafts.compact('d', 1, Uint8Array.from([11]));
        expect(await storage.drafts.load('d')).toEqual({
          snapshot: Uint8Array.from([33]),
          snapshotSeq: 3,
          entries: [],
        });
        await expect(storage.drafts.compact('d', 4, Uint8Array.from([44]))).rejects.toThrow(RangeError);
        await expect(storage.drafts.read('d', 1)).rejects.toThrow(CompactedAway);
        expect(await storage.drafts.append('d', [entry([4])])).toBe(4);
      });
    });

    describe('journal', () => {
      test('[STO10] a journal grows only from the version the writer saw', async () => {
        expect(await storage.journal.append('s', 0, [row('a'), row('b')])).toBe(true);
        expect(await storage.journal.append('s', 0, [row('x')])).toBe(false);
        expect(await storage.journal.append('s', 5, [row('x')])).toBe(false);
        expect(await storage.journal.append('s', 2, [row('c')])).toBe(true);
        expect(await storage.journal.append('s', 3, [])).toBe(true);
        expect(await storage.journal.append('s', 2, [])).toBe(false);
        await again();
        expect(await storage.journal.read('s')).toEqual([
          { version: 1, ...row('a') },
          { version: 2, ...row('b') },
          { version: 3, ...row('c') },
        ]);
        expect(await storage.journal.read('s', 2)).toEqual([{ version: 3, ...row('c') }]);
        expect(await storage.journal.read('nobody')).toEqual([]);
      });

      test('[STO11] of many who append on the same version exactly one wins, whole', async () => {
        const won = await Promise.all(
          Array.from({ length: 20 }, (_, at) => storage.journal.append('s', 0, [row(`${at}a`), row(`${at}b`)])),
        );
        expect(won.filter(Boolean)).toHaveLength(1);
        const winner = won.indexOf(true);
        expect((await storage.journal.read('s')).map((stored) => stored.text)).toEqual([`${winner}a`, `${winner}b`]);
      });

      test('[STO12] the streams are listed in order of code points, and texts keep every character', async () => {
        const text = 'één 👩‍🔧 \u0000 "quoted" \n \u{10FFFF}';
        for (const stream of ['b', 'a', '\u{1F600}', '\uFF5E']) await storage.journal.append(stream, 0, [row(text)]);
        expect(await storage.journal.streams()).toEqual(['a', 'b', '\uFF5E', '\u{1F600}']);
        expect((await storage.journal.read('a'))[0]?.text).toBe(text);
      });
    });

    describe('blobs', () => {
      test('[STO20] an unsalted blob is named by the SHA-256 of its bytes and stored once', async () => {
        const ref = await storage.blobs.put(new TextEncoder().encode('abc'), { salted: false, type: 'text/plain' });
        expect(ref).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
        expect(await storage.blobs.put(new TextEncoder().encode('abc'), { salted: false, type: 'other' })).toBe(ref);
        await again();
        expect(await storage.blobs.get(ref)).toEqual({ bytes: new TextEncoder().encode('abc'), type: 'text/plain' });
        expect(await storage.blobs.get('0'.repeat(64))).toBeNull();
      });

      test('[STO21] the name of a salted blob tells nothing: the same words get another name each time', async () => {
        const words = new TextEncoder().encode('ja');
        const refs = await Promise.all(
          [1, 2, 3].map(() => storage.blobs.put(words, { salted: true, type: 'text/plain' })),
        );
        const unsalted = await storage.blobs.put(words, { salted: false, type: 'text/plain' });
        expect(new Set([...refs, unsalted]).size).toBe(4);
        expect(await storage.blobs.get(refs[1] as string)).toEqual({ bytes: words, type: 'text/plain' });
      });

      test('[STO22] erasing takes the words and keeps the reason; once, and for good', async () => {
        const ref = await storage.blobs.put(bytes(9000), { salted: true, type: 'text/plain' });
        await storage.blobs.erase(ref, 'verzoek om vergetelheid');
        await storage.blobs.erase(ref, 'another reason');
        await again();
        expect(await storage.blobs.get(ref)).toEqual({ erased: 'verzoek om vergetelheid' });
      });

      test('[STO23] an unsalted blob cannot be erased, and an unknown one neither', async () => {
        const ref = await storage.blobs.put(bytes(10), { salted: false, type: 'application/json' });
        await expect(storage.blobs.erase(ref, 'no')).rejects.toThrow(TypeError);
        await expect(storage.blobs.erase('0'.repeat(64), 'no')).rejects.toThrow(RangeError);
        expect(await storage.blobs.get(ref)).toEqual({ bytes: bytes(10), type: 'application/json' });
      });

      test('[STO24] a large blob comes back byte for byte', async () => {
        const large = bytes(5_000_000, 7);
        const ref = await storage.blobs.put(large, { salted: true, type: 'application/pdf' });
        await again();
        const found = await storage.blobs.get(ref);
        expect(found !== null && 'bytes' in found && same(found.bytes, large)).toBe(true);
      });
    });

    describe('register', () => {
      test('[STO30] rows are set, added once, read, deleted and kept apart by table', async () => {
        await storage.register.set('people', 'p1', '{"name":"Anna"}');
        await storage.register.set('people', 'p1', '{"name":"Anne"}');
        expect(await storage.register.add('people', 'p1', 'x')).toBe(false);
        expect(await storage.register.add('sessions', 'p1', 'x')).toBe(true);
        await again();
        expect(await storage.register.get('people', 'p1')).toBe('{"name":"Anne"}');
        await storage.register.delete('people', 'p1');
        await storage.register.delete('people', 'p1');
        expect(await storage.register.get('people', 'p1')).toBeNull();
        expect(await storage.register.get('sessions', 'p1')).toBe('x');
      });

      test('[STO31] of many who add the same key exactly one wins', async () => {
        const won = await Promise.all(Array.from({ length: 20 }, (_, at) => storage.register.add('t', 'k', `${at}`)));
        expect(won.filter(Boolean)).toHaveLength(1);
        expect(await storage.register.get('t', 'k')).toBe(`${won.indexOf(true)}`);
      });

      test('[STO32] a prefix finds exactly the keys that start with it, in order of code points', async () => {
        const keys = [
          'a',
          'a/',
          'a/1',
          'a/\u{1F600}',
          'a/\uFF5E',
          'a0',
          'b',
          'a_',
          'a%',
          'a/\u{10FFFF}x',
          '\uD7FF1',
          '\uE000',
        ];
        for (const key of keys) await storage.register.set('t', key, key);
        const found = async (prefix?: string) => (await storage.register.list('t', prefix)).map(({ key }) => key);
        expect(await found('a/')).toEqual(['a/', 'a/1', 'a/\uFF5E', 'a/\u{1F600}', 'a/\u{10FFFF}x']);
        expect(await found('a%')).toEqual(['a%']);
        expect(await found('\uD7FF')).toEqual(['\uD7FF1']);
        expect(await found()).toHaveLength(keys.length);
        expect(await found('zz')).toEqual([]);
      });
    });

    test('[STO40] a full disk refuses the write, keeps what was stored, and takes writes again when there is room', async () => {
      await storage.drafts.create('d');
      await storage.drafts.append('d', [entry([1])]);
      await storage.journal.append('s', 0, [row('a')]);
      const free = await opened.fill();
      const large = { ...entry([]), update: bytes(200_000) };
      const results = await Promise.allSettled([
        storage.drafts.append('d', [large]),
        storage.drafts.append('d', [entry([9]), large]),
        storage.journal.append('s', 1, [row('x'.repeat(300_000))]),
        storage.blobs.put(bytes(300_000), { salted: true, type: 'x' }),
        storage.drafts.compact('d', 1, bytes(300_000)),
      ]);
      expect(results.map((result) => result.status)).toEqual(Array.from(results, () => 'rejected'));
      expect((await storage.drafts.load('d')).entries).toHaveLength(1);
      expect(await storage.journal.read('s')).toHaveLength(1);
      await free();
      expect(await storage.drafts.append('d', [large])).toBe(2);
      expect(await storage.journal.append('s', 1, [row('b')])).toBe(true);
    });

    test('[STO41] what is asked of a closed storage is refused, not forgotten', async () => {
      await storage.drafts.create('d');
      await storage.close();
      await expect(storage.drafts.append('d', [entry([1])])).rejects.toThrow('closed');
    });
  });
}

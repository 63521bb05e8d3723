import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as Y from 'yjs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type DraftClient, draftClient, textOf, until } from '../support/draft-client.ts';

/** Kills in a row; the longer run sets another number. */
const KILLS = Number(process.env['KILLS'] ?? 5);

let folder: string;
let running: ChildProcess | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draagvlak-kill-'));
});
afterEach(() => {
  running?.kill('SIGKILL');
  running = null;
});
afterAll(() => rm(folder, { recursive: true }));

async function start(port: number): Promise<number> {
  const script = fileURLToPath(new URL('../support/draft-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, join(folder, 'data.sqlite'), String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running = child;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout?.once('data', (line: Buffer) => resolve(Number(line.toString().split(' ')[1])));
  });
}

const gone = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill(signal);
  });

/** Types numbered tokens in its own place until told to stop. */
class Typist {
  readonly client: DraftClient;
  /** Tokens in the order of typing, with the number of messages sent when each was. */
  readonly typed: { readonly token: string; readonly message: number }[] = [];
  #timer: NodeJS.Timeout;

  constructor(client: DraftClient, round: number) {
    this.client = client;
    let count = 0;
    this.#timer = setInterval(() => {
      const token = `[${client.name}-${round}-${(count += 1)}]`;
      const text = textOf(client.fragment, 0);
      text.insert(text.length, token);
      this.typed.push({ token, message: client.provider.wsconnected ? client.sent() : Number.POSITIVE_INFINITY });
      // Deletions move no state vector; they have a paragraph of their own, so that no token goes.
      if (count % 7 === 0) textOf(client.fragment, 1).delete(0, 1);
    }, 4);
  }
  stop(): void {
    clearInterval(this.#timer);
  }
  /** What the server said to be stored. */
  saved(): string[] {
    const stored = this.client.saved()?.messages ?? 0;
    return this.typed.filter(({ message }) => message <= stored).map(({ token }) => token);
  }
}

const wholeText = (doc: Y.Doc): string => doc.getXmlFragment('prosemirror').toString();

test(
  `kill -9 while two people type, ${KILLS} times: nothing is lost that a second person saw or that was said to be saved`,
  async () => {
    let port = await start(0);
    let seenInAll = 0;
    let savedInAll = 0;
    for (let round = 1; round <= KILLS; round += 1) {
      const url = `ws://127.0.0.1:${port}/sync`;
      const [anna, bram] = [draftClient(url, 'anna'), draftClient(url, 'bram')];
      await Promise.all([anna.synced(), bram.synced()]);
      await until(() => wholeText(anna.doc) === wholeText(bram.doc), 'both begin alike');
      const typists = [new Typist(anna, round), new Typist(bram, round)] as const;
      await until(() => typists.every((typist) => typist.saved().length >= 10), 'something is at stake', 30_000);
      await new Promise((resolve) => setTimeout(resolve, (round * 37) % 190));
      await gone(running as ChildProcess, 'SIGKILL');
      for (const typist of typists) typist.stop();
      const saved = typists.flatMap((typist) => typist.saved());
      const seen = [
        ...typists[0].typed.filter(({ token }) => wholeText(bram.doc).includes(token)),
        ...typists[1].typed.filter(({ token }) => wholeText(anna.doc).includes(token)),
      ].map(({ token }) => token);
      // Their copies would bring back what the server lost: only the disk may speak.
      anna.leave();
      bram.leave();
      port = await start(0);
      const witness = draftClient(`ws://127.0.0.1:${port}/sync`, 'getuige');
      await witness.synced();
      const after = wholeText(witness.doc);
      witness.leave();
      expect(seen.filter((token) => !after.includes(token))).toEqual([]);
      expect(saved.filter((token) => !after.includes(token))).toEqual([]);
      expect(after).toContain('</block>');
      seenInAll += seen.length;
      savedInAll += saved.length;
    }
    // A test in which nothing was at stake would prove nothing.
    expect(seenInAll).toBeGreaterThan(KILLS * 10);
    expect(savedInAll).toBeGreaterThan(KILLS * 10);
    await gone(running as ChildProcess, 'SIGTERM');
    running = null;
  },
  60_000 + KILLS * 8000,
);

test('authors who were there all along reconnect by themselves and end equal', async () => {
  let port = await start(0);
  const [anna, bram] = ['anna', 'bram'].map((name) => draftClient(`ws://127.0.0.1:${port}/sync`, name)) as [
    DraftClient,
    DraftClient,
  ];
  await Promise.all([anna.synced(), bram.synced()]);
  const typists = [new Typist(anna, 99), new Typist(bram, 99)] as const;
  await new Promise((resolve) => setTimeout(resolve, 250));
  await gone(running as ChildProcess, 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (const typist of typists) typist.stop();
  port = await start(port);
  await until(
    () => anna.provider.synced && bram.provider.synced && wholeText(anna.doc) === wholeText(bram.doc),
    'both are equal again',
  );
  await until(() => anna.saved()?.messages === anna.sent() && bram.saved()?.messages === bram.sent(), 'all is saved');
  for (const { token } of typists.flatMap((typist) => typist.typed)) expect(wholeText(anna.doc)).toContain(token);
  anna.leave();
  bram.leave();
  await gone(running as ChildProcess, 'SIGTERM');
  running = null;
});

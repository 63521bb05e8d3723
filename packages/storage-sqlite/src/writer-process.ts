import { openSqlite } from './index.ts';

/** Run by the kill test as a process of its own: appends without end and reports each commit once it is stored. */
const storage = await openSqlite(process.argv[2] as string);
await storage.drafts.create('d');
const entry = {
  update: Uint8Array.from([1, 2, 3]),
  spans: Uint8Array.from([4]),
  by: 'p',
  at: '2026-11-22T10:00:00.000Z',
};
let version = (await storage.journal.read('s')).length;
const typing = async (): Promise<never> => {
  for (;;) process.stdout.write(`draft ${await storage.drafts.append('d', [entry, entry, entry])}\n`);
};
const acting = async (): Promise<never> => {
  for (;;) {
    const facts = [1, 2].map((at) => ({ text: `${version + at}`, hash: 'h' }));
    if (!(await storage.journal.append('s', version, facts))) throw new Error('somebody else wrote');
    version += 2;
    process.stdout.write(`journal ${version}\n`);
  }
};
await Promise.all([typing(), acting()]);

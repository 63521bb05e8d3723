import { openSqlite } from '@draagvlak/storage-sqlite';
import { AT, DRAFT, paragraphs, startDraftServer } from './draft-server.ts';

/** Run by the kill test as a process of its own: `draft-process.ts FILE PORT`. */
const [file, port] = process.argv.slice(2);
const storage = await openSqlite(file as string);
const server = await startDraftServer(storage, { port: Number(port) });
await server.rooms.create(DRAFT, paragraphs('Begin.', 'Weg te halen. '.repeat(2000)), 'secretaris', AT);
process.stdout.write(`ready ${server.port}\n`);
process.once('SIGTERM', () => {
  void server
    .close()
    .then(() => storage.close())
    .then(() => process.exit(0));
});

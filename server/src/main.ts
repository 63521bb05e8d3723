import { nl } from '@draagvlak/wording';
import { parseConfig, WrongSetting } from './config.ts';
import { makeDemo } from './demo/index.ts';
import { startServer } from './start.ts';

async function main(): Promise<void> {
  const config = parseConfig(process.env);
  await makeDemo(config, new Date(), (dossier) => console.log(nl.pages.console.demoDossier(dossier)));
  const server = await startServer(config);
  console.log(server.url);
  if (server.services.identity.kind === 'demo') console.log(nl.pages.console.demo);
  if (server.setUpUrl !== null) console.log(nl.pages.console.setUpLink(server.setUpUrl));

  const stop = () => {
    console.log(nl.pages.console.stopping);
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  // A bug that nobody caught leaves the process in an unknown state: say so and stop, the text is in the store.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      server.services.log.error(event, { error });
      process.exitCode = 1;
      process.removeAllListeners('SIGTERM');
      server
        .close()
        .finally(() => process.exit(1))
        .catch(() => process.exit(1));
    });
  }
}

main().catch((error: unknown) => {
  if (error instanceof WrongSetting) console.error(error.message);
  else console.error(reason(error));
  process.exit(1);
});

/** The usual reasons for which a server does not start, in Dutch. */
function reason(error: unknown): unknown {
  const folder = 'De map met gegevens is niet te openen of niet te beschrijven. Kies een andere met DATA_DIR.';
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: 'De poort is al in gebruik. Kies een andere met PORT, bijvoorbeeld: PORT=3001 npm start',
    EACCES: 'De server mag deze poort of map niet gebruiken. Kies andere met PORT of DATA_DIR.',
    SQLITE_CANTOPEN: folder,
    SQLITE_READONLY: folder,
    ENOTDIR: folder,
    EROFS: folder,
  };
  return sentences[String((error as { code?: unknown } | null)?.code)] ?? error;
}

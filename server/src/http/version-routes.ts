import { routes } from '@draagvlak/contract/server';
import { readingView, workbenchView } from '../dossiers/version-views.ts';
import type { Services } from '../services.ts';
import { type Api, open, signedIn } from './answer.ts';
import { actorOf, mustMay, versionFor } from './asker.ts';

export function versionRoutes(api: Api, services: Services): void {
  signedIn(api, routes.version, async ({ me, params }) =>
    readingView(services, await versionFor(services, me, params.version), actorOf(me.person)),
  );

  open(api, routes.versionBytes, async ({ c, params }) => {
    const { version } = await versionFor(services, c.var.signedIn, params.version);
    const bytes = new Uint8Array(await services.dossiers.texts.bytes(version));
    return new Response(bytes, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(bytes.length),
        'content-disposition': `attachment; filename="${version.id}.json"`,
        'cache-control': 'private, no-cache',
        etag: `"${version.content}"`,
      },
    });
  });

  signedIn(api, routes.workbench, async ({ me, params }) => {
    const found = await versionFor(services, me, params.version);
    mustMay(me, 'read-proposals', found);
    return workbenchView(services, found, actorOf(me.person));
  });
}

import { routes } from '@draagvlak/contract/server';
import { readingUpdate, readingView, workbenchUpdate, workbenchView } from '../dossiers/version-views.ts';
import type { Services } from '../services.ts';
import { type Api, open, signedIn } from './answer.ts';
import { actorOf, benchFor, versionFor } from './asker.ts';

export function versionRoutes(api: Api, services: Services): void {
  signedIn(api, routes.version, async ({ me, params }) =>
    readingView(services, await versionFor(services, me, params.version), actorOf(me.person)),
  );

  signedIn(api, routes.versionChanges, async ({ me, params, query }) =>
    readingUpdate(services, await versionFor(services, me, params.version), actorOf(me.person), query.since),
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

  signedIn(api, routes.workbench, async ({ me, params }) =>
    workbenchView(services, await benchFor(services, me, params.version), actorOf(me.person)),
  );

  signedIn(api, routes.workbenchChanges, async ({ me, params, query }) =>
    workbenchUpdate(services, await benchFor(services, me, params.version), actorOf(me.person), query.since),
  );
}

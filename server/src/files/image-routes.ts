import { routes } from '@draagvlak/contract/server';
import { type Api, signedIn } from '../http/answer.ts';
import { dossierFor } from '../http/asker.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Services } from '../services.ts';
import { keepPicture } from './pictures.ts';

const PROBLEMS = { unknown: 'unknown-image-type', damaged: 'damaged-image', huge: 'huge-image' } as const;

/** Pictures come in by whoever may write the text they stand in; they are read as the dossier's other files are. */
export function imageRoutes(api: Api, services: Services): void {
  signedIn(api, routes.uploadImage, async ({ me, params, c }) => {
    await dossierFor(services, me, params.dossier, 'write-draft');
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const kept = await keepPicture(services.files, params.dossier, bytes, me.person.id, services.now());
    if (kept.kind !== 'kept') throw new HttpProblem(PROBLEMS[kept.kind]);
    return { blob: kept.blob, type: kept.type };
  });
}

import { routes } from '@draagvlak/contract/server';
import { type Api, signedIn } from '../http/answer.ts';
import { dossierFor } from '../http/asker.ts';
import { HttpProblem } from '../http/http-problem.ts';
import type { Services } from '../services.ts';
import { mediaType } from './sniff.ts';

/** Kinds of picture that every browser shows, that print, and that hold no script. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

/** Pictures come in by whoever may write the text they stand in; they are read as the dossier's other files are. */
export function imageRoutes(api: Api, services: Services): void {
  signedIn(api, routes.uploadImage, async ({ me, params, c }) => {
    await dossierFor(services, me, params.dossier, 'write-draft');
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const type = mediaType(bytes);
    if (type === null || !PICTURES.has(type)) throw new HttpProblem('unknown-image-type');
    const kept = await services.files.keep(params.dossier, bytes, me.person.id, services.now());
    if (kept === null) throw new HttpProblem('unknown-image-type');
    return kept;
  });
}

import type { PublishedView } from '@draagvlak/contract/server';
import { latestVersion, publicVersions } from '@draagvlak/procedure';
import type { Services } from '../services.ts';

/** Every text that everybody may read: of each document the newest, what was published last first. */
export async function publishedView(services: Services): Promise<readonly PublishedView[]> {
  const names = new Map((await services.identity.qualifications.all()).map(({ id, name }) => [id, name]));
  const found = (await services.dossiers.store.all()).flatMap(({ dossier }) =>
    publicVersions(dossier).map((version): PublishedView => {
      const document = dossier.documents.find(({ id }) => id === version.document);
      const superseded = latestVersion(dossier, version.document)?.id !== version.id;
      if (document === undefined) throw new Error(`version ${version.id} is of an unknown document`);
      return {
        version: version.id,
        dossier: dossier.id,
        kind: document.kind,
        title: version.title,
        number: version.number,
        qualifications: dossier.qualifications.map((id) => names.get(id) ?? id),
        phase: dossier.phase,
        superseded,
        publishedAt: version.publishedAt ?? version.frozenAt,
        effective: superseded ? null : (dossier.adoption?.effective ?? null),
      };
    }),
  );
  return found.toSorted((one, other) => (one.publishedAt > other.publishedAt ? -1 : 1));
}

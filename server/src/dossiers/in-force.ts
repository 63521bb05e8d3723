import { type Dossier, type DossierDocument, type FrozenVersion, latestVersion } from '@draagvlak/procedure';
import type { DossierStore } from './store.ts';

/** A frozen text with the dossier it was adopted in. */
export interface AdoptedText {
  readonly dossier: Dossier;
  readonly version: FrozenVersion;
}

export interface InForce {
  /**
   * The text that holds now, adopted in another dossier: of the same kind of document, for one of the same
   * qualifications. Of several the one that took effect last. `null` where there is none.
   */
  present(dossier: Dossier, document: Pick<DossierDocument, 'kind'>): Promise<AdoptedText | null>;
  /** The text that this draft began with; `null` when it began otherwise. */
  base(dossier: Dossier, document: Pick<DossierDocument, 'id'>): Promise<AdoptedText | null>;
}

export function createInForce(store: DossierStore): InForce {
  return {
    async present(dossier, { kind }) {
      const found = (await store.all()).flatMap(({ dossier: other }) => {
        const shared = other.qualifications.some((id) => dossier.qualifications.includes(id));
        if (other.id === dossier.id || other.phase !== 'in-force' || !shared) return [];
        return other.documents
          .filter((document) => document.kind === kind)
          .flatMap((document) => {
            const version = latestVersion(other, document.id);
            return version === null ? [] : [{ dossier: other, version, since: other.adoption?.effective ?? '' }];
          });
      });
      const order = ({ since, version }: (typeof found)[number]) => `${since} ${version.frozenAt}`;
      return found.toSorted((one, other) => (order(one) < order(other) ? 1 : -1))[0] ?? null;
    },
    async base(dossier, { id }) {
      const based = dossier.basedOn[id];
      const loaded = based === undefined ? null : await store.ofVersion(based.version);
      const version = loaded?.dossier.versions.find((one) => one.id === based?.version);
      return loaded === null || version === undefined ? null : { dossier: loaded.dossier, version };
    },
  };
}

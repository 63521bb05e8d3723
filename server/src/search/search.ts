import type { FoundView, SearchView } from '@draagvlak/contract/server';
import { type Actor, can, type Dossier } from '@draagvlak/procedure';
import { excerpt, type Match, parseQuery, type Query, SearchIndex } from '@draagvlak/search';
import type { Dossiers } from '../dossiers/dossiers.ts';
import type { Qualification, Qualifications } from '../identity/qualifications.ts';
import { DossierIndex } from './dossier-index.ts';
import { placeIn } from './place.ts';
import { mayRead } from './rights.ts';

/** Finds words in everything a person may read. */
export interface Search {
  /** In one dossier, which this person was shown, or with `null` in all. */
  find(actor: Actor, q: string, dossier: Dossier | null): Promise<SearchView>;
}

/** Most that one answer shows. */
const MOST = 50;

interface Hit {
  readonly score: number;
  readonly view: () => FoundView;
}

export function createSearch(
  { store, texts, words }: Pick<Dossiers, 'store' | 'texts' | 'words'>,
  qualifications: Pick<Qualifications, 'all'>,
): Search {
  const indexes = new Map<string, DossierIndex>();

  async function indexOf(dossier: Dossier): Promise<DossierIndex> {
    let index = indexes.get(dossier.id);
    if (index === undefined) indexes.set(dossier.id, (index = new DossierIndex(texts, words)));
    await index.follow(dossier);
    return index;
  }

  return {
    async find(actor, q, only) {
      const query = parseQuery(q);
      const asked = only === null ? (await store.all()).map(({ dossier }) => dossier) : [only];
      const dossiers = asked.filter((dossier) => can(actor, 'read-dossier', { dossier }) === true);
      // Also without words: opening the search box is the moment to get ready.
      const indexed: { readonly dossier: Dossier; readonly index: DossierIndex }[] = [];
      // One after the other, so that they do not take their turns all at once.
      for (const dossier of dossiers) indexed.push({ dossier, index: await indexOf(dossier) });
      const hits = indexed.flatMap(({ dossier, index }) => hitsIn(dossier, index, actor, query));
      if (only === null) hits.push(...qualificationHits(await qualifications.all(), dossiers, query));
      const best = hits.toSorted((one, other) => other.score - one.score);
      return { found: best.slice(0, MOST).map(({ view }) => view()), more: best.length > MOST };
    },
  };
}

/** What this person may read of what was found in a dossier, best first and never more than can be shown. */
function hitsIn(dossier: Dossier, index: DossierIndex, actor: Actor, query: Query): Hit[] {
  const hits: Hit[] = [];
  const matches = index.index.find(query);
  const latest = latestTexts(dossier, index, actor, matches);
  for (const { key, score } of matches) {
    const indexed = index.get(key);
    if (indexed === undefined) continue;
    const { source, text } = indexed;
    if (source.kind === 'text' ? !latest.has(key) : !mayRead(dossier, actor, source)) continue;
    hits.push({
      score,
      view: () => ({
        kind: source.kind,
        dossier: dossier.id,
        title: dossier.title,
        ...placeIn(dossier, index, source),
        ...excerpt(text, query),
      }),
    });
    if (hits.length > MOST) break;
  }
  return hits;
}

/** Of the same block in many versions only the last one that this person may read and that holds the words. */
function latestTexts(
  dossier: Dossier,
  index: DossierIndex,
  actor: Actor,
  matches: readonly Match[],
): ReadonlySet<string> {
  const order = new Map<string, number>();
  for (const [at, version] of dossier.versions.entries()) {
    if (can(actor, 'read-version', { dossier, version: version.id }) === true) order.set(version.id, at);
  }
  const last = new Map<string, { readonly key: string; readonly at: number }>();
  for (const { key } of matches) {
    const source = index.get(key)?.source;
    if (source?.kind !== 'text') continue;
    const at = order.get(source.version);
    if (at !== undefined && at > (last.get(source.block)?.at ?? -1)) last.set(source.block, { key, at });
  }
  return new Set([...last.values()].map(({ key }) => key));
}

/** The register of qualifications is everybody's; a dossier about one is named only to who was shown it. */
function qualificationHits(all: readonly Qualification[], dossiers: readonly Dossier[], query: Query): Hit[] {
  const index = new SearchIndex();
  for (const { id, name } of all) index.add(id, name, 2);
  return index.find(query).flatMap(({ key, score }) => {
    const found = all.find(({ id }) => id === key);
    if (found === undefined) return [];
    const about = dossiers.filter(({ qualifications }) => qualifications.includes(key)).at(-1) ?? null;
    const view = (): FoundView => ({
      kind: 'qualification',
      dossier: about?.id ?? null,
      title: found.name,
      document: null,
      version: null,
      comment: null,
      section: null,
      ...excerpt(found.name, query),
      href: about === null ? `/?wbc=${encodeURIComponent(found.cluster)}` : `/dossiers/${about.id}`,
    });
    return [{ score, view }];
  });
}

import type { WordsView } from '@draagvlak/contract/server';
import { type Actor, blobsIn, type Dossier, type Entry, type Fact, logValues } from '@draagvlak/procedure';
import type { Storage } from '@draagvlak/storage';
import type { Services } from '../services.ts';
import { GENESIS, unlink } from './chain.ts';
import type { Loaded } from './store.ts';
import { currentWords } from './word-store.ts';

/** Whether these words stand in a fact of a dossier, also when they were edited away since. */
export type StoodIn = (dossier: string, blob: string) => Promise<boolean>;

export function createStoodIn(journal: Storage['journal']): StoodIn {
  return async (dossier, blob) => {
    for (const { text } of await journal.read(dossier)) {
      // Almost every row is passed over without reading it.
      if (!text.includes(blob)) continue;
      const { fact } = JSON.parse(text) as { fact: Fact };
      if (blobsIn(fact).some((one) => one.blob === blob)) return true;
    }
    return false;
  };
}

/** Everything people wrote in a dossier, newest first, with what became of it. */
export async function wordsRegister(
  services: Services,
  { dossier }: Loaded,
  actor: Actor,
): Promise<readonly WordsView[]> {
  const { people, words } = await services.dossiers.asking(dossier, actor, services.now());
  const rows = await services.storage.journal.read(dossier.id);
  const entries = unlink(dossier.id, { version: 0, head: GENESIS }, rows).slice(0, dossier.version);
  const reasons = new Map<string, string>();
  for (const { fact } of entries) {
    if (fact.type === 'words-redacted') reasons.set(fact.from, fact.reason);
    if (fact.type === 'words-erased') reasons.set(fact.blob, fact.reason);
  }
  const views: WordsView[] = [];
  for (const { version, at, by, fact } of entries.toReversed()) {
    for (const { field, blob } of blobsIn(fact)) {
      const current = currentWords(blob, dossier);
      const isRedacted = dossier.redactions[blob] !== undefined;
      views.push({
        blob,
        current,
        line: { version, at, type: fact.type, values: { ...logValues(fact, dossier) } },
        by: by === null ? null : people.person(by),
        field,
        comment: commentOf(fact, dossier),
        text: await words.text({ blob }, dossier),
        state: current === null ? 'erased' : isRedacted ? 'redacted' : 'shown',
        originalErased: dossier.erased.includes(blob),
        reason: reasons.get(current === null ? lastOf(blob, dossier) : blob) ?? reasons.get(blob) ?? null,
      });
    }
  }
  return views;
}

/** The blob that stood here last, before it was erased. */
function lastOf(blob: string, { redactions }: Dossier): string {
  const next = redactions[blob];
  return next === undefined ? blob : lastOf(next, { redactions } as Dossier);
}

/** The comment that a fact is about, by itself or through a decision on it. */
function commentOf(fact: Entry['fact'], dossier: Dossier): string | null {
  if ('comment' in fact && typeof fact.comment === 'string') return fact.comment;
  if (!('disposition' in fact)) return null;
  return (
    dossier.comments.find(({ dispositions }) => dispositions.some(({ id }) => id === fact.disposition))?.id ?? null
  );
}

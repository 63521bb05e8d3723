import type { LogLine } from '@draagvlak/contract/server';
import {
  type Actor,
  can,
  type Dossier,
  type Fact,
  type FactType,
  isCommentVisible,
  logValues,
} from '@draagvlak/procedure';
import type { Services } from '../services.ts';
import { GENESIS, unlink } from './chain.ts';
import type { Loaded } from './store.ts';

const COMMITTEE_ONLY: ReadonlySet<FactType> = new Set([
  'disposition-proposed',
  'disposition-taken-back',
  'placement-confirmed',
  'comment-assigned',
  'comment-due-set',
  'comment-discussed',
  'comments-bundled',
  'bundle-dissolved',
  'words-redacted',
  'words-erased',
]);
const AUDIT: ReadonlySet<FactType> = new Set(['ground-attached', 'finding-settled', 'change-remarked']);
const IMPACT: ReadonlySet<FactType> = new Set(['impact-reported', 'impact-not-applicable']);

/** Whether a fact may be known to this person: what is said of comments and proposals follows who may read them. */
function isShown(fact: Fact, dossier: Dossier, actor: Actor): boolean {
  const insider = can(actor, 'read-proposals', { dossier }) === true;
  if (insider) return true;
  const commentShown = (id: string) => {
    const comment = dossier.comments.find((one) => one.id === id);
    return comment !== undefined && isCommentVisible(dossier, actor, comment);
  };
  const { type } = fact;
  if (type === 'disposition-confirmed') {
    const decided = dossier.comments.find(({ dispositions }) => dispositions.some(({ id }) => id === fact.disposition));
    return decided !== undefined && commentShown(decided.id);
  }
  if (COMMITTEE_ONLY.has(type)) return false;
  if (AUDIT.has(type)) return can(actor, 'read-audit', { dossier }) === true;
  if (IMPACT.has(type)) return can(actor, 'read-impact', { dossier }) === true;
  return 'comment' in fact && fact.comment !== null ? commentShown(fact.comment) : true;
}

/** The journal in lines: what happened, when and by whom, with the hash that chains it to the line before. */
export async function logView(services: Services, { dossier }: Loaded, actor: Actor): Promise<readonly LogLine[]> {
  const { people } = await services.dossiers.asking(dossier, actor, services.now());
  const rows = await services.storage.journal.read(dossier.id);
  const entries = unlink(dossier.id, { version: 0, head: GENESIS }, rows).slice(0, dossier.version);
  return entries
    .filter(({ fact }) => isShown(fact, dossier, actor))
    .map(({ version, at, by, fact, hash }) => ({
      version,
      at,
      by:
        by === null
          ? null
          : fact.type === 'comment-submitted' && fact.by === by
            ? people.submitter(by, fact.organisation)
            : people.person(by),
      type: fact.type,
      values: { ...logValues(fact, dossier) },
      hash,
    }));
}

import type { DossierView } from '@draagvlak/contract/client';
import { textBlocks } from '@draagvlak/document';
import type { Fact } from '@draagvlak/procedure';
import { COMMENT_KINDS, makeAnchor } from '@draagvlak/review';
import type { Services } from '@draagvlak/server/services';

const STARTS = ['De eis is', 'Graag ook', 'Wij missen', 'Onduidelijk is', 'Te streng is', 'Waarom staat hier'];

/**
 * Puts down reactions until the version has `total`, on passages all over its text, of who reacted on it already; four of
 * ten have a proposal that waits for the chair. As facts at once: sent one by one it would take minutes.
 */
export async function crowd(
  services: Services,
  view: Pick<DossierView, 'id'>,
  version: string,
  total: number,
): Promise<void> {
  const { store, words, texts } = services.dossiers;
  const loaded = await store.load(view.id);
  const frozen = loaded?.dossier.versions.find(({ id }) => id === version);
  if (!loaded || !frozen) throw new Error('there is no such version');
  const made = [...loaded.dossier.comments.values()].filter((comment) => comment.version === version);
  const { document } = await texts.version(frozen);
  const blocks = [...textBlocks(document)].filter(({ block }) => (block.content ?? []).length > 0);
  const facts: Fact[] = [];
  for (let number = made.length; number < total; number += 1) {
    const example = made[number % made.length];
    const { block } = blocks[(number * 7) % blocks.length] as (typeof blocks)[number];
    const anchor = makeAnchor(document, { scope: 'block', node: block.attrs.id ?? '' }, version);
    if (anchor === null || example === undefined) throw new Error(`no anchor on ${block.attrs.id}`);
    const comment = services.newId();
    const start = STARTS[number % STARTS.length];
    facts.push({
      type: 'comment-submitted',
      comment,
      round: example.round,
      document: example.document,
      version,
      anchor,
      kind: COMMENT_KINDS[number % COMMENT_KINDS.length] ?? 'substantive',
      body: { words: `${start} punt ${number}: ${anchor.quote.slice(0, 160)}. Voor wie lesgeeft weegt dit zwaar.` },
      proposal: number % 5 === 0 ? { words: `${anchor.quote} Dit geldt vanaf ${2027 + (number % 3)}.` } : null,
      by: example.by,
      organisation: example.organisation,
      channel: 'web',
      receivedAt: example.at,
      follows: null,
      late: false,
      outOfScope: false,
    });
    if (number % 10 >= 4) continue;
    facts.push({
      type: 'disposition-proposed',
      disposition: services.newId(),
      comment,
      decision: { kind: 'answered', motivation: { words: `Zie de toelichting bij punt ${number}: dit staat er al.` } },
      supersedes: null,
    });
  }
  const author = loaded.dossier.members.find(({ role }) => role === 'wbc-member');
  const kept = await words.keep(facts);
  await store.append(view.id, loaded, kept, author?.person ?? '', services.now());
}

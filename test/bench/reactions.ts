import { inlineText, textBlocks } from '@draagvlak/document';
import type { Fact } from '@draagvlak/procedure';
import { makeAnchor, type Selection } from '@draagvlak/review';
import type { Services } from '@draagvlak/server/services';
import type { TestDossier } from '@draagvlak/server/testing';

const STARTS = ['De eis is', 'Graag ook', 'Wij missen', 'Onduidelijk is', 'Te streng is'];

/** Reactions as people write them: words of the passage with words around them. */
function reactionOn(passage: string, number: number): string {
  const start = STARTS[number % STARTS.length] as string;
  return `${start} punt ${number}: ${passage.slice(0, 160)}. Voor deelnemers en docenten weegt dit zwaar; zie eis ${number % 40}.`;
}

export interface Reactions {
  readonly count: number;
  /** Who wrote the one with this number. */
  readonly by: (number: number) => string;
  /** Whether every one has an answer. */
  readonly answered: boolean;
  /** Whether half of them are about some words of a block instead of the whole. */
  readonly passages: boolean;
}

/** Puts reactions, and motivations where they are answered, down at once as facts of the journal. */
export async function fillWithReactions(
  services: Services,
  dossier: TestDossier,
  version: string,
  round: string,
  { count, by, answered, passages }: Reactions,
): Promise<void> {
  const { store, words, texts } = services.dossiers;
  const loaded = await store.load(dossier.id);
  const frozen = loaded?.dossier.versions.find(({ id }) => id === version);
  if (!loaded || !frozen) throw new Error('the story has no version');
  const { document } = await texts.version(frozen);
  const blocks = [...textBlocks(document)].filter(({ block }) => (block.content ?? []).length > 0);
  const facts: Fact[] = [];
  for (let number = 0; number < count; number += 1) {
    const { block } = blocks[(number * 7) % blocks.length] as (typeof blocks)[number];
    const node = block.attrs.id ?? '';
    const length = inlineText(block).length;
    const some: Selection =
      passages && number % 2 === 0 && length > 12
        ? { scope: 'passage', start: { block: node, offset: number % 5 }, end: { block: node, offset: length - 2 } }
        : { scope: 'block', node };
    const anchor = makeAnchor(document, some, version);
    if (anchor === null) throw new Error(`no anchor on ${block.attrs.id}`);
    const comment = services.newId();
    const disposition = services.newId();
    facts.push({
      type: 'comment-submitted',
      comment,
      round,
      document: dossier.document,
      version,
      anchor,
      kind: 'substantive',
      body: { words: reactionOn(anchor.quote, number) },
      proposal: null,
      by: by(number),
      organisation: null,
      channel: 'web',
      receivedAt: services.now(),
      follows: null,
      late: false,
      outOfScope: false,
    });
    if (!answered) continue;
    const motivation = `Motivering bij ${number}: ${anchor.quote.slice(0, 80)}`;
    facts.push(
      {
        type: 'disposition-proposed',
        disposition,
        comment,
        decision: { kind: 'answered', motivation: { words: motivation } },
        supersedes: null,
      },
      { type: 'disposition-confirmed', disposition },
    );
  }
  const kept = await words.keep(facts);
  await store.append(dossier.id, loaded, kept, dossier.author.id, services.now());
}

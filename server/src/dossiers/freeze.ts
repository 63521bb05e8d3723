import { canonical, countWords, type DocumentJson } from '@draagvlak/document';
import type { Command, Context, Dossier, Fact, Frozen } from '@draagvlak/procedure';
import type { Blobs } from '@draagvlak/storage';
import type { Rooms } from '../realtime/rooms.ts';
import { makeErratum, type MakeErratum } from './erratum.ts';
import type { PlacementRecord } from './placements.ts';
import type { Text, Texts } from './texts.ts';
import { writeVersionFacts } from './version-facts.ts';

/** What is being frozen, and whether it is the draft's text or another version's. */
type FrozenFrom = { readonly document: string; readonly version: string; readonly from: 'draft' | 'version' };

type Freeze = Extract<Command, { type: 'freeze' }>;

export interface Freezer {
  /**
   * Takes the text of a concept from the sealed draft, or that of an erratum from the version it mends, keeps it under
   * the hash of its bytes, and lets `act` put the fact down; a draft opens again after that. `more` are the facts that
   * belong in the same append.
   */
  freeze<T>(
    dossier: Dossier,
    command: Freeze | MakeErratum,
    context: Context,
    act: (frozen: Frozen, more: readonly Fact[]) => Promise<T>,
  ): Promise<T>;
}

const JSON_TYPE = 'application/json';

export function createFreezer(
  blobs: Blobs,
  rooms: Rooms,
  texts: Texts,
  placements: (dossier: Dossier, frozen: FrozenFrom, text: Text) => Promise<PlacementRecord | null>,
): Freezer {
  const put = (value: unknown, salted: boolean) =>
    blobs.put(new TextEncoder().encode(canonical(value)), { salted, type: JSON_TYPE });

  async function keep(
    dossier: Dossier,
    about: FrozenFrom & { readonly title: string },
    { document, clocks }: Text,
  ): Promise<{ readonly frozen: Frozen; readonly more: readonly Fact[] }> {
    // Unsalted: the name of a version's bytes is their SHA-256, for everybody to check.
    const content = await put(document satisfies DocumentJson, false);
    const frozen: Frozen = {
      title: about.title,
      content,
      clocks: clocks === null ? null : await put(clocks, false),
      words: countWords(document),
    };
    const record = await placements(dossier, about, { document, clocks, key: content });
    // Places hold words of the text at most, which is public in the same versions; they are stored so that no later
    // release of the comparison moves a comment.
    const more: readonly Fact[] =
      record === null
        ? []
        : [{ type: 'placements-recorded', version: about.version, placements: await put(record, false) }];
    return { frozen, more };
  }

  return {
    async freeze(dossier, command, context, act) {
      const { version } = command;
      if (command.type === 'make-erratum') {
        const { mended, document, text, record } = await makeErratum(texts, rooms, dossier, command, context);
        const kept = await keep(
          dossier,
          { document: document.id, version, title: mended.title, from: 'version' },
          text,
        );
        return act({ ...kept.frozen, corrections: await put(record, false) }, kept.more);
      }
      const document = dossier.documents.find(({ id }) => id === command.document);
      if (document === undefined) throw new Error(`decide allowed freezing of unknown document ${command.document}`);
      await writeVersionFacts(rooms, dossier, document, context.now);
      return rooms.freeze(document.draft, async ({ document: text, clocks }) => {
        const about = { document: document.id, version, title: document.title, from: 'draft' } as const;
        const { frozen, more } = await keep(dossier, about, { document: text, clocks, key: '' });
        return act(frozen, more);
      });
    },
  };
}

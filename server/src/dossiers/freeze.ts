import { canonical, countWords, type DocumentJson } from '@draagvlak/document';
import type { Command, Context, Dossier, Fact, Frozen } from '@draagvlak/procedure';
import type { Blobs } from '@draagvlak/storage';
import type { Rooms } from '../realtime/rooms.ts';
import type { PlacementRecord } from './placements.ts';
import type { Text } from './texts.ts';
import { writeVersionFacts } from './version-facts.ts';

type Freeze = Extract<Command, { type: 'freeze' }>;

export interface Freezer {
  /**
   * Seals the draft, takes its stored text, keeps it under the hash of its bytes, and lets `act` put the fact down
   * before the draft opens again. `more` are the facts that belong in the same append.
   */
  freeze<T>(
    dossier: Dossier,
    command: Freeze,
    context: Context,
    act: (frozen: Frozen, more: readonly Fact[]) => Promise<T>,
  ): Promise<T>;
}

const JSON_TYPE = 'application/json';

export function createFreezer(
  blobs: Blobs,
  rooms: Rooms,
  placements: (dossier: Dossier, document: string, version: string, after: Text) => Promise<PlacementRecord | null>,
): Freezer {
  const put = (value: unknown, salted: boolean) =>
    blobs.put(new TextEncoder().encode(canonical(value)), { salted, type: JSON_TYPE });
  return {
    async freeze(dossier, command, { now }, act) {
      const document = dossier.documents.find(({ id }) => id === command.document);
      if (document === undefined) throw new Error(`decide allowed freezing of unknown document ${command.document}`);
      await writeVersionFacts(rooms, dossier, document, now);
      return rooms.freeze(document.draft, async ({ document: text, clocks }) => {
        // Unsalted: the name of a version's bytes is their SHA-256, for everybody to check.
        const content = await put(text satisfies DocumentJson, false);
        const frozen: Frozen = {
          title: document.title,
          content,
          clocks: await put(clocks, false),
          words: countWords(text),
        };
        const record = await placements(dossier, command.document, command.version, {
          document: text,
          clocks,
          key: content,
        });
        // Places hold words of the text at most, which is public in the same versions; they are stored so that no
        // later release of the comparison moves a comment.
        const more: readonly Fact[] =
          record === null
            ? []
            : [{ type: 'placements-recorded', version: command.version, placements: await put(record, false) }];
        return act(frozen, more);
      });
    },
  };
}

import type { Drafts } from '@draagvlak/storage';
import type * as Y from 'yjs';
import type { Fanout } from './fanout.ts';
import type { Attribution, Clock, Limits, LostText, Pace, Vocabulary } from './ports.ts';
import type { Refused } from './vet.ts';

export interface RoomPorts {
  readonly drafts: Drafts;
  readonly attribution: Attribution;
  readonly fanout: Fanout;
  readonly clock: Clock;
  readonly vocabulary: Vocabulary;
  readonly limits: Limits;
  readonly pace: Pace;
  /** The complete check of a document, too slow for every update: at load, and when nobody has typed for a while. */
  readonly mending: Mending;
  /**
   * Keeps a text for its author. What took its place away is stored, and called saved, only when this has resolved; it is
   * tried again when it rejects.
   */
  keepLostText(lost: LostText): Promise<void>;
  /** An update was refused; for the log, without content. */
  onRefused(refused: { readonly draft: string; readonly person: string; readonly reason: Refused }): void;
  /** Storage or the room itself failed; it goes on by itself where it can. */
  onTrouble(trouble: { readonly draft: string; readonly error: unknown }): void;
}

/** Repairs forward what the vetting of single updates cannot see. */
export interface Mending {
  needed(doc: Y.Doc): boolean;
  mend(doc: Y.Doc, draft: string): void;
}

/** An edit or a freeze came while the draft is being frozen, or after the room was put away: try again. */
export class RoomClosed extends Error {
  override readonly name = 'RoomClosed';
}

/** Nothing can be stored at the moment; what was typed is kept and stored when it can. */
export class StorageTrouble extends Error {
  override readonly name = 'StorageTrouble';
}

/** Who made a character or an attribute, when, and for which comment. */
export interface Ground {
  readonly person: string;
  /** ISO instant, UTC. */
  readonly at: string;
  /** Comment the author was working on; `null` when none was announced. */
  readonly comment: string | null;
  /** `imported`: came in with a template or an import, so nobody typed it. */
  readonly origin: 'typed' | 'imported';
}

/** A run of Yjs clocks of one client: every inserted character, attribute and element has one. */
export interface ClockRange {
  readonly client: number;
  readonly clock: number;
  readonly count: number;
}

/**
 * What the server records in the same append as the update. `inserted` gives the ground of new clocks, for re-inserted
 * text (split, merge, move, undo, cut and paste) the ground it had. `deleted` says who removed clocks. `relocated` says that
 * deleted clocks live on as other clocks, so their removal was none; `by` is who put them there.
 */
export type Span =
  | ({
      readonly kind: 'inserted';
      /** Who sent it, where that is not `person`: the one who pressed Enter in a colleague's paragraph. */
      readonly sender?: string;
    } & ClockRange &
      Ground)
  | ({ readonly kind: 'deleted' } & ClockRange & Ground)
  | { readonly kind: 'relocated'; readonly from: ClockRange; readonly to: ClockRange; readonly by: Ground };

/** Clocks that came to nothing where they were meant to stand, and the equally many that stand in their place. */
export interface Relocation {
  readonly from: ClockRange;
  readonly to: ClockRange;
}

/** From `from` up to `to` in a block somebody set or cleared a mark; `clock` is the item that says so. */
export interface MarkClock {
  readonly mark: string;
  readonly from: number;
  readonly to: number;
  readonly clock: ClockRange;
}

/**
 * The clocks behind one frozen version: for each text block (and footnote) the clock of every UTF-16 unit, run by run,
 * and of each attribute's present value; kept beside the version because the draft goes on.
 */
export interface ClockMap {
  readonly blocks: Readonly<Record<string, readonly ClockRange[]>>;
  readonly attributes: Readonly<Record<string, Readonly<Record<string, ClockRange>>>>;
  /** The node itself (block, table, row, cell, image, source, footnote), by id, in document order. */
  readonly nodes?: Readonly<Record<string, ClockRange>>;
  /** Marks that were set or cleared by hand, per block, in reading order. */
  readonly marks?: Readonly<Record<string, readonly MarkClock[]>>;
}

/** Who stands behind one change of a comparison. */
export interface ChangeAttribution {
  readonly key: string;
  /** Distinct, in order of time; empty when nobody is known (imported text). */
  readonly people: readonly string[];
  readonly comments: readonly string[];
  readonly first: string | null;
  readonly last: string | null;
  /** Part of the change was made for a comment and part without. */
  readonly mixed: boolean;
  /** No recorded author for part of it. */
  readonly unknown: boolean;
}

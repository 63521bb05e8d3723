import type { Filters } from './list-filter.ts';

/** What the reader does in the list; the desk carries it out. */
export class CommentChosenEvent extends Event {
  readonly comment: string;
  /** Whether the reader goes there, and not only looks on. */
  readonly opens: boolean;
  constructor(comment: string, opens = true) {
    super('comment-chosen', { bubbles: true });
    this.comment = comment;
    this.opens = opens;
  }
}

/** Asks for the keys of the room. */
export class KeysAskedEvent extends Event {
  constructor() {
    super('keys-asked', { bubbles: true });
  }
}

export class FiltersChangedEvent extends Event {
  readonly filters: Filters;
  constructor(filters: Filters) {
    super('filters-changed', { bubbles: true });
    this.filters = filters;
  }
}

/** A line is chosen to act on, or no longer; with `run` every line up to it. */
export class RowPickedEvent extends Event {
  readonly comment: string;
  readonly run: boolean;
  constructor(comment: string, run: boolean) {
    super('row-picked', { bubbles: true });
    this.comment = comment;
    this.run = run;
  }
}

export class AllPickedEvent extends Event {
  readonly all: boolean;
  constructor(all: boolean) {
    super('all-picked', { bubbles: true });
    this.all = all;
  }
}

export class BundleFoldedEvent extends Event {
  readonly bundle: string;
  constructor(bundle: string) {
    super('bundle-folded', { bubbles: true });
    this.bundle = bundle;
  }
}

declare global {
  interface HTMLElementEventMap {
    'comment-chosen': CommentChosenEvent;
    'keys-asked': KeysAskedEvent;
    'filters-changed': FiltersChangedEvent;
    'row-picked': RowPickedEvent;
    'all-picked': AllPickedEvent;
    'bundle-folded': BundleFoldedEvent;
  }
}

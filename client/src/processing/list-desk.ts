import type { BulkCommand, BundleView } from '@draagvlak/contract/client';
import { type DocumentJson, type Outline, textBlocks } from '@draagvlak/document';
import { Store } from '../stores/store.ts';
import { words } from '../stores/words.ts';
import type { BundleInSight } from './comment-pane.ts';
import type { WorkComment } from './comment-state.ts';
import { type Filters, NO_FILTERS } from './list-filter.ts';
import { sectionLabel } from './section-label.ts';
import { allOf, extended, NOTHING, pruned, type Selection, toggled } from './selection.ts';
import { type Alike, Similar } from './similar.ts';
import { listOf, neighbour, type RowGroup, rowOf, rowsOf } from './workbench-list.ts';

export interface ListState {
  /** The comment in sight. */
  readonly current: string | null;
  readonly filters: Filters;
  readonly selection: Selection;
  /** Bundles whose lines are all shown. */
  readonly unfolded: ReadonlySet<string>;
}

export interface ListContents {
  readonly comments: readonly WorkComment[];
  readonly bundles: readonly BundleView[];
  /** The version they were made on. */
  readonly outline: Outline;
  readonly document: DocumentJson;
}

/** The list of the workbench: what is in it and in what order, which comment is in sight, which are chosen. */
export class ListDesk extends Store<ListState> {
  /** As shown. */
  groups: readonly RowGroup[] = [];
  /** Sections that have comments: heading id, and number with title. */
  sections: readonly { readonly id: string; readonly label: string }[] = [];
  /** All but the one in sight and those that were withdrawn; one list for as long as it is the same. */
  others: readonly WorkComment[] = [];
  #othersThan: string | null = null;
  #contents: ListContents | null = null;
  #listed: ListState | null = null;
  #byId: ReadonlyMap<string, WorkComment> = new Map();
  readonly #similar = new Similar(() => this.set({ ...this.value }));
  #places: ReadonlyMap<string, number> = new Map();

  /** `asked`: the comment that a link names, by id or by number, to begin with when it is here. */
  constructor(asked: string | null = null) {
    super({ current: asked, filters: NO_FILTERS, selection: NOTHING, unfolded: new Set() });
  }

  /** What there is now; asked before every render, so only what changed is made again. */
  take(contents: ListContents): void {
    const before = this.#contents;
    this.#contents = contents;
    const { comments, bundles, outline, document } = contents;
    const isNew = comments !== before?.comments;
    if (isNew) {
      this.#byId = new Map(comments.map((comment) => [comment.id, comment]));
      // A link may name it as people do.
      const asked = comments.find(({ number }) => number === this.value.current);
      if (asked !== undefined) this.#set({ current: asked.id });
      this.#similar.take(comments);
      this.#set({ selection: pruned(this.value.selection, new Set(this.#byId.keys())) });
    }
    if (document !== before?.document) {
      this.#places = new Map([...textBlocks(document)].map(({ block }, index) => [block.attrs.id ?? '', index]));
    }
    if (isNew || outline !== before?.outline) this.sections = this.#sections(comments, outline);
    const { filters, unfolded } = this.value;
    const { filters: wereFilters, unfolded: wereUnfolded } = this.#listed ?? {};
    const isListed = filters === wereFilters && unfolded === wereUnfolded;
    if (!isListed || isNew || bundles !== before?.bundles || outline !== before.outline) {
      this.groups = listOf({ comments, bundles, filters, unfolded, outline, order: this.#order });
    }
    this.#listed = this.value;
    // Whoever opens the workbench starts where work is: at the first comment that waits.
    if (this.comment === undefined) {
      const list = rowsOf(this.groups).map(({ comment }) => comment);
      const first = list.find(({ standing, withdrawnAt }) => standing === null && withdrawnAt === null) ?? list[0];
      this.#set({ current: first?.id ?? null });
    }
    const { current } = this.value;
    if (isNew || current !== this.#othersThan) {
      this.#othersThan = current;
      this.others = comments.filter(({ id, withdrawnAt }) => id !== current && withdrawnAt === null);
    }
  }

  get comment(): WorkComment | undefined {
    return this.value.current === null ? undefined : this.#byId.get(this.value.current);
  }

  byId(id: string): WorkComment | undefined {
    return this.#byId.get(id);
  }

  /** By what the answer to a command is told: the number of its comment, or that it is a bundle. */
  numberFor(command: BulkCommand): string {
    if ('comment' in command) return this.#byId.get(command.comment)?.number ?? '';
    if (!('disposition' in command)) return words().handling.aBundle;
    const { disposition } = command;
    const comments = this.#contents?.comments ?? [];
    return comments.find(({ history }) => history.some(({ id }) => id === disposition))?.number ?? '';
  }

  alike(comment: WorkComment): Alike | null {
    return this.#similar.to(comment, (id) => this.#byId.get(id));
  }

  choose(current: string): void {
    this.#set({ current });
  }

  filter(filters: Filters): void {
    this.#set({ filters });
  }

  /** Goes to the next or the previous line; the comment there, if there is one. */
  walk(by: 1 | -1): WorkComment | undefined {
    const next = neighbour(this.groups, this.value.current, by);
    if (next !== undefined) this.choose(next.id);
    return next;
  }

  /** The next comment in sight that waits for a decision, from the one in sight on and round; not one of `except`. */
  nextOpen(by: 1 | -1, except: ReadonlySet<string>): WorkComment | undefined {
    const rows = rowsOf(this.groups);
    const all = rows.flatMap(({ comment, bundle }) => (bundle === null || bundle.open ? [comment] : bundle.comments));
    const at = all.findIndex(({ id }) => id === this.value.current);
    const turned = at < 0 ? all : [...all.slice(at + 1), ...all.slice(0, at)];
    const waits = ({ id, standing, withdrawnAt }: WorkComment) =>
      standing === null && withdrawnAt === null && !except.has(id);
    return by > 0 ? turned.find((one) => waits(one)) : turned.findLast((one) => waits(one));
  }

  /** Chooses a line or no longer; with `run` every line from where choosing began. */
  pick(comment: string, run: boolean): void {
    const rows = rowsOf(this.groups);
    const row = rows[rowOf(rows, comment)];
    const { selection } = this.value;
    if (row !== undefined) this.#set({ selection: run ? extended(selection, rows, row) : toggled(selection, row) });
  }

  pickAll(all: boolean): void {
    this.#set({ selection: all ? allOf(rowsOf(this.groups)) : NOTHING });
  }

  fold(bundle: string): void {
    const unfolded = new Set(this.value.unfolded);
    if (!unfolded.delete(bundle)) unfolded.add(bundle);
    this.#set({ unfolded });
  }

  /** The chosen ones in the order of the list, then those that the filters hide. */
  get selected(): readonly WorkComment[] {
    const { comments: chosen } = this.value.selection;
    if (chosen.size === 0) return [];
    const listed = rowsOf(this.groups).flatMap(({ comment, bundle }) =>
      bundle === null || bundle.open ? [comment] : bundle.comments,
    );
    const order = new Set([...listed, ...(this.#contents?.comments ?? [])]);
    return [...order].filter(({ id }) => chosen.has(id));
  }

  /** The bundle of the comment in sight. */
  bundle(comment: WorkComment | undefined): BundleInSight {
    const bundles = this.#contents?.bundles ?? [];
    const bundled = new Set(bundles.flatMap(({ comments }) => comments));
    const bundle = comment && bundles.find(({ comments }) => comments.includes(comment.id));
    if (comment === undefined || bundle === undefined) return { bundle: null, members: [], waiting: [], bundled };
    const members = bundle.comments.flatMap((id) => (id === comment.id ? [] : (this.#byId.get(id) ?? [])));
    const waiting = members.filter(({ standing, mayPropose }) => standing === null && mayPropose === true);
    return { bundle, members, waiting: waiting.map(({ id }) => id), bundled };
  }

  readonly #order = ({ anchor }: WorkComment): number =>
    (this.#places.get(anchor.start?.block ?? anchor.node ?? '') ?? 0) * 10_000 + (anchor.start?.offset ?? 0);

  #sections(comments: readonly WorkComment[], outline: Outline): readonly { id: string; label: string }[] {
    const used = new Set<string>();
    for (const { anchor } of comments) {
      for (let at = anchor.section; at !== null; at = outline.section(at)?.parent ?? null) used.add(at);
    }
    return outline.sections
      .filter(({ id }) => used.has(id))
      .map(({ id }) => ({ id, label: sectionLabel(outline, id) }));
  }

  #set(part: Partial<ListState>): void {
    const next = { ...this.value, ...part };
    const same = (Object.keys(part) as (keyof ListState)[]).every((key) => next[key] === this.value[key]);
    if (!same) this.set(next);
  }
}

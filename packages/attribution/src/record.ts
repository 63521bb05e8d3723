import * as Y from 'yjs';
import type { ClockRange, Ground, Relocation, Span } from './attribution.ts';
import { capture, type Capture, type ElementClocks, type Gained, type Lost, type Text } from './capture.ts';
import { pushClocks, sliceClocks, zipClocks } from './clocks.ts';
import { DeletedRuns } from './deleted-runs.ts';
import { inherit } from './inherit.ts';
import { RangeMap } from './range-map.ts';
import { SpanIndex } from './span-index.ts';

/** Who sends an update, as the authenticated connection says. */
export interface Author {
  readonly person: string;
  /** ISO instant, UTC. */
  readonly at: string;
  /** Comment worked on now; grounds the deletions of the update, and its insertions unless `commentAt` is given. */
  readonly comment: string | null;
  /** Comment announced for a clock of the sender's client id: what was typed offline keeps the ground it had then. */
  readonly commentAt?: (clock: number, client: number) => string | null;
  readonly origin: Ground['origin'];
}

/** What a new clock inherits. */
interface Heritage {
  readonly ground: Ground | null;
}

/**
 * Applies updates to the live document and tells what to store beside each: who inserted and deleted what, for which
 * comment. Text that is deleted and inserted again keeps the ground it had, whether in one update (Enter, Backspace at
 * the start of a paragraph, moving a section) or in a later one (undo, redo, cut and paste).
 *
 * One recorder per live document. It remembers recently deleted text in memory: {@link Recorder.replay} the end of the
 * log when loading, or after a restart the undo of something deleted before it counts as typed.
 */
export class Recorder {
  readonly #doc: Y.Doc;
  readonly #index: SpanIndex;
  readonly #deleted = new DeletedRuns();

  /** @param spans everything recorded for this document before. */
  constructor(doc: Y.Doc, spans: Iterable<Span> = []) {
    this.#doc = doc;
    this.#index = new SpanIndex(spans);
  }

  /**
   * Applies an update and returns what to store with it, in the same append.
   *
   * @throws what Yjs throws for an update that cannot be read; the document may then hold part of it.
   */
  apply(update: Uint8Array, author: Author, transactionOrigin: unknown = author.origin): readonly Span[] {
    return this.record(author, () => Y.applyUpdate(this.#doc, update, transactionOrigin), update);
  }

  /**
   * The same for an act on the live document itself: an edit by the server, a repair. What the act says it put in the
   * place of other clocks is recorded as those, put elsewhere.
   *
   * @param update the bytes that the act applies, where it applies what somebody sent
   */
  record(author: Author, act: () => readonly Relocation[] | void, update: Uint8Array | null = null): readonly Span[] {
    let put: readonly Relocation[] = [];
    const captures = this.#watch(() => {
      put = act() ?? [];
    }, update);
    const spans = captures.flatMap((one) => this.#spans(one, author));
    for (const { from, to } of put) spans.push({ kind: 'relocated', from, to, by: groundOf(author, author.comment) });
    for (const span of spans) this.#index.add(span);
    return spans;
  }

  /**
   * Applies an update that is recorded already, as when a stored log is loaded, so that its sender's undo of what it
   * deleted still finds whose words those were.
   */
  replay(update: Uint8Array, person: string): void {
    for (const { lost, elementsLost } of this.#watch(() => Y.applyUpdate(this.#doc, update), update)) {
      this.#deleted.remember(person, lost, elementsLost);
    }
  }

  /** The clock under which what had this one stands now, or stood last: itself when it was never put elsewhere. */
  whereabouts(client: number, clock: number): { readonly client: number; readonly clock: number } {
    return this.#index.fates({ client, clock, count: 1 })[0]?.at ?? { client, clock };
  }

  /** Who made these clocks, in runs; `null` where nothing was recorded. */
  grounds(range: ClockRange): { readonly count: number; readonly ground: Ground | null }[] {
    return this.#index.grounds(range);
  }

  #watch(act: () => void, update: Uint8Array | null): Capture[] {
    const captures: Capture[] = [];
    const listen = (transaction: Y.Transaction) => captures.push(capture(transaction, update));
    this.#doc.on('afterTransaction', listen);
    try {
      act();
    } finally {
      this.#doc.off('afterTransaction', listen);
    }
    return captures;
  }

  #spans(captured: Capture, author: Author): Span[] {
    const inherited = new Inherited();
    this.#withinUpdate(captured, inherited);
    this.#undone(captured, inherited);
    this.#pasted(captured, author, inherited);
    this.#elements(captured, inherited);

    const spans: Span[] = captured.inserted.flatMap((range) => this.#inserted(range, author, inherited));
    const removal = groundOf(author, author.comment);
    for (const range of captured.deleted) {
      for (const { clock, count, value } of inherited.carried.slices(range.client, range.clock, range.count)) {
        if (!value) spans.push({ kind: 'deleted', client: range.client, clock, count, ...removal });
      }
    }
    for (const { from, to } of inherited.relocations) {
      for (const { range, comment } of byComment(to, author)) {
        const shifted = { client: from.client, clock: from.clock + range.clock - to.clock, count: range.count };
        spans.push({ kind: 'relocated', from: shifted, to: range, by: groundOf(author, comment) });
      }
    }
    const gone = captured.elementsLost.filter(({ id }) => !inherited.elements.has(id));
    this.#deleted.remember(author.person, captured.lost, gone);
    return spans;
  }

  /** Split, merge and move: the text went and came in one update. */
  #withinUpdate({ gained, lost }: Capture, inherited: Inherited): void {
    if (gained.length === 0 || lost.length === 0) return;
    const { matches, slides } = inherit(gained, lost);
    for (const match of matches) {
      const source = lost[match.lost]!;
      const from = sliceClocks(source.clocks, match.lostFrom, match.lostFrom + match.count);
      this.#carry(from, sliceClocks(gained[match.gained]!.clocks, match.from, match.from + match.count), inherited);
    }
    for (const slide of slides) this.#slide(gained[slide.gained]!, slide, inherited);
  }

  /** Undo in a text that stayed: Yjs puts the characters directly in front of their remains. */
  #undone({ gained }: Capture, inherited: Inherited): void {
    for (const stretch of gained) {
      for (const { from, count, clocks, text } of stretch.remains) {
        const to = sliceClocks(stretch.clocks, from, from + count);
        if (inherited.has(to)) continue;
        if ((text ?? this.#deleted.textAt(clocks)) === stretch.text.slice(from, from + count))
          this.#carry(clocks, to, inherited);
      }
    }
  }

  /** Paste of what was cut, and undo of what went with its paragraph. */
  #pasted({ gained }: Capture, author: Author, inherited: Inherited): void {
    const open = gained.flatMap((stretch) => inherited.rest(stretch)).filter(({ text }) => text.length > 1);
    const runs = this.#deleted.of(author.person);
    if (open.length === 0 || runs.length === 0) return;
    const { matches, slides } = inherit(open, runs);
    const came: { run: Lost; from: number; count: number }[] = [];
    for (const { gained: at, from, lost, lostFrom, count } of matches) {
      const source = runs[lost]!;
      const clocks = sliceClocks(source.clocks, lostFrom, lostFrom + count);
      this.#carry(clocks, sliceClocks(open[at]!.clocks, from, from + count), inherited);
      came.push({ run: source, from: lostFrom, count });
    }
    for (const slide of slides) this.#slide(open[slide.gained]!, slide, inherited);
    this.#deleted.consume(came);
  }

  #slide(stretch: Gained, slide: { from: number; count: number; side: 'left' | 'right' }, inherited: Inherited): void {
    const beside: Text = stretch[slide.side];
    const start = slide.side === 'left' ? beside.text.length - slide.count : 0;
    const kept = sliceClocks(beside.clocks, start, start + slide.count);
    this.#bequeath(kept, sliceClocks(stretch.clocks, slide.from, slide.from + slide.count), inherited);
  }

  /** A block, row or cell that comes back under its id keeps who made it and who set its attributes. */
  #elements({ elementsGained, elementsLost }: Capture, inherited: Inherited): void {
    if (elementsGained.length === 0) return;
    const lost = new Map(elementsLost.map((element) => [element.id, element]));
    for (const element of elementsGained) {
      const earlier: ElementClocks | undefined = lost.get(element.id) ?? this.#deleted.element(element.id);
      if (!earlier) continue;
      this.#carry([earlier.clock], [element.clock], inherited);
      inherited.elements.add(element.id);
      this.#deleted.forgetElement(element.id);
      for (const [name, { value, clock }] of element.attributes) {
        const attribute = earlier.attributes.get(name);
        if (attribute?.value === value) this.#carry([attribute.clock], [clock], inherited);
      }
    }
  }

  #carry(from: readonly ClockRange[], to: readonly ClockRange[], inherited: Inherited): void {
    this.#bequeath(from, to, inherited);
    for (const { left, right } of zipClocks(from, to)) {
      inherited.relocations.push({ from: left, to: right });
      inherited.carried.set(left.client, left.clock, left.count, true);
    }
  }

  #bequeath(from: readonly ClockRange[], to: readonly ClockRange[], inherited: Inherited): void {
    for (const { left, right } of zipClocks(from, to)) {
      let clock = right.clock;
      for (const { count, ground } of this.#index.grounds(left)) {
        inherited.grounds.set(right.client, clock, count, { ground });
        clock += count;
      }
    }
  }

  #inserted(range: ClockRange, author: Author, inherited: Inherited): Span[] {
    const spans: Span[] = [];
    for (const slice of inherited.grounds.slices(range.client, range.clock, range.count)) {
      const part = { client: range.client, clock: slice.clock, count: slice.count };
      if (slice.value?.ground) {
        const ground = slice.value.ground;
        const sender = ground.person === author.person ? {} : { sender: author.person };
        spans.push({ kind: 'inserted', ...part, ...ground, ...sender });
      } else if (slice.value) {
        // Came back, and nobody was recorded for it: then nobody typed it.
        spans.push({ kind: 'inserted', ...part, ...groundOf(author, null), origin: 'imported' });
      } else {
        for (const { range: run, comment } of byComment(part, author)) {
          spans.push({ kind: 'inserted', ...run, ...groundOf(author, comment) });
        }
      }
    }
    return spans;
  }
}

/** What one update inherits, gathered before its spans are made. */
class Inherited {
  readonly grounds = new RangeMap<Heritage>((left, right) => left.ground === right.ground);
  /** Deleted clocks that live on. */
  readonly carried = new RangeMap<true>(() => true);
  readonly relocations: Relocation[] = [];

  /** Ids of elements that came back. */
  readonly elements = new Set<string>();

  /**
   * The parts of a stretch that have found no ground yet. Undoing a move or a merge brings a whole block back, of which
   * others meanwhile took out a part: that part did not come out of the block that goes in the same update.
   */
  rest(stretch: Gained): Gained[] {
    if (!this.has(stretch.clocks)) return [stretch];
    const parts: Gained[] = [];
    let at = 0;
    for (const { client, clock, count } of stretch.clocks) {
      for (const slice of this.grounds.slices(client, clock, count)) {
        if (slice.value === null) parts.push(partOf(stretch, at, at + slice.count));
        at += slice.count;
      }
    }
    return parts;
  }

  /** Some of these clocks have found their ground. */
  has(clocks: readonly ClockRange[]): boolean {
    return clocks.some(({ client, clock, count }) =>
      this.grounds.slices(client, clock, count).some(({ value }) => value !== null),
    );
  }
}

const NOTHING: Text = { text: '', clocks: [] };

/** A part that stands beside characters that came in the same update: these are no kept ones. */
const partOf = (stretch: Gained, from: number, to: number): Gained => ({
  ...stretch,
  text: stretch.text.slice(from, to),
  clocks: sliceClocks(stretch.clocks, from, to),
  whole: false,
  remains: [],
  left: from === 0 ? stretch.left : NOTHING,
  right: to === stretch.text.length ? stretch.right : NOTHING,
});

const groundOf = ({ person, at, origin }: Author, comment: string | null): Ground => ({ person, at, comment, origin });

/** The range cut where the comment the sender announced changes. */
function byComment(range: ClockRange, author: Author): { range: ClockRange; comment: string | null }[] {
  const { commentAt } = author;
  if (!commentAt || author.origin === 'imported') return [{ range, comment: author.comment }];
  const parts: { comment: string | null; clocks: ClockRange[] }[] = [];
  for (let clock = range.clock; clock < range.clock + range.count; clock++) {
    const comment = commentAt(clock, range.client);
    const last = parts.at(-1);
    if (last?.comment === comment) pushClocks(last.clocks, range.client, clock, 1);
    else parts.push({ comment, clocks: [{ client: range.client, clock, count: 1 }] });
  }
  return parts.flatMap(({ comment, clocks }) => clocks.map((part) => ({ range: part, comment })));
}

import type { Comparison, KeptRun } from '@draagvlak/compare';
import type { DocumentJson } from '@draagvlak/document';
import { compare as comparePoints, textBetween } from './anchor.ts';
import { Carrying } from './carry-index.ts';
import type { Anchor, Placement, Point, Rung } from './comment.ts';
import type { BlockPlace } from './places.ts';

/** From this share of kept characters on it is the same passage with changes. */
const HALF = 0.5;
/** A passage that is gone is looked for elsewhere only when it is long enough to be no coincidence. */
const LOOK_ALIKE = 20;

/** Where an anchor of the first version stands in the second; see {@link carryAll}. */
export function carry(anchor: Anchor, before: DocumentJson, after: DocumentJson, comparison: Comparison): Placement {
  return place(anchor, Carrying.of(before, after, comparison));
}

/**
 * Carries anchors through a comparison, each to one rung of the ladder. Computed from what the comparison kept, never by
 * searching for the quote, so that nothing jumps to a look-alike; every anchor gets a place to be shown at.
 */
export function carryAll(
  anchors: readonly Anchor[],
  before: DocumentJson,
  after: DocumentJson,
  comparison: Comparison,
): Placement[] {
  const carrying = Carrying.of(before, after, comparison);
  return anchors.map((anchor) => place(anchor, carrying));
}

function place(anchor: Anchor, carrying: Carrying): Placement {
  switch (anchor.scope) {
    case 'document':
      return { rung: 'document', section: null, node: null, start: null, end: null, survived: 1, quote: '' };
    case 'section':
      return placeSection(anchor, carrying);
    case 'passage':
      return placePassage(anchor, carrying);
    case 'block':
    case 'row':
    case 'column':
    case 'cell':
      return placeNode(anchor, carrying);
  }
}

function placeSection({ node, section }: Anchor, carrying: Carrying): Placement {
  const kept = carrying.section(node ?? section);
  if (kept === null || carrying.after.block(kept) === undefined) return gone(node, carrying);
  return {
    rung: 'section',
    section: kept,
    node: kept,
    start: null,
    end: null,
    survived: 1,
    quote: carrying.after.block(kept)!.text,
  };
}

/** A stretch of one block of the first version. */
interface Part {
  readonly block: BlockPlace;
  readonly from: number;
  readonly to: number;
}

function placePassage(anchor: Anchor, carrying: Carrying): Placement {
  const { start, end } = anchor;
  if (!start || !end || !carrying.before.block(start.block) || !carrying.before.block(end.block)) {
    return gone(anchor.section, carrying);
  }
  const parts = carrying.before.between(start.block, end.block).map((block) => ({
    block,
    from: block.id === start.block ? start.offset : 0,
    to: block.id === end.block ? end.offset : block.text.length,
  }));
  return placeParts(parts, anchor, carrying);
}

/** A block, row, column or cell as a whole: by its own identity first, its words decide the rung. */
function placeNode(anchor: Anchor, carrying: Carrying): Placement {
  const node = anchor.node ?? '';
  const old = carrying.before.node(anchor.scope, node);
  if (!old) return gone(anchor.section, carrying);
  const kept = carrying.node(anchor.scope, node);
  const parts = old.blocks.flatMap((id) => {
    const block = carrying.before.block(id);
    return block ? [{ block, from: 0, to: block.text.length }] : [];
  });
  const there = kept === null ? undefined : carrying.after.node(anchor.scope, kept);
  if (kept === null || !there)
    return parts.length > 0 ? placeParts(parts, anchor, carrying) : gone(old.section, carrying);

  const inside = new Set(there.blocks);
  const total = parts.reduce((sum, part) => sum + weigh(part.block.text, part.from, part.to), 0);
  let survived = 0;
  for (const part of parts) {
    for (const run of carrying.map(part).runs) if (inside.has(run.after.block)) survived += runWeight(run, carrying);
  }
  const share = total === 0 ? 1 : survived / total;
  const quote = there.words || there.blocks.map((id) => carrying.after.block(id)?.text ?? '').join('\n');
  const moved = carrying.hasMoved(node) || parts.some(({ block }) => carrying.hasMoved(block.id));
  const same = quote === anchor.quote && !carrying.hasChanged(node);
  const rung: Rung = same ? (moved ? 'moved' : 'exact') : share >= HALF ? 'changed' : 'replaced';
  return { rung, section: there.section, node: kept, start: null, end: null, survived: share, quote };
}

function placeParts(parts: readonly Part[], anchor: Anchor, carrying: Carrying): Placement {
  const total = parts.reduce((sum, { block, from, to }) => sum + weigh(block.text, from, to), 0);
  const runs = parts.flatMap((part) => carrying.map(part).runs);
  const cluster = mainCluster(runs, carrying);
  if (cluster.length === 0 || total === 0) return bounded(parts, anchor, carrying);

  const share = cluster.reduce((sum, run) => sum + runWeight(run, carrying), 0) / total;
  const [start, end] = hull(cluster, parts, carrying);
  const quote = textBetween(carrying.after, start, end);
  const moved = cluster.some((run) => carrying.isElsewhere(run));
  const first = carrying.after.block(start.block)!;
  const found = { section: first.section, node: null, start, end, survived: share, quote };
  if (squeeze(quote) === squeeze(anchor.quote)) return { ...found, rung: moved ? 'moved' : 'exact' };
  if (share >= HALF) return { ...found, rung: 'changed' };
  // A few letters that stayed say where the passage was, unless the rest of it went somewhere else.
  const all = runs.reduce((sum, run) => sum + runWeight(run, carrying), 0) / total;
  if (moved || all - share > 0.2) return { ...found, rung: 'uncertain' };
  const between = bounded(parts, anchor, carrying);
  return between.rung === 'replaced' ? { ...between, survived: share } : { ...found, rung: 'replaced' };
}

/** The kept characters that stand together: those around the largest group, in reading order. */
function mainCluster(runs: readonly KeptRun[], carrying: Carrying): KeptRun[] {
  const groups = new Map<string, { runs: KeptRun[]; weight: number; order: number }>();
  for (const run of runs) {
    const block = carrying.after.block(run.after.block);
    if (!block) continue;
    const group = groups.get(block.id) ?? { runs: [], weight: 0, order: block.order };
    group.runs.push(run);
    group.weight += runWeight(run, carrying);
    groups.set(block.id, group);
  }
  const ordered = [...groups.values()].sort((one, other) => one.order - other.order);
  const heaviest = ordered.reduce((best, group, at) => (group.weight > ordered[best]!.weight ? at : best), 0);
  if (!ordered[heaviest]) return [];
  let from = heaviest;
  let to = heaviest;
  // Blocks that follow each other belong together: a passage over several blocks, or one that was split.
  while (from > 0 && ordered[from]!.order - ordered[from - 1]!.order <= 2) from--;
  while (to < ordered.length - 1 && ordered[to + 1]!.order - ordered[to]!.order <= 2) to++;
  return ordered.slice(from, to + 1).flatMap((group) => group.runs);
}

/**
 * From the first kept character to the last. Where the quote began or ended with words that are gone, up to the kept
 * word before or after it: what stands there now came in their place.
 */
function hull(cluster: readonly KeptRun[], parts: readonly Part[], carrying: Carrying): [Point, Point] {
  const { after } = carrying;
  const points = cluster.map((run) => ({
    start: { block: run.after.block, offset: run.after.from },
    end: { block: run.after.block, offset: run.after.from + run.count },
    run,
  }));
  const first = points.reduce((best, point) => (comparePoints(after, point.start, best.start) < 0 ? point : best));
  const last = points.reduce((best, point) => (comparePoints(after, point.end, best.end) > 0 ? point : best));
  let { start } = first;
  let { end } = last;
  const head = parts[0]!;
  if (first.run.before.block === head.block.id && first.run.before.from > head.from) {
    const left = carrying.map(head).left;
    if (
      left === null ? carrying.isWholeStart(first.run, head) : left.block === start.block && left.offset < start.offset
    ) {
      start = { block: start.block, offset: left?.offset ?? 0 };
    }
  }
  const tail = parts.at(-1)!;
  if (last.run.before.block === tail.block.id && last.run.before.from + last.run.count < tail.to) {
    const right = carrying.map(tail).right;
    const text = after.block(end.block)!.text;
    if (right === null ? carrying.isWholeEnd(last.run, tail) : right.block === end.block && right.offset > end.offset) {
      end = { block: end.block, offset: right?.offset ?? text.length };
    }
  }
  return trimmed(start, end, carrying);
}

/** None of the words are left: between the kept words on either side stands what came in their place, or nothing. */
function bounded(parts: readonly Part[], anchor: Anchor, carrying: Carrying): Placement {
  const head = parts[0];
  const tail = parts.at(-1);
  if (!head || !tail) return gone(anchor.section, carrying);
  const pair = carrying.map(head).pair ?? carrying.map(tail).pair;
  const block = pair?.after.map((id) => carrying.after.block(id)).find((found) => found !== undefined);
  if (!block) return lookAlike(anchor, carrying) ?? gone(head.block.section, carrying, head.block.id);

  const { left } = carrying.map(head);
  const { right } = carrying.map(tail);
  const lastId = carrying.map(tail).pair?.after.at(-1) ?? block.id;
  const lastBlock = carrying.after.block(lastId) ?? block;
  const start = left ?? { block: block.id, offset: 0 };
  const end = right ?? { block: lastBlock.id, offset: lastBlock.text.length };
  const known = carrying.after.block(start.block) && carrying.after.block(end.block);
  if (!known || comparePoints(carrying.after, start, end) > 0) {
    // The neighbours went different ways.
    return {
      rung: 'uncertain',
      section: block.section,
      node: block.id,
      start: null,
      end: null,
      survived: 0,
      quote: block.text,
    };
  }
  const [from, to] = trimmed(start, end, carrying);
  const quote = textBetween(carrying.after, from, to);
  if (/[\p{L}\p{N}]/u.test(quote)) {
    return { rung: 'replaced', section: block.section, node: null, start: from, end: to, survived: 0, quote };
  }
  return lookAlike(anchor, carrying) ?? gone(block.section, carrying, null, true);
}

/** The same words elsewhere, once: offered for confirmation, never taken. */
function lookAlike({ quote }: Anchor, carrying: Carrying): Placement | null {
  if (quote.length < LOOK_ALIKE || quote.includes('\n')) return null;
  const point = carrying.onlyPlaceOf(quote);
  if (!point) return null;
  const block = carrying.after.block(point.block)!;
  const end = { block: point.block, offset: point.offset + quote.length };
  return { rung: 'uncertain', section: block.section, node: null, start: point, end, survived: 0, quote };
}

/** Shown at the nearest kept heading. */
function gone(section: string | null, carrying: Carrying, block: string | null = null, isAfter = false): Placement {
  const kept = isAfter ? section : carrying.nearestHeading(section, block);
  return { rung: 'deleted', section: kept, node: kept, start: null, end: null, survived: 0, quote: '' };
}

function trimmed(start: Point, end: Point, { after }: Carrying): [Point, Point] {
  const first = after.block(start.block)!.text;
  const last = after.block(end.block)!.text;
  let from = start.offset;
  let to = end.offset;
  const least = start.block === end.block ? from : 0;
  while (from < (start.block === end.block ? to : first.length) && /\s/u.test(first.charAt(from))) from++;
  while (to > Math.max(least, start.block === end.block ? from : 0) && /\s/u.test(last.charAt(to - 1))) to--;
  return [
    { block: start.block, offset: from },
    { block: end.block, offset: to },
  ];
}

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Characters that are no white space. */
function weigh(text: string, from: number, to: number): number {
  let weight = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code > 32 && code !== 160) weight++;
  }
  return weight;
}
function runWeight(run: KeptRun, { after }: Carrying): number {
  const text = after.block(run.after.block)?.text ?? '';
  return weigh(text, run.after.from, run.after.from + run.count);
}

import {
  type BlockJson,
  type CellJson,
  type DocumentJson,
  type InlineJson,
  inlineText,
  type MarkJson,
  type RowJson,
  type TableJson,
  type TopJson,
} from '@draagvlak/document';
import type { Comparison } from './comparison.ts';
import { Passage, type Path, type Reading } from './passage.ts';
import type { AnyNode, Partners } from './partners.ts';
import { IDENTICAL, same } from './same.ts';

/** One step of making a row of nodes: take nodes over as they are, make one from parts of another, or write one out. */
export type Step =
  | { readonly copy: Path; readonly count: number }
  | {
      readonly make: Omit<BlockJson, 'content'>;
      readonly inline: readonly InlineStep[];
    }
  | {
      readonly make: Omit<TableJson, 'content'> | Omit<RowJson, 'content'> | Omit<CellJson, 'content'>;
      readonly content: readonly Step[];
    }
  | { readonly node: AnyNode };

/** One step of making a block's text: characters of a block of the other version, or written out. */
export type InlineStep =
  | { readonly block: Path; readonly from: number; readonly count: number; readonly marks?: readonly MarkJson[] }
  | { readonly write: readonly InlineJson[] };

/** How to make each version from the other. */
export interface Script {
  readonly after: readonly Step[];
  readonly before: readonly Step[];
}

/** Characters of a source block that stand in the block to be made. */
export interface Source {
  readonly block: Passage;
  readonly from: number;
  readonly at: number;
  readonly count: number;
}

/** What is known about where the nodes of the version to be made come from. */
export interface Origins {
  readonly partners: Partners;
  /** Where a block's characters come from, in order. */
  readonly text: (path: Path) => readonly Source[];
}

/** Makes the script for one direction. */
export function steps(target: DocumentJson, origins: Origins): Step[] {
  return row(target.content ?? [], [], origins.partners, origins);
}

function row(nodes: readonly AnyNode[], parent: Path, partners: Partners | undefined, origins: Origins): Step[] {
  const made: Step[] = [];
  let run: { copy: Path; count: number } | null = null;
  for (let index = 0; index < nodes.length; index += 1) {
    const step = nodeStep(nodes[index] as AnyNode, parent, index, partners?.inner?.[index], origins);
    if (!('copy' in step)) run = null;
    else if (run !== null && continues(run, step.copy)) {
      run.count += 1;
      continue;
    } else {
      run = { ...step };
      made.push(run);
      continue;
    }
    made.push(step);
  }
  return made;
}

function continues(run: { readonly copy: Path; readonly count: number }, path: Path): boolean {
  const { copy, count } = run;
  const last = path.length - 1;
  if (copy.length !== path.length || path[last] !== (copy[last] as number) + count) return false;
  for (let depth = 0; depth < last; depth += 1) if (copy[depth] !== path[depth]) return false;
  return true;
}

function nodeStep(json: AnyNode, parent: Path, index: number, partners: Partners | undefined, origins: Origins): Step {
  const origin = partners?.partner;
  if (!origin || origin.json.type !== json.type) return { node: json };
  if (origin.sameness === IDENTICAL) return { copy: origin.path, count: 1 };
  const path = [...parent, index];
  if (json.type === 'block') return blockStep(json, path, origin as { path: Path; json: BlockJson }, origins);
  if (json.type === 'image' || json.type === 'source' || !json.content) return { node: json };
  const make = bare(json) as Omit<TableJson, 'content'> | Omit<RowJson, 'content'> | Omit<CellJson, 'content'>;
  return { make, content: row(json.content, path, partners, origins) };
}

/** A node without its content; spelt out for what every node has, since leaving out a member by name is slow. */
function bare<T extends AnyNode>(json: T): Omit<T, 'content'> {
  for (const name in json) {
    if (name === 'type' || name === 'attrs' || name === 'content') continue;
    const { content: _, ...rest } = json as T & { readonly content?: unknown };
    return rest;
  }
  return { type: json.type, attrs: json.attrs } as Omit<T, 'content'>;
}

function blockStep(
  json: BlockJson,
  path: Path,
  origin: { readonly path: Path; readonly json: BlockJson },
  origins: Origins,
): Step {
  const { content } = json;
  if (!content || !isNormal(content)) return { node: json };
  const make = bare(json);
  if (isNormal(origin.json.content ?? []) && same(origin.json.content, content)) {
    return { make, inline: [{ block: origin.path, from: 0, count: inlineText(json).length }] };
  }
  const target = new Passage(json, path, NO_READING);
  const inline: InlineStep[] = [];
  let at = 0;
  for (const source of origins.text(path)) {
    if (source.at > at) inline.push({ write: target.slice(at, source.at) });
    inline.push(...taken(source, target));
    at = source.at + source.count;
  }
  if (at < target.text.length) inline.push({ write: target.slice(at, target.text.length) });
  const rebuilt = assemble(inline, (source) => origins.text(path).find((each) => each.block.path === source)?.block);
  return same(rebuilt, content) ? { make, inline } : { node: json };
}

/** Whether text runs are cut only where marks differ, as ProseMirror writes them; what is not is written out as it is. */
function isNormal(content: readonly InlineJson[]): boolean {
  const [first] = content;
  if (content.length === 1 && first?.type === 'text') return first.text !== '';
  return content.every((node, at) => {
    const last = content[at - 1];
    return (
      node.type !== 'text' || (node.text !== '' && (last?.type !== 'text' || !same(last.marks ?? [], node.marks ?? [])))
    );
  });
}

/** Here blocks are cut and joined, never read. */
const NO_READING: Reading = {
  lexicon: { tokens: () => ({ ids: [], starts: [] }), words: () => [] },
  nameOf: () => '',
  say: () => '',
};

/** The characters of one source, cut where the marks differ from the target's or a leaf is not the same leaf. */
function taken(source: Source, target: Passage): InlineStep[] {
  const steps: InlineStep[] = [];
  const cuts = new Set([0, source.count]);
  for (const run of source.block.runs) cuts.add(run.from - source.from);
  for (const run of target.runs) cuts.add(run.from - source.at);
  const sourceLeaves = source.block.leaves();
  const targetLeaves = target.leaves();
  for (let i = 0; i < source.count; i += 1) {
    const leaf = targetLeaves.get(source.at + i);
    if (leaf && !same(leaf, sourceLeaves.get(source.from + i))) cuts.add(i).add(i + 1);
  }
  const order = [...cuts].filter((cut) => cut >= 0 && cut <= source.count).toSorted((one, two) => one - two);
  for (let index = 0; index + 1 < order.length; index += 1) {
    const from = order[index] as number;
    const to = order[index + 1] as number;
    const old = source.block.runs.find((run) => run.to > source.from + from);
    const now = target.runs.find((run) => run.to > source.at + from);
    const leaf = targetLeaves.get(source.at + from);
    if (leaf && !same(leaf, sourceLeaves.get(source.from + from))) {
      steps.push({ write: target.slice(source.at + from, source.at + to) });
    } else {
      steps.push({
        block: source.block.path,
        from: source.from + from,
        count: to - from,
        ...(old?.key === now?.key ? {} : { marks: now?.marks ?? [] }),
      });
    }
  }
  return steps;
}

function assemble(inline: readonly InlineStep[], blockAt: (path: Path) => Passage | undefined): InlineJson[] {
  const content: InlineJson[] = [];
  const push = (node: InlineJson) => {
    const last = content.at(-1);
    if (last?.type === 'text' && node.type === 'text' && same(last.marks ?? [], node.marks ?? [])) {
      content[content.length - 1] = { ...last, text: last.text + node.text };
    } else content.push(node);
  };
  for (const step of inline) {
    if ('write' in step) step.write.forEach(push);
    else {
      for (const node of blockAt(step.block)?.slice(step.from, step.from + step.count) ?? []) {
        push(step.marks ? remarked(node, step.marks) : node);
      }
    }
  }
  return content;
}

function remarked(node: InlineJson, marks: readonly MarkJson[]): InlineJson {
  const { marks: _, ...bare } = node;
  return marks.length > 0 ? { ...bare, marks } : bare;
}

/** The second version, from the first and the comparison. */
export function apply(before: DocumentJson, comparison: Comparison): DocumentJson {
  return follow(before, comparison.script.after);
}

/** The first version, from the second and the comparison. */
export function revert(after: DocumentJson, comparison: Comparison): DocumentJson {
  return follow(after, comparison.script.before);
}

function follow(from: DocumentJson, script: readonly Step[]): DocumentJson {
  const passages = new Map<string, Passage>();
  const blockAt = (path: Path): Passage => {
    const key = path.join('.');
    const known = passages.get(key) ?? new Passage(nodeAt(from, path) as BlockJson, path, NO_READING);
    passages.set(key, known);
    return known;
  };
  const run = (some: readonly Step[]): AnyNode[] =>
    some.flatMap((step): AnyNode[] => {
      if ('copy' in step) {
        const parent = step.copy.slice(0, -1);
        const start = step.copy.at(-1) as number;
        return Array.from({ length: step.count }, (_, index) => nodeAt(from, [...parent, start + index]));
      }
      if ('node' in step) return [step.node];
      if ('inline' in step) return [{ ...step.make, content: assemble(step.inline, blockAt) }];
      return [{ ...step.make, content: run(step.content) } as AnyNode];
    });
  const content = run(script) as TopJson[];
  return { ...from, ...(content.length > 0 || from.content ? { content } : {}) };
}

function nodeAt(document: DocumentJson, path: Path): AnyNode {
  let node: { readonly content?: readonly unknown[] } = document;
  for (const index of path) node = node.content?.[index] as { readonly content?: readonly unknown[] };
  return node as AnyNode;
}

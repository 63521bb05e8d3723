import {
  type BlockJson,
  type FootnoteJson,
  type ImageJson,
  inlineText,
  LEAF,
  type SourceJson,
} from '@draagvlak/document';
import { categoryOf } from './category.ts';
import type { AttributeChange, ChangeKind, ChangeUnit } from './comparison.ts';
import { type FlowNode, withoutNumber } from './flow.ts';
import type { Group } from './group.ts';
import { markChanges } from './mark-changes.ts';
import { Passage } from './passage.ts';
import { DIFFERENT, same } from './same.ts';
import { editOf, type Kept } from './text-edit.ts';
import type { Draft, Workbook } from './workbook.ts';

/** Where a change belongs: its section on both sides, its reading position, and the change it stands in. */
export interface Place {
  readonly at: readonly number[];
  readonly before: string | null;
  readonly after: string | null;
  readonly within: Draft | null;
  /** The unit of a plain paragraph here: it is a cell's own when it is the only one in it. */
  readonly paragraph: 'block' | 'cell';
}

/** What a node is called when it changes. */
export function unitOf(node: FlowNode, paragraph: 'block' | 'cell'): ChangeUnit {
  if (node.json.type !== 'block') return node.json.type;
  switch (node.json.attrs.role) {
    case 'heading':
      return 'section';
    case 'item':
      return 'item';
    case 'requirement':
      return 'requirement';
    case 'paragraph':
    case 'definition':
    case 'note':
    case 'quote':
      return paragraph;
  }
}

type Values = Readonly<Record<string, unknown>>;

/** Attributes that differ, by name; identity is none of them. */
export function attributeChanges(before: Values, after: Values, except: readonly string[] = ['id']): AttributeChange[] {
  if (unchanged(before, after, except)) return [];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const plain = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : value === null || value === undefined
        ? null
        : JSON.stringify(value);
  return [...names]
    .filter((name) => !except.includes(name) && !same(before[name] ?? null, after[name] ?? null))
    .map((name) => ({ name, before: plain(before[name]), after: plain(after[name]) }));
}

/** By far the most nodes: each attribute the same plain value, and no other attributes on the second side. */
function unchanged(before: Values, after: Values, except: readonly string[]): boolean {
  let members = 0;
  for (const name in before) {
    members += 1;
    if (before[name] !== after[name] && !except.includes(name)) return false;
  }
  for (const _ in after) members -= 1;
  return members === 0;
}

/** Whether one paragraph says the same in both versions; then it is noted as such, and there is nothing to report. */
export function keptText(book: Workbook, group: Group): boolean {
  const [old] = group.before as [FlowNode];
  const [now] = group.after as [FlowNode];
  if (!old.passage || !now.passage || group.before.length > 1 || group.after.length > 1) return false;
  if (book.pair(old.passage, now.passage) === DIFFERENT) return false;
  book.keepWhole(old.address, now.address, now.passage.text.length);
  return true;
}

/** Reports what changed in one paragraph, or in paragraphs that were split or merged. */
export function textGroup(book: Workbook, group: Group, place: Place): void {
  if (!keptText(book, group)) editedText(book, group, place);
}

/** The same for text that is known to have changed: see {@link keptText}. */
export function editedText(book: Workbook, group: Group, place: Place): void {
  const before = group.before.map((node) => node.passage as Passage);
  const after = group.after.map((node) => node.passage as Passage);
  const [old] = before as [Passage];
  const [now] = after as [Passage];
  const single = before.length === 1 && after.length === 1;
  book.blocks.push({ before: before.map((each) => each.address), after: after.map((each) => each.address) });
  if (!single) {
    for (const [index, passage] of after.entries()) book.pair(before[index] ?? old, passage);
    for (const [index, passage] of before.entries()) if (index > 0) book.pair(passage, after[index] ?? now);
  }
  const edit = editOf(before, after, (id) => book.lexicon.isWord(id));
  book.limited ||= edit.limited;
  book.kept.push(...edit.kept);
  report(book, group, place, edit);
  footnotes(book, edit.kept, place);
}

type Edit = Omit<ReturnType<typeof editOf>, 'limited'>;

function report(book: Workbook, group: Group, place: Place, edit: Edit): void {
  const [old] = group.before as [FlowNode];
  const [now] = group.after as [FlowNode];
  const attributes = attributeChanges(
    (old.json as BlockJson).attrs as unknown as Values,
    (now.json as BlockJson).attrs as unknown as Values,
  );
  const marks = markChanges(edit.kept);
  const changed = edit.removed.length > 0 || edit.added.length > 0;
  const kind = kindOf(group, edit, changed, attributes.length > 0, marks.length > 0);
  if (kind === null) return;
  const whole = (nodes: readonly FlowNode[]) => nodes.map((node) => node.spoken).join('\n');
  book.add({
    kind,
    unit: now.level > 0 || old.level > 0 ? 'section' : unitOf(now, place.paragraph),
    ...categoryOf({ exact: edit.exact, attributes, marks, regrouped: group.before.length + group.after.length > 2 }),
    before: book.sideOf('before', place.before, {
      nodes: group.before.map((node) => node.address),
      ranges: edit.removed,
      text: whole(group.before),
    }),
    after: book.sideOf('after', place.after, {
      nodes: group.after.map((node) => node.address),
      ranges: edit.added,
      text: whole(group.after),
    }),
    pieces: changed ? edit.pieces : [],
    attributes,
    marks,
    within: place.within,
    at: place.at,
  });
}

function kindOf(group: Group, edit: Edit, changed: boolean, attributes: boolean, marks: boolean): ChangeKind | null {
  const [old] = group.before as [FlowNode];
  const [now] = group.after as [FlowNode];
  if (group.after.length > 1) return 'split';
  if (group.before.length > 1) return 'merged';
  if (old.level > 0 && now.level > 0 && changed) {
    // a number that somebody typed in a title is no title
    const sameTitle = withoutNumber((old.passage as Passage).text) === withoutNumber((now.passage as Passage).text);
    if (!sameTitle) return 'retitled';
    if (!attributes && !marks) return 'renumbered';
  }
  if (changed) return edit.rewritten ? 'rewritten' : 'text';
  if (attributes) return 'attribute';
  return marks ? 'mark' : null;
}

/** Footnotes that stayed where they were but say something else. */
function footnotes(book: Workbook, kept: readonly Kept[], place: Place): void {
  for (const run of kept) {
    if (!run.after.text.slice(run.at, run.at + run.count).includes(LEAF)) continue;
    const old = run.before.leaves();
    for (const [offset, now] of run.after.leaves()) {
      const was = old.get(run.from + offset - run.at);
      if (offset < run.at || offset >= run.at + run.count) continue;
      if (now.type !== 'footnote' || was?.type !== 'footnote') continue;
      if (same(was.content ?? [], now.content ?? [])) continue;
      footnote(book, was, now, place, offset);
    }
  }
}

const asBlock = (note: FootnoteJson): BlockJson =>
  ({ type: 'block', attrs: { id: note.attrs.id }, content: note.content ?? [] }) as unknown as BlockJson;

function footnote(book: Workbook, was: FootnoteJson, now: FootnoteJson, place: Place, offset: number): void {
  const edit = editOf(
    [new Passage(asBlock(was), [], book.reading.before)],
    [new Passage(asBlock(now), [], book.reading.after)],
    (id) => book.lexicon.isWord(id),
  );
  const marks = markChanges(edit.kept);
  const changed = edit.removed.length > 0 || edit.added.length > 0;
  if (!changed && marks.length === 0) return;
  book.add({
    kind: changed ? (edit.rewritten ? 'rewritten' : 'text') : 'mark',
    unit: 'footnote',
    ...categoryOf({ exact: edit.exact, attributes: [], marks, regrouped: false }),
    before: book.sideOf('before', place.before, {
      nodes: was.attrs.id === null ? [] : [was.attrs.id],
      ranges: edit.removed,
      text: inlineText(was),
    }),
    after: book.sideOf('after', place.after, {
      nodes: now.attrs.id === null ? [] : [now.attrs.id],
      ranges: edit.added,
      text: inlineText(now),
    }),
    pieces: changed ? edit.pieces : [],
    attributes: [],
    marks,
    within: place.within,
    at: [...place.at, 1, offset],
  });
}

/** Reports what changed about an image or a source document: they have attributes only. */
export function attributesOnly(book: Workbook, before: FlowNode, after: FlowNode, place: Place): void {
  const attributes = attributeChanges(
    (before.json as ImageJson | SourceJson).attrs as unknown as Values,
    (after.json as ImageJson | SourceJson).attrs as unknown as Values,
  );
  const unit = after.json.type as 'image' | 'source';
  book.pair(before, after);
  book.nodes.push({ unit, before: before.address, after: after.address });
  if (attributes.length === 0) return;
  book.add({
    kind: 'attribute',
    unit,
    ...categoryOf({ exact: [], attributes, marks: [], regrouped: false }),
    before: book.sideOf('before', place.before, { nodes: [before.address], text: before.text }),
    after: book.sideOf('after', place.after, { nodes: [after.address], text: after.text }),
    pieces: [],
    attributes,
    marks: [],
    within: place.within,
    at: place.at,
  });
}

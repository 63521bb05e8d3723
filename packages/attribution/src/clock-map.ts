import { FRAGMENT } from '@draagvlak/document';
import * as Y from 'yjs';
import type { ClockMap, ClockRange, MarkClock } from './attribution.ts';
import { pushClocks } from './clocks.ts';

/**
 * The clocks of a draft as it stands. Reads only. Nodes without an id are left out, so call it after the repair that
 * precedes a freeze.
 */
export function clockMap(doc: Y.Doc): ClockMap {
  const blocks: Record<string, ClockRange[]> = {};
  const attributes: Record<string, Record<string, ClockRange>> = {};
  const nodes: Record<string, ClockRange> = {};
  const marks: Record<string, MarkClock[]> = {};

  const visit = (element: Y.XmlElement): void => {
    const id: unknown = element.getAttribute('id');
    if (typeof id === 'string') {
      nodes[id] = clockOf(element._item!);
      attributes[id] = attributeClocks(element);
      if (element.nodeName === 'block' || element.nodeName === 'footnote') {
        const inline = inlineClocks(element);
        blocks[id] = inline.clocks;
        if (inline.marks.length > 0) marks[id] = inline.marks;
      }
    }
    for (const child of element.toArray()) if (child instanceof Y.XmlElement) visit(child);
  };
  for (const child of doc.getXmlFragment(FRAGMENT).toArray()) if (child instanceof Y.XmlElement) visit(child);
  return { blocks, attributes, nodes, marks };
}

const clockOf = (item: Y.Item): ClockRange => ({ client: item.id.client, clock: item.id.clock, count: 1 });

function attributeClocks(element: Y.XmlElement): Record<string, ClockRange> {
  const clocks: Record<string, ClockRange> = {};
  for (const [name, item] of element._map) {
    if (!item.deleted) clocks[name] = { ...clockOf(item), clock: item.id.clock + item.length - 1 };
  }
  return clocks;
}

function inlineClocks(block: Y.XmlElement): { clocks: ClockRange[]; marks: MarkClock[] } {
  const clocks: ClockRange[] = [];
  const marks: MarkClock[] = [];
  let offset = 0;
  for (const child of block.toArray()) {
    if (!(child instanceof Y.XmlText)) {
      const item = child._item!;
      pushClocks(clocks, item.id.client, item.id.clock, 1);
      offset++;
      continue;
    }
    const open = new Map<string, { from: number; clock: ClockRange }>();
    const close = (mark: string) => {
      const start = open.get(mark);
      if (start && start.from < offset) marks.push({ mark, from: start.from, to: offset, clock: start.clock });
      open.delete(mark);
    };
    for (let item = child._start; item !== null; item = item.right) {
      if (item.deleted) continue;
      if (item.content instanceof Y.ContentFormat) {
        const mark = markName(item.content.key);
        close(mark);
        open.set(mark, { from: offset, clock: clockOf(item) });
      } else if (item.content instanceof Y.ContentString) {
        pushClocks(clocks, item.id.client, item.id.clock, item.length);
        offset += item.length;
      }
    }
    for (const mark of open.keys()) close(mark);
  }
  return { clocks, marks: marks.sort((one, other) => one.from - other.from || one.to - other.to) };
}

/** y-prosemirror writes marks that may overlap as `name--hash`. */
const markName = (key: string): string => key.replace(/--.*$/, '');

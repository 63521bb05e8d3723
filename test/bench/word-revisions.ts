import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { type DocumentJson, PLAIN_BLOCK } from '@draagvlak/document';

/**
 * Reads a Word file with tracked changes as two versions and the truth between them: before is every change rejected,
 * after every change accepted. Text only: paragraphs in reading order, those in cells and text boxes included; fields,
 * pictures and formatting are left out. For measuring, not for import.
 */
export interface Revised {
  readonly before: DocumentJson;
  readonly after: DocumentJson;
  /** Per block by id: for every character whether the editors left it as it was. */
  readonly kept: { readonly before: ReadonlyMap<string, Uint8Array>; readonly after: ReadonlyMap<string, Uint8Array> };
  /** Characters deleted and inserted. */
  readonly changed: number;
}

const END_OF_DIRECTORY = 0x06054b50;

/** One file out of a zip archive, or null where there is none of this name. Zip64 is not read. */
export function unzipped(archive: Buffer, name: string): Buffer | null {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) return null;
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = archive.readUInt32LE(at + 42);
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const data = archive.subarray(start, start + size);
      return method === 0 ? data : inflateRawSync(data);
    }
    at += 46 + nameLength + extra + comment;
  }
  return null;
}

const TAG = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string) =>
  text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) =>
    name === undefined
      ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
      : (ENTITIES[name] ?? whole),
  );

/** A paragraph as it grows: its characters, and whether each of them stood on both sides. */
interface Growing {
  text: string;
  kept: number[];
  /** Its style in Word, to tell headings. */
  style: string | null;
}
const empty = (): Growing => ({ text: '', kept: [], style: null });

/** A paragraph that is open in the file; its sign may have come or gone by itself. */
interface Open {
  mark: 'kept' | 'inserted' | 'deleted';
  style: string | null;
}

const HEADING = /^(?:Heading|Head|Kop)([1-6A-C])$/u;
const levelOf = (style: string | null): number => {
  const [, name] = HEADING.exec(style ?? '') ?? [];
  return name === undefined ? 0 : Number(name) || 'ABC'.indexOf(name) + 1;
};

/** The two versions in a Word file; null where it holds no text of this kind. */
export function readRevised(path: string): Revised | null {
  const bytes = unzipped(readFileSync(path), 'word/document.xml');
  if (!bytes) return null;
  const done = { before: [] as Growing[], after: [] as Growing[] };
  const open = { before: empty(), after: empty() };
  let changed = 0;
  let inserted = 0;
  let deleted = 0;
  let inText = false;
  let inMark = 0;
  let ignored = 0;
  const paragraphs: Open[] = [];
  const write = (text: string) => {
    if (inserted > 0 && deleted > 0) return;
    const stays = inserted === 0 && deleted === 0;
    if (!stays) changed += text.length;
    for (const of of ['before', 'after'] as const) {
      if (of === 'before' ? inserted > 0 : deleted > 0) continue;
      open[of].text += text;
      for (let at = 0; at < text.length; at += 1) open[of].kept.push(stays ? 1 : 0);
    }
  };
  const close = () => {
    const { mark, style } = paragraphs.pop() ?? { mark: 'kept', style: null };
    for (const of of ['before', 'after'] as const) {
      // a paragraph's sign that is not there: its text runs on into the next paragraph
      if (mark === (of === 'before' ? 'inserted' : 'deleted')) continue;
      done[of].push({ ...open[of], style });
      open[of] = empty();
    }
  };
  for (const [, closing, tag = '', attributes = '', single, text] of bytes.toString('utf8').matchAll(TAG)) {
    if (text !== undefined) {
      if (inText && ignored === 0) write(decoded(text));
      continue;
    }
    const enter = closing !== '/';
    const step = single === '/' ? 0 : enter ? 1 : -1;
    const paragraph = paragraphs.at(-1);
    switch (tag) {
      case 'Fallback':
        // the same text box once more, for older readers
        ignored += step;
        break;
      case 'ins':
      case 'moveTo':
        if (inMark > 0 && enter && paragraph) paragraph.mark = 'inserted';
        else if (inMark === 0) inserted += step;
        break;
      case 'del':
      case 'moveFrom':
        if (inMark > 0 && enter && paragraph) paragraph.mark = 'deleted';
        else if (inMark === 0) deleted += step;
        break;
      case 'pPr':
        inMark += step;
        break;
      case 'p':
        if (ignored > 0) break;
        if (enter) paragraphs.push({ mark: 'kept', style: null });
        if (step <= 0) close();
        break;
      case 'pStyle':
        if (paragraph) paragraph.style = /val="([^"]*)"/u.exec(attributes)?.[1] ?? null;
        break;
      case 't':
      case 'delText':
        inText = step > 0;
        break;
      case 'tab':
      case 'br':
        if (inMark === 0 && enter && ignored === 0) write(' ');
        break;
      default:
    }
  }
  for (const of of ['before', 'after'] as const) if (open[of].text !== '') done[of].push(open[of]);
  const kept = { before: new Map<string, Uint8Array>(), after: new Map<string, Uint8Array>() };
  const version = (of: 'before' | 'after'): DocumentJson => ({
    type: 'doc',
    content: done[of]
      .filter((each) => each.text.trim() !== '')
      .map((each, index) => {
        // the versions share no identity, as two Word files
        const id = `${of}-${index}`;
        kept[of].set(id, Uint8Array.from(each.kept));
        const level = levelOf(each.style);
        return {
          type: 'block',
          attrs: { ...PLAIN_BLOCK, id, ...(level > 0 ? { role: 'heading', level } : {}) },
          content: [{ type: 'text', text: each.text }],
        };
      }),
  });
  const [before, after] = [version('before'), version('after')];
  return changed === 0 ? null : { before, after, kept, changed };
}

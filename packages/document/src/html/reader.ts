import { trimmed } from '../inline.ts';
import type { BlockJson, TextJson, TopJson } from '../json.ts';
import { isDataPicture } from '../importing/pictures.ts';
import { MAX_INDENT } from '../lists.ts';
import { frame, type Frame, Gathering } from './gathering.ts';
import { findNotes, type Notes } from './notes.ts';
import {
  classDepth,
  elementChildren,
  headingLevel,
  isCommentList,
  isCommentMark,
  isContents,
  isGenerated,
  isHidden,
  isPageEdge,
  listStyles,
  type ListStyles,
  ordinals,
  wordItem,
} from './office.ts';
import { changedNumbers } from './numbering.ts';
import { FIELD, TEXT_BOX } from './parse.ts';
import { captionOf, isRuler, makeTable, type ReadCell, rowsOf, spanIn } from './table.ts';
import { marksOf, PLAIN, type Setting, settingOf } from './setting.ts';
import { type Lost, Losses } from './lost.ts';
import { BLOCKS, EMBEDDED, IMAGES, SKIPPED } from './tags.ts';
import { hasClass, type HtmlElement, isElement, spaced, styleOf, textIn, textOutside } from './tree.ts';

/** Deeper than any program nests; what stands deeper comes in as plain words. */
const DEEPEST = 250;

/** Longer descriptions are no descriptions. */
const LONGEST_ALT = 1000;

/** Reads the elements of a page: what each stands for in a document, and what has no place in one. */
export class TreeReader {
  readonly #newId: () => string;
  readonly #notes: Notes;
  readonly #styles: ListStyles;
  readonly #losses = new Losses();
  readonly #made: Gathering;
  readonly #root: HtmlElement;
  #plain: string | null = null;
  /** Names of the text boxes whose words came in; Word shows browsers a picture of each. */
  readonly #boxes = new Set<string>();

  constructor(root: HtmlElement, newId: () => string) {
    this.#newId = newId;
    this.#made = new Gathering(newId);
    this.#root = root;
    this.#notes = findNotes(root);
    this.#styles = listStyles(root);
  }

  read(root: HtmlElement): { readonly content: readonly TopJson[]; readonly lost: readonly Lost[] } {
    const content = this.#blocksOf(root, PLAIN);
    for (let count = changedNumbers(content, this.#made.numbered); count > 0; count -= 1) this.#losses.add('numbering');
    return { content, lost: this.#losses.list() };
  }

  /** Everything within an element as a run of its own. */
  #blocksOf(element: HtmlElement, setting: Setting): TopJson[] {
    return this.#made.apart(() => this.#within(element, setting));
  }

  #within(element: HtmlElement, setting: Setting): void {
    for (const child of element.children) {
      if (isElement(child)) this.#element(child, setting);
      else this.#text(child, setting);
    }
  }

  #text(text: string, setting: Setting): void {
    if (setting.pre) {
      for (const [index, line] of text.split(/\r\n?|\n/u).entries()) {
        if (index > 0) this.#made.flush();
        this.#words(line, setting);
      }
    } else this.#words(text.replaceAll(/[ \t\r\n\f]+/gu, ' '), setting);
  }

  #words(text: string, setting: Setting): void {
    // Characters that no text holds: control characters, and the one that stands for a footnote.
    // Nor where a word may be broken: that is for the page that shows it.
    const words = text.replaceAll(/[\p{Cc}\p{Cs}\u00AD\u200B\u2060\uFEFF\uFFFC]/gu, '');
    if (words === '') return;
    const marks = marksOf(setting);
    this.#made.add({ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) });
  }

  #element(element: HtmlElement, around: Setting): void {
    const { tag } = element;
    if (SKIPPED.has(tag) || this.#notes.backLinks.has(element) || this.#notes.bodies.has(element)) return;
    if (this.#unseen(element)) return;
    if (around.depth > DEEPEST) {
      this.#words(textIn(element).replaceAll(/\s+/gu, ' '), around);
      return;
    }
    if (this.#leftOut(element)) return;
    if (this.#notes.comments.has(element)) {
      this.#losses.add('comment');
      return;
    }
    const note = this.#notes.marks.get(element);
    if (note !== undefined) {
      this.#footnote(note);
      return;
    }
    const setting = settingOf(element, around, this.#losses);
    const level = headingLevel(element);
    if (level !== null) this.#framed(element, setting, frame({ role: 'heading', level }));
    else if (tag === TEXT_BOX) this.#textBox(element, setting);
    else if (tag === FIELD) this.#losses.add('reference');
    else if (tag === 'br') this.#made.add({ type: 'break' });
    else if (tag === 'table') this.#table(element, setting);
    else if (tag === 'ul' || tag === 'ol' || tag === 'menu') this.#list(element, setting);
    else if (tag === 'blockquote') this.#framed(element, setting, frame({ role: 'quote' }));
    else if (tag === 'li') this.#item(element, setting, 'bullet', 0, 1);
    else if (BLOCKS.has(tag)) this.#block(element, setting);
    else this.#within(element, setting);
  }

  /** Whether a reader of the page did not see it in the text; what has words is told. */
  #unseen(element: HtmlElement): boolean {
    if (isGenerated(element) || isCommentList(element)) return true;
    const kind = isHidden(element) ? 'hidden' : isPageEdge(element) ? 'page-edge' : null;
    if (kind !== null && textIn(element).trim() !== '') this.#losses.add(kind);
    return kind !== null;
  }

  /** A text box comes in unless the page shows its words as well, as it does where Word wrote both. */
  #textBox(box: HtmlElement, setting: Setting): void {
    this.#plain ??= spaced(textOutside(this.#root, TEXT_BOX));
    const words = spaced(textIn(box));
    if (words === '' || this.#plain.includes(words)) return;
    this.#boxes.add(box.attributes['id'] ?? '');
    this.#block(box, setting);
  }

  /** Counts what a document has no place for; true when its words do not come along either. */
  #leftOut({ tag, attributes, ...rest }: HtmlElement): boolean {
    const element = { tag, attributes, ...rest };
    if (tag === 'del' || hasClass(element, /\bmsoDel\b/u)) this.#losses.add('deletion');
    else if (IMAGES.has(tag)) {
      const tiny = Number(attributes['width'] ?? 9) < 3 && Number(attributes['height'] ?? 9) < 3;
      const src = attributes['src'] ?? '';
      if (tiny || this.#boxes.has(attributes['v:shapes'] ?? '-')) return true;
      if (tag === 'img' && isDataPicture(src)) this.#picture(src, attributes['alt'] ?? '');
      else this.#losses.add('image');
    } else if (tag === 'math' || tag === 'm:omath') this.#losses.add('formula');
    else if (EMBEDDED.has(tag)) {
      // A list of tasks has boxes that say nothing without their page.
      if (attributes['type'] !== 'checkbox') this.#losses.add('embedded');
    } else if (isCommentMark(element)) {
      this.#losses.add('comment');
    } else if (isContents(element)) {
      if (!this.#losses.list().some(({ kind }) => kind === 'contents')) this.#losses.add('contents');
    } else return false;
    // A form's fields say nothing, but its words may be the text.
    return tag !== 'form' && tag !== 'dialog';
  }

  #picture(src: string, alt: string): void {
    const words = alt
      .replaceAll(/[\s\p{Cc}\p{Cs}\uFFFC]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_ALT);
    this.#made.addImage({ type: 'image', attrs: { id: this.#newId(), src: src.trim(), alt: words, width: null } });
  }

  #block(element: HtmlElement, setting: Setting): void {
    const item = element.tag === 'p' || element.tag === 'div' ? wordItem(element, this.#styles) : null;
    if (item !== null) {
      const indent = Math.min(MAX_INDENT, item.indent);
      this.#framed(
        element,
        setting,
        frame(
          { role: 'item', kind: item.kind, indent },
          { indent: Math.min(MAX_INDENT, indent + 1) },
          item.cut,
          item.kind === 'ordered' ? ordinals(item.sign) : [],
        ),
      );
      return;
    }
    // Words before the element are a block of their own; within an item the frame stays the item's.
    this.#made.flush();
    this.#within(element, setting);
    this.#made.flush();
  }

  #framed(element: HtmlElement, setting: Setting, own: Frame): void {
    this.#made.framed(own, () => this.#within(element, setting));
  }

  #list(list: HtmlElement, around: Setting): void {
    this.#made.flush();
    const kind = list.tag === 'ol' ? 'ordered' : 'bullet';
    const setting = { ...around, lists: Math.max(around.lists, classDepth(list)) + 1 };
    let number = Math.trunc(Number(list.attributes['start'] ?? 1)) || 1;
    for (const child of list.children) {
      if (!isElement(child)) this.#text(child, setting);
      else if (child.tag === 'li') {
        if (this.#notes.bodies.has(child) || this.#unseen(child)) continue;
        number = Math.trunc(Number(child.attributes['value'] ?? number)) || number;
        this.#item(child, setting, kind, setting.lists - 1, number);
        number += 1;
      } else this.#element(child, setting);
    }
  }

  #item(item: HtmlElement, setting: Setting, kind: 'bullet' | 'ordered', depth: number, number: number): void {
    // Word in the browser writes every item in a list of its own, with its level beside it.
    const said = Number(item.attributes['data-aria-level'] ?? item.attributes['aria-level'] ?? 0) - 1;
    const indent = Math.min(MAX_INDENT, Math.max(0, depth, Number.isFinite(said) ? Math.trunc(said) : 0));
    const type = styleOf(item).get('list-style-type');
    const own = type === undefined ? kind : /disc|circle|square/u.test(type) ? 'bullet' : kind;
    const below = { ...setting, lists: Math.max(setting.lists, indent + 1) };
    const rest = { indent: Math.min(MAX_INDENT, indent + 1) };
    // A list per item, as Word in the browser makes, says the number of its item in its own way.
    const posed = Number(item.attributes['data-aria-posinset'] ?? number);
    const numbers = own === 'ordered' && Number.isFinite(posed) ? [posed] : [];
    this.#framed(item, below, frame({ role: 'item', kind: own, indent }, rest, 0, numbers));
  }

  #table(table: HtmlElement, setting: Setting): void {
    this.#made.flush();
    let nested = 0;
    const seen = rowsOf(table).filter(({ row }) => !this.#unseen(row) && !isRuler(row));
    const rows = seen.map(({ row, head }) =>
      elementChildren(row)
        .filter((cell) => (cell.tag === 'td' || cell.tag === 'th') && !this.#unseen(cell))
        .map((cell): ReadCell => {
          const content = this.#blocksOf(cell, settingOf(cell, { ...setting, lists: 0 }, this.#losses)).flatMap(
            (node) => {
              if (node.type === 'block' || node.type === 'image') return [node];
              nested += 1;
              return node.type === 'table' ? wordsOf(node.content ?? []) : [];
            },
          );
          return {
            header: head || cell.tag === 'th',
            colspan: spanIn(cell, 'colspan'),
            rowspan: spanIn(cell, 'rowspan'),
            content,
          };
        }),
    );
    const filled = rows.filter((row) => row.length > 0);
    const cells = filled.flat();
    // One cell, or a table that a page is laid out with, holds text and says nothing as a table.
    if (cells.length === 1 || table.attributes['role'] === 'presentation') {
      this.#made.place(cells.flatMap(({ content }) => content));
      return;
    }
    for (let count = 0; count < nested; count += 1) this.#losses.add('nested-table');
    if (!cells.some(({ content }) => content.length > 0)) return;
    const made = makeTable(filled, captionOf(table), this.#newId);
    if (made !== null) {
      this.#made.place([made]);
      this.#made.useFrame();
    } else {
      this.#losses.add('wide-table');
      this.#made.place(cells.flatMap(({ content }) => content));
    }
  }

  #footnote(body: HtmlElement | null): void {
    if (body === null) {
      this.#losses.add('footnote');
      return;
    }
    const words: TextJson[] = [];
    const read = this.#blocksOf(body, PLAIN);
    for (const node of read) if (node.type === 'image') this.#losses.add('image');
    for (const block of wordsOf(read)) {
      if (words.length > 0) words.push({ type: 'text', text: ' ' });
      for (const node of block.content ?? [])
        if (node.type === 'text') words.push(node);
        else if (node.type === 'break') words.push({ type: 'text', text: ' ' });
    }
    const content = trimmed(words).filter((node) => node.type === 'text');
    if (content.length === 0) this.#losses.add('footnote');
    else this.#made.add({ type: 'footnote', attrs: { id: this.#newId() }, content });
  }
}

/** The blocks in a run, those in the cells of its tables included. */
function wordsOf(nodes: readonly unknown[]): BlockJson[] {
  return (nodes as readonly { readonly type: string; readonly content?: readonly unknown[] }[]).flatMap((node) =>
    node.type === 'block' ? [node as unknown as BlockJson] : wordsOf(node.content ?? []),
  );
}

import type { FootnoteDefinition, PhrasingContent } from 'mdast';
import type { ImageJson, InlineJson, MarkJson } from '../json.ts';
import { isDataPicture } from '../importing/pictures.ts';
import { sorted, trimmed } from '../inline.ts';
import { isSafeHref } from '../schema.ts';
import type { Source } from './source.ts';

/** HTML tags that stand for a mark of ours. */
const TAG_MARKS: Readonly<Record<string, MarkJson>> = {
  b: { type: 'strong' },
  strong: { type: 'strong' },
  i: { type: 'emphasis' },
  em: { type: 'emphasis' },
  sub: { type: 'subscript' },
  sup: { type: 'superscript' },
};

/** Inline content and the block breaks that literal HTML asks for inside a table cell. */
type Piece = InlineJson | { readonly type: 'start'; readonly ordered: boolean | null; readonly indent: number };

/** Reads the words of a block: their marks, links, footnotes and breaks; the pictures among them come behind the block. */
export class Phrasing {
  readonly #source: Source;
  readonly #newId: () => string;
  #images: ImageJson[] = [];

  constructor(source: Source, newId: () => string) {
    this.#source = source;
    this.#newId = newId;
  }

  get hasImages(): boolean {
    return this.#images.length > 0;
  }

  /** The pictures within the words that were read since they were last taken. */
  takeImages(): ImageJson[] {
    return this.#images.splice(0);
  }

  inline(children: readonly PhrasingContent[]): InlineJson[] {
    return trimmed(this.pieces(children, [], false).filter((piece) => piece.type !== 'start'));
  }

  /** @param cell whether list tags may start a new block */
  pieces(children: readonly PhrasingContent[], marks: readonly MarkJson[], cell: boolean): Piece[] {
    const pieces: Piece[] = [];
    const open: { tag: string; mark: MarkJson }[] = [];
    const lists: boolean[] = [];
    const all = () => sorted([...marks, ...open.map((each) => each.mark)]);
    const add = (text: string) => {
      if (text === '') return;
      const set = all();
      pieces.push({ type: 'text', text, ...(set.length > 0 ? { marks: set } : {}) });
    };
    for (const node of children) {
      switch (node.type) {
        case 'text':
          add(node.value.replaceAll(/\s*\n\s*/gu, ' '));
          break;
        case 'inlineCode':
          add(node.value);
          break;
        case 'emphasis':
          pieces.push(...this.pieces(node.children, [...all(), { type: 'emphasis' }], cell));
          break;
        case 'strong':
          pieces.push(...this.pieces(node.children, [...all(), { type: 'strong' }], cell));
          break;
        case 'delete':
          // Struck-out words are a tracked change in disguise: they stay readable, and the loss of the stroke is told.
          this.#source.drop(node);
          pieces.push(...this.pieces(node.children, all(), cell));
          break;
        case 'link':
        case 'linkReference': {
          const href = node.type === 'link' ? node.url : (this.#source.links.get(node.identifier) ?? '');
          const mark: MarkJson[] = isSafeHref(href) ? [{ type: 'link', attrs: { href } }] : [];
          if (mark.length === 0) this.#source.dropped.push(href);
          pieces.push(...this.pieces(node.children, [...all(), ...mark], cell));
          break;
        }
        case 'break':
          pieces.push({ type: 'break' });
          break;
        case 'footnoteReference': {
          const note = this.#source.notes.get(node.identifier);
          if (note) pieces.push(this.#footnote(note));
          else this.#source.drop(node);
          break;
        }
        case 'html': {
          const [, close, name = ''] = /^<(\/?)\s*([a-z0-9]+)[^>]*>$/iu.exec(node.value) ?? [];
          const tag = name.toLowerCase();
          const mark = TAG_MARKS[tag];
          if (tag === 'br') pieces.push({ type: 'break' });
          else if (mark && !close) open.push({ tag, mark });
          else if (mark)
            open.splice(
              Math.max(
                0,
                open.findLastIndex((each) => each.tag === tag),
              ),
              1,
            );
          else if (cell && (tag === 'ul' || tag === 'ol')) {
            if (close) {
              lists.pop();
              if (lists.length === 0) pieces.push({ type: 'start', ordered: null, indent: 0 });
            } else lists.push(tag === 'ol');
          } else if (cell && tag === 'li') {
            if (!close)
              pieces.push({ type: 'start', ordered: lists.at(-1) ?? false, indent: Math.max(0, lists.length - 1) });
          } else this.#source.dropped.push(node.value);
          break;
        }
        case 'image':
        case 'imageReference': {
          const src = node.type === 'image' ? node.url : (this.#source.links.get(node.identifier) ?? '');
          if (!this.#picture(src, node.alt)) this.#source.drop(node);
          break;
        }
      }
    }
    return pieces;
  }

  #footnote(note: FootnoteDefinition): InlineJson {
    this.#source.notes.delete(note.identifier);
    const text = note.children.flatMap((child) =>
      child.type === 'paragraph' ? this.inline(child.children) : (this.#source.drop(child), []),
    );
    const content = text.flatMap((node) =>
      node.type === 'text' ? [node] : node.type === 'break' ? [{ type: 'text' as const, text: ' ' }] : [],
    );
    return { type: 'footnote', attrs: { id: this.#newId() }, ...(content.length > 0 ? { content } : {}) };
  }

  /** Keeps a picture that stands in the text itself; false for one that is only pointed to. */
  #picture(src: string, alt: string | null | undefined): boolean {
    if (!isDataPicture(src)) return false;
    this.#images.push({
      type: 'image',
      attrs: { id: this.#newId(), src: src.trim(), alt: (alt ?? '').trim().slice(0, 1000), width: null },
    });
    return true;
  }
}

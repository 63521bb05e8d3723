import { FRAGMENT, schema } from '@draagvlak/document';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { initProseMirrorDoc, updateYFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import type { Span } from './attribution.ts';
import { Recorder, type Author } from './record.ts';
import { SpanIndex } from './span-index.ts';

export const block = (id: string | null, text: string, attrs: Record<string, unknown> = {}): Node =>
  schema.node('block', { id, ...attrs }, text === '' ? [] : [schema.text(text)]);

/** A live draft with its recorder, and the authors who have it open: real Yjs documents on both sides. */
export class Drafting {
  doc: Y.Doc;
  recorder: Recorder;
  readonly #log: { readonly update: Uint8Array; readonly person: string }[] = [];
  readonly spans: Span[] = [];
  readonly #authors: AuthorAtWork[] = [];
  minute = 0;

  constructor(blocks: readonly Node[], options: { gc: boolean } = { gc: true }) {
    this.doc = new Y.Doc(options);
    this.doc.clientID = 1;
    this.recorder = new Recorder(this.doc);
    const first = new Y.Doc();
    first.clientID = 2;
    write(first, schema.node('doc', null, [...blocks]));
    this.receive(Y.encodeStateAsUpdate(first), this.by('bureau', { origin: 'imported' }));
  }

  by(person: string, more: Partial<Author> = {}): Author {
    const at = new Date(Date.UTC(2026, 0, 12, 9, this.minute)).toISOString();
    return { person, at, comment: null, origin: 'typed', ...more };
  }

  receive(update: Uint8Array, author: Author): readonly Span[] {
    const spans = this.recorder.apply(update, author);
    this.#log.push({ update, person: author.person });
    this.spans.push(...spans);
    for (const other of this.#authors) Y.applyUpdate(other.doc, update, 'remote');
    return spans;
  }

  /** The draft as plain data, read from a copy. */
  document(): unknown {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc));
    return initProseMirrorDoc(copy.getXmlFragment(FRAGMENT), schema).doc.toJSON();
  }

  /** The server starts again with what was stored. */
  restart(): void {
    const { gc } = this.doc;
    this.doc = new Y.Doc({ gc });
    this.recorder = new Recorder(this.doc, this.spans);
    for (const { update, person } of this.#log) this.recorder.replay(update, person);
  }

  author(person: string, clientID: number): AuthorAtWork {
    const author = new AuthorAtWork(this, person, clientID);
    this.#authors.push(author);
    return author;
  }

  /** Per block the text with who stands behind every stretch: `[["ann", "Een "], ["bob", "twee"]]`. */
  who(id: string, field: 'person' | 'comment' = 'person'): [string, string][] {
    const index = new SpanIndex(this.spans);
    const parts: [string, string][] = [];
    for (const child of this.doc.getXmlFragment(FRAGMENT).createTreeWalker((node) => node instanceof Y.XmlElement)) {
      if (!(child instanceof Y.XmlElement) || child.getAttribute('id') !== id) continue;
      for (const text of child.toArray()) {
        if (!(text instanceof Y.XmlText)) continue;
        for (let item = text._start; item !== null; item = item.right) {
          if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
          let at = 0;
          for (const { count, ground } of index.grounds({
            client: item.id.client,
            clock: item.id.clock,
            count: item.length,
          })) {
            const name = ground === null ? '?' : ground.origin === 'imported' ? 'imported' : (ground[field] ?? '-');
            const words = item.content.str.slice(at, at + count);
            const last = parts.at(-1);
            if (last?.[0] === name) last[1] += words;
            else parts.push([name, words]);
            at += count;
          }
        }
      }
    }
    return parts;
  }
}

export class AuthorAtWork {
  readonly doc = new Y.Doc();
  readonly #drafting: Drafting;
  readonly #person: string;
  readonly undo: Y.UndoManager;
  comment: string | null = null;
  #outbox: Uint8Array[] = [];
  online = true;

  constructor(drafting: Drafting, person: string, clientID: number) {
    this.#drafting = drafting;
    this.#person = person;
    this.doc.clientID = clientID;
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(drafting.doc), 'remote');
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'remote') return;
      this.#outbox.push(update);
      if (this.online) this.sync();
    });
    this.undo = new Y.UndoManager(this.doc.getXmlFragment(FRAGMENT), {
      trackedOrigins: new Set(['editor']),
      captureTimeout: 0,
    });
  }

  sync(): void {
    const updates = this.#outbox.splice(0);
    if (updates.length === 0) return;
    const author = this.#drafting.by(this.#person, { comment: this.comment });
    this.#drafting.receive(updates.length === 1 ? updates[0]! : Y.mergeUpdates(updates), author);
  }

  /** Takes out what waits to be sent, as one update. */
  take(): Uint8Array {
    return Y.mergeUpdates(this.#outbox.splice(0));
  }
  /** What a sync step 2 to an empty peer carries: all text and every deletion. */
  everything(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  /** One dispatched editor transaction, written to Yjs as the editor's binding does. */
  edit(change: (tr: Transform, at: (id: string) => number) => void): void {
    this.doc.transact(() => {
      const { doc, meta } = initProseMirrorDoc(this.doc.getXmlFragment(FRAGMENT), schema);
      const tr = new Transform(doc);
      change(tr, (id) => placeOf(tr.doc, id));
      updateYFragment(this.doc, this.doc.getXmlFragment(FRAGMENT), tr.doc, meta);
    }, 'editor');
  }

  type(id: string, offset: number, text: string): void {
    for (const [index, letter] of text.split('').entries()) {
      this.edit((tr, at) => tr.insert(at(id) + 1 + offset + index, schema.text(letter)));
    }
  }
  erase(id: string, from: number, to: number): void {
    this.edit((tr, at) => tr.delete(at(id) + 1 + from, at(id) + 1 + to));
  }
  enter(id: string, offset: number, newId: string): void {
    this.edit((tr, at) => {
      const place = at(id) + 1 + offset;
      tr.split(place);
      tr.setNodeAttribute(place + 1, 'id', newId);
    });
  }
  join(id: string): void {
    this.edit((tr, at) => tr.join(at(id)));
  }
  /** A block moved as two dispatched transactions in one Yjs transaction. */
  move(id: string, before: string | null): void {
    this.doc.transact(() => {
      let moved: Node | null = null;
      this.edit((tr, at) => {
        moved = tr.doc.nodeAt(at(id));
        tr.delete(at(id), at(id) + moved!.nodeSize);
      });
      this.edit((tr, at) => tr.insert(before === null ? tr.doc.content.size : at(before), moved!));
    }, 'editor');
  }
}

function placeOf(doc: Node, id: string): number {
  let place = -1;
  doc.descendants((node, at) => {
    if (node.attrs['id'] === id) place = at;
    return place < 0;
  });
  if (place < 0) throw new RangeError(`no block ${id}`);
  return place;
}

function write(doc: Y.Doc, node: Node): void {
  const fragment = doc.getXmlFragment(FRAGMENT);
  const { meta } = initProseMirrorDoc(fragment, schema);
  updateYFragment(doc, fragment, node, meta);
}

import * as Y from 'yjs';
import type { Lost } from './lost-text.ts';
import type { Author, Relocation, Unit, UpdateRecorder } from './ports.ts';

/** Where text can be put back: in a text node, or in an element that has none. */
type Spot = { readonly text: Y.XmlText; readonly index: number } | { readonly empty: Y.XmlElement };

/** Text with whom to write it for, that goes where its neighbours went. */
export interface Carried {
  readonly by: Pick<Author, 'person' | 'comment'>;
  readonly piece: Lost;
}

/**
 * Puts lost text back beside what it was typed beside, where that lives on in another place: a part that was moved,
 * split or joined meanwhile takes along what somebody typed in it. To Yjs such text belongs to what is gone; the
 * recorder knows where that went.
 *
 * @param write makes one edit on somebody's behalf and has it recorded
 * @returns what found no place
 */
export function carryAlong(
  doc: Y.Doc,
  root: string,
  pieces: readonly Lost[],
  recorder: Pick<UpdateRecorder, 'whereabouts' | 'grounds'>,
  write: (carried: Carried, act: (doc: Y.Doc) => readonly Relocation[]) => void,
): readonly Lost[] {
  let waiting = pieces.flatMap((piece) => byGround(piece, recorder));
  // What was typed behind text that is lost as well waits until that has its place.
  for (;;) {
    const still: Carrying[] = [];
    for (const one of waiting) {
      const { by, piece } = one;
      const spot = by === null ? null : spotOf(doc, root, piece, waiting, recorder);
      if (by === null || spot === null) still.push(one);
      else {
        write({ by, piece }, (live) => [put(live, piece, spot)]);
        one.placed = true;
      }
    }
    if (still.length === waiting.length) return still.map(({ piece }) => piece);
    waiting = still;
  }
}

interface Carrying {
  readonly by: Pick<Author, 'person' | 'comment'> | null;
  readonly piece: Lost;
  placed: boolean;
}

/** The piece cut where another person or comment begins. */
function byGround(piece: Lost, { grounds }: Pick<UpdateRecorder, 'grounds'>): Carrying[] {
  const { client, clock, text } = piece;
  const parts: Carrying[] = [];
  let at = 0;
  for (const { count, ground } of grounds({ client, clock, count: text.length })) {
    const last = parts.at(-1);
    if (last && last.by?.person === ground?.person && last.by?.comment === ground?.comment) {
      parts[parts.length - 1] = {
        ...last,
        piece: { ...last.piece, text: last.piece.text + text.slice(at, at + count) },
      };
    } else {
      const left = at === 0 ? piece.left : [{ client, clock: clock + at - 1 }];
      parts.push({
        by: ground && { person: ground.person, comment: ground.comment },
        piece: { ...piece, clock: clock + at, text: text.slice(at, at + count), left },
        placed: false,
      });
    }
    at += count;
  }
  return parts;
}

function spotOf(
  doc: Y.Doc,
  root: string,
  piece: Lost,
  waiting: readonly Carrying[],
  { whereabouts }: Pick<UpdateRecorder, 'whereabouts'>,
): Spot | null {
  const waits = ({ client, clock }: Unit) =>
    waiting.some(
      ({ placed, piece: { client: of, clock: from, text } }) =>
        !placed && of === client && from <= clock && clock < from + text.length,
    );
  for (const unit of piece.left) {
    if (waits(unit)) return null;
    const spot = beside(doc, root, whereabouts(unit), -1);
    if (spot) return spot;
  }
  for (const unit of piece.right) {
    const spot = waits(unit) ? null : beside(doc, root, whereabouts(unit), 0);
    if (spot) return spot;
  }
  const holder = piece.holder && itemAt(doc, whereabouts(piece.holder));
  const type = holder?.content instanceof Y.ContentType ? holder.content.type : null;
  if (!(type instanceof Y.XmlElement) || !lives(type, doc, root)) return null;
  const last = type.toArray().at(-1);
  if (last === undefined) return { empty: type };
  return last instanceof Y.XmlText ? { text: last, index: last.length } : null;
}

/** The place before (`0`) or behind (`-1`) a character, also one that is deleted, in a text that is there. */
function beside(doc: Y.Doc, root: string, unit: Unit, assoc: 0 | -1): Spot | null {
  const item = itemAt(doc, unit);
  if (!(item?.parent instanceof Y.XmlText) || item.parentSub !== null || !lives(item.parent, doc, root)) return null;
  const position = new Y.RelativePosition(null, null, Y.createID(unit.client, unit.clock), assoc);
  const place = Y.createAbsolutePositionFromRelativePosition(position, doc, false);
  return place?.type instanceof Y.XmlText ? { text: place.type, index: place.index } : null;
}

function itemAt({ store }: Y.Doc, { client, clock }: Unit): Y.Item | null {
  if (clock >= Y.getState(store, client)) return null;
  const struct: Y.Item | Y.GC = Y.getItem(store, Y.createID(client, clock));
  return struct instanceof Y.Item ? struct : null;
}

/** Whether a reader sees what stands in this. */
function lives(type: Y.XmlElement | Y.XmlText, doc: Y.Doc, root: string): boolean {
  let around = type as Y.AbstractType<unknown>;
  for (let item = around._item; item !== null; item = around._item) {
    if (item.deleted || !(item.parent instanceof Y.AbstractType)) return false;
    around = item.parent as Y.AbstractType<unknown>;
  }
  return around === doc.share.get(root);
}

function put(doc: Y.Doc, { client, clock, text }: Lost, spot: Spot): Relocation {
  const count = text.length;
  if ('empty' in spot) spot.empty.insert(0, [new Y.XmlText()]);
  const node = 'empty' in spot ? (spot.empty.get(0) as Y.XmlText) : spot.text;
  const start = Y.getState(doc.store, doc.clientID);
  node.insert('empty' in spot ? 0 : spot.index, text);
  return { from: { client, clock, count }, to: { client: doc.clientID, clock: start, count } };
}

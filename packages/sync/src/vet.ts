import * as Y from 'yjs';
import { type Place, type Placing, Places } from './places.ts';
import type { Limits, Vocabulary } from './ports.ts';

/** Why an update can never be accepted. */
export type Refused =
  | 'large'
  | 'malformed'
  | 'many-structs'
  | 'deep'
  | 'content'
  | 'name'
  | 'value'
  | 'root'
  | 'foreign-client';

export type Verdict =
  /** `clients`: ids with new content, the sender's from now on. `gone`: content for a parent that is thrown away. */
  | { readonly kind: 'accepted'; readonly clients: readonly number[]; readonly gone: readonly Y.Item[] }
  /** Brings nothing that the document does not have. */
  | { readonly kind: 'known' }
  /** A predecessor is missing: no attack, the sender has to be asked for it. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'refused'; readonly reason: Refused };

export interface VetContext {
  readonly doc: Y.Doc;
  readonly vocabulary: Vocabulary;
  readonly limits: Limits;
  /** Whether the sender may write under this client id. */
  mayUse(client: number): boolean;
}

/** No draft comes near; a clock beyond it is meant to break something. */
const MAX_CLOCK = 2 ** 31;
/** y-prosemirror appends a hash to marks that may overlap themselves. */
const MARK_HASH = /--[a-zA-Z0-9+/=]{8}$/;

const refused = (reason: Refused): Verdict => ({ kind: 'refused', reason });

/**
 * Judges an update by its structure, without applying it: size, decodable and encodable again, contents, names of
 * nodes, marks and attributes, depth, owner of each client id, the one root. Whether the result is a good document is
 * checked elsewhere, off the hot path.
 */
export function vet(update: Uint8Array, context: VetContext): Verdict {
  if (update.length > context.limits.updateBytes) return refused('large');
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
    Y.convertUpdateFormatV1ToV2(update);
  } catch {
    // Whatever Yjs stumbles over, others would stumble over as well.
    return refused('malformed');
  }
  const { structs, ds } = decoded;
  let ranges = 0;
  for (const deleted of ds.clients.values()) ranges += deleted.length;
  if (structs.length + ranges > context.limits.structs) return refused('many-structs');

  const runs = new Map<number, Y.Item[]>();
  const ends = new Map<number, number>();
  const fresh: (Y.Item | Y.GC)[] = [];
  const store = context.doc.store;
  for (const struct of structs) {
    if (struct instanceof Y.Skip) return { kind: 'gap' };
    const { client, clock } = struct.id;
    if (!(struct.length > 0) || clock + struct.length > MAX_CLOCK) return refused('malformed');
    const end = ends.get(client) ?? Y.getState(store, client);
    if (clock > end) return { kind: 'gap' };
    ends.set(client, Math.max(end, clock + struct.length));
    if (clock + struct.length <= end) continue;
    fresh.push(struct as Y.Item | Y.GC);
    if (!(struct instanceof Y.Item)) continue;
    const run = runs.get(client);
    if (run) run.push(struct);
    else runs.set(client, [struct]);
  }
  const has = (id: Y.ID): boolean => id.clock < (ends.get(id.client) ?? Y.getState(store, id.client));

  let deletes = false;
  for (const [client, deleted] of ds.clients) {
    for (const { clock, len } of deleted) {
      if (!(len > 0) || clock + len > MAX_CLOCK) return refused('malformed');
      if (!has({ client, clock: clock + len - 1 })) return { kind: 'gap' };
      deletes ||= !isDeleted(store, client, clock, len);
    }
  }
  if (fresh.length === 0) return deletes ? { kind: 'accepted', clients: [], gone: [] } : { kind: 'known' };

  const places = new Places(context.doc, context.vocabulary.root, context.limits.depth, runs);
  const clients = new Set<number>();
  const gone: Y.Item[] = [];
  for (const struct of fresh) {
    const { client, clock } = struct.id;
    if (!clients.has(client) && !context.mayUse(client)) return refused('foreign-client');
    clients.add(client);
    if (!(struct instanceof Y.Item)) continue;
    for (const id of [struct.origin, struct.rightOrigin, struct.parent as unknown]) {
      if (!(id instanceof Y.ID)) continue;
      // Only earlier content of one's own can be a neighbour.
      if (id.client === client && id.clock >= clock) return refused('malformed');
      if (!has(id)) return { kind: 'gap' };
    }
    const placing = places.of(struct);
    const reason = judge(struct.content, placing, context);
    if (reason) return refused(reason);
    if (placing === 'gone') gone.push(struct);
  }
  return { kind: 'accepted', clients: [...clients], gone };
}

/** Whether every clock of the range is in the document and deleted. */
function isDeleted(store: Y.Doc['store'], client: number, clock: number, length: number): boolean {
  const structs = store.clients.get(client);
  if (!structs || clock + length > Y.getState(store, client)) return false;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at] as Y.Item | Y.GC;
    if (struct.id.clock >= clock + length) return true;
    if (!struct.deleted) return false;
  }
  return true;
}

function judge(content: Y.Item['content'], placing: Placing, context: VetContext): Refused | null {
  if (placing === 'cycle') return 'malformed';
  if (placing === 'deep') return 'deep';
  if (placing === 'stranger') return 'root';
  const place = placing === 'gone' ? null : placing;
  if (content instanceof Y.ContentDeleted) return null;
  if (content instanceof Y.ContentString) return place === null || isText(place) ? null : 'content';
  if (content instanceof Y.ContentFormat) {
    return place !== null && !isText(place) ? 'content' : judgeMark(content, context);
  }
  if (content instanceof Y.ContentType) return judgeType(content.type, place, context);
  if (content instanceof Y.ContentAny) return judgeAttribute(content.arr, place, context);
  return 'content';
}

const isText = (place: Place): boolean => place.parent === 'text' && place.attribute === null;

function judgeType(
  type: Y.AbstractType<unknown>,
  place: Place | null,
  { vocabulary, limits }: VetContext,
): Refused | null {
  if (place && (place.parent === 'text' || place.attribute !== null)) return 'content';
  if (place && place.depth + 1 > limits.depth) return 'deep';
  if (type instanceof Y.XmlElement && type.constructor === Y.XmlElement) {
    return Object.hasOwn(vocabulary.nodes, type.nodeName) ? null : 'name';
  }
  if (type instanceof Y.XmlText) return place?.parent === 'root' ? 'content' : null;
  return 'content';
}

function judgeMark({ key, value }: Y.ContentFormat, { vocabulary, limits }: VetContext): Refused | null {
  // In Yjs a key is a string; the type says `string` too, but hostile bytes decide what is read.
  const name = String(key).replace(MARK_HASH, '');
  const attributes = Object.hasOwn(vocabulary.marks, name) ? vocabulary.marks[name] : undefined;
  if (!attributes) return 'name';
  const given = value as unknown;
  if (given === null) return null;
  if (typeof given !== 'object' || Array.isArray(given)) return 'value';
  for (const [attribute, of] of Object.entries(given)) {
    if (!attributes.includes(attribute)) return 'name';
    if (!isScalar(of, limits)) return 'value';
  }
  return null;
}

function judgeAttribute(values: readonly unknown[], place: Place | null, context: VetContext): Refused | null {
  const { vocabulary, limits } = context;
  // An attribute of an element that is gone changes nothing, but its bytes are stored.
  if (place === null) return values.every((value) => isScalar(value, limits) || isNumbers(value)) ? null : 'value';
  if (place.attribute === null || place.parent !== 'element') return 'content';
  if (!(vocabulary.nodes[place.name] ?? []).includes(place.attribute)) return 'name';
  const arrays = vocabulary.arrays.includes(place.attribute);
  return values.every((value) => isScalar(value, limits) || (arrays && isNumbers(value))) ? null : 'value';
}

function isScalar(value: unknown, { attributeLength }: Limits): boolean {
  if (typeof value === 'string') return value.length <= attributeLength;
  return value === null || value === undefined || typeof value === 'boolean' || Number.isFinite(value);
}

const isNumbers = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 64 && value.every((one) => Number.isFinite(one));

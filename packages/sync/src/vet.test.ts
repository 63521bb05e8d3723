import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from './ports.ts';
import { addParagraph, paragraph, text, VOCABULARY } from './testing.ts';
import { type Verdict, vet } from './vet.ts';

/** A document with one paragraph, as the server holds it, and a client that has it. */
function pair(): {
  server: Y.Doc;
  client: Y.Doc;
  judge: (update: Uint8Array) => Verdict;
  edit: (act: () => void) => Verdict;
} {
  const server = new Y.Doc();
  server.getXmlFragment('prosemirror');
  addParagraph(server, 'Een zin.');
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
  const judge = (update: Uint8Array): Verdict =>
    vet(update, { doc: server, vocabulary: VOCABULARY, limits: LIMITS, mayUse: (id) => id === client.clientID });
  const edit = (act: () => void): Verdict => {
    const updates: Uint8Array[] = [];
    const listen = (update: Uint8Array): void => void updates.push(update);
    client.on('update', listen);
    client.transact(act);
    client.off('update', listen);
    return judge(Y.mergeUpdates(updates));
  };
  return { server, client, judge, edit };
}
const reason = (verdict: Verdict): string => (verdict.kind === 'refused' ? verdict.reason : verdict.kind);

/** An update of one client, struct by struct. */
function forged(client: number, clock: number, structs: readonly ((encoder: encoding.Encoder) => void)[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, structs.length);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  for (const struct of structs) struct(encoder);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}
const STRING = 4;
const ORIGIN = 0x80;

describe('what an author does', () => {
  test('[VET1] typing, marking, deleting, attributes, new paragraphs, tables with column widths: accepted', () => {
    const acts: ((client: Y.Doc) => void)[] = [
      (client) => text(client, 0).delete(0, 2),
      (client) => text(client, 0).format(0, 3, { 'link--aB3+/=9z': { href: 'https://example.nl' } }),
      (client) => text(client, 0).insert(3, ' hele'),
      (client) => paragraph(client, 0).setAttribute('role', 'heading'),
      (client) => paragraph(client, 0).setAttribute('level', 2 as never),
      (client) => paragraph(client, 0).removeAttribute('id'),
      (client) => addParagraph(client, 'Nog een.'),
      (client) => {
        const [table, row, cell] = ['table', 'row', 'cell'].map((name) => new Y.XmlElement(name)) as [
          Y.XmlElement,
          Y.XmlElement,
          Y.XmlElement,
        ];
        cell.setAttribute('colwidth', [120] as never);
        row.insert(0, [cell]);
        table.insert(0, [row]);
        client.getXmlFragment('prosemirror').insert(0, [table]);
      },
      (client) => client.getXmlFragment('prosemirror').delete(0, 1),
    ];
    for (const act of acts) {
      const { client, edit } = pair();
      expect(reason(edit(() => act(client)))).toBe('accepted');
    }
  });

  test('[VET1] a text of ten thousand keystrokes at the end of each other, sent at once', () => {
    const { client, server, judge } = pair();
    for (let at = 0; at < 10_000; at += 1) text(client, 0).insert(at % 7, 'x');
    expect(reason(judge(Y.encodeStateAsUpdate(client, Y.encodeStateVector(server))))).toBe('accepted');
  });

  test('[VET2] what the document has already is known, and a missing predecessor is a gap', () => {
    const { client, judge } = pair();
    expect(judge(Y.encodeStateAsUpdate(client)).kind).toBe('known');
    const updates: Uint8Array[] = [];
    client.on('update', (update: Uint8Array) => updates.push(update));
    text(client, 0).insert(0, 'a');
    text(client, 0).insert(1, 'b');
    text(client, 0).delete(0, 1);
    expect(judge(updates[1]!).kind).toBe('gap');
    expect(judge(updates[2]!).kind).toBe('gap');
    expect(judge(Y.mergeUpdates([updates[0]!, updates[1]!])).kind).toBe('accepted');
    expect(judge(Y.mergeUpdates([updates[1]!, Y.encodeStateAsUpdate(client)])).kind).toBe('accepted');
  });

  test('[VET3] text for a part that was thrown away meanwhile is accepted, and handed back', () => {
    const { server, client, edit } = pair();
    server.getXmlFragment('prosemirror').delete(0, 1);
    const verdict = edit(() => text(client, 0).insert(4, 'nieuwe '));
    expect(verdict).toMatchObject({ kind: 'accepted', gone: [{ content: { str: 'nieuwe ' } }] });
  });
});

describe('what is refused', () => {
  test.each<[string, string, (client: Y.Doc) => void]>([
    [
      'an unknown node',
      'name',
      (client) => client.getXmlFragment('prosemirror').insert(0, [new Y.XmlElement('script')]),
    ],
    [
      'a node named like a built-in',
      'name',
      (client) => client.getXmlFragment('prosemirror').insert(0, [new Y.XmlElement('constructor')]),
    ],
    ['an unknown attribute', 'name', (client) => paragraph(client, 0).setAttribute('onclick', 'x')],
    ['an attribute of another node', 'name', (client) => paragraph(client, 0).setAttribute('colwidth', 'x')],
    ['an unknown mark', 'name', (client) => text(client, 0).format(0, 2, { blink: {} })],
    ['an unknown attribute of a mark', 'name', (client) => text(client, 0).format(0, 2, { link: { style: 'x' } })],
    ['an object as attribute', 'value', (client) => paragraph(client, 0).setAttribute('id', { a: 1 } as never)],
    ['an array as attribute', 'value', (client) => paragraph(client, 0).setAttribute('id', ['x'] as never)],
    ['a long attribute', 'value', (client) => paragraph(client, 0).setAttribute('id', 'x'.repeat(5000))],
    [
      'a value in a mark that is no scalar',
      'value',
      (client) => text(client, 0).format(0, 2, { link: { href: ['x'] } }),
    ],
    ['a mark that is no object', 'value', (client) => text(client, 0).format(0, 2, { strong: 'yes' })],
    ['an embed', 'content', (client) => text(client, 0).insertEmbed(0, { src: 'x' })],
    ['bytes as attribute', 'content', (client) => paragraph(client, 0).setAttribute('id', new Uint8Array(3) as never)],
    [
      'text outside a block',
      'content',
      (client) => client.getXmlFragment('prosemirror').insert(0, [new Y.XmlText('x')]),
    ],
    ['an attribute on a text', 'content', (client) => text(client, 0).setAttribute('id', 'x')],
    ['another root', 'root', (client) => client.getText('other').insert(0, 'x')],
    ['a map beside the document', 'root', (client) => client.getMap('meta').set('a', 1)],
    [
      'an array in the document',
      'content',
      (client) => client.getXmlFragment('prosemirror').insert(0, [new Y.Array() as never]),
    ],
    ['a hook', 'content', (client) => client.getXmlFragment('prosemirror').insert(0, [new Y.XmlHook('x') as never])],
    [
      'a document in the document',
      'content',
      (client) => paragraph(client, 0).setAttribute('id', new Y.Doc() as never),
    ],
  ])('[VET10] %s: %s', (_what, why, act) => {
    const { client, edit } = pair();
    expect(reason(edit(() => act(client)))).toBe(why);
  });

  test('[VET11] elements nested deeper than any document, in one update or on top of the live one', () => {
    const { client, edit } = pair();
    const nest = (): void => {
      let inner = client.getXmlFragment('prosemirror');
      for (let depth = 0; depth < 1500; depth += 1) {
        const element = new Y.XmlElement('block');
        inner.insert(0, [element]);
        inner = element;
      }
    };
    expect(reason(edit(nest))).toBe('deep');
    const { server, client: slow, judge } = pair();
    let last = 'accepted';
    let parent: Y.XmlElement = paragraph(slow, 0);
    for (let depth = 0; depth < 40 && last === 'accepted'; depth += 1) {
      const before = Y.encodeStateVector(slow);
      const child = new Y.XmlElement('block');
      parent.insert(0, [child]);
      const update = Y.encodeStateAsUpdate(slow, before);
      last = reason(judge(update));
      if (last === 'accepted') Y.applyUpdate(server, update);
      parent = child;
    }
    expect(last).toBe('deep');
  });

  test('[VET12] structs under somebody else’s client id', () => {
    const { client, server, judge } = pair();
    const forger = new Y.Doc();
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(client));
    forger.clientID = server.clientID;
    text(forger, 0).insert(0, 'Vals. ');
    expect(reason(judge(Y.encodeStateAsUpdate(forger, Y.encodeStateVector(server))))).toBe('foreign-client');
  });

  test('[VET13] bytes that Yjs decodes but nobody can use: empty strings, own origins, clocks of the moon', () => {
    const { client, judge } = pair();
    const id = client.clientID;
    const inRoot = (content: (encoder: encoding.Encoder) => void) => (encoder: encoding.Encoder) => {
      encoding.writeUint8(encoder, STRING);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, 'prosemirror');
      content(encoder);
    };
    expect(reason(judge(forged(id, 0, [inRoot((encoder) => encoding.writeVarString(encoder, ''))])))).toBe('malformed');
    const ownOrigin = (encoder: encoding.Encoder): void => {
      encoding.writeUint8(encoder, STRING | ORIGIN);
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, 'x');
    };
    expect(reason(judge(forged(id, 0, [ownOrigin])))).toBe('malformed');
    const farAway = (encoder: encoding.Encoder): void => {
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 2 ** 40);
    };
    expect(reason(judge(forged(id, 0, [farAway])))).toBe('malformed');
    const unknownType = (encoder: encoding.Encoder): void => {
      encoding.writeUint8(encoder, 7);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, 'prosemirror');
      encoding.writeVarUint(encoder, 99);
    };
    expect(reason(judge(forged(id, 0, [unknownType])))).toBe('malformed');
  });

  test('[VET14] two structs that are each other’s neighbour do not hang the server', () => {
    const { client, server } = pair();
    const other = client.clientID + 1;
    const pointing = (to: number) => (encoder: encoding.Encoder) => {
      encoding.writeUint8(encoder, STRING | ORIGIN);
      encoding.writeVarUint(encoder, to);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, 'x');
    };
    const [one, two] = [forged(client.clientID, 0, [pointing(other)]), forged(other, 0, [pointing(client.clientID)])];
    const verdict = vet(Y.mergeUpdates([one, two]), {
      doc: server,
      vocabulary: VOCABULARY,
      limits: LIMITS,
      mayUse: () => true,
    });
    expect(reason(verdict)).toBe('malformed');
  });

  test('[VET15] too large, too many structs, and a count that announces thirty million', () => {
    const { client, judge } = pair();
    expect(reason(judge(new Uint8Array(LIMITS.updateBytes + 1)))).toBe('large');
    const many = Array.from({ length: LIMITS.structs + 1 }, () => (encoder: encoding.Encoder) => {
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 1);
    });
    expect(reason(judge(forged(client.clientID, 0, many)))).toBe('many-structs');
    const bomb = encoding.createEncoder();
    encoding.writeVarUint(bomb, 1);
    encoding.writeVarUint(bomb, 30_000_000);
    encoding.writeVarUint(bomb, client.clientID);
    encoding.writeVarUint(bomb, 0);
    const started = performance.now();
    expect(reason(judge(encoding.toUint8Array(bomb)))).toBe('malformed');
    expect(performance.now() - started).toBeLessThan(100);
  });

  test('[VET16] no truncation and no flipped byte of a real update makes it throw', () => {
    const { client, server, judge } = pair();
    addParagraph(client, 'Een alinea met een ☃ erin.');
    text(client, 0).format(0, 3, { strong: {} });
    text(client, 0).delete(5, 2);
    const update = Y.encodeStateAsUpdate(client, Y.encodeStateVector(server));
    for (let length = 0; length < update.length; length += 1) judge(update.subarray(0, length));
    let seed = 7;
    for (let round = 0; round < 3000; round += 1) {
      const changed = update.slice();
      for (let times = 0; times < 1 + (round % 4); times += 1) {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        changed[seed % changed.length] = seed >>> 24;
      }
      const verdict = judge(changed);
      if (verdict.kind !== 'accepted') continue;
      // What is accepted can be applied and written again.
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(server));
      Y.applyUpdate(copy, changed);
      const again = new Y.Doc();
      Y.applyUpdate(again, Y.encodeStateAsUpdate(copy));
      expect(again.getXmlFragment('prosemirror').toString()).toBe(copy.getXmlFragment('prosemirror').toString());
      expect(copy.store.pendingStructs).toBeNull();
    }
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openMemory } from '@draagvlak/storage/memory';
import { addParagraph, DRAFT, lines, makeWorld, paragraph, settle, TestClient, text } from './testing.ts';

/** One step of somebody in a session; `who`, `where` and `how` are taken modulo what there is. */
interface Step {
  readonly who: number;
  readonly act:
    | 'type'
    | 'delete'
    | 'mark'
    | 'add'
    | 'remove'
    | 'role'
    | 'deliver'
    | 'pass'
    | 'drop'
    | 'freeze'
    | 'trouble';
  readonly where: number;
  readonly how: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(4),
  act: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('type', 'deliver') },
    { weight: 4, arbitrary: fc.constantFrom('delete', 'mark', 'add', 'pass') },
    { weight: 2, arbitrary: fc.constantFrom('remove', 'role', 'drop') },
    { weight: 1, arbitrary: fc.constantFrom('freeze', 'trouble') },
  ) as fc.Arbitrary<Step['act']>,
  where: fc.nat(1000),
  how: fc.nat(1000),
});

function edit(doc: Y.Doc, { act, where, how }: Step): void {
  const fragment = doc.getXmlFragment('prosemirror');
  if (act === 'add' || fragment.length === 0) return addParagraph(doc, `nieuw ${how}`, where % (fragment.length + 1));
  const at = where % fragment.length;
  const content = text(doc, at);
  const length = content?.length ?? 0;
  if (act === 'type') content?.insert(how % (length + 1), String.fromCodePoint(97 + (how % 26)).repeat(1 + (how % 3)));
  else if (act === 'delete' && length > 0)
    content.delete(how % length, Math.min(1 + (how % 4), length - (how % length)));
  else if (act === 'mark' && length > 0) content.format(how % length, 1, { strong: how % 2 === 0 ? {} : null });
  else if (act === 'remove') fragment.delete(at, 1);
  else if (act === 'role') paragraph(doc, at).setAttribute('role', how % 2 === 0 ? 'heading' : 'paragraph');
}

test('[CNV1] two to five authors, lost connections, freezes and a failing disk: all end equal, and equal to what is stored', async () => {
  const room = async (people: number, steps: readonly Step[]): Promise<void> => {
    const world = await makeWorld(['Een alinea.', 'Nog een.']);
    const live = world.room();
    const clients = Array.from({ length: people }, (_, at) => new TestClient(`p${at}`).connect(live));
    await settle(world, ...clients);
    for (const one of steps) {
      const client = clients[one.who % people] as TestClient;
      if (one.act === 'deliver') client.deliver(one.where % 4, one.how % 4);
      else if (one.act === 'pass') await world.clock.pass(one.how % 30);
      else if (one.act === 'trouble') world.disk.trouble = one.how % 2 === 0 ? new Error('full') : null;
      else if (one.act === 'freeze' && world.disk.trouble === null) {
        const author = { person: 'server', at: world.clock.now(), comment: null, origin: 'imported' } as const;
        live
          .freeze(
            author,
            () => {},
            async () => {},
          )
          .catch(() => {});
      } else if (one.act === 'drop') {
        if (client.session) client.disconnect(live);
        else client.connect(live);
      } else edit(client.doc, one);
    }
    world.disk.trouble = null;
    await world.clock.pass(20_000);
    // Whoever is away, or met a freeze, comes back.
    for (const client of clients) {
      expect(client.closed === null || client.closed.code === 4503).toBe(true);
      if (!client.session) client.connect(live);
    }
    await settle(world, ...clients);
    const stored = new Y.Doc();
    const { snapshot, entries } = await openMemory({ disk: world.disk }).drafts.load(DRAFT);
    if (snapshot) Y.applyUpdate(stored, snapshot);
    for (const { update } of entries) Y.applyUpdate(stored, update);
    for (const client of clients) {
      expect(lines(client.doc)).toEqual(lines(stored));
      expect(client.doc.getXmlFragment('prosemirror').toString()).toBe(stored.getXmlFragment('prosemirror').toString());
      expect(Y.equalSnapshots(Y.snapshot(client.doc), Y.snapshot(stored))).toBe(true);
      expect(client.doc.store.pendingStructs).toBeNull();
    }
    expect(world.refused).toEqual([]);
  };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 5 }), fc.array(step, { minLength: 20, maxLength: 120 }), room),
    { numRuns: 30, endOnFailure: false },
  );
}, 120_000);

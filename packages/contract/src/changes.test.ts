import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Changes, type Followable, listChanges, type Lists, withChanges, withListChanges } from './changes.ts';

interface Item {
  readonly id: string;
  readonly text: string;
}
const idOf = ({ id }: Item) => id;
const printed = (items: readonly Item[]) => items.map((one) => [one.id, JSON.stringify(one)] as const);
const withItems = (items: readonly Item[]) => items.map((one) => [one.id, JSON.stringify(one), one] as const);
const between = (before: readonly Item[], now: readonly Item[]) => listChanges(printed(before), withItems(now));

const item = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), text: fc.constantFrom('x', 'y') });
const list = fc.oneof(
  fc.array(item, { maxLength: 8 }),
  fc.uniqueArray(item, { maxLength: 8, selector: idOf }).map((all) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1))),
);

test('[CON11] a list with its changes is the list as it is now, whatever came, went, changed or moved', () => {
  fc.assert(
    fc.property(list, list, (before, now) => {
      expect(withListChanges(before, between(before, now), idOf)).toEqual(now);
    }),
    { numRuns: 2000 },
  );
});

test('[CON11] what did not change is not sent, and is the same object afterwards', () => {
  const before = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: 'x' }));
  const now = [
    { id: 'a', text: 'x' },
    { id: 'n', text: 'new' },
    { id: 'c', text: 'y' },
    { id: 'd', text: 'x' },
  ];
  const changes = between(before, now);
  expect(changes).toEqual({
    gone: ['b'],
    put: [
      { at: 1, item: now[1] },
      { at: 2, item: now[2] },
    ],
  });
  const after = withListChanges(before, changes, idOf);
  expect(after[0]).toBe(before[0]);
  expect(after[3]).toBe(before[3]);
  expect(withListChanges(before, between(before, structuredClone(before)), idOf)).toBe(before);
});

interface View extends Followable {
  readonly title: string;
  readonly note: string | null;
  readonly items: readonly Item[];
}
const LISTS: Lists<View, 'items'> = { items: idOf };

test('[CON11] changes are to one state only; to another they are not applied', () => {
  const view: View = { asOf: 1, state: 's1', title: 'Een', note: 'x', items: [{ id: 'a', text: 'x' }] };
  const changes: Changes<View, 'items'> = {
    kind: 'changes',
    since: 's1',
    lists: { items: { gone: [], put: [] } },
    parts: { asOf: 2, state: 's2', note: null },
  };
  const next = withChanges(view, changes, LISTS);
  expect(next).toEqual({ ...view, asOf: 2, state: 's2', note: null });
  expect(next?.items).toBe(view.items);
  expect(withChanges(next as View, changes, LISTS)).toBeNull();
});

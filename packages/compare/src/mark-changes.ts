import type { MarkJson } from '@draagvlak/document';
import type { MarkChange } from './comparison.ts';
import type { Kept } from './text-edit.ts';

const valueOf = (mark: MarkJson): string | null => {
  switch (mark.type) {
    case 'link':
      return mark.attrs.href;
    case 'language':
      return mark.attrs.lang;
    case 'dated':
      return mark.attrs.source === null ? mark.attrs.asOf : `${mark.attrs.asOf} (${mark.attrs.source})`;
    case 'emphasis':
    case 'strong':
    case 'subscript':
    case 'superscript':
      return null;
  }
};

/** Marks that were put on, taken off or given another value on text that stayed. */
export function markChanges(kept: readonly Kept[]): MarkChange[] {
  const changes: MarkChange[] = [];
  for (const run of kept) {
    const old = run.before.runs;
    const now = run.after.runs;
    if (old.length <= 1 && now.length <= 1 && old[0]?.key === now[0]?.key) continue;
    for (let offset = 0; offset < run.count;) {
      const one = old.find((each) => each.to > run.from + offset);
      const two = now.find((each) => each.to > run.at + offset);
      if (!one || !two) break;
      const end = Math.min(run.count, one.to - run.from, two.to - run.at);
      if (one.key !== two.key) {
        const range = { block: run.after.address, from: run.at + offset, to: run.at + end };
        for (const change of compared(one.marks, two.marks)) push(changes, { ...change, range });
      }
      offset = end;
    }
  }
  return changes;
}

function* compared(before: readonly MarkJson[], after: readonly MarkJson[]): Generator<Omit<MarkChange, 'range'>> {
  for (const mark of before) {
    const other = after.find((each) => each.type === mark.type);
    if (!other) yield { mark: mark.type, kind: 'removed', before: valueOf(mark), after: null };
    else if (valueOf(other) !== valueOf(mark)) {
      yield { mark: mark.type, kind: 'changed', before: valueOf(mark), after: valueOf(other) };
    }
  }
  for (const mark of after) {
    if (!before.some((each) => each.type === mark.type)) {
      yield { mark: mark.type, kind: 'added', before: null, after: valueOf(mark) };
    }
  }
}

function push(changes: MarkChange[], change: MarkChange): void {
  const at = changes.findLastIndex(
    (each) =>
      each.mark === change.mark &&
      each.kind === change.kind &&
      each.before === change.before &&
      each.after === change.after,
  );
  const last = changes[at];
  if (last && last.range.block === change.range.block && last.range.to === change.range.from) {
    changes[at] = { ...last, range: { ...last.range, to: change.range.to } };
  } else changes.push(change);
}

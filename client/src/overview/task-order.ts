import type { TaskView } from '@draagvlak/contract/client';

/** Late first, then by date; what has no date comes last. */
export function inOrder(tasks: readonly TaskView[]): readonly TaskView[] {
  return tasks.toSorted(
    (one, other) => Number(other.late) - Number(one.late) || (one.due ?? '9999').localeCompare(other.due ?? '9999'),
  );
}

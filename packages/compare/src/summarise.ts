import { CATEGORIES, type Category, type Change, type Comparison } from './comparison.ts';

export interface Summary {
  readonly changes: number;
  readonly byCategory: Readonly<Record<Category, number>>;
  /** Changes per section: heading id of the second version, of the first where the section is gone, or '' before the first heading. */
  readonly bySection: Readonly<Record<string, number>>;
  readonly sections: { readonly total: number; readonly touched: number };
}

/** The section a change is counted in. */
export const sectionOfChange = (change: Change): string => change.after?.section ?? change.before?.section ?? '';

/** Counts of a comparison: per category, per section, and how many sections were touched. */
export function summarise(comparison: Comparison): Summary {
  const byCategory = Object.fromEntries(CATEGORIES.map((category) => [category, 0])) as Record<Category, number>;
  const bySection: Record<string, number> = {};
  for (const change of comparison.changes) {
    byCategory[change.category] += 1;
    const section = sectionOfChange(change);
    bySection[section] = (bySection[section] ?? 0) + 1;
  }
  const touched = comparison.sections.filter((pair) =>
    pair.states.some((state) => state !== 'unchanged' && state !== 'renumbered'),
  );
  return {
    changes: comparison.changes.length,
    byCategory,
    bySection,
    sections: { total: comparison.sections.length, touched: touched.length },
  };
}

/**
 * The changes as plain lines for a terminal or a log, in the notation of wdiff: `[-gone-]{+new+}`. Words for people come
 * from the rendering.
 */
export function textSummary(comparison: Comparison): string {
  return comparison.changes
    .map((change, index) => {
      const where = change.after?.label || change.before?.label || '';
      const head = `${index + 1} ${change.category} ${change.unit} ${change.kind}${where ? ` @ ${where}` : ''}`;
      const from =
        change.kind === 'moved' && change.before?.label !== where ? ` from ${change.before?.label ?? ''}` : '';
      const words = change.pieces
        .map((piece) =>
          piece.kind === 'kept'
            ? clipped(piece.text)
            : piece.kind === 'deleted'
              ? `[-${piece.text}-]`
              : `{+${piece.text}+}`,
        )
        .join('');
      const values = change.attributes
        .map((each) => ` ${each.name}: ${each.before ?? '-'} → ${each.after ?? '-'}`)
        .join(',');
      return `${head}${from}${values}${words ? `: ${words}` : ''}`;
    })
    .join('\n');
}

const clipped = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 28)} … ${text.slice(-28)}`);

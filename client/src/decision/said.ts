import type { ComparisonView, DossierView } from '@draagvlak/contract/client';
import type { Change } from '@draagvlak/compare';
import type { DossierRole } from '@draagvlak/procedure';
import type { Pair } from '../comparing/pair.ts';

type Remark = ComparisonView['remarks'][number];

/** A question, advice or remark about a change, with its answers and where the change is looked at. */
export interface Said {
  readonly remark: Remark;
  readonly answers: readonly Remark[];
  /** A question that nobody answered. */
  readonly waits: boolean;
  readonly change: Change | null;
  readonly between: ComparisonView;
  readonly href: string;
}

/** Who reads what the steering group asks and advises. */
const READERS: readonly DossierRole[] = ['steering-member', 'wbc-member', 'wbc-chair', 'secretary'];

/** Every two versions of a document between which something can have been said, for who may read that. */
export function discussedPairs(view: DossierView): readonly (Pair & { readonly document: string })[] {
  if (!view.roles.some((role) => READERS.includes(role))) return [];
  return view.documents.flatMap(({ id: document, versions }) =>
    versions.flatMap((after, index) =>
      versions.slice(0, index).map((before) => ({ document, before: before.id, after: after.id })),
    ),
  );
}

/** Questions without an answer first, then advice, then what was answered or only remarked; each oldest first. */
const RANK = ({ remark, waits }: Said): number => (waits ? 0 : remark.kind === 'advice' ? 1 : 2);

/** What was said of the changes in these comparisons, most pressing first. */
export function saidIn(comparisons: readonly ComparisonView[]): readonly Said[] {
  const all = comparisons.flatMap((between) =>
    between.remarks
      .filter(({ kind }) => kind !== 'answer')
      .map((remark): Said => {
        const answers = between.remarks.filter(({ about }) => about === remark.id);
        const query = new URLSearchParams({
          van: between.before.id,
          naar: between.after?.id ?? 'draft',
          wijziging: remark.change,
        });
        return {
          remark,
          answers,
          waits: remark.kind === 'question' && answers.length === 0,
          change: between.comparison.changes.find(({ key }) => key === remark.change) ?? null,
          between,
          href: `/dossiers/${between.dossier}/vergelijken/${between.document}?${query.toString()}`,
        };
      }),
  );
  return all.toSorted((one, other) => RANK(one) - RANK(other) || (one.remark.at < other.remark.at ? -1 : 1));
}

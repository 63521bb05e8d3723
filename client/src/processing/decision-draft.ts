import type { DossierCommand } from '@draagvlak/contract/client';
import { type ChangedPlace, decisionDemands, type DispositionKind } from '@draagvlak/review';

/** A decision while somebody works on it; kept per comment, so that walking through the list loses nothing. */
export interface DecisionDraft {
  readonly kind: DispositionKind | null;
  readonly motivation: string;
  readonly places: readonly ChangedPlace[];
  readonly into: string | null;
  /** What others of the bundle get where it differs; `null`: not now. */
  readonly together: Readonly<Record<string, DispositionKind | null>>;
  /** The confirmed decision that this one corrects. */
  readonly supersedes: string | null;
}

export const EMPTY_DRAFT: DecisionDraft = {
  kind: null,
  motivation: '',
  places: [],
  into: null,
  together: {},
  supersedes: null,
};

export type Fault = 'kind' | 'motivation' | 'places' | 'into';

type Proposal = Extract<DossierCommand, { type: 'propose-disposition' }>;

/** Kind per comment: the comment in sight, then the others of its bundle that wait for a decision. */
export function kindsOf(
  comment: string,
  draft: DecisionDraft,
  others: readonly string[],
): readonly (readonly [string, DispositionKind])[] {
  const { kind, together, supersedes } = draft;
  if (kind === null) return [];
  // a correction is about one decision, and a double is merged on its own
  const along = supersedes !== null || kind === 'merged' ? [] : others;
  const rest = along.flatMap((id) => {
    const own = id in together ? together[id] : kind;
    return own === null || own === undefined ? [] : [[id, own] as const];
  });
  return [[comment, kind], ...rest];
}

/** What still lacks before this decision can be proposed; the server asks the same. */
export function faultsOf(draft: DecisionDraft, others: readonly string[] = []): readonly Fault[] {
  if (draft.kind === null) return ['kind'];
  const faults: Fault[] = [];
  const demands = kindsOf('', draft, others).map(([, kind]) => decisionDemands(kind));
  if (demands.some(({ motivation }) => motivation === 'required') && draft.motivation.trim() === '') {
    faults.push('motivation');
  }
  if (demands.some(({ places }) => places === 'required') && draft.places.length === 0) faults.push('places');
  if (demands.some(({ into }) => into === 'required') && draft.into === null) faults.push('into');
  return faults;
}

/** Adds places that are not there yet. */
export function withPlaces(draft: DecisionDraft, places: readonly ChangedPlace[]): DecisionDraft {
  const known = new Set(draft.places.map(({ node }) => node));
  const fresh = places.filter(({ node }) => !known.has(node));
  return fresh.length === 0 ? draft : { ...draft, places: [...draft.places, ...fresh] };
}

/** What a decision of this kind carries of a draft: only what the kind asks for is sent. */
export function decisionOf(kind: DispositionKind, draft: Pick<DecisionDraft, 'motivation' | 'places' | 'into'>) {
  const demands = decisionDemands(kind);
  return {
    kind,
    motivation: demands.motivation === 'none' ? '' : draft.motivation.trim(),
    places: demands.places === 'required' ? draft.places : [],
    into: demands.into === 'required' ? draft.into : null,
  };
}

/** One command per comment: the same motivation and places, each its own kind. */
export function commandsOf(
  comment: string,
  draft: DecisionDraft,
  others: readonly string[],
  newId: () => string,
): readonly Proposal[] {
  return kindsOf(comment, draft, others).map(([id, kind]) => ({
    type: 'propose-disposition',
    disposition: newId(),
    comment: id,
    decision: decisionOf(kind, draft),
    supersedes: id === comment ? draft.supersedes : null,
    ...(id === comment ? {} : { fresh: true }),
  }));
}

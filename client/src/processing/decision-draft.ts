import type { DossierCommand } from '@draagvlak/contract/client';
import { type ChangedPlace, decisionDemands, type DispositionKind } from '@draagvlak/review';

/** A decision while somebody works on it; kept per comment, so that walking through the list loses nothing. */
export interface DecisionDraft {
  readonly kind: DispositionKind | null;
  readonly motivation: string;
  readonly places: readonly ChangedPlace[];
  readonly into: string | null;
  /** Comments answered with the same motivation, each with a decision of its own. */
  readonly together: Readonly<Record<string, DispositionKind>>;
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

/** What still lacks before this decision can be proposed; the server asks the same. */
export function faultsOf(draft: DecisionDraft): readonly Fault[] {
  if (draft.kind === null) return ['kind'];
  const faults: Fault[] = [];
  const kinds = [draft.kind, ...Object.values(draft.together)];
  const demands = kinds.map((kind) => decisionDemands(kind));
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

/** One command per comment: the same motivation and places, each its own kind; only what the kind asks for is sent. */
export function commandsOf(
  comment: string,
  draft: DecisionDraft,
  newId: () => string,
): readonly Extract<DossierCommand, { type: 'propose-disposition' }>[] {
  const { kind } = draft;
  if (kind === null) return [];
  const all: [string, DispositionKind][] = [[comment, kind], ...Object.entries(draft.together)];
  return all.map(([id, one]) => {
    const demands = decisionDemands(one);
    return {
      type: 'propose-disposition',
      disposition: newId(),
      comment: id,
      decision: {
        kind: one,
        motivation: demands.motivation === 'none' ? '' : draft.motivation.trim(),
        places: demands.places === 'required' ? draft.places : [],
        into: demands.into === 'required' ? draft.into : null,
      },
      supersedes: id === comment ? draft.supersedes : null,
    };
  });
}

import type { CellJson, RowJson, TopJson } from '@draagvlak/document';
import type { Path } from './passage.ts';
import type { Sameness } from './same.ts';

/** Any node with attributes. */
export type AnyNode = TopJson | RowJson | CellJson;

export interface Placed {
  readonly path: Path;
  readonly json: AnyNode;
}

/** The same node in the other version. */
export interface Partner extends Placed {
  readonly sameness: Sameness;
}

/** Partners of the nodes of one version: of a node, and by index of those inside it. */
export interface Partners {
  partner: Partner | null;
  inner: (Partners | undefined)[] | null;
}

export const noPartners = (): Partners => ({ partner: null, inner: null });

export function setPartner(root: Partners, path: Path, partner: Partner): void {
  let at = root;
  for (const index of path) {
    at.inner ??= [];
    at = at.inner[index] ??= noPartners();
  }
  at.partner = partner;
}

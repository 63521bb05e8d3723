/** Figures of a gate: how far it is, and for a term from which instant it can hold. */
export interface GateFigures {
  readonly done: number;
  readonly total: number;
  readonly from: string | null;
}

/** One gate in words: what still has to happen, and what holds. */
export interface GateWording {
  readonly open: (figures: GateFigures) => string;
  readonly met: (figures: GateFigures) => string;
}

export { anchorExists, makeAnchor, type Selection, selectionOf } from './anchor.ts';
export { audit, type AuditInput } from './audit.ts';
export { carry, carryAll } from './carry.ts';
export * from './comment.ts';
export { confirmedPlace } from './confirmed-place.ts';
export {
  checkDecision,
  type DecisionFault,
  decisionDemands,
  type Demands,
  pending,
  standing,
} from './disposition.ts';
export { type Group, suggestGroups } from './group.ts';
export * from './ledger.ts';
export { type BlockPlace, type Places, placesOf } from './places.ts';
export { findQuote, type QuoteMatch } from './quote-match.ts';

export * from './comment.ts';
export * from './ledger.ts';
export { anchorExists, makeAnchor, type Selection, selectionOf } from './anchor.ts';
export { findQuote, type QuoteMatch } from './quote-match.ts';
export { carry, carryAll } from './carry.ts';
export {
  answer,
  checkDecision,
  type DecisionFault,
  decisionDemands,
  type Demands,
  pending,
  standing,
} from './disposition.ts';

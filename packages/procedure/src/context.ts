import type { BlobRef, DocumentId, Finding } from '@draagvlak/review';
import type { Actor } from './dossier.ts';

/** The text as the server froze it, for the commands `freeze` and `make-erratum`. */
export interface Frozen {
  readonly title: string;
  readonly content: BlobRef;
  readonly clocks: BlobRef | null;
  readonly words: number;
  /** Of an erratum. */
  readonly corrections?: BlobRef;
}

/** Mandatory sections of one document: how many there are and how many are filled. */
export interface MandatorySections {
  readonly filled: number;
  readonly total: number;
}

/**
 * Who asks and when, with what the rules need but the dossier does not hold. What is absent is not known; where a rule
 * needs it, it counts as not met.
 */
export interface Context {
  readonly actor: Actor;
  /** ISO instant, UTC. */
  readonly now: string;
  /** For `freeze` and `make-erratum`. Absent while asking whether freezing would be allowed: then `decide` gives no facts, or the refusal. */
  readonly frozen?: Frozen;
  /** For `start-draft` with a version: that is the text in force for this document. */
  readonly versionInForce?: boolean;
  /** For `make-erratum`: every word that is corrected stands where the correction says. */
  readonly correctionsHold?: boolean;
  /** For `submit-comment` and `confirm-placement`: the passage stands in that text. */
  readonly anchorValid?: boolean;
  /** For `submit-comment` in an inspection: the passage changed since the first concept. Absent counts as yes. */
  readonly passageChanged?: boolean;
  /** For the gate `mandatory-sections-filled`, per document. */
  readonly completeness?: Readonly<Record<DocumentId, MandatorySections>>;
  /** For the gate `audit-settled`, per document. */
  readonly findings?: Readonly<Record<DocumentId, readonly Finding[]>>;
  /** Substantive changes since the inspected version, for entering `approval`: with any, the step needs a reason. */
  readonly substantiveSinceInspection?: number;
  /** For `redact-words` and `erase-words`: words that stood in this dossier before they were edited. */
  readonly formerWords?: boolean;
  /** For `redact-words`: the blob of the replacement as the server stored it. */
  readonly replacement?: BlobRef;
}

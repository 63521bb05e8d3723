import type { TemplateName } from '@draagvlak/document';
import type { Phase } from '@draagvlak/procedure';

/** A text that everybody may read, signed in or not. */
export interface PublishedView {
  readonly version: string;
  /** Id of the dossier, so that who takes part in it can tell. */
  readonly dossier: string;
  readonly kind: TemplateName;
  readonly title: string;
  readonly number: string;
  /** Names of the qualifications it is about. */
  readonly qualifications: readonly string[];
  readonly phase: Phase;
  /** A newer text of the document was frozen, and is not published yet: what the phase says is not of this one. */
  readonly superseded: boolean;
  readonly publishedAt: string;
  /** The day from which it holds; `null` while that is not decided. */
  readonly effective: string | null;
}

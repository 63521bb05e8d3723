import type { DocumentKind } from '@draagvlak/procedure';

/** What was found: text of a frozen version, or words of somebody about it. */
export const FOUND = [
  'qualification',
  'dossier',
  'text',
  'note',
  'comment',
  'proposal',
  'reply',
  'motivation',
  'remark',
  'report',
  'reference',
] as const;
export type FoundKind = (typeof FOUND)[number];

/** One place where the words stand, told as far as the person who asks may know. */
export interface FoundView {
  readonly kind: FoundKind;
  /** Id of the dossier; `null` for a qualification without one. */
  readonly dossier: string | null;
  /** Title of the dossier, or name of the qualification. */
  readonly title: string;
  readonly document: DocumentKind | null;
  /** Number of the version: "0.1". */
  readonly version: string | null;
  /** Number of the comment: "R07". */
  readonly comment: string | null;
  /** The section with its number: "2.3 Doelgroep". */
  readonly section: string | null;
  readonly text: string;
  /** The words that were looked for, in `text`, in UTF-16 code units; in order and apart. */
  readonly marks: readonly { readonly from: number; readonly to: number }[];
  /** Path to the place itself. */
  readonly href: string;
}

export interface SearchView {
  readonly found: readonly FoundView[];
  /** There is more than fits; other words narrow it. */
  readonly more: boolean;
}

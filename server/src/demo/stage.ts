import type { DocumentJson } from '@draagvlak/document';
import type { Command, FrozenVersion } from '@draagvlak/procedure';
import type { Evidence } from '../dossiers/evidence.ts';
import type { Edit } from './edit.ts';

/** A member of the cast by key, see `cast.ts`. */
export type Role = string;

/**
 * What the demo's stories play on: the product's own commands, each by somebody and at a moment. Nothing here can do
 * what a person could not have done in the app.
 */
export interface Stage {
  readonly newId: () => string;
  person(role: Role): string;
  organisation(key: string): string;
  open(role: Role, at: string, command: Omit<Extract<Command, { type: 'open-dossier' }>, 'type'>): Promise<string>;
  act(role: Role, at: string, dossier: string, command: Command): Promise<void>;
  start(role: Role, at: string, dossier: string, document: string, markdown: string | null): Promise<void>;
  /** Begins a draft with a text in force. */
  revise(role: Role, at: string, dossier: string, document: string, version: string): Promise<void>;
  /** Edits of one author under one comment; answers the ids of the nodes that are new or changed. */
  edit(
    role: Role,
    at: string,
    draft: string,
    comment: string | null,
    edits: readonly Edit[],
  ): Promise<readonly string[]>;
  /** Keeps a motivation that the committee of a dossier writes more than once. */
  keepAnswer(dossier: string, title: string, text: string): Promise<void>;
  draft(draft: string): Promise<DocumentJson>;
  version(dossier: string, version: string): Promise<DocumentJson>;
  /** The newest version of each document of a dossier. */
  newest(dossier: string): Promise<readonly FrozenVersion[]>;
  /** From the version people reacted on last to the text that is being made. */
  evidence(dossier: string, document: string): Promise<Pick<Evidence, 'attributions' | 'findings'>>;
}

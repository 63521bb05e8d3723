import type { DossierView } from './dossier-view.ts';
import type { Held, ReadingUpdate, WorkbenchUpdate } from './followed-lists.ts';
import type { DossierCommand } from './reading-client.ts';
import { type ClientOptions, createSender } from './sender.ts';

export type FollowingClient = ReturnType<typeof createFollowingClient>;

export const heldQuery = (held: Held | null): string =>
  held === null ? '' : `?version=${encodeURIComponent(held.version)}&since=${encodeURIComponent(held.since)}`;

/** Keeping up with a view that was read; apart from reading it, which pages do that follow nothing. */
export function createFollowingClient(options: ClientOptions = {}) {
  const id = encodeURIComponent;
  const { json } = createSender(options);
  return {
    /** What became different of a version and what is said about it, since a state of that view. */
    versionChanges: (version: string, since: string) =>
      json<ReadingUpdate>('GET', `/versions/${id(version)}/changes?since=${id(since)}`),
    /** What became different on the workbench since a state of it. */
    workbenchChanges: (version: string, since: string) =>
      json<WorkbenchUpdate>('GET', `/versions/${id(version)}/workbench/changes?since=${id(since)}`),
    /** A command by somebody who reads a version; the answer brings what it changed in that. */
    actReading: (dossier: string, command: DossierCommand, held: Held | null) =>
      json<{ readonly version: number; readonly dossier: DossierView; readonly reading: ReadingUpdate | null }>(
        'POST',
        `/dossiers/${id(dossier)}/commands${heldQuery(held)}`,
        command,
      ),
  };
}

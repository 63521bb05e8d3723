import type { Storage } from '@draagvlak/storage';
import type { Config } from './config.ts';
import type { GivenViews } from './dossiers/given-views.ts';
import type { Dossiers } from './dossiers/dossiers.ts';
import type { PrivateTexts } from './dossiers/private-texts.ts';
import type { Rooms } from './realtime/rooms.ts';
import type { WritingPulse } from './realtime/writing-pulse.ts';
import type { StandardAnswers } from './handling/standard-answers.ts';
import type { TalkMarks } from './handling/talk-marks.ts';
import type { Files } from './files/files.ts';
import type { Assets } from './http/assets.ts';
import type { Identity } from './identity/identity.ts';
import type { Notices } from './notices/notices.ts';
import type { Log } from './log.ts';
import type { Search } from './search/search.ts';
import type { Since } from './visits/since.ts';

/** Everything the server can do, wired to its store; what routes, the demo and tests use. */
export interface Services {
  readonly config: Config;
  readonly log: Log;
  readonly storage: Storage;
  readonly identity: Identity;
  readonly rooms: Rooms;
  readonly pulse: WritingPulse;
  readonly dossiers: Dossiers;
  readonly given: GivenViews;
  readonly files: Files;
  readonly privateTexts: PrivateTexts;
  readonly standardAnswers: StandardAnswers;
  readonly talkMarks: TalkMarks;
  readonly search: Search;
  readonly notices: Notices;
  readonly since: Since;
  readonly assets: Assets;
  /** The present instant, ISO in UTC. */
  now(): string;
  newId(): string;
  /** Closes rooms, then the store. */
  close(): Promise<void>;
}

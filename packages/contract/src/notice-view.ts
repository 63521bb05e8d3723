import type { DocumentKind, NoticeKind, Topic } from '@draagvlak/procedure';
import type { PersonView } from './person-view.ts';

/** One line of what somebody should know: one notice, or several of a kind on one day. */
export interface NoticeView {
  /** Of the newest notice in the line. */
  readonly id: string;
  /** Of every notice in the line, newest first. */
  readonly ids: readonly string[];
  readonly kind: NoticeKind;
  readonly topic: Topic;
  /** What the sentence in `wording` needs, of the newest. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly dossier: string;
  readonly title: string;
  readonly document: DocumentKind | null;
  readonly at: string;
  /** Who did the newest; `null` for what the clock did, and where more than one did it. */
  readonly by: PersonView | null;
  readonly unread: boolean;
  /** What it asks still waits for this person. */
  readonly waiting: boolean;
  /** Path to the place itself. */
  readonly href: string;
}

export interface NoticesView {
  /** Newest first. */
  readonly notices: readonly NoticeView[];
  readonly unread: number;
  /** Hand this back to mark all of it as read, and nothing that came after; `null` for an empty list. */
  readonly upTo: string | null;
  /** There are older ones that are not listed. */
  readonly more: boolean;
}

/** What to mark as read: everything up to a moment, or these notices. */
export interface ReadNotices {
  readonly upTo: string | null;
  readonly ids: readonly string[];
}

/** What somebody wants to be told of, per topic and channel. */
export interface NoticeSettingsView {
  readonly topics: readonly { readonly topic: Topic; readonly app: boolean }[];
}

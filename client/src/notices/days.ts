import type { NoticeView } from '@draagvlak/contract/client';
import { dayOf } from '@draagvlak/procedure';

/** Notices of one day in one dossier, newest first. */
export interface NoticeGroup {
  readonly dossier: string;
  readonly title: string;
  readonly notices: readonly NoticeView[];
}
export interface NoticeDay {
  /** "2026-04-13", in Amsterdam. */
  readonly day: string;
  readonly groups: readonly NoticeGroup[];
}

/** The list in days, newest first, and within a day by dossier: the one that something happened in last comes first. */
export function byDay(notices: readonly NoticeView[]): readonly NoticeDay[] {
  const days = new Map<string, Map<string, NoticeView[]>>();
  for (const notice of notices) {
    const day = dayOf(notice.at);
    const groups = days.get(day) ?? new Map<string, NoticeView[]>();
    days.set(day, groups);
    groups.set(notice.dossier, [...(groups.get(notice.dossier) ?? []), notice]);
  }
  return [...days].map(([day, groups]) => ({
    day,
    groups: [...groups].map(([dossier, list]) => ({ dossier, title: list[0]?.title ?? '', notices: list })),
  }));
}

import type { NoticeSettingsView, NoticesView, ReadNotices } from './notice-view.ts';
import { type ClientOptions, createSender } from './sender.ts';

export type NoticeClient = ReturnType<typeof createNoticeClient>;

/** The routes about notices as functions; apart from the others, so that a page without them does not load them. */
export function createNoticeClient(options: ClientOptions = {}) {
  const { json } = createSender(options);
  return {
    notices: () => json<NoticesView>('GET', '/notices'),
    readNotices: (read: ReadNotices) => json<{ readonly unread: number }>('PUT', '/notices/read', read),
    noticeSettings: () => json<NoticeSettingsView>('GET', '/notices/settings'),
    saveNoticeSettings: (settings: NoticeSettingsView) =>
      json<NoticeSettingsView>('PUT', '/notices/settings', settings),
    /** Address for an `EventSource`; each event `unread` carries `{"unread": n}`. */
    noticeEventsUrl: () => `${options.base ?? ''}/api/notices/events`,
  };
}

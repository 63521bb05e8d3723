export { gatheringKey, notice, type Notice, type NoticeKind, type NoticeValues, type Topic, TOPICS } from './notice.ts';
export { isTold, isWaiting, noticeOf } from './notice-of.ts';
export { type Reminder, reminders } from './reminder.ts';

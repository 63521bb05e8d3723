import { routes } from '@draagvlak/contract/server';
import { streamSSE } from 'hono/streaming';
import type { SignedIn } from '../identity/sessions.ts';
import type { Services } from '../services.ts';
import { type Api, signedIn } from './answer.ts';
import { actorOf } from './asker.ts';
import { type EventStream, sleepUntil } from './event-stream.ts';

/** The clock brings notices of its own, so the number is counted again now and then. */
const HEARTBEAT = 25_000;
/** Milliseconds in which several acts are counted once. */
const PAUSE = 200;

export function noticeRoutes(api: Api, services: Services): void {
  const { notices } = services;
  signedIn(api, routes.notices, ({ me }) => notices.list(actorOf(me.person)));
  signedIn(api, routes.readNotices, async ({ me, body }) => {
    await notices.read(actorOf(me.person), body);
    return { unread: await notices.unread(actorOf(me.person)) };
  });
  signedIn(api, routes.noticeSettings, ({ me }) => notices.settings(me.person.id));
  signedIn(api, routes.saveNoticeSettings, async ({ me, body }) => {
    await notices.choose(me.person.id, body.topics);
    return notices.settings(me.person.id);
  });
  signedIn(api, routes.noticeEvents, ({ me, c }) => {
    c.header('cache-control', 'no-store');
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, (stream) => tellUnread(services, me, stream));
  });
}

/** Tells how many are unread at first and whenever that changed, until the line closes or the session ends. */
async function tellUnread(services: Services, me: SignedIn, stream: EventStream): Promise<void> {
  let wake: () => void = () => undefined;
  let changed = true;
  let gone = false;
  const stop = services.notices.listen(me.person.id, () => {
    changed = true;
    wake();
  });
  stream.onAbort(() => {
    gone = true;
    wake();
  });
  let told = -1;
  try {
    while (!gone && !stream.closed) {
      const asker = await services.identity.sessions.byName(me.session);
      if (asker === null) return;
      changed = false;
      const unread = await services.notices.unread(actorOf(asker.person));
      await stream.writeSSE({ event: unread === told ? 'still-here' : 'unread', data: JSON.stringify({ unread }) });
      told = unread;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (!changed && !gone) await sleepUntil(HEARTBEAT, (wakeNow) => (wake = wakeNow));
    }
  } finally {
    stop();
  }
}

import {
  type ClientOptions,
  createFollowingClient,
  createHandlingClient,
  type DossierCommand,
  type Followable,
  type Lists,
  ProblemError,
  READING_LISTS,
  type ReadingView,
  type Update,
  withChanges,
  WORKBENCH_LISTS,
  type WorkbenchView,
} from '@draagvlak/contract/client';
import { type DocumentJson, inlineText, textBlocks } from '@draagvlak/document';
import { replaceText } from '@draagvlak/document/yjs';
import { makeAnchor } from '@draagvlak/review';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Guest, openTestDossier, openTestServer, ORIGIN, type TestDossier, type TestServer } from '../testing.ts';
import { comment, DAY, toConsultation, toProcessing } from '../testing-story.ts';

let server: TestServer;
let d: TestDossier;
let version: string;
let round: string;
let document: DocumentJson;
let blocks: readonly string[];
/** Milliseconds since 1970. */
let clock = 0;

const options = (guest: Guest): ClientOptions => ({
  base: ORIGIN,
  fetch: (input, init) => guest.ask(String(input).slice(ORIGIN.length), init),
});
const handling = (guest: Guest) => createHandlingClient(options(guest));
const following = (guest: Guest) => createFollowingClient(options(guest));
const everybody = (): readonly Guest[] => [
  d.secretary,
  d.chair,
  d.author,
  d.trainer,
  d.centre,
  d.participant,
  d.steering,
  d.partner,
  d.outsider,
];

beforeAll(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
  ({ version, round } = await toConsultation(server, d));
  ({ document } = await d.author.api.version(version));
  blocks = [...textBlocks(document)].flatMap(({ block }) =>
    inlineText(block).length > 30 ? (block.attrs.id ?? []) : [],
  );
});
afterAll(() => server.close());

/** What was read, or the code of the refusal. */
async function orCode<T>(asked: Promise<T>): Promise<T | string> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

interface Seen {
  readonly reading: ReadingView | string;
  readonly workbench: WorkbenchView | string;
}
const seen = new Map<Guest, Seen>();

/** What somebody has after being told what changed, or the code of the refusal; all they had must be known here. */
async function told<View extends Followable, Names extends keyof View>(
  before: View | string,
  now: View | string,
  changes: (since: string) => Promise<Update<View, Names>>,
  lists: Lists<View, Names>,
): Promise<View | string> {
  if (typeof before === 'string') return now;
  const update = await orCode(changes(before.state));
  if (typeof update === 'string') return update;
  return update.kind === 'all' ? 'all was sent' : (withChanges(before, update, lists) ?? 'changes to another state');
}

/** What everybody reads now, and what they make of it who have an earlier view and hear what changed since. */
async function catchUp(guests: readonly Guest[]) {
  const read: Seen[] = [];
  const heard: Seen[] = [];
  for (const guest of guests) {
    const now: Seen = {
      reading: await orCode(guest.api.version(version)),
      workbench: await orCode(guest.api.workbench(version)),
    };
    const before = seen.get(guest) ?? now;
    seen.set(guest, now);
    read.push(now);
    const reading = (since: string) => following(guest).versionChanges(version, since);
    const workbench = (since: string) => following(guest).workbenchChanges(version, since);
    heard.push({
      reading: await told(before.reading, now.reading, reading, READING_LISTS),
      workbench: await told(before.workbench, now.workbench, workbench, WORKBENCH_LISTS),
    });
  }
  return { read, heard };
}

const at = <T>(list: readonly T[], nth: number): T | undefined => list[nth % list.length];
const dossier = async () => (await server.services.dossiers.store.load(d.id))!.dossier;
const send = async (guest: Guest, command: DossierCommand) => void (await orCode(guest.api.command(d.id, command)));

/** What people do with reactions, and all else that changes what somebody sees of them. */
type Act = (nth: number) => Promise<unknown>;

const someComment = async (nth: number) => at((await dossier()).comments, nth)?.id ?? 'none';
const someDisposition = async (nth: number) =>
  at(
    (await dossier()).comments.flatMap(({ dispositions }) => dispositions),
    nth,
  )?.id ?? 'none';
/** Asks nobody: who reads a view is given it, and what they were given longest ago is forgotten. */
const react: Act = async (nth) => {
  const anchor = makeAnchor(document, { scope: 'block', node: at(blocks, nth)! }, version);
  await send(at([d.trainer, d.centre, d.participant], nth)!, comment(server.services.newId(), anchor!));
};
const wait: Act = async (nth) => {
  clock += (nth % 4) * 300_000 + 1000;
  server.at(new Date(clock).toISOString());
};
const reply: Act = async (nth) =>
  send(at(everybody(), nth)!, {
    type: 'reply',
    comment: await someComment(nth),
    reply: server.services.newId(),
    body: `Antwoord ${nth}`,
  });
const join: Act = async (nth) => {
  const { members } = await dossier();
  const member = members.find(({ person, role }) => person === d.partner.id && role === 'wbc-member');
  if (member === undefined)
    await send(d.secretary, {
      type: 'add-member',
      member: { person: d.partner.id, role: 'wbc-member', party: 'wbc', organisation: null },
    });
  else if (nth % 2 === 0) await send(d.secretary, { type: 'remove-member', person: d.partner.id, role: 'wbc-member' });
};

const reacting: readonly Act[] = [
  react,
  react,
  wait,
  reply,
  join,
  async (nth) => {
    const found = at((await dossier()).comments, nth);
    const sender = everybody().find(({ id }) => id === found?.by);
    if (found === undefined || sender === undefined) return;
    const { kind } = found;
    await send(sender, { type: 'edit-comment', comment: found.id, kind, body: `Anders ${nth}`, proposal: null });
  },
  async (nth) => {
    const found = at((await dossier()).comments, nth);
    const sender = everybody().find(({ id }) => id === found?.by);
    if (found !== undefined && sender !== undefined)
      await send(sender, { type: 'withdraw-comment', comment: found.id });
  },
];

const processing: readonly Act[] = [
  wait,
  reply,
  join,
  async (nth) =>
    send(at([d.author, d.chair], nth)!, {
      type: 'propose-disposition',
      disposition: server.services.newId(),
      comment: await someComment(nth),
      decision: {
        kind: at(['answered', 'noted', 'deferred'] as const, nth)!,
        motivation: `Want ${nth}`,
        places: [],
        into: null,
      },
      supersedes: null,
    }),
  async (nth) => send(d.chair, { type: 'confirm-disposition', disposition: await someDisposition(nth) }),
  async (nth) => send(d.author, { type: 'take-back-disposition', disposition: await someDisposition(nth) }),
  async (nth) =>
    handling(d.author).bulk(
      d.id,
      (await dossier()).comments.map(({ id }) => ({
        type: 'assign-comment',
        comment: id,
        person: at([d.author.id, d.chair.id, null], nth)!,
      })),
    ),
  async (nth) =>
    send(d.author, {
      type: 'set-comment-due',
      comment: await someComment(nth),
      due: new Date(clock + (nth % 3) * 86_400_000).toISOString().slice(0, 10),
    }),
  async (nth) => {
    clock += 86_400_000;
    server.at(new Date(clock).toISOString());
    await send(d.chair, {
      type: 'discuss-comment',
      comment: await someComment(nth),
      message: server.services.newId(),
      body: `Wat vinden wij? ${nth}`,
    });
  },
  async (nth) => {
    const { handling: handled } = await dossier();
    const found = at(
      [...handled].filter(([, { talk }]) => talk.length > 0),
      nth,
    );
    const message = found?.[1].talk.at(-1)?.id;
    if (found !== undefined && message !== undefined) await handling(d.author).seeTalk(d.id, found[0], message);
  },
  async (nth) =>
    send(d.author, {
      type: 'bundle-comments',
      bundle: `bundle-${nth % 2}`,
      comments: [await someComment(nth), await someComment(nth + 1)],
    }),
  async (nth) => {
    // Somebody writes in the draft: places move, and findings come and go.
    const text = [...textBlocks(await d.author.api.draft(d.draft))].map(({ block }) => block);
    const block = at(
      text.filter((one) => inlineText(one).length > 20),
      nth,
    );
    const author = { person: d.author.id, at: new Date(clock).toISOString(), comment: null };
    await server.services.rooms.edit(d.draft, author, (tr) =>
      replaceText(tr, block?.attrs.id ?? '', nth % 10, 10 + (nth % 10), nth % 3 === 0 ? '' : `tekst ${nth}`),
    );
  },
  async (nth) => {
    const register = await d.secretary.api.dossierWords(d.id);
    const blob = at(register, nth)?.current;
    if (blob != null && nth % 4 === 0) {
      await send(d.secretary, { type: 'redact-words', blob, replacement: '[weggelakt]', reason: 'Naam.' });
    }
  },
];

const story = (acts: readonly Act[]) =>
  fc.asyncProperty(
    fc.array(fc.tuple(fc.nat({ max: acts.length - 1 }), fc.nat({ max: 1000 })), { minLength: 1, maxLength: 4 }),
    fc.nat({ max: 1000 }),
    async (done, who) => {
      for (const [act, nth] of done) await acts[act]?.(nth);
      // Not everybody looks every time: who looks later has more to catch up with.
      const { read, heard } = await catchUp(everybody().filter((_, nth) => (who + nth) % 3 !== 0));
      expect(heard).toEqual(read);
    },
  );

test('[CON12] while people react: what somebody read before, with what changed since, is what they read now', async () => {
  clock = Date.parse(DAY.consultation) + 3_600_000;
  for (const nth of [0, 1, 2, 3, 4, 5]) await react(nth);
  await catchUp(everybody());
  await fc.assert(story(reacting), { numRuns: 10, endOnFailure: true });
  const { read, heard } = await catchUp(everybody());
  expect(heard).toEqual(read);
}, 60_000);

test('[CON12] while the committee handles them: the same, on the workbench too', async () => {
  await toProcessing(server, d, round);
  clock = Date.parse(DAY.processing);
  await catchUp(everybody());
  await fc.assert(story(processing), { numRuns: 20, endOnFailure: true });
  const { read, heard } = await catchUp(everybody());
  expect(heard).toEqual(read);
}, 60_000);

test('[CON12] one reader’s state says nothing to another, nor after a start; then all is given that they may read', async () => {
  const chairs = await d.chair.api.workbench(version);
  expect(await following(d.author).workbenchChanges(version, chairs.state)).toMatchObject({ kind: 'all' });
  const { state } = await d.author.api.version(version);
  expect(await following(d.trainer).versionChanges(version, state)).toEqual({
    kind: 'all',
    view: await d.trainer.api.version(version),
  });
  expect(await following(d.author).versionChanges(version, 'unheard-of')).toMatchObject({ kind: 'all' });
});

test('[CON12] who may not read a view hears nothing of what changed in it', async () => {
  const { state } = await d.author.api.workbench(version);
  for (const guest of [d.trainer, d.steering]) {
    expect(await orCode(following(guest).workbenchChanges(version, state))).toBe('not-allowed');
    const bulk = { type: 'assign-comment', comment: await someComment(0), person: null } as const;
    expect(await orCode(handling(guest).bulk(d.id, [bulk], { version, since: state }))).toBe('not-allowed');
  }
  expect(await orCode(following(d.outsider).versionChanges(version, state))).toBe('unknown-version');
});

test('[CON12] an act brings what it changed to who says what they have, of this dossier only', async () => {
  const letter = {
    by: d.participant.id,
    organisation: null,
    party: 'deelnemer',
    channel: 'letter',
    receivedAt: DAY.consultation,
  } as const;
  const anchor = makeAnchor(document, { scope: 'block', node: blocks[0]! }, version)!;
  await d.secretary.api.command(d.id, comment(server.services.newId(), anchor, { registered: letter }));
  const before = await d.author.api.workbench(version);
  const first = before.comments.at(-1);
  const person = first?.handling.assignee?.person === d.chair.id ? d.author.id : d.chair.id;
  const commands = [{ type: 'assign-comment', comment: first?.id ?? '', person }] as const;
  const done = await handling(d.author).bulk(d.id, commands, { version, since: before.state });
  expect(done.workbench?.kind).toBe('changes');
  if (done.workbench?.kind !== 'changes') return;
  expect(done.workbench.lists.comments.put).toHaveLength(1);
  expect(withChanges(before, done.workbench, WORKBENCH_LISTS)).toEqual(await d.author.api.workbench(version));
  const other = await handling(d.author).bulk(d.id, commands, { version: 'another', since: before.state });
  expect(other.workbench).toBeNull();
});

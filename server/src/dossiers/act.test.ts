import { afterEach, beforeEach, expect, test } from 'vitest';
import { actorOf } from '../http/asker.ts';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { anchorOn, comment, freeze, toConsultation, toDrafting } from '../testing-story.ts';
import { createAct } from './act.ts';
import { createQueue } from './queue.ts';
import { createDossierStore } from './store.ts';

let server: TestServer;
let d: TestDossier;
beforeEach(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
});
afterEach(() => server.close());

const settled = async (attempts: readonly Promise<unknown>[]) => {
  const results = await Promise.allSettled(attempts);
  return {
    done: results.filter(({ status }) => status === 'fulfilled').length,
    codes: results.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : [])),
  };
};

test('of two freezes at once one makes the concept and the other hears that it is there', async () => {
  await toDrafting(server, d);
  await d.secretary.api.command(d.id, { type: 'answer-rules-question', changesRules: false, list: '' });
  await d.secretary.api.command(d.id, { type: 'record-committee-decision', on: '2026-01-06', minutes: '' });
  const { done, codes } = await settled([
    d.chair.api.command(d.id, freeze(d, server.services.newId())),
    d.chair.api.command(d.id, freeze(d, server.services.newId())),
  ]);
  expect({ done, codes }).toEqual({ done: 1, codes: ['already-frozen'] });
  const { documents } = await d.chair.api.dossier(d.id);
  expect(documents[0]?.versions).toHaveLength(1);
});

test('a command that is sent twice is done once and answered twice', async () => {
  const { version } = await toConsultation(server, d);
  const { document } = await d.trainer.api.version(version);
  const command = comment(server.services.newId(), anchorOn(document, version, 'De opleiding duurt minimaal 8 uur'));
  const { done } = await settled(Array.from({ length: 5 }, () => d.trainer.api.command(d.id, command)));
  expect(done).toBe(5);
  expect((await d.trainer.api.version(version)).comments).toHaveLength(1);
});

test('opening a dossier twice gives one dossier; somebody else cannot take its draft', async () => {
  const opening = {
    definition: 'sog-p',
    title: 'Verreiker',
    qualifications: ['verreiker'],
    documents: [{ id: 'doc-1', kind: 'taakprofiel', title: 'Taakprofiel Verreiker', draft: 'draft-1' }],
    members: [],
  } as const;
  const first = await d.secretary.api.openDossier(opening);
  expect(await d.secretary.api.openDossier(opening)).toEqual(first);
  const other = await server.person('Tweede secretaris', { secretariat: true });
  await expect(other.api.openDossier(opening)).rejects.toMatchObject({ code: 'already-exists' });
  const theirs = { ...opening, documents: [{ ...opening.documents[0], id: 'doc-2' }] };
  await expect(other.api.openDossier(theirs)).rejects.toMatchObject({ code: 'already-exists' });
  await expect(d.author.api.openDossier(opening)).rejects.toMatchObject({ code: 'not-allowed' });
});

test('fifty people who react at the same moment all get a number, none the same', async () => {
  const { version } = await toConsultation(server, d);
  const { document } = await d.trainer.api.version(version);
  const anchor = anchorOn(document, version, 'De opleiding duurt minimaal 8 uur');
  const senders = [d.trainer, d.centre, d.participant, d.steering, d.partner];
  await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      senders[at % senders.length]!.api.command(d.id, comment(server.services.newId(), anchor)),
    ),
  );
  const numbers = (await d.secretary.api.version(version)).comments.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(50);
  await server.services.dossiers.store.verify(d.id);
});

test('no reaction is taken after the last second of the round, and none of a race has a later time', async () => {
  const { version } = await toConsultation(server, d);
  const { document } = await d.trainer.api.version(version);
  const anchor = anchorOn(document, version, 'De opleiding duurt minimaal 8 uur');
  const { closes } = (await d.trainer.api.dossier(d.id)).rounds[0]!;
  server.at(closes);
  await d.trainer.api.command(d.id, comment(server.services.newId(), anchor));
  server.at(new Date(Date.parse(closes) + 1000).toISOString());
  await expect(d.trainer.api.command(d.id, comment(server.services.newId(), anchor))).rejects.toMatchObject({
    code: 'round-over',
    problem: { status: 409 },
  });
});

test('against another process the journal decides, and who lost decides again on what is there', async () => {
  const { dossiers, storage, rooms, log } = server.services;
  const other = createDossierStore(storage.journal, log);
  let interrupt = true;
  // Another server appends between our loading and our appending, once.
  const store: typeof dossiers.store = {
    ...dossiers.store,
    async append(id, after, facts, by, at) {
      if (interrupt) {
        interrupt = false;
        const theirs = await other.load(id);
        const planning = { type: 'planning-set', phase: 'drafting', from: '2026-01-06', until: '2026-02-01' } as const;
        await other.append(id, theirs, [{ ...planning, reason: null }], d.secretary.id, server.services.now());
      }
      return dossiers.store.append(id, after, facts, by, at);
    },
  };
  const act = createAct({
    evidence: { forget: () => undefined },
    store,
    words: dossiers.words,
    situation: (_, __, asked) => Promise.resolve(asked),
    freezer: { freeze: () => Promise.reject(new Error('nothing is frozen here')) },
    notes: { clear: () => Promise.reject(new Error('nothing is frozen here')) },
    rooms,
    listeners: dossiers.listeners,
    queue: createQueue(),
    elapsed: () => performance.now(),
  });
  const before = (await dossiers.store.load(d.id))!.dossier.version;
  const person = await server.services.identity.people.person(d.secretary.id);
  const acted = await act(
    d.id,
    actorOf(person!),
    { type: 'set-planning', phase: 'consultation', from: '2026-02-02', until: '2026-03-01', reason: '' },
    { now: server.services.now() },
  );
  expect(acted).toMatchObject({ kind: 'done', dossier: { version: before + 2 } });
  await dossiers.store.verify(d.id);
});

test('when others are always first, the answer after five seconds is to try again', async () => {
  const { dossiers, rooms } = server.services;
  let elapsed = 0;
  const act = createAct({
    evidence: { forget: () => undefined },
    store: { ...dossiers.store, append: () => Promise.resolve(null) },
    words: dossiers.words,
    situation: (_, __, asked) => Promise.resolve(asked),
    freezer: { freeze: () => Promise.reject(new Error('nothing is frozen here')) },
    notes: { clear: () => Promise.reject(new Error('nothing is frozen here')) },
    rooms,
    listeners: dossiers.listeners,
    queue: createQueue(),
    elapsed: () => (elapsed += 2000),
  });
  const person = await server.services.identity.people.person(d.secretary.id);
  const command = { type: 'withdraw-dossier', reason: 'Niet meer nodig.' } as const;
  expect(await act(d.id, actorOf(person!), command, { now: server.services.now() })).toEqual({ kind: 'busy' });
});

test('a concept is frozen with everything that was typed before, and whoever types then is told', async () => {
  await toDrafting(server, d);
  await d.secretary.api.command(d.id, { type: 'answer-rules-question', changesRules: false, list: '' });
  await d.secretary.api.command(d.id, { type: 'record-committee-decision', on: '2026-01-06', minutes: '' });
  const version = server.services.newId();
  const document = await d.author.api.draft(d.draft);
  const block = anchorOn(document, 'x', 'De opleiding duurt minimaal 8 uur').start!.block;
  const author = { person: d.author.id, at: server.services.now(), comment: null };
  const { replaceText } = await import('@draagvlak/document/yjs');
  await server.services.rooms.edit(d.draft, author, (tr) => replaceText(tr, block, 0, 0, 'Nieuw. '));
  await d.chair.api.command(d.id, freeze(d, version));
  const frozen = await d.chair.api.version(version);
  expect(JSON.stringify(frozen.document)).toContain('Nieuw. ');
  expect((await d.author.api.dossier(d.id)).version).toBeGreaterThan(0);
});

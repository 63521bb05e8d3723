import { routes } from '@draagvlak/contract/server';
import { can, type Command, type Dossier, publicActor } from '@draagvlak/procedure';
import { streamSSE } from 'hono/streaming';
import type { Acted } from '../dossiers/act.ts';
import { dossierView } from '../dossiers/dossier-view.ts';
import { imagesOf } from '../dossiers/drafts.ts';
import { logView } from '../dossiers/log-view.ts';
import { readingUpdate } from '../dossiers/version-views.ts';
import { wordsRegister } from '../dossiers/words-register.ts';
import type { SignedIn } from '../identity/sessions.ts';
import type { Services } from '../services.ts';
import { type Api, open, signedIn } from './answer.ts';
import { actorOf, dossierFor, heldOf, orNothing, versionFor } from './asker.ts';
import type { Request } from './environment.ts';
import { type EventStream, sleepUntil } from './event-stream.ts';
import { HttpProblem, refused } from './http-problem.ts';

type DossierCommand = Exclude<Command, { type: 'open-dossier' | 'start-draft' }>;

/** A stream says something at least this often, so that proxies and browsers keep it open. */
const HEARTBEAT = 20_000;

/** What was done, or the problem that stands in the way. */
export function done<Kind extends { readonly kind: string }>(
  acted: Kind | Exclude<Acted, { kind: 'done' }>,
): Extract<Kind, { kind: 'done' }> {
  if (acted.kind === 'busy') throw new HttpProblem('busy', { retryAfter: 2 });
  if (acted.kind === 'refused') throw refused((acted as Extract<Acted, { kind: 'refused' }>).refusal);
  return acted as Extract<Kind, { kind: 'done' }>;
}

export function dossierRoutes(api: Api, services: Services): void {
  const { dossiers } = services;

  signedIn(api, routes.openDossier, async ({ me, body }) => {
    const known = new Set((await services.identity.qualifications.all()).map((qualification) => qualification.id));
    if (body.qualifications.some((id) => !known.has(id))) {
      throw new HttpProblem('invalid-request', { field: 'qualifications' });
    }
    await mustKnow(services, body.members, 'members');
    const { id, acted } = await dossiers.openDossier(actorOf(me.person), body, { now: services.now() });
    done(acted);
    return { id };
  });

  signedIn(api, routes.dossier, async ({ me, params }) =>
    dossierView(services, await dossierFor(services, me, params.dossier, 'read-dossier'), actorOf(me.person)),
  );

  signedIn(api, routes.command, async ({ me, params, query, body }) => {
    await dossierFor(services, me, params.dossier, 'read-dossier');
    await mustExist(services, params.dossier, body);
    const actor = actorOf(me.person);
    const { dossier, head } = done(await dossiers.act(params.dossier, actor, body, { now: services.now() }));
    const held = await heldOf(services, params.dossier, query);
    const read = held === null ? null : await orNothing(versionFor(services, me, held.version));
    return {
      version: dossier.version,
      dossier: await dossierView(services, { dossier, head }, actor),
      reading: held === null || read === null ? null : await readingUpdate(services, read, actor, held.since),
    };
  });

  signedIn(api, routes.dossierWords, async ({ me, params }) => {
    const loaded = await dossierFor(services, me, params.dossier, 'read-dossier');
    const allowed = can(actorOf(me.person), 'redact-words', { dossier: loaded.dossier });
    if (allowed !== true) throw new HttpProblem('not-allowed');
    return wordsRegister(services, loaded, actorOf(me.person));
  });

  signedIn(api, routes.log, async ({ me, params }) => {
    const loaded = await dossierFor(services, me, params.dossier, 'read-dossier');
    return logView(services, loaded, actorOf(me.person));
  });

  signedIn(api, routes.events, async ({ me, params, c }) => {
    const { dossier } = await dossierFor(services, me, params.dossier, 'read-dossier');
    c.header('cache-control', 'no-store');
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, (stream) => tellChanges(services, me, dossier, stream));
  });

  signedIn(api, routes.startDraft, async ({ me, params, body }) => {
    await dossierFor(services, me, params.dossier, 'read-dossier');
    const moment = { now: services.now() };
    const started = await dossiers.startDraft(params.dossier, params.document, actorOf(me.person), body, moment);
    return { dropped: done(started).dropped };
  });

  signedIn(api, routes.previewImport, async ({ me, params, body }) => {
    await dossierFor(services, me, params.dossier, 'read-dossier');
    const moment = { now: services.now() };
    const shown = await dossiers.previewImport(params.dossier, params.document, actorOf(me.person), body, moment);
    return done(shown).view;
  });

  signedIn(api, routes.uploadFile, async ({ me, params, c }) => {
    await dossierFor(services, me, params.dossier, 'add-file');
    const kept = await services.files.keep(params.dossier, await sentBytes(c), me.person.id, services.now());
    if (kept === null) throw new HttpProblem('unknown-file-type');
    return kept;
  });

  open(api, routes.file, async ({ c, params }) => {
    const me = c.var.signedIn;
    // A picture in a text that everybody may read is for everybody too.
    if (!(await showsPublicly(services, params.dossier, params.blob))) {
      if (me === null) throw new HttpProblem('not-found');
      await dossierFor(services, me, params.dossier, 'read-references');
    }
    const file = await services.files.read(params.dossier, params.blob);
    if (file === null) throw new HttpProblem('not-found');
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'content-type': file.type,
        'content-length': String(file.bytes.length),
        'content-disposition': `attachment; filename="${fileName(params.blob, file.type)}"`,
        'cache-control': 'private, no-cache',
      },
    });
  });
}

/** Whether a text of this dossier that everybody may read shows this picture. */
async function showsPublicly(services: Services, id: string, blob: string): Promise<boolean> {
  const loaded = await services.dossiers.store.load(id);
  for (const version of loaded?.dossier.versions ?? []) {
    const open = loaded !== null && can(publicActor, 'read-version', { dossier: loaded.dossier, version: version.id });
    if (open === true && imagesOf((await services.dossiers.texts.version(version)).document).includes(blob))
      return true;
  }
  return false;
}

/** The file itself as the body, or the first file of a form. */
async function sentBytes(c: Request): Promise<Uint8Array> {
  if (!(c.req.header('content-type') ?? '').toLowerCase().startsWith('multipart/form-data')) {
    return new Uint8Array(await c.req.arrayBuffer());
  }
  const parts = Object.values(await c.req.parseBody());
  const file = parts.find((part) => part instanceof File);
  return file === undefined ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
}

/** People and organisations are the register's, so the rules of a dossier cannot tell whether they exist. */
async function mustKnow(
  services: Services,
  members: readonly { readonly person: string; readonly organisation: string | null }[],
  field: string,
): Promise<void> {
  const { people, organisations } = await services.identity.people.directory();
  for (const { person, organisation } of members) {
    if (!people.has(person)) throw new HttpProblem('unknown-person', { field });
    if (organisation !== null && !organisations.has(organisation)) {
      throw new HttpProblem('invalid-request', { field: `${field}.organisation` });
    }
  }
}

/** What a command points to outside the dossier must be there: people, organisations, files. */
async function mustExist(services: Services, dossier: string, command: DossierCommand): Promise<void> {
  if (command.type === 'add-member') await mustKnow(services, [command.member], 'member.person');
  if (command.type === 'name-impact-group') {
    await mustKnow(
      services,
      command.people.map((person) => ({ person, organisation: null })),
      'people',
    );
  }
  if (command.type === 'submit-comment' && command.registered !== null) {
    const { by, organisation } = command.registered;
    await mustKnow(services, [{ person: by, organisation }], 'registered.by');
  }
  if (command.type === 'add-reference' && command.reference.kind === 'file') {
    const { blob } = command.reference;
    if (blob === null || (await services.files.read(dossier, blob)) === null) {
      throw new HttpProblem('invalid-request', { field: 'reference.blob' });
    }
  }
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain; charset=utf-8': 'txt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};
const fileName = (blob: string, type: string): string => `${blob.slice(0, 12)}.${EXTENSIONS[type] ?? 'bin'}`;

/**
 * News of a draft that no fact tells of: text of this person was kept, a margin note changed, words were written.
 */
type DraftNews = 'kept-text' | 'notes' | 'written';

/** Tells of every act until the line closes, the session ends or the right to look is gone. */
async function tellChanges(services: Services, me: SignedIn, dossier: Dossier, stream: EventStream) {
  const { id } = dossier;
  const drafts = new Set(dossier.documents.map(({ draft }) => draft));
  let wake: () => void = () => undefined;
  let newest = dossier.version;
  let told = -1;
  let gone = false;
  const stop = services.dossiers.listeners.listen(id, (changed) => {
    newest = Math.max(newest, changed);
    wake();
  });
  const news = new Map<string, { readonly event: DraftNews; readonly draft: string }>();
  const heard = (event: DraftNews) => (draft: string) => {
    if (!drafts.has(draft)) return;
    news.set(`${event} ${draft}`, { event, draft });
    wake();
  };
  const stopKept = services.privateTexts.listen(me.person.id, heard('kept-text'));
  const stopNotes = services.dossiers.notes.listen(heard('notes'));
  const stopWritten = services.pulse.listen(heard('written'));
  stream.onAbort(() => {
    gone = true;
    wake();
  });
  try {
    while (!gone && !stream.closed) {
      const asker = await services.identity.sessions.byName(me.session);
      const loaded = await services.dossiers.store.load(id);
      if (asker === null || loaded === null) return;
      if (can(actorOf(asker.person), 'read-dossier', { dossier: loaded.dossier }) !== true) return;
      newest = Math.max(newest, loaded.dossier.version);
      const may = (action: 'read-notes' | 'read-draft') =>
        can(actorOf(asker.person), action, { dossier: loaded.dossier }) === true;
      const hears = { 'kept-text': true, notes: may('read-notes'), written: may('read-draft') };
      const toTell = [...news.values()].filter(({ event }) => hears[event]);
      news.clear();
      for (const { event, draft } of toTell) await stream.writeSSE({ event, data: JSON.stringify({ draft }) });
      const changed = newest !== told;
      told = newest;
      await stream.writeSSE({ event: changed ? 'changed' : 'still-here', data: JSON.stringify({ version: told }) });
      if (newest === told && news.size === 0 && !gone) await sleepUntil(HEARTBEAT, (wakeNow) => (wake = wakeNow));
    }
  } finally {
    stop();
    stopKept();
    stopNotes();
    stopWritten();
  }
}

// @vitest-environment happy-dom
import {
  type CommentView,
  type DossierCommand,
  type DossierView,
  Unreachable,
  type FollowingClient,
  type ReadingClient,
  type ReadingView,
  type SessionView,
  type VersionView,
} from '@draagvlak/contract/client';
import type { DocumentJson } from '@draagvlak/document';
import { renderDocument } from '@draagvlak/render';
import { makeAnchor } from '@draagvlak/review';
import { nl } from '@draagvlak/wording';
import { readingPage } from '@draagvlak/wording/reading-page';
import { afterEach, beforeAll, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { Reader } from './reader.ts';
import { ReadingStore } from './reading-store.ts';
import { speak } from './words.ts';

const PLAIN = { level: 0, kind: null, indent: 0, slot: null, term: null, quantity: null, comparator: null };
const block = (id: string, role: string, text: string, level = 0) => ({
  type: 'block',
  attrs: { ...PLAIN, value: null, unit: null, role, id, level },
  content: [{ type: 'text', text }],
});
const DOCUMENT = {
  type: 'doc',
  content: [block('h', 'heading', 'Examen', 1), block('a', 'paragraph', 'Het examen duurt een uur.')],
} as unknown as DocumentJson;

const comment = (id: string, number: string, more: Partial<CommentView> = {}) =>
  ({
    id,
    number,
    document: 'd',
    version: 'v2',
    round: 'r',
    anchor: makeAnchor(DOCUMENT, { scope: 'block', node: 'a' }, 'v2'),
    kind: 'question',
    body: `Woorden van ${number}`,
    proposal: null,
    by: { person: 'p', name: 'Iemand', party: null, organisation: null },
    channel: 'web',
    at: '2026-02-05T19:41:00Z',
    editedAt: null,
    withdrawnAt: null,
    replies: [],
    standing: null,
    history: [],
    mine: false,
    mayEdit: false,
    mayWithdraw: false,
    takeBackUntil: null,
    mayReply: true,
    ...more,
  }) as unknown as CommentView;

const version = (id: string, number: string, frozenAt: string) =>
  ({ id, document: 'd', number, frozenAt }) as unknown as VersionView;
const VERSIONS = [version('v1', '0.1', '2026-01-01T00:00:00Z'), version('v2', '0.9', '2026-02-01T00:00:00Z')];
const round = (kind: 'consultation' | 'inspection') =>
  ({ id: 'r', kind, versions: ['v2'], open: true, commentsPublishedAt: null }) as unknown as ReadingView['round'];

/** What the comments are after somebody acted. */
function after(comments: readonly CommentView[], command: DossierCommand): readonly CommentView[] {
  if (command.type === 'withdraw-comment') return comments.filter(({ id }) => id !== command.comment);
  if (command.type !== 'submit-comment') return comments;
  const { comment: id, body, anchor } = command;
  return [...comments, comment(id, 'R-100', { body, anchor, mine: true, mayEdit: true, takeBackUntil: SOON() })];
}
const SOON = () => new Date(Date.now() + 30_000).toISOString();

/** A page with a text, its reader and a server that answers what the test says. */
function open(view: Partial<ReadingView> = {}, first: 'text' | 'people' = 'people') {
  document.body.innerHTML = '<main><div class="grid"><nav></nav><div class="text"></div></div></main>';
  const find = (name: string) => document.querySelector<HTMLElement>(name)!;
  const page = { grid: find('.grid'), contents: find('nav'), text: find('.text') };
  page.text.innerHTML = renderDocument(DOCUMENT, { words: nl });
  const server = {
    view: {
      dossier: 'D',
      asOf: 1,
      version: VERSIONS[1],
      document: DOCUMENT,
      comments: [],
      perSection: {},
      mayComment: { code: 'not-allowed' },
      mayRedact: false,
      round: round('consultation'),
      ...view,
    } as unknown as ReadingView,
    session: { person: 'p', name: 'Iemand', organisation: null } as unknown as SessionView,
    dossier: {
      id: 'D',
      roles: [],
      allowed: [],
      documents: [{ id: 'd', versions: VERSIONS }],
    } as unknown as DossierView,
    earlier: [] as readonly CommentView[],
    drafts: [] as readonly object[],
    commands: [] as DossierCommand[],
    down: false,
  };
  const reached = <T>(answer: T): T => {
    if (server.down) throw new Unreachable('weg');
    return answer;
  };
  const client = {
    version: async (id: string) => {
      if (id === 'v2' && first === 'people') await later();
      return id === 'v2' ? server.view : { ...server.view, comments: reached(server.earlier) };
    },
    versionChanges: async () => ({ kind: 'all', view: reached(server.view) }),
    session: async () => {
      if (first === 'text') await later();
      return server.session;
    },
    dossier: async () => server.dossier,
    commentDrafts: async () => reached(server.drafts),
    saveCommentDraft: async (_version: string, draft: object) => reached({ ...draft, savedAt: '2026-02-05T19:41:00Z' }),
    deleteCommentDraft: async () => reached(null),
    actReading: async (_dossier: string, command: DossierCommand) => {
      server.commands.push(reached(command));
      const { comments } = server.view;
      server.view = { ...server.view, asOf: server.view.asOf + 1, comments: after(comments, command) };
      return { version: server.view.asOf, dossier: server.dossier, reading: { kind: 'all', view: server.view } };
    },
    eventsUrl: () => '/events',
  } as unknown as ReadingClient & FollowingClient;
  const store = new ReadingStore(client, 'v2', 'D');
  new Reader(store, page);
  let tell = (_event: Event): void => {};
  store.start(
    () => ({ addEventListener: (_: string, heard: typeof tell) => (tell = heard), close: () => {} }) as never,
  );
  return {
    server,
    page,
    /** Somebody acted: the page hears so and reads again. */
    news: (now: Partial<ReadingView>) => {
      server.view = { ...server.view, ...now, asOf: server.view.asOf + 1 };
      tell(new MessageEvent('changed', { data: JSON.stringify({ version: server.view.asOf }) }));
    },
  };
}

const later = () => new Promise((resolve) => setTimeout(resolve, 20));
const press = (key: string) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
const pane = () => document.querySelector<HTMLElement>('.read-side')!;
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith(name))!;

let listening: MockInstance<typeof document.addEventListener>;
beforeAll(() => speak(readingPage));
beforeEach(() => {
  localStorage.clear();
  listening = vi.spyOn(document, 'addEventListener');
});
afterEach(() => {
  // A page that is left hears no more keys.
  for (const [type, heard] of listening.mock.calls) document.removeEventListener(type, heard as EventListener);
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const list = () => pane().querySelector('.comment-list')?.textContent ?? '';
/** What is shown with a form has come once it stands there. */
const field = (id: string) =>
  vi.waitFor(() => {
    const found = document.querySelector<HTMLTextAreaElement>(`#${id}`);
    expect(found).not.toBeNull();
    return found!;
  });

describe('the pane beside the text', () => {
  it('keeps a reply that is being written when somebody else reacts', async () => {
    const { news } = open({ comments: [comment('c1', 'R-001')] });
    await vi.waitFor(() => expect(list()).toContain('R-001'));
    button('Antwoorden').click();
    (await field('antwoord')).value = 'Wij vinden dat ook.';
    news({ comments: [comment('c1', 'R-001'), comment('c2', 'R-002')] });
    await vi.waitFor(() => expect(document.querySelector('.open-comments')?.textContent).toBe('2 reacties'));
    expect((await field('antwoord')).value).toBe('Wij vinden dat ook.');
    button('Annuleren').click();
    await vi.waitFor(() => expect(list()).toContain('R-002'));
  });
  it('sends a reaction to a part of the text, and gives its words back when it is taken back at once', async () => {
    const { server } = open({ mayComment: true });
    await vi.waitFor(() => expect(button('Reactie op het hele document')).toBeDefined());
    document.querySelector<HTMLElement>('[data-block="a"]')!.focus();
    press('r');
    const body = await field('reactie-tekst');
    expect(pane().textContent).toContain('Uw reactie op 1 Examen');
    body.value = 'Een uur is te kort.';
    button('Reactie versturen').click();
    await vi.waitFor(() => expect(list()).toContain('Een uur is te kort.'));
    expect(server.commands).toMatchObject([{ type: 'submit-comment', anchor: { scope: 'block', node: 'a' } }]);
    expect(document.querySelector('.toast')?.textContent).toContain('R-100');
    press('u');
    await vi.waitFor(() => expect(list()).toContain('Uw klad'));
    expect(list()).not.toContain('R-100');
    expect(server.commands.at(-1)).toMatchObject({ type: 'withdraw-comment' });
    button('Verder schrijven').click();
    expect((await field('reactie-tekst')).value).toBe('Een uur is te kort.');
  });

  it('keeps what was written when the line is gone, and sends it when the line is back', async () => {
    const { server } = open({ mayComment: true });
    await vi.waitFor(() => expect(button('Reactie op het hele document')).toBeDefined());
    button('Reactie op het hele document').click();
    const body = await field('reactie-tekst');
    server.down = true;
    body.value = 'Zonder lijn geschreven.';
    body.dispatchEvent(new Event('input'));
    button('Reactie versturen').click();
    await vi.waitFor(() => expect(pane().querySelector('.notice')?.textContent).toContain('niet verstuurd'));
    expect((await field('reactie-tekst')).value).toBe('Zonder lijn geschreven.');
    press('Escape');
    await vi.waitFor(() => expect(list()).toContain('Zonder lijn geschreven.'));
    expect(localStorage.length).toBe(1);
    server.down = false;
    button('Verder schrijven').click();
    await field('reactie-tekst');
    button('Reactie versturen').click();
    await vi.waitFor(() => expect(list()).toContain('R-100'));
    expect(list()).not.toContain('Uw klad');
    expect(localStorage.length).toBe(0);
  });

  it.each(['text', 'people'] as const)(
    'lets an objection uphold a comment on the concept before, also when the %s come first',
    async (first) => {
      const { server } = open({ mayComment: true, round: round('inspection') }, first);
      server.earlier = [comment('c0', 'R-007', { mine: true }), comment('c1', 'R-008')];
      await vi.waitFor(() => expect(button('Reactie op het hele document')).toBeDefined());
      await later();
      await later();
      button('Reactie op het hele document').click();
      const earlier = (await field('reactie-eerder')) as unknown as HTMLSelectElement;
      expect([...earlier.options].map(({ value }) => value)).toEqual(['', 'c0']);
    },
  );

  it.each([
    ['no round was held on it', null, 'Er zijn geen reacties op deze versie.'],
    [
      'what was sent is published',
      { commentsPublishedAt: '2026-03-01T00:00:00Z' },
      'Er zijn geen reacties op deze versie.',
    ],
    ['what others sent may be hidden', {}, 'Er zijn geen reacties op deze versie die u mag lezen.'],
  ])('says of a version without comments what is true where %s', async (_, held, sentence) => {
    open({ round: held && ({ ...round('consultation'), ...held } as ReadingView['round']) });
    await vi.waitFor(() => expect(pane().querySelector('.empty p')?.textContent).toBe(sentence));
  });
});

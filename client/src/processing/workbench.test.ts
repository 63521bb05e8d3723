import type { BulkCommand, BulkView } from '@draagvlak/contract/client';
import type { DocumentJson } from '@draagvlak/document';
import { outline } from '@draagvlak/document';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { allWords } from '../stores/words.ts';
import { BulkDesk } from './bulk-desk.ts';
import { changedBlocks } from './changed-passages.ts';
import { pendingOf, stateOf, type WorkComment } from './comment-state.ts';
import { commandsOf, EMPTY_DRAFT, faultsOf, withPlaces } from './decision-draft.ts';
import { deskKey } from './desk-keys.ts';
import { holding } from './desk-picker.ts';
import { ListDesk } from './list-desk.ts';
import { type Filters, NO_FILTERS } from './list-filter.ts';
import { allOf, extended, NOTHING, pruned, toggled } from './selection.ts';
import { filledIn, nextBlank, withAnswer } from './standard-answer.ts';
import type { WorkbenchActs } from './workbench-acts.ts';
import { listOf, neighbour, rowsOf } from './workbench-list.ts';

const heading = (id: string, text: string, level: number) => ({
  type: 'block',
  attrs: { id, role: 'heading', level, kind: null, indent: 0 },
  content: [{ type: 'text', text }],
});
const OUTLINE = outline({
  type: 'doc',
  content: [heading('duur', 'Duur', 1), heading('groep', 'Groepsgrootte', 2), heading('slot', 'Slot', 1)],
} as unknown as DocumentJson);

const UNTOUCHED = { assignee: null, due: null, overdue: false, talk: [], unread: 0 };
const comment = (number: string, section: string | null, more: object = {}): WorkComment =>
  ({
    id: number,
    number,
    kind: 'substantive',
    anchor: { section, quote: '' },
    body: `Tekst van ${number}`,
    proposal: null,
    by: { name: 'x', organisation: 'Vakschool De Toren', person: 'p', party: 'opleider' },
    withdrawnAt: null,
    standing: null,
    history: [],
    handling: UNTOUCHED,
    ...more,
  }) as unknown as WorkComment;
const decided = (confirmedAt: string | null) => ({ confirmedAt, takenBackAt: null, motivation: null });
const list = [
  comment('R10', 'slot'),
  comment('R2', 'groep'),
  comment('R3', 'groep', { kind: 'question', standing: decided(null) }),
  comment('R4', null),
  comment('R1', 'duur', { standing: decided('2026-02-01') }),
  comment('R5', 'weg'),
];
const shown = (
  filters: Partial<Filters> = {},
  more: Partial<Pick<Parameters<typeof listOf>[0], 'comments' | 'bundles' | 'unfolded'>> = {},
) =>
  listOf({
    comments: list,
    bundles: [],
    unfolded: new Set(),
    outline: OUTLINE,
    order: () => 0,
    filters: { ...NO_FILTERS, ...filters },
    ...more,
  });
const numbers = (groups: ReturnType<typeof shown>) => groups.map(({ rows }) => rows.map((row) => row.comment.number));

describe('the list of the workbench', () => {
  it('follows the document; what stands nowhere in it comes last and is never lost', () => {
    expect(numbers(shown())).toEqual([['R1'], ['R2', 'R3'], ['R10'], ['R4', 'R5']]);
  });

  it('a section counts what is done over all its comments, filtered out or not', () => {
    expect(shown({ state: 'confirmed' })[0]).toMatchObject({ done: 1, total: 1, number: '1' });
    expect(shown({ kind: 'question' })[0]).toMatchObject({ done: 0, total: 2 });
  });

  it('a filter on a section takes its subsections along', () => {
    expect(numbers(shown({ section: 'duur' }))).toEqual([['R1'], ['R2', 'R3']]);
  });

  it('looks for words in what was said and decided, in any order', () => {
    expect(numbers(shown({ text: 'r10 tekst' }))).toEqual([['R10']]);
    expect(numbers(shown({ text: 'toren' })).flat()).toHaveLength(6);
    expect(shown({ text: 'nergens' })).toEqual([]);
  });

  it('shows whose work it is, what is nobody’s and what is late', () => {
    const comments = [
      comment('R1', 'duur', { handling: { ...UNTOUCHED, assignee: { person: 'anna' }, due: '2026-03-06' } }),
      comment('R2', 'duur', { handling: { ...UNTOUCHED, due: '2026-02-01', overdue: true, unread: 2 } }),
      comment('R3', 'duur', { standing: decided('2026-02-01') }),
    ];
    const of = (work: Filters['work']) => numbers(shown({ work }, { comments })).flat();
    expect(of({ person: 'anna' })).toEqual(['R1']);
    // what is done needs nobody
    expect(of('unassigned')).toEqual(['R2']);
    expect(of('overdue')).toEqual(['R2']);
    expect(of('unread')).toEqual(['R2']);
    const byDay = shown({ order: 'due' }, { comments });
    expect(byDay.map(({ key }) => key)).toEqual(['2026-02-01', '2026-03-06', null]);
  });

  it('a bundle is one line where its first comment stands, and unfolds', () => {
    const bundles = [{ id: 'x', comments: ['R10', 'R2'] }];
    const folded = shown({}, { bundles });
    expect(numbers(folded)).toEqual([['R1'], ['R2', 'R3'], ['R4', 'R5']]);
    expect(folded[1]?.rows[0]?.bundle?.comments.map(({ number }) => number)).toEqual(['R2', 'R10']);
    expect(neighbour(folded, 'R10', 1)?.number).toBe('R3');
    const open = shown({}, { bundles, unfolded: new Set(['x']) });
    expect(numbers(open)).toEqual([['R1'], ['R2', 'R10', 'R3'], ['R4', 'R5']]);
    // a bundle of which one is left in sight is that comment
    expect(shown({ text: 'R10' }, { bundles })[0]?.rows[0]?.bundle).toBeNull();
  });

  it('next and previous walk what is shown and stop at the ends', () => {
    expect(neighbour(shown(), 'R3', 1)?.number).toBe('R10');
    expect(neighbour(shown(), 'R1', -1)).toBeUndefined();
    expect(neighbour(shown(), 'elders', 1)?.number).toBe('R1');
  });

  it('whatever the filters and bundles, a comment that passes is shown once', () => {
    const id = fc.constantFrom(...list.map((one) => one.id));
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { minLength: 2 }),
        fc.boolean(),
        fc.constantFrom('', 'tekst'),
        (ids, open, text) => {
          const bundles = [{ id: 'x', comments: ids }];
          const groups = shown({ text }, { bundles, unfolded: new Set(open ? ['x'] : []) });
          const seen = rowsOf(groups).flatMap(({ comment: one, bundle }) =>
            bundle === null || bundle.open ? [one.id] : bundle.comments.map((inside) => inside.id),
          );
          expect(seen.toSorted()).toEqual(list.map((one) => one.id).toSorted());
        },
      ),
    );
  });

  it('a proposal to correct a confirmed decision waits for the chair while the decision stands', () => {
    const confirmed = { id: 'a', confirmedAt: '2026-02-01', takenBackAt: null };
    const correction = { id: 'b', confirmedAt: null, takenBackAt: null };
    const one = comment('R1', null, { standing: confirmed, history: [confirmed, correction] });
    expect(stateOf(one)).toBe('confirmed');
    expect(pendingOf(one)?.id).toBe('b');
  });
});

describe('500 reactions', () => {
  const comments = Array.from({ length: 500 }, (_, index) =>
    comment(`R${index}`, ['duur', 'groep', 'slot'][index % 3] ?? null),
  );
  const document = { type: 'doc', content: [] } as unknown as DocumentJson;

  it('walking, choosing and unfolding read no comment again; only what changes the list makes it anew', () => {
    const desk = new ListDesk();
    const contents = { comments, bundles: [], outline: OUTLINE, document };
    desk.take(contents);
    const { groups } = desk;
    expect(rowsOf(groups)).toHaveLength(500);
    desk.walk(1);
    desk.pick('R7', false);
    desk.pickAll(true);
    desk.take({ ...contents });
    expect(desk.groups).toBe(groups);
    expect(desk.selected).toHaveLength(500);
    desk.filter({ ...NO_FILTERS, text: 'R499' });
    desk.take(contents);
    expect(rowsOf(desk.groups).map((row) => row.comment.number)).toEqual(['R499']);
    // what is chosen stays chosen when a filter hides it
    expect(desk.selected).toHaveLength(500);
  });

  it('goes to the next that waits for a decision, round the list, and not to one that is on its way', () => {
    const desk = new ListDesk();
    const some = comments.map((one, index) =>
      index % 100 === 3 ? one : { ...one, standing: decided(null) as unknown as WorkComment['standing'] },
    );
    desk.take({ comments: some, bundles: [], outline: OUTLINE, document });
    const open = rowsOf(desk.groups)
      .map(({ comment: one }) => one)
      .filter(({ standing }) => standing === null);
    expect(desk.comment).toBe(open[0]);
    expect(desk.nextOpen(1, new Set())).toBe(open[1]);
    expect(desk.nextOpen(-1, new Set())).toBe(open.at(-1));
    expect(desk.nextOpen(1, new Set([open[1]?.id ?? '']))).toBe(open[2]);
    expect(desk.nextOpen(1, new Set(open.map(({ id }) => id)))).toBeUndefined();
  });

  it('a link opens the comment it names, by id or as people call it', () => {
    const named = comments.map((one) => ({ ...one, id: `id-${one.number}` }));
    for (const asked of ['R9', 'id-R9']) {
      const desk = new ListDesk(asked);
      desk.take({ comments: named, bundles: [], outline: OUTLINE, document });
      expect(desk.comment?.id).toBe('id-R9');
    }
  });

  it('a colleague’s act keeps the place and the choice', () => {
    const desk = new ListDesk();
    desk.take({ comments, bundles: [], outline: OUTLINE, document });
    desk.choose('R9');
    desk.pick('R9', false);
    desk.take({ comments: comments.slice(1), bundles: [], outline: OUTLINE, document });
    expect(desk.comment?.number).toBe('R9');
    expect([...desk.value.selection.comments]).toEqual(['R9']);
  });
});

describe('choosing many', () => {
  const bundles = [{ id: 'x', comments: ['R2', 'R10'] }];
  const rows = rowsOf(shown({}, { bundles }));
  const row = (number: string) => rows.find((one) => one.comment.number === number)!;

  it('a line is chosen and no longer; a folded bundle as a whole', () => {
    const one = toggled(NOTHING, row('R2'));
    expect([...one.comments]).toEqual(['R2', 'R10']);
    expect(toggled(one, row('R2')).comments.size).toBe(0);
  });

  it('a run goes from where choosing began, either way', () => {
    const from = toggled(NOTHING, row('R3'));
    expect([...extended(from, rows, row('R1')).comments].toSorted()).toEqual(['R1', 'R10', 'R2', 'R3']);
    expect([...extended(from, rows, row('R4')).comments].toSorted()).toEqual(['R3', 'R4']);
  });

  it('all of the list, and nothing that went away', () => {
    expect(allOf(rows).comments.size).toBe(6);
    expect([...pruned(allOf(rows), new Set(['R1'])).comments]).toEqual(['R1']);
  });
});

describe('keys', () => {
  const press = (key: string, shiftKey = false, target: EventTarget | null = null) =>
    deskKey(key, { shiftKey, target })?.act;

  it('every key does one thing, with Shift another where it says so', () => {
    expect([press('n'), press('n', true), press('p'), press('p', true), press('s')]).toEqual([
      'next-open',
      'previous-open',
      'evidence',
      'passage',
      'answer',
    ]);
    expect([press('j'), press('j', true), press('a'), press('a', true), press('x')]).toEqual([
      'next',
      'extend-next',
      'assign',
      'select-all',
      'select',
    ]);
    expect(deskKey('2', { shiftKey: false, target: null })).toEqual({ act: 'decide', kind: 'partly-accepted' });
    expect([press('9'), press('q')]).toEqual([undefined, undefined]);
    // A sentence begun outside a field applies no proposal.
    expect([press('t', true), press('e', true), press('?', true)]).toEqual([undefined, undefined, 'help']);
  });
});

describe('what was done on the workbench', () => {
  beforeAll(() => allWords());
  const command = (comment: string): BulkCommand => ({ type: 'assign-comment', comment, person: 'anna' });
  const back = (comment: string): BulkCommand => ({ type: 'assign-comment', comment, person: null });
  /** A line that answers when it is let go, and what it was sent. */
  const line = () => {
    const sent: (readonly BulkCommand[])[] = [];
    const waiting: (() => void)[] = [];
    const acts = {
      bulk: async (commands: readonly BulkCommand[]) => {
        sent.push(commands);
        await new Promise<void>((resolve) => waiting.push(resolve));
        const undo = commands.flatMap((one) =>
          one.type === 'assign-comment' && one.person !== null ? [back(one.comment)] : [],
        );
        return { results: commands.map(() => ({ refusal: null })), undo } as unknown as BulkView;
      },
    } as unknown as WorkbenchActs;
    const letGo = async () => {
      while (waiting.length === 0) await Promise.resolve();
      waiting.shift()?.();
    };
    return { acts, sent, letGo };
  };

  it('goes out one after the other, so that nobody has to wait for the line', async () => {
    const { acts, sent, letGo } = line();
    const desk = new BulkDesk(() => '');
    const both = [desk.run(acts, [command('R1')], () => ''), desk.run(acts, [command('R2')], () => '')];
    await letGo();
    await letGo();
    await Promise.all(both);
    expect(sent).toEqual([[command('R1')], [command('R2')]]);
  });

  it('says of which comment it was when it could not be sent, since another may be in sight by then', async () => {
    const acts = { bulk: async () => ({ kind: 'unreachable' }) } as unknown as WorkbenchActs;
    const desk = new BulkDesk(() => 'R04');
    expect(await desk.run(acts, [command('R4')], () => 'gedaan', 'R4')).toBeNull();
    expect(desk.value.notice?.said).toMatch(/^Het besluit op R04 is niet bewaard.*geen verbinding/u);
  });

  it('is taken back the last first, and leads back to the comment it was about', async () => {
    const { acts, sent, letGo } = line();
    const desk = new BulkDesk(() => '');
    for (const about of ['R1', 'R2']) {
      const done = desk.run(acts, [command(about)], () => '', about);
      await letGo();
      await done;
    }
    for (const about of ['R2', 'R1']) {
      const undone = desk.undo(acts);
      await letGo();
      expect(await undone).toBe(about);
      expect(sent.at(-1)).toEqual([back(about)]);
    }
    expect(desk.value.notice?.undo).toEqual([]);
    expect(await desk.undo(acts)).toBeNull();
  });
});

describe('places that changed since the version', () => {
  it('are the blocks with other words and the new ones, in the order of the text', () => {
    const text = (id: string, words: string) => ({
      type: 'block',
      attrs: { id, role: 'paragraph', level: null, kind: null, indent: 0 },
      content: [{ type: 'text', text: words }],
    });
    const document = (...content: readonly object[]) => ({ type: 'doc', content }) as unknown as DocumentJson;
    const before = document(text('a', 'een'), text('b', 'twee'), text('c', 'weg'));
    const after = document(text('n', 'nieuw'), text('b', 'twee'), text('a', 'Eén'));
    expect(changedBlocks(before, after)).toEqual([
      { node: 'n', text: 'nieuw' },
      { node: 'a', text: 'Eén' },
    ]);
    expect(changedBlocks(before, before)).toEqual([]);
  });

  it('are found by words of their section and their text, with or without accents', () => {
    const all = [
      { name: '4.3 Groepsgrootte', title: 'ten hoogste acht' },
      { name: '2 Eén eis', title: '' },
    ];
    expect(holding(all, 'acht groep')).toEqual([all[0]]);
    expect(holding(all, 'een')).toEqual([all[1]]);
    expect(holding(all, '')).toEqual(all);
  });
});

describe('a decision in the making', () => {
  const place = { section: 'groep', node: 'b1' };

  it('asks for what its kind demands, and for what the comments handled with it demand', () => {
    expect(faultsOf(EMPTY_DRAFT)).toEqual(['kind']);
    expect(faultsOf({ ...EMPTY_DRAFT, kind: 'accepted' })).toEqual(['motivation', 'places']);
    expect(faultsOf({ ...EMPTY_DRAFT, kind: 'merged' })).toEqual(['into']);
    expect(faultsOf({ ...EMPTY_DRAFT, kind: 'noted' })).toEqual([]);
    expect(faultsOf({ ...EMPTY_DRAFT, kind: 'noted', together: { R2: 'not-accepted' } }, ['R2'])).toEqual([
      'motivation',
    ]);
  });

  it('collects each changed place once', () => {
    const once = withPlaces(EMPTY_DRAFT, [place]);
    expect(withPlaces(once, [place])).toBe(once);
    expect(withPlaces(once, [place, { section: null, node: 'b2' }]).places).toHaveLength(2);
  });

  it('becomes one command per comment of the bundle, with one motivation and what each kind carries', () => {
    let count = 0;
    const draft = {
      ...EMPTY_DRAFT,
      kind: 'accepted',
      motivation: ' Verlaagd naar 8. ',
      places: [place],
      together: { R2: 'not-accepted', R4: null },
    } as const;
    const commands = commandsOf('R1', draft, ['R2', 'R3', 'R4'], () => `d${(count += 1)}`);
    expect(commands).toMatchObject([
      { comment: 'R1', decision: { kind: 'accepted', motivation: 'Verlaagd naar 8.', places: [place] } },
      { comment: 'R2', fresh: true, decision: { kind: 'not-accepted', motivation: 'Verlaagd naar 8.', places: [] } },
      { comment: 'R3', fresh: true, decision: { kind: 'accepted', places: [place] } },
    ]);
    expect(new Set(commands.map(({ disposition }) => disposition)).size).toBe(3);
  });

  it('a correction and a merge are about one comment', () => {
    for (const part of [{ kind: 'merged' }, { kind: 'answered', supersedes: 'd0' }] as const) {
      expect(commandsOf('R1', { ...EMPTY_DRAFT, ...part }, ['R2'], () => 'd')).toHaveLength(1);
    }
  });
});

describe('a standard answer', () => {
  const blanks = { nummer: 'R07', onderdeel: '4.3 Groepsgrootte', versie: '0.1' };

  it('fills in what it knows and leaves the rest to who writes', () => {
    const text = filledIn('[Nummer] over [onderdeel]: zie [paragraaf].', blanks);
    expect(text).toBe('R07 over 4.3 Groepsgrootte: zie [paragraaf].');
    expect(nextBlank(text)?.map((at) => at)).toEqual([text.indexOf('['), text.indexOf(']') + 1]);
    expect(nextBlank('klaar')).toBeNull();
  });

  it('comes after what was written already', () => {
    expect(withAnswer('', 'Juist.')).toBe('Juist.');
    expect(withAnswer('Terecht. ', 'Zie 4.3.')).toBe('Terecht. Zie 4.3.');
  });
});

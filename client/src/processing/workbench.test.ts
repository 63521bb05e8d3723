import type { DocumentJson } from '@draagvlak/document';
import { outline } from '@draagvlak/document';
import { describe, expect, it } from 'vitest';
import { commandsOf, EMPTY_DRAFT, faultsOf, withPlaces } from './decision-draft.ts';
import { groupBySection, neighbour, NO_FILTERS, pendingOf, stateOf, type WorkComment } from './workbench-list.ts';

const heading = (id: string, text: string, level: number) => ({
  type: 'block',
  attrs: { id, role: 'heading', level, kind: null, indent: 0 },
  content: [{ type: 'text', text }],
});
const OUTLINE = outline({
  type: 'doc',
  content: [heading('duur', 'Duur', 1), heading('groep', 'Groepsgrootte', 2), heading('slot', 'Slot', 1)],
} as unknown as DocumentJson);

const comment = (number: string, section: string | null, more: Partial<WorkComment> = {}): WorkComment =>
  ({
    id: number,
    number,
    kind: 'substantive',
    anchor: { section },
    by: { name: 'x', organisation: 'Vakschool De Toren', person: 'p', party: 'opleider' },
    withdrawnAt: null,
    standing: null,
    history: [],
    ...more,
  }) as unknown as WorkComment;
const decided = (confirmedAt: string | null) => ({ confirmedAt, takenBackAt: null }) as WorkComment['standing'];
const list = [
  comment('R10', 'slot'),
  comment('R2', 'groep'),
  comment('R3', 'groep', { kind: 'question', standing: decided(null) }),
  comment('R4', null),
  comment('R1', 'duur', { standing: decided('2026-02-01') }),
  comment('R5', 'weg'),
];
const grouped = (filters = NO_FILTERS) => groupBySection(list, OUTLINE, () => 0, filters);
const numbers = (filters = NO_FILTERS) => grouped(filters).map(({ comments }) => comments.map(({ number }) => number));

describe('the list of the workbench', () => {
  it('follows the document; what stands nowhere in it comes last and is never lost', () => {
    expect(numbers()).toEqual([['R1'], ['R2', 'R3'], ['R10'], ['R4', 'R5']]);
  });

  it('a section counts what is done over all its comments, filtered out or not', () => {
    const [duur] = grouped({ ...NO_FILTERS, state: 'confirmed' });
    expect(duur).toMatchObject({ done: 1, total: 1, number: '1' });
    expect(grouped({ ...NO_FILTERS, kind: 'question' })[0]).toMatchObject({ done: 0, total: 2 });
  });

  it('a filter on a section takes its subsections along', () => {
    expect(numbers({ ...NO_FILTERS, section: 'duur' })).toEqual([['R1'], ['R2', 'R3']]);
  });

  it('next and previous walk what is shown and stop at the ends', () => {
    expect(neighbour(grouped(), 'R3', 1)?.number).toBe('R10');
    expect(neighbour(grouped(), 'R1', -1)).toBeUndefined();
    expect(neighbour(grouped(), 'elders', 1)?.number).toBe('R1');
  });

  it('500 reactions are grouped within a frame', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      comment(`R${index}`, ['duur', 'groep', 'slot'][index % 3] ?? null),
    );
    const start = performance.now();
    groupBySection(many, OUTLINE, () => 0, NO_FILTERS);
    expect(performance.now() - start).toBeLessThan(50);
  });

  it('a proposal to correct a confirmed decision waits for the chair while the decision stands', () => {
    const confirmed = { id: 'a', confirmedAt: '2026-02-01', takenBackAt: null };
    const correction = { id: 'b', confirmedAt: null, takenBackAt: null };
    const one = comment('R1', null, {
      standing: confirmed,
      history: [confirmed, correction],
    } as unknown as Partial<WorkComment>);
    expect(stateOf(one)).toBe('confirmed');
    expect(pendingOf(one)?.id).toBe('b');
  });
});

describe('a decision in the making', () => {
  const place = { section: 'groep', node: 'b1' };

  it('asks for what its kind demands, and for what the comments handled with it demand', () => {
    expect(faultsOf(EMPTY_DRAFT)).toEqual(['kind']);
    expect(faultsOf({ ...EMPTY_DRAFT, kind: 'accepted' })).toEqual(['motivation', 'places']);
    expect(faultsOf({ ...EMPTY_DRAFT, kind: 'merged' })).toEqual(['into']);
    expect(faultsOf({ ...EMPTY_DRAFT, kind: 'noted' })).toEqual([]);
    expect(faultsOf({ ...EMPTY_DRAFT, kind: 'noted', together: { R2: 'not-accepted' } })).toEqual(['motivation']);
  });

  it('collects each changed place once', () => {
    const once = withPlaces(EMPTY_DRAFT, [place]);
    expect(withPlaces(once, [place])).toBe(once);
    expect(withPlaces(once, [place, { section: null, node: 'b2' }]).places).toHaveLength(2);
  });

  it('becomes one command per comment, with one motivation and what each kind carries', () => {
    let count = 0;
    const commands = commandsOf(
      'R1',
      {
        ...EMPTY_DRAFT,
        kind: 'accepted',
        motivation: ' Verlaagd naar 8. ',
        places: [place],
        together: { R2: 'not-accepted' },
      },
      () => `d${(count += 1)}`,
    );
    expect(commands).toMatchObject([
      { comment: 'R1', decision: { kind: 'accepted', motivation: 'Verlaagd naar 8.', places: [place] } },
      { comment: 'R2', decision: { kind: 'not-accepted', motivation: 'Verlaagd naar 8.', places: [] } },
    ]);
    expect(new Set(commands.map(({ disposition }) => disposition)).size).toBe(2);
  });
});

import type { ComparisonView, DocumentView } from '@draagvlak/contract/client';
import { compare } from '@draagvlak/compare';
import { type DocumentJson, PLAIN_BLOCK } from '@draagvlak/document';
import { describe, expect, it } from 'vitest';
import { EVERYTHING, filtered } from './change-filter.ts';
import { indexChanges } from './change-index.ts';
import { pairOf } from './pair.ts';

const block = (id: string, text: string, more: Record<string, unknown> = {}) => ({
  type: 'block',
  attrs: {
    ...PLAIN_BLOCK,
    id,
    ...more,
  },
  content: [{ type: 'text', text }],
});
const text = (twelve: string, extra: string) =>
  ({
    type: 'doc',
    content: [
      block('duur', 'Duur', { role: 'heading', level: 1 }),
      block('uren', 'De opleiding duurt acht uur.'),
      block('groep', 'Groepsgrootte', { role: 'heading', level: 2 }),
      block('max', `Er zijn ten hoogste ${twelve} deelnemers per docent.`),
      ...(extra === '' ? [] : [block('nieuw', extra)]),
    ],
  }) as unknown as DocumentJson;

const before = text('12', '');
const after = text('8', 'Met een tweede docent mag de groep groter zijn.');
const comparison = compare(before, after);
const key = (kind: string) => comparison.changes.find((change) => change.kind === kind)?.key ?? '';
const comment = (id: string, kind: string) => ({
  id,
  number: id,
  kind,
  by: { name: 'Karin', organisation: 'Vakschool De Toren' },
  anchor: { section: 'groep' },
  placement: { section: 'groep' },
  withdrawnAt: null,
  standing: null,
});

const view = (more: Partial<ComparisonView> = {}): ComparisonView =>
  ({
    beforeDocument: before,
    afterDocument: after,
    comparison,
    attributions: [
      { key: key('text'), people: ['anna'], comments: ['R07'], first: null, last: null, mixed: false, unknown: false },
    ],
    links: [
      { change: key('text'), comment: 'R07', how: 'recorded', reason: null, by: 'anna' },
      { change: key('text'), comment: 'R09', how: 'overlap', reason: null, by: null },
      { change: key('inserted'), comment: 'R08', how: 'overlap', reason: null, by: null },
    ],
    findings: [],
    comments: [comment('R07', 'objection'), comment('R08', 'question'), comment('R09', 'support')],
    people: { anna: { person: 'anna', name: 'Anna Vermeer', party: 'wbc', organisation: null } },
    remarks: [],
    read: [key('inserted')],
    ...more,
  }) as unknown as ComparisonView;

describe('what is known about a change', () => {
  const index = indexChanges(view());
  const [number, fresh] = [index.byKey.get(key('text')), index.byKey.get(key('inserted'))];

  it('what was recorded counts; what merely overlaps is shown only where nothing stronger is known', () => {
    expect(number?.comments.map(({ id }) => id)).toEqual(['R07']);
    expect(fresh?.comments.map(({ id }) => id)).toEqual(['R08']);
    expect(index.grounds.get(key('text'))?.comments).toEqual(['R07']);
    expect(index.grounds.get(key('inserted'))?.comments).toEqual([]);
  });

  it('a comment nearby is no ground: the change still lacks a reason', () => {
    expect(number?.groundless).toBe(false);
    expect(fresh?.groundless).toBe(true);
  });

  it('lacks a reason as the check finds it: wholly, for a part, or no more once it was let stand', () => {
    const finding = (kind: string, settled: string | null) => ({
      key: `change-without-ground:${key(kind)}`,
      kind: 'change-without-ground',
      comment: null,
      change: key(kind),
      node: null,
      text: null,
      settled,
    });
    const known = (findings: readonly unknown[]) => {
      const { byKey, grounds } = indexChanges(view({ findings } as never));
      return ['text', 'inserted'].map((kind) => {
        const one = byKey.get(key(kind));
        return [one?.groundless, one?.partly, grounds.get(key(kind))?.comments];
      });
    };
    expect(known([finding('text', null), finding('inserted', null)])).toEqual([
      [true, true, ['R07']],
      [true, false, []],
    ]);
    expect(known([finding('inserted', 'Zo besproken.')])).toEqual([
      [false, false, ['R07']],
      [false, false, []],
    ]);
  });

  it('an objection behind a change makes it contested', () => {
    expect(number?.contested).toBe(true);
    expect(fresh?.contested).toBe(false);
  });

  it('filters by category, section with what is below it, comment, author and what is unread', () => {
    const keys = (filter: Partial<typeof EVERYTHING>) =>
      filtered(index, { ...EVERYTHING, ...filter }).map(({ change }) => change.kind);
    expect(keys({ categories: ['new'] })).toEqual(['inserted']);
    expect(keys({ section: 'duur' })).toEqual(keys({}));
    expect(keys({ section: 'elders' })).toEqual([]);
    expect(keys({ comment: 'R07' })).toEqual(['text']);
    expect(keys({ author: 'anna' })).toEqual(['text']);
    expect(keys({ organisation: 'Vakschool De Toren' })).toEqual(keys({}));
    expect(keys({ show: 'unread' })).toEqual(['text']);
    expect(keys({ show: 'groundless' })).toEqual(['inserted']);
  });
});

describe('which two sides are compared', () => {
  const document = (numbers: readonly string[], draft: string | null) =>
    ({ versions: numbers.map((id) => ({ id })), draft }) as unknown as DocumentView;
  const three = document(['v1', 'v2', 'v3'], 'd');

  it('the last two versions, or the only one with the draft', () => {
    expect(pairOf(three, null, null)).toEqual({ before: 'v2', after: 'v3' });
    expect(pairOf(document(['v1'], 'd'), null, null)).toEqual({ before: 'v1', after: 'draft' });
    expect(pairOf(document(['v1'], null), null, null)).toBeNull();
    const revision = { ...document(['v1'], null), inForce: { version: 'old', mayCompare: true } } as DocumentView;
    expect(pairOf(revision, null, null)).toEqual({ before: 'old', after: 'v1' });
    const written = { ...revision, draft: 'd', mayWrite: true };
    expect(pairOf(written, null, null)).toEqual({ before: 'v1', after: 'draft' });
    expect(pairOf({ ...written, mayWrite: false }, null, null)).toEqual({ before: 'old', after: 'v1' });
    expect(pairOf(document([], 'd'), null, null)).toBeNull();
  });

  it('what the address asks for, as far as it exists and may be read', () => {
    expect(pairOf(three, 'v1', 'draft')).toEqual({ before: 'v1', after: 'draft' });
    expect(pairOf(three, null, 'draft')).toEqual({ before: 'v3', after: 'draft' });
    expect(pairOf(three, 'weg', 'v2')).toEqual({ before: 'v1', after: 'v2' });
    expect(pairOf(document(['v1', 'v2'], null), 'v1', 'draft')).toEqual({ before: 'v1', after: 'v2' });
  });
});

import type { DossierSummary, OverviewView, PhaseView, TaskView } from '@draagvlak/contract/client';
import { describe, expect, it } from 'vitest';
import { filtersOf, searchOf } from './filters.ts';
import { grouped, rowsOf, standing, turnOf } from './rows.ts';
import { inOrder } from './task-order.ts';
import { daysUntil, timeBars, timeWindow } from './time-line.ts';

const NOW = '2026-04-02T10:00:00Z';
const none = { cluster: null, phase: null, turn: null };
const dossier = (id: string, phase: string, ball: string[] = []) =>
  ({ id, phase, ball, documents: [{ kind: 'opleiderdocument' }], phases: [] }) as unknown as DossierSummary;
const view = {
  qualifications: [
    { id: 'gasmeten', cluster: 'Gasmeten', dossiers: ['oud', 'nieuw'] },
    { id: 'vorkheftruck', cluster: 'Mobiele werktuigen', dossiers: [] },
    { id: 'verreiker', cluster: 'Mobiele werktuigen', dossiers: ['v'] },
  ],
  dossiers: [
    dossier('oud', 'withdrawn'),
    dossier('nieuw', 'drafting', ['wbc-chair', 'wbc-member']),
    dossier('v', 'withdrawn'),
  ],
} as unknown as OverviewView;

describe('the qualifications on the first page', () => {
  it('show the dossier that runs, and a withdrawn one only when there is nothing else', () => {
    const rows = rowsOf(view);
    expect(rows.map(({ dossiers }) => dossiers.map(({ id }) => id))).toEqual([['nieuw'], [], ['v']]);
  });
  it('stand by committee, and a filter keeps what fits', () => {
    const rows = rowsOf(view);
    expect(grouped(rows, none).map(({ cluster }) => cluster)).toEqual(['Gasmeten', 'Mobiele werktuigen']);
    expect(grouped(rows, { ...none, phase: 'not-started' }).flatMap(({ rows }) => rows)).toHaveLength(1);
    expect(grouped(rows, { ...none, turn: 'wbc-member' })[0]?.cluster).toBe('Gasmeten');
    expect(grouped(rows, { ...none, turn: 'secretary' })).toEqual([]);
  });
  it('count what is not started with the phases', () => {
    expect(standing(rowsOf(view), view.dossiers).slice(0, 3)).toEqual([
      { phase: 'not-started', count: 1 },
      { phase: 'preparation', count: 0 },
      { phase: 'drafting', count: 1 },
    ]);
  });
  it('say whose turn it is in one word', () => {
    expect(turnOf(['wbc-chair', 'wbc-member'])).toEqual(['wbc-member']);
    expect(turnOf(['partner', 'stakeholder', 'wbc-member'])).toEqual(['stakeholder']);
    expect(turnOf(['wbc-chair'])).toEqual(['wbc-chair']);
  });
  it('keep their filters in the address, and ignore what no filter can be', () => {
    const filters = { cluster: 'Gasmeten', phase: 'drafting', turn: 'secretary' } as const;
    expect(filtersOf(searchOf(filters))).toEqual(filters);
    expect(searchOf(none)).toBe('');
    expect(filtersOf('?fase=onzin&aan-zet=koning')).toEqual(none);
  });
});

describe('my tasks', () => {
  it('come late ones first, then by date, what has no date last', () => {
    const task = (title: string, due: string | null, late = false) => ({ title, due, late }) as TaskView;
    const tasks = [
      task('ooit', null),
      task('mei', '2026-05-01'),
      task('april', '2026-04-01'),
      task('laat', '2026-06-01', true),
    ];
    expect(inOrder(tasks).map(({ title }) => title)).toEqual(['laat', 'april', 'mei', 'ooit']);
  });
});

describe('the months as bars', () => {
  const phase = (name: string, from: string | null, until: string | null): PhaseView =>
    ({ phase: name, from, until, state: 'done', planned: false }) as PhaseView;
  it('begin two months back and end in eight', () => {
    const window = timeWindow(NOW);
    expect(window.months.map(({ iso }) => iso.slice(0, 7))).toEqual([
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
    ]);
    expect(window.today).toBeGreaterThan(0.24);
    expect(window.today).toBeLessThan(0.26);
  });
  it('cut off what lies outside and let what runs on last until today', () => {
    const window = timeWindow(NOW);
    const bars = timeBars(
      [
        phase('drafting', '2025-11-03', '2026-01-11'),
        phase('consultation', '2026-01-12', '2026-02-06'),
        phase('processing', '2026-02-07', null),
        phase('approval', null, null),
      ],
      window,
    );
    expect(bars.map(({ kind }) => kind)).toEqual(['react', 'work']);
    expect(bars[0]?.from).toBe(0);
    expect(bars[1]?.until).toBeGreaterThan(window.today);
    expect(bars[1]?.until).toBeLessThan(window.today + 0.01);
  });
  it('count days by the calendar of Amsterdam, whatever the hour', () => {
    expect(daysUntil('2026-04-02T21:59:00Z', '2026-04-03T21:59:59Z')).toBe(1);
    expect(daysUntil('2026-04-02T22:01:00Z', '2026-04-03T21:59:59Z')).toBe(0);
    expect(daysUntil('2026-10-24T10:00:00Z', '2026-10-26')).toBe(2);
  });
});

import type { DossierView } from '@draagvlak/contract/client';
import { describe, expect, it } from 'vitest';
import { roomsOf } from './rooms.ts';

const version = (id: string) => ({ id, number: '0.1' });
const dossier = (over: Partial<Record<keyof DossierView, unknown>>) =>
  ({
    id: 'd',
    phase: 'consultation',
    roles: [],
    rounds: [{ versions: ['v1'] }],
    decisions: [],
    counts: { comments: 6, open: 6 },
    documents: [
      { id: 'tp', kind: 'taakprofiel', draft: null, started: true, versions: [] },
      { id: 'od', kind: 'opleiderdocument', draft: null, started: true, versions: [version('v1')] },
    ],
    ...over,
  }) as unknown as DossierView;
const names = (view: DossierView) => roomsOf(view, { page: 'dossier', dossier: 'd' }).map(({ name }) => name);

describe('the rooms of a dossier', () => {
  it('offers a stakeholder no draft and no workbench', () => {
    expect(names(dossier({ roles: ['stakeholder'] }))).toEqual(['dossier', 'reading']);
  });
  it('offers the committee the draft, the workbench and the log', () => {
    const documents = [{ id: 'od', kind: 'opleiderdocument', draft: 'r', started: true, versions: [version('v1')] }];
    expect(names(dossier({ roles: ['wbc-member'], documents }))).toEqual([
      'dossier',
      'writing',
      'reading',
      'processing',
      'comparing',
      'log',
    ]);
  });
  it('opens the decision when the dossier lies before the steering group', () => {
    expect(names(dossier({ roles: ['steering-member'], phase: 'approval' }))).toContain('decision');
  });
  it('leads to the document people react to', () => {
    const reading = roomsOf(dossier({}), { page: 'dossier', dossier: 'd' }).find(({ name }) => name === 'reading');
    expect(reading?.href).toBe('/lezen/v1');
  });
});

import { describe, expect, it } from 'vitest';
import type { RegisteredPerson } from '../people/person-search.ts';
import { linksOf, opening, withRole } from './opening.ts';
import { changedPlans } from './forms/plan.ts';

const anna = { id: 'anna', name: 'Anna', party: 'wbc', organisation: 'org' } as RegisteredPerson;

describe('starting a dossier', () => {
  it('makes a document with a draft of its own for each kind, named after the dossier', () => {
    let made = 0;
    const command = opening(
      {
        title: 'Gasmeten',
        qualifications: ['gasmeten'],
        kinds: ['taakprofiel', 'opleiderdocument'],
        members: [{ person: anna, role: 'wbc-chair' }],
      },
      (kind) => (kind === 'taakprofiel' ? 'Taakprofiel' : 'Opleiderdocument'),
      () => `id-${(made += 1)}`,
    );
    expect(command.documents.map(({ title }) => title)).toEqual(['Taakprofiel Gasmeten', 'Opleiderdocument Gasmeten']);
    expect(new Set(command.documents.flatMap(({ id, draft }) => [id, draft])).size).toBe(4);
    expect(command.members).toEqual([{ person: 'anna', role: 'wbc-chair', party: 'wbc', organisation: 'org' }]);
  });
  it('gives a person two roles, and the same role only once', () => {
    const once = withRole([], anna, 'wbc-chair');
    expect(withRole(withRole(once, anna, 'wbc-member'), anna, 'wbc-chair')).toHaveLength(2);
  });
  it('takes web addresses as references and nothing else', () => {
    expect(linksOf('https://www.ssvv.nl/a/\nniets\n javascript:alert(1)\n')).toEqual([
      { href: 'https://www.ssvv.nl/a/', title: 'www.ssvv.nl/a' },
    ]);
  });
});

describe('planning', () => {
  const plans = [
    { phase: 'drafting', from: '2026-01-01', until: '2026-02-01' },
    { phase: 'consultation', from: '', until: '' },
  ] as const;
  const values = (filled: Record<string, string>) => ({ text: (name: string) => filled[name] ?? '', list: () => [] });
  const kept = { 'drafting-from': '2026-01-01', 'drafting-until': '2026-02-01' };
  it('sends only the rows that changed', () => {
    expect(changedPlans(plans, values(kept))).toEqual([]);
    const both = { ...kept, 'consultation-from': '2026-02-02', 'consultation-until': '2026-03-01' };
    expect(changedPlans(plans, values(both))?.map(({ phase }) => phase)).toEqual(['consultation']);
  });
  it('asks for both days of a row', () => {
    expect(changedPlans(plans, values({ ...kept, 'consultation-from': '2026-02-02' }))).toBeNull();
  });
});

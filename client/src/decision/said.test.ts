import type { ComparisonView, DossierView } from '@draagvlak/contract/client';
import { describe, expect, it } from 'vitest';
import { discussedPairs, saidIn } from './said.ts';

const remark = (id: string, kind: string, at: string, about: string | null = null) =>
  ({ id, kind, at, about, change: 'c1', body: id, by: { name: 'Els' } }) as ComparisonView['remarks'][number];
const between = (...remarks: ComparisonView['remarks']) =>
  ({
    dossier: 'd',
    document: 'doc',
    before: { id: 'v1' },
    after: { id: 'v2' },
    comparison: { changes: [{ key: 'c1' }] },
    remarks,
  }) as unknown as ComparisonView;

describe('what the steering group said, beside its decision', () => {
  it('begins with questions that nobody answered, then the advice, then the rest', () => {
    const said = saidIn([
      between(remark('opgelost', 'question', '1'), remark('antwoord', 'answer', '2', 'opgelost')),
      between(remark('advies', 'advice', '3'), remark('open', 'question', '4'), remark('opmerking', 'remark', '5')),
    ]);
    expect(said.map(({ remark: { id } }) => id)).toEqual(['open', 'advies', 'opgelost', 'opmerking']);
    expect(said.map(({ waits }) => waits)).toEqual([true, false, false, false]);
    expect(said[2]?.answers.map(({ id }) => id)).toEqual(['antwoord']);
  });

  it('leads to the change it is about, in the comparison it was said in', () => {
    expect(saidIn([between(remark('open', 'question', '1'))])[0]?.href).toBe(
      '/dossiers/d/vergelijken/doc?van=v1&naar=v2&wijziging=c1',
    );
  });

  it('is looked for between every two versions, and not at all for who may not read it', () => {
    const versions = ['v1', 'v2', 'v3'].map((id) => ({ id }));
    const view = (role: string) => ({ roles: [role], documents: [{ id: 'doc', versions }] }) as unknown as DossierView;
    expect(discussedPairs(view('steering-member')).map(({ before, after }) => before + after)).toEqual([
      'v1v2',
      'v1v3',
      'v2v3',
    ]);
    expect(discussedPairs(view('stakeholder'))).toEqual([]);
  });
});

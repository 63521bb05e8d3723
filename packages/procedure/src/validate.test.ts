import { describe, expect, it } from 'vitest';
import type { PhaseDefinition, ProcedureDefinition } from './definition.ts';
import { definitions } from './definitions.ts';
import { sogP } from './definitions/sog-p.ts';
import { validateDefinition } from './validate.ts';

/** SOG-P with one phase changed. */
function changed(phase: PhaseDefinition['phase'], change: Partial<PhaseDefinition>): ProcedureDefinition {
  return { ...sogP, phases: sogP.phases.map((one) => (one.phase === phase ? { ...one, ...change } : one)) };
}
const codes = (definition: ProcedureDefinition) => validateDefinition(definition).map((one) => one.code);

describe('a procedure as data', () => {
  it.each(Object.values(definitions))('[DEF1] $id can run', (definition) => {
    expect(validateDefinition(definition)).toEqual([]);
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
  });

  it('[DEF2] says which phase cannot be reached or left', () => {
    expect(codes({ ...sogP, phases: [] })).toEqual(['no-phases']);
    expect(codes(changed('drafting', { steps: [] }))).toEqual(
      expect.arrayContaining(['dead-end', 'not-withdrawable', 'phase-unreachable']),
    );
    expect(codes({ ...sogP, phases: sogP.phases.filter((one) => one.phase !== 'approval') })).toContain(
      'step-to-nowhere',
    );
    expect(codes({ ...sogP, phases: [...sogP.phases, ...sogP.phases.slice(0, 1)] })).toContain('phase-twice');
  });

  it('[DEF3] gives no act to a role without the letter in the table', () => {
    const acts = {
      ...sogP.phases.find((one) => one.phase === 'consultation')?.acts,
      'write-draft': ['stakeholder'],
    } as const;
    expect(validateDefinition(changed('consultation', { acts }))).toEqual([
      { code: 'act-without-right', phase: 'consultation', about: 'stakeholder: write-draft' },
    ]);
  });

  it('[DEF4] waits for nothing that nobody can do', () => {
    const steps = [{ to: 'drafting', by: ['secretary'], gates: ['steering-approved'], back: false }] as const;
    expect(validateDefinition(changed('preparation', { steps }))).toContainEqual({
      code: 'gate-without-act',
      phase: 'preparation',
      about: 'steering-approved',
    });
  });

  it('[DEF5] closes its rounds, keeps its minimum, and numbers upwards', () => {
    expect(codes(changed('consultation', { defaultDays: 10 }))).toEqual(['term-shorter-than-minimum']);
    expect(codes(changed('processing', { freezes: '0.1' }))).toEqual(['numbers-not-rising']);
    expect(codes(changed('processing', { freezes: 'twee' }))).toEqual(['number-malformed']);
    const steps = [{ to: 'processing', by: ['secretary'], gates: [], back: false }] as const;
    expect(codes(changed('consultation', { steps }))).toContain('round-left-open');
  });
});

import { describe, expect, it } from 'vitest';
import { fold } from './evolve.ts';
import { storyUntil } from './testing.ts';

describe('the course of a dossier', () => {
  it('[PRO1] runs from preparation to in force through its own gates', () => {
    const { state } = storyUntil('in-force');
    expect(state.history.map((one) => one.phase)).toEqual([
      'preparation',
      'drafting',
      'consultation',
      'processing',
      'inspection',
      'finalisation',
      'approval',
      'adopted',
      'in-force',
    ]);
    expect(state.versions.map((one) => one.number)).toEqual(['0.1', '0.2', '0.9', '1.0']);
  });

  it('[PRO2] is nothing but its facts: folding the journal gives the same dossier', () => {
    const { facts, state } = storyUntil('in-force');
    const entries = facts.map((fact, index) => ({ version: index + 1, at: state.openedAt, by: 'x', fact }));
    const once = fold('dossier', entries);
    const twice = fold('dossier', JSON.parse(JSON.stringify(entries)) as typeof entries);
    expect(twice).toEqual(once);
    expect(once?.phase).toBe('in-force');
    expect(once?.version).toBe(facts.length);
  });
});

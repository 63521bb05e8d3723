import { definitions, type DossierRole, type Phase } from '@draagvlak/procedure';
import { describe, expect, test } from 'vitest';
import { wording } from './language.ts';
import { LANGUAGES } from './languages.ts';

const phases = definitions['sog-p']?.phases ?? [];

describe.each(LANGUAGES)('the help page in %s', (language) => {
  const { roles } = wording(language).help;

  test.each(Object.keys(roles) as (keyof typeof roles)[])(
    'tells a %s of every phase in which there is something to do',
    (role) => {
      const active = phases.filter(({ rights }) => (rights[role] ?? []).some((right) => right !== 'read'));
      const told = roles[role].phases;
      expect(active.map(({ phase }) => phase).filter((phase) => told[phase] === undefined)).toEqual([]);
    },
  );

  test.each(Object.keys(roles) as (keyof typeof roles)[])('tells a %s of no phase that shows them nothing', (role) => {
    const closed = (phase: Phase) =>
      (phases.find((one) => one.phase === phase)?.rights[role as DossierRole] ?? []).length === 0;
    // Erasing personal data goes on when everything else has stopped.
    const told = (Object.keys(roles[role].phases) as Phase[]).filter((phase) => phase !== 'withdrawn');
    expect(told.filter(closed)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { missingFields } from './form-spec.ts';

describe('a form', () => {
  it('names what is required and empty, in its own order', () => {
    const fields = [
      { kind: 'many', name: 'versions', label: 'Welke?', required: true, options: [] },
      { kind: 'line', name: 'where', label: 'Waar?', required: true },
      { kind: 'long', name: 'note', label: 'Toelichting' },
    ] as const;
    const values = (where: string, versions: readonly string[]) => ({ text: () => where, list: () => versions });
    expect(missingFields(fields, values('', []))).toEqual(['versions', 'where']);
    expect(missingFields(fields, values('ssvv.nl', ['v1']))).toEqual([]);
  });

  it('requires what another answer asks for', () => {
    const fields = [
      { kind: 'one', name: 'changes', label: 'Verandert dit regels?', required: true, options: [] },
      { kind: 'long', name: 'list', label: 'Welke?', requiredIf: { name: 'changes', value: 'yes' } },
    ] as const;
    const values = (given: Readonly<Record<string, string>>) => ({
      text: (name: string) => given[name] ?? '',
      list: () => [],
    });
    expect(missingFields(fields, values({ changes: 'yes' }))).toEqual(['list']);
    expect(missingFields(fields, values({ changes: 'yes', list: 'De duur.' }))).toEqual([]);
    expect(missingFields(fields, values({ changes: 'no' }))).toEqual([]);
    expect(missingFields(fields, values({}))).toEqual(['changes']);
  });
});

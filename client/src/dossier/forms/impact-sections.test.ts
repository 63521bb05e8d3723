import { describe, expect, it } from 'vitest';
import type { Values } from './form-spec.ts';
import { sectionsFrom } from './impact-sections.ts';

const values = (lists: Readonly<Record<string, readonly string[]>>): Values => ({
  text: () => '',
  list: (name) => lists[name] ?? [],
});

describe('what was filled in per part', () => {
  it('belongs together by its place in the form; blanks say nothing, an entry without a part is left out', () => {
    const filled = values({
      'impact-part': ['doc s1', '', 'doc s2'],
      'impact-quality': ['Beter.', 'verdwaald', '  '],
      'impact-time': ['', '', ' Een uur meer. '],
      'impact-costs': ['', '', ''],
      'impact-acceptance': ['', '', ''],
    });
    const none = { quality: null, time: null, costs: null, acceptance: null };
    expect(sectionsFrom(filled)).toEqual([
      { document: 'doc', section: 's1', ...none, quality: 'Beter.' },
      { document: 'doc', section: 's2', ...none, time: 'Een uur meer.' },
    ]);
  });
});

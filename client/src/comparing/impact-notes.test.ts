import type { Change } from '@draagvlak/compare';
import { type DocumentJson, outline } from '@draagvlak/document';
import { describe, expect, it } from 'vitest';
import type { ChangeIndex } from './change-index.ts';
import { impactOn } from './impact-notes.ts';

const heading = (id: string, level: number) => ({
  type: 'block',
  attrs: { id, role: 'heading', level, slot: null, kind: null },
  content: [{ type: 'text', text: id }],
});
const document = { type: 'doc', content: [heading('duur', 1), heading('uren', 2), heading('groep', 1)] };
const sections = outline(document as unknown as DocumentJson);
const index = { before: sections, after: sections } as unknown as ChangeIndex;
const changeIn = (section: string, nodes: readonly string[] = []) => {
  const side = { section, nodes, label: '', text: '' };
  return { kind: 'text', unit: 'block', before: side, after: side } as unknown as Change;
};
const none = { quality: null, time: null, acceptance: null };
const told = (section: string) => ({ document: 'doc', section, ...none, costs: `of ${section}` });

describe('what the analysis says of a change', () => {
  it('is what it says of its section, else of the section around it', () => {
    expect(impactOn(changeIn('uren'), index, [told('duur'), told('uren')])?.section).toBe('uren');
    expect(impactOn(changeIn('uren'), index, [told('duur')])?.section).toBe('duur');
  });
  it('is nothing where it names other sections only', () => {
    expect(impactOn(changeIn('groep'), index, [told('duur')])).toBeNull();
  });
  it('a changed heading is a change of the section it begins', () => {
    expect(impactOn(changeIn('duur', ['uren']), index, [told('uren')])?.section).toBe('uren');
  });
});
